import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Label, LabelDefinition } from '../../../electron/contract/labels.ts'
import { LabelId } from '../../../electron/contract/labels.ts'
import { CodebookChange } from '../../../electron/contract/taxonomy.ts'
import { labelsOf } from '../../../electron/core/describing/labels.ts'
import { cameId, overlaid } from '../../../electron/core/describing/practices/index.ts'
import { planned, type Code } from '../../../electron/core/exporting/index.ts'

const code = (name: string, rest: Partial<Code> = {}): Code => ({ guid: null, kind: null, name, short: null, colour: null, definition: null, counts: null, countsNot: null, strong: null, weak: null, negative: null, children: [], ...rest })
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const signed = { by: '李敏', at: '2026-11-22T08:00:00.000Z' }

/** No id is given twice. */
let made = 0
function plan(codes: readonly Code[], labels: readonly Label[] = []) {
  return planned(codes, { practices: [], labels, guidOf: (id) => id, practiceId: (parent) => cameId(parent, 0, made++), labelId: (given) => LabelId.parse(given ?? `L${made++}`) })
}
/** The labels as they are after the plan. */
const after = (done: ReturnType<typeof plan>, before: readonly Label[] = []): readonly Label[] =>
  labelsOf([...before.map(({ id, by: _by, at: _at, ...definition }) => ({ id: '', ...signed, change: { type: 'label' as const, id, before: null, after: definition satisfies LabelDefinition } })), { id: '', ...signed, change: CodebookChange.parse({ type: 'codebook', file: '表', practices: done.practices, labels: done.labels }) }])

describe('what a file of another program becomes', () => {
  it('is shortened where it is too long, and says so', () => {
    const done = plan([code('长'.repeat(60), { definition: '义'.repeat(2500), countsNot: Array.from({ length: 30 }, (_, n) => `第${n}条`) })])
    expect(after(done).map(({ name, definition, countsNot }) => [name.length, definition.length, countsNot.length])).toEqual([[40, 2000, 20]])
    expect(done.notes.map(({ why }) => why)).toEqual(['shortened', 'shortened'])
  })

  it('keeps two of one name, and two of one number, apart', () => {
    const done = plan([code('信任', { guid: guid(1) }), code('信任', { guid: guid(1) }), code('信任')])
    expect(after(done).map(({ name }) => name)).toEqual(['信任', '信任（2）', '信任（3）'])
    expect(done.notes).toEqual([{ name: '信任', why: 'namesake' }])
  })

  it('takes every word of a practice along, however many there are', () => {
    const words = (sign: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${sign}${n}号`)
    const done = plan([code('板凳议事', { kind: 'practice', strong: words('强', 120), weak: words('弱', 3), negative: words('非', 51) })])
    const { practices } = overlaid([], CodebookChange.parse({ type: 'codebook', file: '表', practices: done.practices, labels: [] }).practices)
    expect(practices.map(({ label, strong, weak, negative }) => [label, strong.length, weak.length, negative.length])).toEqual([['板凳议事', 120, 3, 51]])
  })

  it('comes up where it goes too deep', () => {
    let deep = code('第20级')
    for (let n = 19; n > 0; n--) deep = code(`第${n}级`, { children: [deep] })
    const labels = after(plan([deep]))
    const depth = (label: Label | undefined): number => (label === undefined ? 0 : 1 + depth(labels.find(({ id }) => id === label.parent)))
    expect([labels.length, Math.max(...labels.map(depth))]).toEqual([20, 10])
  })

  it('stays where it is when it is known again, and what is not said stays', () => {
    const before: readonly Label[] = [{ id: LabelId.parse(guid(1)), name: '信任', parent: null, colour: 'pink', definition: '信不信', counts: ['算'], countsNot: ['不算'], ...signed }]
    const done = plan([code('互信', { guid: guid(1) })], before)
    expect(done.items).toEqual([{ kind: 'label', name: '互信', above: [], what: ['renamed'], was: '信任' }])
    expect(after(done, before)).toMatchObject([{ name: '互信', colour: 'pink', definition: '信不信', counts: ['算'], countsNot: ['不算'] }])
    expect(plan([code('信任')], before)).toMatchObject({ items: [], same: 1 })
  })

  it('always fits, and fits as it is when it comes again', () => {
    const name = fc.constantFrom('信任', '信 任', '网格', '一'.repeat(50), 'ａ', 'A', '🙂'.repeat(30))
    const tree = (depth: number): fc.Arbitrary<Code[]> => fc.array(fc.record({ name, guid: fc.option(fc.constantFrom(guid(1), guid(2), guid(3)), { nil: null }), definition: fc.option(fc.constantFrom('', '义'.repeat(2100)), { nil: null }), countsNot: fc.option(fc.constant(['不'.repeat(600), '不算']), { nil: null }), children: depth === 0 ? fc.constant<Code[]>([]) : tree(depth - 1) }).map(({ name: called, ...rest }) => code(called, rest)), { maxLength: 3 })
    fc.assert(fc.property(tree(3), (codes) => {
      const labels = after(plan(codes))
      expect(() => after(plan(codes, labels), labels)).not.toThrow()
    }))
  })
})
