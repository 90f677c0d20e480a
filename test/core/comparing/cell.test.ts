import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellState, Unchecked } from '../../../electron/contract/comparing.ts'
import { cellOf, matrixOf, voicesOf, type ComparedEntry, type Voice } from '../../../electron/core/comparing/index.ts'
import { entry, grid, idOf, police, sentence, tag, type EntryParts, type TagParts } from './entries.ts'

const said = sentence('网格员每天上门。')
const draft = tag('secondary', 'draft', said)
const mention = tag('mention', 'draft', said)
const confirmed = tag('secondary', 'confirmed', said)
const rejected = tag('primary', 'rejected', said)
const of = (...entries: readonly ComparedEntry[]) => cellOf(grid, '甲省/乙市', entries, Infinity)

describe('what one entry says', () => {
  it.each<[string, EntryParts, Voice['says'], Unchecked | null]>([
    ['shows it in one sentence', { tag: draft }, 'evidence', null],
    ['shows it throughout', { tag: tag('primary', 'draft', said, said) }, 'evidence', null],
    ['only lists it', { tag: mention }, 'mention', null],
    ['only lists it, and a person confirmed that it is there', { tag: tag('mention', 'confirmed', said) }, 'evidence', null],
    ['is silent', {}, 'silent', null],
    ['was found to show it, wrongly as a person says', { tag: rejected }, 'silent', null],
    ['is written by a person', { origin: 'written', tag: draft }, 'evidence', null],
    ['is written by a person and silent', { origin: 'written' }, 'silent', null],
    ['is incomplete and silent', { incomplete: true }, 'nothing', 'incomplete'],
    ['is incomplete and a person rejected the tag', { incomplete: true, tag: rejected }, 'nothing', 'incomplete'],
    ['is incomplete and shows it', { incomplete: true, tag: draft }, 'evidence', null],
    ['is incomplete and lists it', { incomplete: true, tag: mention }, 'mention', null],
    ['was read under other rules and silent', { current: false }, 'nothing', 'rules-changed'],
    ['was read under other rules and showed it', { current: false, tag: draft }, 'nothing', 'rules-changed'],
    ['was read under other rules, incomplete and silent', { current: false, incomplete: true }, 'nothing', 'incomplete'],
    ['was confirmed before the rules changed', { current: false, tag: confirmed }, 'evidence', null],
    ['was rejected before the rules changed', { current: false, tag: rejected }, 'silent', null],
    ['was confirmed and lost its words in an edit', { tag: tag('mention', 'confirmed') }, 'nothing', 'lost'],
    ['names it in its title alone', { tag: { ...draft, strength: 'primary', evidence: [], inTitle: [said] } }, 'evidence', null],
    ['is a bundled summary that shows it', { origin: 'bundled', tag: tag('primary', 'draft', said, said) }, 'mention', 'bundled'],
    ['is a bundled summary whose tag was confirmed', { origin: 'bundled', tag: confirmed }, 'mention', 'bundled'],
    ['is a bundled summary whose tag was rejected', { origin: 'bundled', tag: rejected }, 'nothing', 'bundled'],
    ['is a silent bundled summary', { origin: 'bundled' }, 'nothing', 'bundled'],
  ])('that %s', (_, parts, says, unchecked) => {
    const [voice] = voicesOf(grid, [entry(1, parts)])
    expect([voice?.says, voice?.unchecked]).toEqual([says, unchecked])
  })

  it('stands before our summaries that say the same', () => {
    const all = [entry(1, { origin: 'bundled', tag: draft }), entry(2, { origin: 'bundled' }), entry(3), entry(4, { tag: mention }), entry(5, { incomplete: true }), entry(6, { tag: draft })]
    expect(voicesOf(grid, all).map((voice) => [voice.entry.id, voice.says])).toEqual([[idOf(6), 'evidence'], [idOf(4), 'mention'], [idOf(1), 'mention'], [idOf(3), 'silent'], [idOf(5), 'nothing'], [idOf(2), 'nothing']])
  })

  it('of one practice says nothing of another', () => {
    expect(voicesOf(police, [entry(1, { tag: draft })])[0]?.says).toBe('silent')
  })
})

