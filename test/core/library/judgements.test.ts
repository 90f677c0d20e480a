import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { Extractor } from '../../../electron/core/describing/facts/index.ts'
import { addFact, addPassage, adoptFact, changeFact, create, decide, decideFact, edit, extractStale, tagStale, undo, wholeEntry, type FactRules } from '../../../electron/core/library/index.ts'
import { counting, standing } from '../../../electron/core/library/judgements.ts'
import { library } from './imported.ts'
import { grid, mediation, police, rulesWith } from './practice-rules.ts'

const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const words = (): readonly string[] => []
const li = '李敏'
const wang = '王芳'
const body = '社区推行警网融合。\n老马调解室天天开门。'
const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })
const finding = (...brands: readonly string[]): Extractor => ({ body: text }) =>
  brands.flatMap((name) => [...text.matchAll(new RegExp(name, 'g'))].map((match) => ({ ...brand(name), start: match.index, end: match.index + name.length, sentence: { start: match.index, end: text.indexOf('。', match.index) + 1 }, basis: 'stated' as const })))
const found = 'brand@10-15:老马调解室'

/** Every decision is a minute later than the one before. */
async function written() {
  let minute = 0
  let rules = rulesWith('r1')
  let facts: FactRules = { rules: 'f1', extract: finding('老马调解室') }
  const opened = await library({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minute++)), rules: () => rules, facts: () => facts })
  opened.connection.write(() => opened.writes.practices.order(rules.ids))
  const { id, seq } = create(opened, '一则手记', body, words)
  const entry = () => {
    const stored = opened.reads.entries.stored(id)
    if (stored === null) throw new Error('gone')
    return wholeEntry(opened, stored)
  }
  const line = (one: { readonly state: string; readonly differ: boolean; readonly judgements: readonly { readonly by: string; readonly decision: string; readonly counts: boolean }[] } | undefined): string =>
    one === undefined ? '–' : `${one.state}${one.differ ? ' ≠' : ''} ${one.judgements.map(({ by, decision, counts }) => `${by}:${decision}${counts ? '✓' : ''}`).join(' ')}`.trim()
  return {
    opened, id, seq, entry,
    practice: (name: string) => line(entry().practices.find((tag) => tag.id === name)),
    brands: () => entry().facts.brands.map((fact) => `${fact.name} ${line(fact)}`),
    rule: (next: typeof rules) => { rules = next },
    ruleFacts: (next: FactRules) => { facts = next },
  }
}

