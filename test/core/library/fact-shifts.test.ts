import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { Extractor } from '../../../electron/core/describing/facts/index.ts'
import { addFact, create, decideFact, edit, extractStale, factId, remove, type FactRules } from '../../../electron/core/library/index.ts'
import { library } from './imported.ts'

const words = (): readonly string[] => []
const by = '李敏'
const body = '老马调解室天天开门。\n启用“民声”平台。\n评为先进集体。'

const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })
const platform = (name: string, kind: 'service' | 'data' = 'service'): FactValue => ({ kind: 'platform', of: { name, kind } })

/** Finds each of these where its name stands first. */
const finding = (...values: readonly FactValue[]): Extractor => ({ body: text }) =>
  values.flatMap((value) => {
    const name = 'name' in value.of ? value.of.name : ''
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ ...value, start, end: start + name.length, sentence: { start: text.lastIndexOf('\n', start) + 1, end: text.indexOf('。', start) + 1 }, basis: 'stated' as const }]
  })

async function read(...values: readonly FactValue[]) {
  let rules: FactRules = { rules: 'f1', extract: finding(...values) }
  const opened = await library({ facts: () => rules })
  const { id, seq } = create(opened, '一则手记', body, words)
  extractStale(opened, 0, 1000)
  let n = 1
  const again = (...next: readonly FactValue[]): readonly string[] => {
    n += 1
    rules = { rules: `f${n}`, extract: finding(...next) }
    extractStale(opened, 0, 1000)
    return listed()
  }
  const listed = (seen = false): readonly string[] => opened.reads.factShifts.page(seen, 0, 100).map(({ how, before, after }) => `${how} ${before ? factId(before) : '-'} → ${after ? factId(after) : '-'}`)
  const change = (next: FactRules): void => { rules = next }
  const named = (name: string): string => opened.reads.facts.shown(seq).map(factId).find((one) => one.endsWith(name)) ?? ''
  return { opened, id, seq, again, listed, change, named }
}

describe('what a reading under new rules changed', () => {
  it('is nothing after a first reading, and nothing where the rules say the same', async () => {
    const { listed, again } = await read(brand('老马调解室'))
    expect([listed(), again(brand('老马调解室'))]).toEqual([[], []])
  })

  it('is what came, what went and what is read otherwise, in the order of the text', async () => {
    const { again } = await read(brand('老马调解室'), platform('民声'))
    expect(again(brand('马调解室'), platform('民声', 'data'), platform('先进集体'))).toEqual([
      'changed brand@0-5:老马调解室 → brand@1-5:马调解室',
      'changed platform@14-16:民声 → platform@14-16:民声',
      'added - → platform@23-27:先进集体',
    ])
  })

  it('is what went, when nothing stands in its place', async () => {
    const { again } = await read(brand('老马调解室'), platform('民声'))
    expect(again(platform('民声'))).toEqual(['gone brand@0-5:老马调解室 → -'])
  })

  it('says which decisions lost what they were about: the confirmed stays, the rejected is shown no more', async () => {
    const { opened, id, again, named } = await read(brand('老马调解室'), platform('民声'))
    decideFact(opened, { id, fact: named('老马调解室'), by }, 'confirmed')
    decideFact(opened, { id, fact: named('民声'), by }, 'rejected')
    expect(again()).toEqual(['unfound brand@0-5:老马调解室 → brand@0-5:老马调解室', 'unfound platform@14-16:民声 → -'])
    // It is said once, not with every later reading.
    expect(again()).toHaveLength(2)
  })

  it('is not what a person did', async () => {
    const { opened, id, seq, again, listed, named, change } = await read(brand('老马调解室'))
    const revision = opened.reads.entries.stored(id)?.revision ?? 0
    addFact(opened, { id, by }, revision, { start: 23, end: 27 }, platform('先进集体'))
    expect(again(brand('老马调解室'))).toEqual([])
    // Decided before the text was read under the rules that are new by now.
    change({ rules: 'f9', extract: finding(brand('老马调解室'), platform('民声')) })
    decideFact(opened, { id, fact: named('老马调解室'), by }, 'confirmed')
    expect([opened.reads.facts.rules(seq), listed()]).toEqual(['f9', ['added - → platform@14-16:民声']])
  })

  it('is forgotten with the text it was about', async () => {
    const { opened, id, again, listed, change } = await read(brand('老马调解室'))
    expect(again()).toHaveLength(1)
    edit(opened, id, 1, { body: `${body}完。` }, words)
    change({ rules: 'f9', extract: finding(platform('民声')) })
    extractStale(opened, 0, 1000)
    expect(listed()).toEqual([])
  })

  it('can be put aside and taken out again, and what was put aside goes when the rules change something once more', async () => {
    const { opened, again, listed } = await read(brand('老马调解室'))
    again()
    const look = (seen: boolean): void => opened.connection.write(() => opened.writes.factShifts.look(opened.reads.factShifts.count(!seen).last, seen))
    look(true)
    expect([listed(), listed(true)]).toEqual([[], ['gone brand@0-5:老马调解室 → -']])
    look(false)
    expect([listed(), listed(true)]).toEqual([['gone brand@0-5:老马调解室 → -'], []])
    look(true)
    expect([again(), listed(true)]).toEqual([[], ['gone brand@0-5:老马调解室 → -']])
    expect([again(platform('民声')), listed(true)]).toEqual([['added - → platform@14-16:民声'], []])
  })

  it('is not shown of what lies in the trash', async () => {
    const { opened, id, again, listed } = await read(brand('老马调解室'))
    again()
    remove(opened, [id])
    expect([listed(), opened.reads.factShifts.count(false).total]).toEqual([[], 0])
  })
})
