/** The pure half of practices in the window: how tags are laid out, stepped through, shown in a row and in the facet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PracticeId, type Evidence, type PracticeTag } from '../../electron/contract/practice-tag.ts'
import type { Practice } from '../../electron/contract/practices.ts'
import { taxonomyOf } from '../../renderer/src/app/taxonomy.ts'
import { practiceTree } from '../../renderer/src/screens/library/facets/practice-tree.ts'
import { arrange, nextStep, sentencesOf, stepsOf } from '../../renderer/src/screens/library/reader/practices/arrange.ts'
import { trim } from '../../renderer/src/screens/library/reader/practices/passage.ts'
import { sentencesOf as sentencesIn } from '../../renderer/src/parts/sentences.ts'
import { tagsToShow } from '../../renderer/src/screens/library/list/row-tags.ts'

const id = (text: string): PracticeId => PracticeId.parse(text)
const at = (start: number, end = start + 5): Evidence => ({ start, end, text: '一二三四五', trigger: '二', marks: [], passage: null })
const tag = (name: string, evidence: readonly Evidence[] = [], more: Partial<PracticeTag> = {}): PracticeTag => ({ id: id(name), strength: 'primary', state: 'draft', decided: null, evidence: [...evidence], inTitle: [], lost: [], judgements: [], differ: false, ...more })

describe('the tags of an entry', () => {
  it('stand with their sub-practices, and a sentence that a sub-practice shows is not told twice', () => {
    const { groups } = arrange([tag('grid', [at(0), at(10), at(20)]), tag('grid.police', [at(10)]), tag('grid.loop', [at(10), at(20)]), tag('party', [at(30)])])
    expect(groups.map(({ tag: head, own, subs }) => [head.id, own.map(({ start }) => start), subs.map((sub) => sub.id)])).toEqual([
      ['grid', [0], ['grid.police', 'grid.loop']],
      ['party', [30], []],
    ])
  })

  it('keep what people rejected apart, with nothing of it missing elsewhere', () => {
    const { groups, rejected } = arrange([tag('grid', [at(0), at(10)]), tag('grid.police', [at(10)], { state: 'rejected' })])
    expect(groups.map(({ own, subs }) => [own.map(({ start }) => start), subs])).toEqual([[[0, 10], []]])
    expect(rejected.map((one) => one.id)).toEqual(['grid.police'])
  })

  it('show a sub-practice by itself when its practice is rejected', () => {
    const { groups } = arrange([tag('grid', [at(0)], { state: 'rejected' }), tag('grid.police', [at(0)])])
    expect(groups.map(({ tag: head, own, subs }) => [head.id, own.length, subs])).toEqual([['grid.police', 1, []]])
  })

  it('count the title among their sentences', () => {
    expect(sentencesOf(tag('grid', [at(0), at(10)], { inTitle: [at(0)] }))).toBe(3)
  })
})

describe('stepping through the evidence', () => {
  const steps = stepsOf([tag('grid', [at(0), at(20)]), tag('grid.police', [at(20)]), tag('party', [at(20), at(10)]), tag('smart', [at(40)], { state: 'rejected' })])
  it('meets each sentence once, in the order of the text, and names what it shows: the sub-practice rather than its practice', () => {
    expect(steps.map(({ start, practices }) => [start, practices])).toEqual([[0, ['grid']], [10, ['party']], [20, ['grid.police', 'party']]])
  })
  it.each([
    ['begins at the first', null, 1, 0],
    ['begins at the last, backwards', null, -1, 20],
    ['goes on', { start: 0, end: 5 }, 1, 10],
    ['goes round', { start: 20, end: 25 }, 1, 0],
    ['goes round backwards', { start: 0, end: 5 }, -1, 20],
    ['goes on from a place between', { start: 12, end: 14 }, 1, 20],
    ['goes back from a place between', { start: 12, end: 14 }, -1, 10],
    ['goes round from behind the last', { start: 90, end: 95 }, 1, 0],
  ] as const)('%s', (_name, here, by, expected) => {
    expect(nextStep(steps, here, by)?.start).toBe(expected)
  })
  it('has nowhere to go without evidence', () => {
    expect(nextStep([], null, 1)).toBeUndefined()
  })
})

describe('sentences to choose from', () => {
  const cut = (text: string): readonly string[] => sentencesIn([{ text, start: 0 }]).map(({ start, end }) => text.slice(start, end))
  it.each([
    ['先说事。再议事！最后定事？', ['先说事。', '再议事！', '最后定事？']],
    ['他说：“办好了。”大家笑了。', ['他说：“办好了。”', '大家笑了。']],
    ['一、民警进网格', ['一、民警进网格']],
    ['满意率3.5%，没有句号', ['满意率3.5%，没有句号']],
    ['　办结。　还有。 ', ['办结。', '还有。']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected)
  })
  it('hold every character but white space, in order, each once', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('甲', '。', '”', ' ', '　', '！', '𠮷') }), { maxLength: 5 }), (lines) => {
      const body = lines.join('\n')
      const paragraphs = lines.map((text, n) => ({ text, start: lines.slice(0, n).reduce((sum, line) => sum + line.length + 1, 0) }))
      const spans = sentencesIn(paragraphs)
      expect(spans.map(({ start, end }) => body.slice(start, end)).join('').replaceAll(/\s/g, '')).toBe(body.replaceAll(/\s/g, ''))
      expect(spans.every(({ start, end }, n) => start < end && start >= (spans[n - 1]?.end ?? 0) && body.slice(start, end) === body.slice(start, end).trim())).toBe(true)
    }))
  })
})

describe('a selected passage', () => {
  it.each([
    ['without the white space around it', '甲 乙。\n丙', 1, 5, { start: 2, end: 4 }],
    ['over two paragraphs', '甲。\n乙。', 0, 5, { start: 0, end: 5 }],
    ['is none when it is all white space', '甲　\n 乙', 1, 4, null],
  ])('%s', (_name, text, from, to, expected) => {
    expect(trim(text, from, to)).toEqual(expected)
  })
})

describe('the tags of a row', () => {
  it('are at most four, practices before sub-practices; only practices are counted as more', () => {
    expect(tagsToShow(['grid', 'grid.police', 'grid.loop', 'smart', 'party'].map(id))).toEqual({ shown: ['grid', 'smart', 'party', 'grid.police'], rest: [] })
    expect(tagsToShow(['grid', 'grid.police', 'fengqiao', 'smart', 'mediation', 'party', 'party.ally', 'safety'].map(id))).toEqual({ shown: ['grid', 'fengqiao', 'smart', 'mediation'], rest: ['party', 'safety'] })
    expect(tagsToShow([])).toEqual({ shown: [], rest: [] })
  })
})

describe('the practices of the facet', () => {
  const practice = (name: string, parent: string | null): Practice => ({ id: id(name), parent: parent === null ? null : id(parent), label: `名${name}`, zh: '', en: name, labelEn: name, definition: '', counts: [], countsNot: [], question: '', strong: [], weak: [], patterns: [], negative: [] })
  const taxonomy = taxonomyOf([practice('grid', null), practice('grid.layout', 'grid'), practice('grid.police', 'grid'), practice('smart', null), practice('party', null)], 'zh')

  it('stand in the order of the taxonomy, whatever their counts, and without those that nothing shows', () => {
    const tree = practiceTree(taxonomy, [{ value: 'party', count: 9 }, { value: 'grid', count: 3 }, { value: 'grid.police', count: 2 }])
    expect(tree.map(({ value, name, count, children }) => [value, name, count, children.map((child) => [child.value, child.count])])).toEqual([
      ['grid', '名grid', 3, [['grid.police', 2]]],
      ['party', '名party', 9, []],
    ])
  })

  it('keep a chosen one that nothing shows any more, so that it can be let go', () => {
    expect(practiceTree(taxonomy, [], [id('grid.layout')])).toEqual([{ value: 'grid', name: '名grid', count: 0, children: [{ value: 'grid.layout', name: '名grid.layout', count: 0, children: [] }] }])
  })

  it('have English names in English, and their id where the taxonomy does not know them', () => {
    expect([taxonomyOf(taxonomy.practices, 'en').label(id('grid.police')), taxonomy.label(id('unknown'))]).toEqual(['grid.police', 'unknown'])
  })
})