describe('two people on one practice', () => {
  it('both keep their word; the newest counts, and that they differ is seen', async () => {
    const { opened, id, practice } = await written()
    decide(opened, { id, practice: grid, by: li }, 'rejected')
    decide(opened, { id, practice: grid, by: wang }, 'confirmed')
    expect(practice('grid')).toBe('confirmed ≠ 王芳:confirmed✓ 李敏:rejected')
    decide(opened, { id, practice: grid, by: li }, 'confirmed')
    expect(practice('grid')).toBe('confirmed 李敏:confirmed✓ 王芳:confirmed')
  })

  it('each takes back their own word only', async () => {
    const { opened, id, practice } = await written()
    const first = decide(opened, { id, practice: grid, by: li }, 'rejected')
    expect(() => decide(opened, { id, practice: grid, by: wang }, null)).toThrow(code('NOT_YOURS'))
    decide(opened, { id, practice: grid, by: wang }, 'confirmed')
    undo(opened, first)
    expect(practice('grid')).toBe('confirmed 王芳:confirmed✓')
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(practice('grid')).toBe('confirmed ≠ 王芳:confirmed✓ 李敏:rejected')
    decide(opened, { id, practice: grid, by: wang }, null)
    expect(practice('grid')).toBe('rejected 李敏:rejected✓')
  })

  it('each takes back what they said of a practice that was merged into it', async () => {
    const { opened, id, practice, rule } = await written()
    decide(opened, { id, practice: police, by: li }, 'rejected')
    const now = rulesWith('r2', [[grid, ['警网']], [mediation, ['调解']]])
    rule({ ...now, aliasOf: (one) => (one === police ? grid : one) })
    tagStale(opened, 0, 1000)
    expect(practice('grid')).toBe('rejected 李敏:rejected✓')
    expect(() => decide(opened, { id, practice: grid, by: wang }, null)).toThrow(code('NOT_YOURS'))
    const back = decide(opened, { id, practice: grid, by: li }, null)
    expect(practice('grid')).toBe('draft')
    undo(opened, back)
    expect(practice('grid')).toBe('rejected 李敏:rejected✓')
    // A new word leaves it as it was: it stands again once the merger is taken back.
    decide(opened, { id, practice: grid, by: li }, 'confirmed')
    expect(practice('grid')).toBe('confirmed 李敏:confirmed✓')
    rule(rulesWith('r3'))
    tagStale(opened, 0, 1000)
    expect([practice('grid'), practice('grid.police')]).toEqual(['confirmed 李敏:confirmed✓', 'rejected 李敏:rejected✓'])
  })

  it('somebody settles it; only a later word to the contrary opens it again', async () => {
    const { opened, id, practice } = await written()
    decide(opened, { id, practice: grid, by: li }, 'rejected')
    decide(opened, { id, practice: grid, by: wang }, 'confirmed')
    const token = decide(opened, { id, practice: grid, by: '赵强' }, 'confirmed', true)
    expect(practice('grid')).toBe('confirmed 赵强:confirmed✓ 王芳:confirmed 李敏:rejected')
    decide(opened, { id, practice: grid, by: li }, 'rejected')
    expect(practice('grid')).toBe('rejected ≠ 李敏:rejected✓ 赵强:confirmed 王芳:confirmed')
    undo(opened, token)
    expect(practice('grid')).toBe('rejected ≠ 李敏:rejected✓ 王芳:confirmed')
  })

  it('a passage is a word for its practice, against an older rejection and under a newer one', async () => {
    const { opened, id, practice } = await written()
    decide(opened, { id, practice: police, by: li }, 'rejected')
    addPassage(opened, { id, practice: police, by: wang }, 1, { start: 0, end: 9 })
    expect(practice('grid.police')).toBe('confirmed ≠ 王芳:confirmed✓ 李敏:rejected')
    decide(opened, { id, practice: police, by: li }, 'rejected')
    expect(practice('grid.police')).toBe('rejected ≠ 李敏:rejected✓ 王芳:confirmed')
    addPassage(opened, { id, practice: police, by: li }, 1, { start: 0, end: 9 })
    expect([practice('grid.police'), opened.reads.practices.passages(1).length]).toEqual(['confirmed 李敏:confirmed✓ 王芳:confirmed', 2])
  })

  it('outlast new rules, edits, and practices that become one', async () => {
    const { opened, id, practice, rule } = await written()
    decide(opened, { id, practice: police, by: li }, 'rejected')
    decide(opened, { id, practice: mediation, by: wang }, 'confirmed')
    edit(opened, id, 1, { body: `开头一句。\n${body}` }, words)
    const { aliasOf: _aliasOf, ...later } = rulesWith('r2', [[mediation, ['没有的词']]])
    rule({ ...later, aliasOf: (practiceId) => (practiceId === police ? mediation : practiceId) })
    tagStale(opened, 0, 1000)
    expect(practice('mediation')).toBe('confirmed ≠ 王芳:confirmed✓ 李敏:rejected')
    expect(opened.reads.practices.decisions(1).map(({ practice: on, by, decision }) => `${on} ${by} ${decision}`)).toEqual(['grid.police 李敏 rejected', 'mediation 王芳 confirmed'])
  })
})

