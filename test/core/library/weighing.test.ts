/** A file of judgements against what is here: putting files together loses nothing, whatever their order. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { FileEntry, FileFact } from '../../../electron/contract/judgement-file.ts'
import { LabelId } from '../../../electron/contract/labels.ts'
import type { FactDecision } from '../../../electron/core/library/card.ts'
import { placeOf, wordsAt } from '../../../electron/core/library/exchange/placing.ts'
import { weigh, type Present } from '../../../electron/core/library/exchange/weighing.ts'
import type { Decision } from '../../../electron/core/library/showing.ts'
import { grid, mediation, police } from './practice-rules.ts'

const [li, wang] = ['李敏', '王芳'] as const
const [label, other] = [LabelId.parse('label-1'), LabelId.parse('label-2')]
const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })

describe('putting files together', () => {
  const text = '甲乙丙丁戊己庚辛壬癸。'
  const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z')
  const by = fc.constantFrom(li, wang, '赵强')
  const practice = fc.record({ practice: fc.constantFrom(grid, police, mediation), label: fc.constant('某'), decision: fc.constantFrom('confirmed' as const, 'rejected' as const), settles: fc.boolean(), by, at })
  const start = fc.integer({ min: 0, max: 8 })
  const passage = fc.record({ practice: fc.constantFrom(grid, mediation), label: fc.constant('某'), start, by, at }).map((one) => ({ ...one, ...wordsAt(text, text.slice(one.start, one.start + 2), one.start) }))
  const fact = fc.record({ reading: fc.constant(''), subject: fc.constantFrom('', '', 'S1', 'S2'), decision: fc.constantFrom('confirmed' as const, 'rejected' as const, 'changed' as const), found: fc.constantFrom('甲', '乙'), value: fc.constantFrom(brand('甲'), brand('乙')), basis: fc.constant('stated' as const), settles: fc.boolean(), start, by, at }).map((one): FileFact => ({ ...one, ...wordsAt(text, text.slice(one.start, one.start + 2), one.start) }))
  const labelled = fc.record({ label: fc.constantFrom(label, other), path: fc.constant([{ name: '院坝会', colour: 'teal' as const }]).map((one) => [...one]), start, by, at }).map((one) => ({ ...one, ...wordsAt(text, text.slice(one.start, one.start + 2), one.start) }))
  const line = fc.record({ practices: fc.array(practice, { maxLength: 6 }), passages: fc.array(passage, { maxLength: 4 }), facts: fc.array(fact, { maxLength: 6 }), labels: fc.array(labelled, { maxLength: 4 }) }).map((all): FileEntry => ({ sha256: null, ordinal: null, body: '0'.repeat(64), keys: [], title: '', sketch: [], ...all }))
  const own = fc.record({
    decisions: fc.array(practice, { maxLength: 4 }).map((all) => [...new Map(all.map(({ label: _label, ...one }): [string, Decision] => [`${one.practice} ${one.by}`, { ...one, came: false }])).values()]),
    facts: fc.constant<readonly FactDecision[]>([]),
  })
  let n = 0
  const names = { aliasOf: (id: typeof grid) => id, agrees: () => true, labelHere: (told: { readonly label: LabelId }) => told.label, newId: () => String(n++) }
  const into = (present: Present, one: FileEntry): Present => {
    const { decisions, passages, facts, labels } = weigh(one, present, names)
    const replaced = <T,>(all: readonly T[], taken: readonly { readonly before: T | null; readonly after: T | null }[]): T[] => taken.reduce<T[]>((now, { before, after }) => [...now.filter((row) => row !== before), ...(after === null ? [] : [after])], [...all])
    return { ...present, decisions: replaced(present.decisions, decisions), passages: replaced(present.passages, passages), facts: replaced(present.facts, facts), labels: replaced(present.labels, labels) }
  }
  const empty = (decisions: readonly Decision[]): Present => ({ body: text, same: true, decisions, passages: [], facts: [], labels: [], withdrawn: [] })
  const rows = ({ decisions, passages, facts, labels }: Present): string[] => [...decisions, ...[...passages, ...labels].map(({ id: _id, ...one }) => one), ...facts.map(({ id: _id, ...one }: FactDecision) => one)].map((one) => JSON.stringify(one)).toSorted()

  it('gives the same in any order, once or several times', () => {
    fc.assert(fc.property(own, fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ({ decisions }, lines, order) => {
      const all = lines.reduce(into, empty(decisions))
      const shuffled = lines.map((one, index) => ({ one, key: order[index] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ one }) => one)
      expect(rows(shuffled.reduce(into, empty(decisions)))).toEqual(rows(all))
      expect(rows(lines.reduce(into, all))).toEqual(rows(all))
    }), { numRuns: 500 })
  })

  it('loses nothing but what the same person replaced, and touches nothing that was given here', () => {
    fc.assert(fc.property(own, fc.array(line, { minLength: 1, maxLength: 3 }), ({ decisions }, lines) => {
      const all = lines.reduce(into, empty(decisions))
      expect(all.decisions.filter((one) => !one.came)).toEqual(decisions)
      for (const one of lines.flatMap((each) => each.practices)) expect(all.decisions.some((row) => row.practice === one.practice && row.by === one.by && row.at >= one.at)).toBe(true)
      for (const one of lines.flatMap((each) => each.passages)) expect(all.passages.some((row) => row.practice === one.practice && row.by === one.by && row.quote === one.quote && row.at === one.at)).toBe(true)
      for (const one of lines.flatMap((each) => each.labels)) expect(all.labels.some((row) => row.label === one.label && row.by === one.by && row.quote === one.quote && row.at === one.at)).toBe(true)
      for (const one of lines.flatMap((each) => each.facts)) expect(all.facts.some((row) => row.by === one.by && row.subject === one.subject && row.at >= one.at && (one.subject !== '' || row.found === one.found))).toBe(true)
      const keys = all.decisions.map((one) => `${one.practice} ${one.by} ${String(one.came)}`)
      expect(new Set(keys).size).toBe(keys.length)
    }), { numRuns: 500 })
  })

  it('finds the same place of words that stand in several', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '乙', '甲乙'), { minLength: 1, maxLength: 20 }).map((parts) => parts.join('')), fc.nat(), fc.integer({ min: 1, max: 3 }), (written2, from, length) => {
      const begin = from % written2.length
      const quote = written2.slice(begin, begin + length)
      expect(placeOf(written2, wordsAt(written2, quote, begin), true)).toEqual({ start: begin, end: begin + quote.length })
      expect(placeOf(written2, wordsAt(written2, quote, begin), false)).toEqual({ start: begin, end: begin + quote.length })
    }))
  })
})