describe('a cell', () => {
  it.each<[string, readonly EntryParts[], CellState, boolean]>([
    ['of no entries', [], 'not-checked', false],
    ['with evidence nobody looked at', [{ tag: draft }], 'evidence', false],
    ['with confirmed evidence', [{ tag: confirmed }, {}], 'evidence', true],
    ['with evidence of which one is a draft', [{ tag: confirmed }, { tag: draft }], 'evidence', false],
    ['with confirmed evidence and a mention', [{ tag: confirmed }, { tag: mention }], 'evidence', true],
    ['of mentions', [{ tag: mention }, {}], 'mention', false],
    ['of a bundled summary alone', [{ origin: 'bundled', tag: confirmed }], 'mention', false],
    ['of a bundled summary and a silent text', [{ origin: 'bundled', tag: draft }, {}], 'mention', false],
    ['of silent texts', [{}, {}], 'not-stated', false],
    ['of texts that a person found silent', [{ tag: rejected }, { tag: rejected }], 'not-stated', true],
    ['of silent texts of which a person looked at one', [{ tag: rejected }, {}], 'not-stated', false],
    ['of a silent and an incomplete text', [{}, { incomplete: true }], 'not-stated', false],
    ['of a text a person found silent and an incomplete one', [{ tag: rejected }, { incomplete: true }], 'not-stated', true],
    ['of an incomplete text', [{ incomplete: true }], 'not-checked', false],
    ['of a text read under other rules', [{ current: false, tag: draft }], 'not-checked', false],
    ['of a silent bundled summary', [{ origin: 'bundled' }], 'not-checked', false],
  ])('%s', (_, entries, state, looked) => {
    const cell = of(...entries.map((parts, n) => entry(n + 1, parts)))
    expect([cell.state, cell.confirmed]).toEqual([state, looked])
  })

  it('carries the sentences its state rests on and no others', () => {
    const listed = tag('mention', 'draft', sentence('机制包括网格、调解。', { start: 40 }))
    const cell = of(entry(1, { tag: listed }), entry(2, { tag: draft }), entry(3, { tag: rejected }), entry(4, { origin: 'bundled', tag: draft }))
    expect(cell).toEqual({ row: grid, column: '甲省/乙市', state: 'evidence', confirmed: false, lead: '网格员每天上门。', sentences: [{ entryId: idOf(2), start: 0, end: 8, text: '网格员每天上门。' }], total: 1, titles: [] })
    expect(of(entry(1, { tag: listed })).lead).toBe('机制包括网格、调解。')
  })

  it('of a bundled summary has nothing to quote', () => {
    expect(of(entry(1, { origin: 'bundled', tag: { ...confirmed, inTitle: [said] } }))).toMatchObject({ state: 'mention', lead: null, sentences: [], total: 0, titles: [] })
  })

  it('of a title alone says so apart', () => {
    const cell = of(entry(1, { tag: { ...draft, evidence: [], inTitle: [sentence('一张网格管到底', { start: 2 })] } }))
    expect(cell).toMatchObject({ state: 'evidence', lead: null, sentences: [], total: 0, titles: [{ entryId: idOf(1), start: 2, end: 9, text: '一张网格管到底' }] })
  })

  it('counts what it does not carry', () => {
    const both = tag('primary', 'draft', said, sentence('网格长每周回访。', { start: 20 }))
    expect(cellOf(grid, '甲', [entry(1, { tag: both })], 1)).toMatchObject({ lead: '网格员每天上门。', sentences: [{ start: 0 }], total: 2 })
    expect(cellOf(grid, '甲', [entry(1, { tag: both })], 0)).toMatchObject({ lead: '网格员每天上门。', sentences: [], total: 2 })
  })
})

describe('the lead', () => {
  const leadOf = (...tags: readonly TagParts[]): string | null => of(...tags.map((own, n) => entry(n + 1, { tag: own }))).lead
  const order = (...tags: readonly TagParts[]): readonly string[] => of(...tags.map((own, n) => entry(n + 1, { tag: own }))).sentences.map(({ text }) => text)

  it.each<[string, readonly TagParts[], readonly string[]]>([
    ['a whole sentence before a sub-head, confirmed or not', [tag('primary', 'confirmed', sentence('二、网格怎样进楼')), tag('secondary', 'draft', sentence('网格员进楼。'))], ['网格员进楼。', '二、网格怎样进楼']],
    ['a passage a person chose before a sentence the rules found', [tag('primary', 'confirmed', sentence('网格员进楼。', { marks: 3 }), sentence('每栋楼有人管', { start: 30, marks: 0, passage: 'p' }))], ['每栋楼有人管', '网格员进楼。']],
    ['confirmed before draft', [tag('primary', 'draft', sentence('甲网格。', { marks: 2 })), tag('secondary', 'confirmed', sentence('乙网格。'))], ['乙网格。', '甲网格。']],
    ['primary before secondary', [tag('secondary', 'draft', sentence('甲网格。', { marks: 2 })), tag('primary', 'draft', sentence('乙网格。'))], ['乙网格。', '甲网格。']],
    ['more marks before fewer', [tag('primary', 'draft', sentence('甲网格。'), sentence('乙网格，丙网格。', { start: 9, marks: 2 }))], ['乙网格，丙网格。', '甲网格。']],
    ['earlier before later', [tag('primary', 'draft', sentence('甲网格。', { start: 9 }), sentence('乙网格。', { start: 3 }))], ['乙网格。', '甲网格。']],
    ['else the entry that came first', [tag('primary', 'draft', sentence('甲网格。')), tag('primary', 'draft', sentence('乙网格。'))], ['甲网格。', '乙网格。']],
  ])('is %s', (_, tags, expected) => {
    expect([leadOf(...tags), order(...tags)]).toEqual([expected[0], expected])
    expect(of(...tags.map((own, n) => entry(n + 1, { tag: own })).toReversed()).sentences.map(({ text }) => text)).toEqual(expected)
  })

  it.each(['网格员进楼。', '“网格员进楼。”', '谁进楼？', '网格员进楼；', '进楼……'])('takes %s for a whole sentence', (text) => {
    expect(leadOf(tag('primary', 'draft', sentence('网格进楼', { marks: 9 }), sentence(text, { start: 9 })))).toBe(text)
  })
})