describe('two people on one fact', () => {
  it('both keep their word, and one takes over what the other said', async () => {
    const { opened, id, brands, entry } = await written()
    decideFact(opened, { id, fact: found, by: li }, 'rejected')
    changeFact(opened, { id, fact: found, by: wang }, brand('老马工作室'))
    expect(brands()).toEqual(['老马工作室 confirmed ≠ 王芳:changed✓ 李敏:rejected'])
    const theirs = entry().facts.brands[0]?.judgements.find(({ by }) => by === li)?.id ?? ''
    const token = adoptFact(opened, { id, fact: found, by: wang }, theirs)
    expect(brands()).toEqual(['老马调解室 rejected 王芳:rejected✓ 李敏:rejected'])
    undo(opened, token)
    decideFact(opened, { id, fact: found, by: li }, 'confirmed')
    expect(brands()).toEqual(['老马工作室 confirmed 李敏:changed✓ 王芳:changed'])
    expect(() => decideFact(opened, { id, fact: found, by: '赵强' }, null)).toThrow(code('NOT_YOURS'))
    expect(() => adoptFact(opened, { id, fact: found, by: wang }, 'x')).toThrow(code('NO_SUCH_FACT'))
  })

  it('what one added the other can reject, and it is gone only when nobody stands by it', async () => {
    const { opened, id, brands, entry } = await written()
    const named = (name: string) => entry().facts.brands.find((one) => one.name === name)?.id ?? ''
    addFact(opened, { id, by: li }, 1, { start: 0, end: 4 }, brand('社区'))
    addFact(opened, { id, by: li }, 1, { start: 0, end: 4 }, brand('推行'))
    decideFact(opened, { id, fact: named('社区'), by: wang }, 'rejected')
    expect(brands()).toEqual(['社区 rejected ≠ 王芳:rejected✓ 李敏:added', '推行 confirmed 李敏:added✓', '老马调解室 draft'])
    decideFact(opened, { id, fact: named('社区'), by: li }, 'rejected')
    expect(brands()).toEqual(['推行 confirmed 李敏:added✓', '老马调解室 draft'])
    decideFact(opened, { id, fact: named('推行'), by: wang }, 'confirmed')
    decideFact(opened, { id, fact: named('推行'), by: li }, null)
    expect(brands()).toEqual(['推行 confirmed 王芳:added✓', '老马调解室 draft'])
  })

  it('outlast new rules that call it otherwise', async () => {
    const { opened, id, brands, entry, ruleFacts } = await written()
    decideFact(opened, { id, fact: found, by: li }, 'confirmed')
    ruleFacts({ rules: 'f2', extract: finding('老马调解室天天') })
    extractStale(opened, 0, 1000)
    decideFact(opened, { id, fact: entry().facts.brands[0]?.id ?? '', by: wang }, 'rejected')
    expect(brands()).toEqual(['老马调解室天天 rejected ≠ 王芳:rejected✓ 李敏:confirmed'])
    ruleFacts({ rules: 'f3', extract: finding() })
    extractStale(opened, 0, 1000)
    expect(brands()).toEqual(['老马调解室天天 rejected ≠ 王芳:rejected✓ 李敏:confirmed'])
  })

  it('an undo touches one person only', async () => {
    const { opened, id, brands } = await written()
    const first = decideFact(opened, { id, fact: found, by: li }, 'rejected')
    decideFact(opened, { id, fact: found, by: wang }, 'confirmed')
    undo(opened, first)
    expect(brands()).toEqual(['老马调解室 confirmed 王芳:confirmed✓'])
  })
})

describe('which words stand', () => {
  const word = fc.record({ by: fc.constantFrom(li, wang, '赵强'), at: fc.constantFrom('t1', 't2', 't3', 't4'), came: fc.boolean() })

  it('one of each person and way, none of them older than what it replaced, whatever the order', () => {
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (all) => {
      const left = standing(all)
      for (const one of left) expect(all.every((other) => other.by !== one.by || other.came !== one.came || other.at <= one.at)).toBe(true)
      for (const one of all) expect(left.some((other) => other.by === one.by && other.at >= one.at)).toBe(true)
      expect(standing(left)).toEqual(left)
      const key = ({ by, at, came }: typeof left[number]): string => `${by} ${at} ${String(came)}`
      expect(standing(all.toReversed()).map(key).toSorted()).toEqual(left.map(key).toSorted())
    }))
  })

  it('what came in counts only where nobody here has said anything', () => {
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (all) => {
      const counted = counting(all)
      const here = all.filter(({ came }) => !came)
      expect(counted?.came ?? false).toBe(here.length === 0 && all.length > 0)
      for (const one of here.length > 0 ? here : all) expect((counted?.at ?? '') >= one.at).toBe(true)
    }))
  })
})
