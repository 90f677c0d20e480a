import { expect, it } from 'vitest'
import type { Practice } from '../../electron/contract/practices.ts'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { CHANGE_TYPES, changeOf, draftFor } from '../../renderer/src/parts/change-draft.ts'

const id = (text: string): PracticeId => PracticeId.parse(text)
const police: Practice = { id: id('grid.police'), parent: id('grid'), label: '警网融合', zh: '警网融合', en: 'Police', labelEn: 'Police', definition: '民警与网格员一起出门', counts: ['进网格'], countsNot: ['只写警情'], question: '', strong: ['警网融合'], weak: ['警格'], patterns: [], negative: [] }

it.each(CHANGE_TYPES)('a form for %s that was not touched states what it shows, or nothing', (type) => {
  const expected = { words: null, define: { type, id: police.id, definition: police.definition, counts: police.counts, countsNot: police.countsNot }, rename: { type, id: police.id, label: police.label, zh: police.zh }, add: null, move: null, merge: null, retire: { type, id: police.id } }
  expect(changeOf(draftFor(type, police), police)).toEqual(expected[type])
})

it('says which words come and which go', () => {
  expect(changeOf({ ...draftFor('words', police), strong: ' 进网格 \n\n进网格' }, police)).toEqual({ type: 'words', id: police.id, list: 'strong', add: ['进网格'], remove: ['警网融合'] })
  expect(changeOf(draftFor('words', police, '网格夜巡'), police)).toEqual({ type: 'words', id: police.id, list: 'strong', add: ['网格夜巡'], remove: [] })
})

it('adds beside a sub-practice, under a practice, or on the first level; a missing full name is the label', () => {
  expect(changeOf({ ...draftFor('add', police), top: false, label: '夜巡' }, police)).toMatchObject({ parent: 'grid', label: '夜巡', zh: '夜巡' })
  expect(changeOf({ ...draftFor('add', { ...police, id: id('grid'), parent: null }), label: '夜巡' }, { ...police, id: id('grid'), parent: null })).toMatchObject({ parent: 'grid' })
  expect(changeOf({ ...draftFor('add', police), top: true, label: '夜巡' }, police)).toMatchObject({ parent: null })
})

it('moves to the first level by null, and nowhere by nothing', () => {
  expect([changeOf({ ...draftFor('move', police), to: null }, police), changeOf({ ...draftFor('move', police), to: id('smart') }, police), changeOf({ ...draftFor('merge', police), to: id('smart') }, police)]).toEqual([
    { type: 'move', id: police.id, parent: null }, { type: 'move', id: police.id, parent: 'smart' }, { type: 'merge', id: police.id, into: 'smart' },
  ])
})