const anyTag = fc.record({
  strength: fc.constantFrom('primary' as const, 'secondary' as const, 'mention' as const),
  state: fc.constantFrom('draft' as const, 'confirmed' as const, 'rejected' as const),
  evidence: fc.array(fc.record({ text: fc.constantFrom('网格员进楼。', '网格', '进楼；'), start: fc.nat(90), marks: fc.nat(3), passage: fc.constantFrom(null, 'p') }).map(({ text, ...parts }) => sentence(text, parts)), { maxLength: 3 }),
  inTitle: fc.array(fc.constant(said), { maxLength: 1 }),
})
const anyEntries = fc.array(fc.record({ origin: fc.constantFrom('imported' as const, 'bundled' as const, 'written' as const), incomplete: fc.boolean(), current: fc.boolean(), tag: fc.option(anyTag) }), { maxLength: 6 }).map((all) => all.map((parts, n) => entry(n + 1, parts)))
const STRENGTH: readonly CellState[] = ['not-checked', 'not-stated', 'mention', 'evidence']

describe('whatever the entries are', () => {
  it('their order changes nothing', () => {
    fc.assert(fc.property(anyEntries, fc.infiniteStream(fc.nat()), (entries, random) => {
      const keys = new Map(entries.map((one) => [one.id, random.next().value]))
      expect(of(...entries.toSorted((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0)))).toEqual(of(...entries))
    }))
  })

  it('a few sentences are the first of all of them', () => {
    fc.assert(fc.property(anyEntries, fc.nat(6), (entries, limit) => {
      const all = of(...entries)
      expect(cellOf(grid, all.column, entries, limit)).toEqual({ ...all, sentences: all.sentences.slice(0, limit) })
    }))
  })

  it('another entry never weakens a cell', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const states = entries.map((_, n) => STRENGTH.indexOf(of(...entries.slice(0, n + 1)).state))
      expect(states).toEqual(states.toSorted((a, b) => a - b))
    }))
  })

  it('evidence has a span of a text that is not ours, and silence has none', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const cell = of(...entries)
      const ours = new Set(entries.flatMap(({ id, origin }) => (origin === 'bundled' ? [id] : [])))
      expect([...cell.sentences, ...cell.titles].filter(({ entryId }) => ours.has(entryId))).toEqual([])
      if (cell.state === 'evidence') expect(cell.total + cell.titles.length).toBeGreaterThan(0)
      if (cell.state === 'not-stated' || cell.state === 'not-checked') expect([cell.total, cell.titles, cell.lead]).toEqual([0, [], null])
      expect(cell.lead).toBe(cell.sentences[0]?.text ?? null)
    }))
  })

  it('a bundled summary changes a cell from silent to mentioned at most', () => {
    fc.assert(fc.property(anyEntries, (entries) => {
      const [withOurs, without] = [of(...entries), of(...entries.filter(({ origin }) => origin !== 'bundled'))]
      if (withOurs.state !== without.state) expect(withOurs.state).toBe('mention')
      else expect({ ...withOurs }).toEqual(without)
    }))
  })

  it('columns do not hear each other', () => {
    fc.assert(fc.property(fc.array(anyEntries, { minLength: 1, maxLength: 4 }), (all) => {
      const columns = all.map((entries, n) => ({ column: { id: `甲省/${n}市`, label: `${n}市`, level: 'city' as const, unit: { kind: 'place' as const, path: `甲省/${n}市` }, entries: entries.length, bundled: 0, others: 0, missing: false, mergedInto: null }, entries }))
      const rows = [{ id: grid, label: '网格化治理' }, { id: police, label: '警网融合' }]
      const cells = matrixOf(columns, rows, 3).cells
      expect(cells.map(({ row, column }) => `${row} ${column}`)).toEqual(rows.flatMap(({ id }) => columns.map(({ column }) => `${id} ${column.id}`)))
      const turned = matrixOf(columns.toReversed(), rows.toReversed(), 3).cells
      expect(new Set(turned.map((cell) => JSON.stringify(cell)))).toEqual(new Set(cells.map((cell) => JSON.stringify(cell))))
    }))
  })
})
