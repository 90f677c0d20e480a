import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardFact } from '../../../electron/contract/card.ts'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { EntryId } from '../../../electron/contract/entry.ts'
import type { Extractor, FoundFact } from '../../../electron/core/describing/facts/index.ts'
import { addFact, changeFact, create, decideFact, edit, extractStale, undo, wholeEntry, type FactRules, type Library } from '../../../electron/core/library/index.ts'
import { anchored } from '../../../electron/core/library/anchoring.ts'
import { factId, shownFacts, type FactDecision } from '../../../electron/core/library/card.ts'
import { library } from './imported.ts'

const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const words = (): readonly string[] => []
const by = '李敏'
const at = '2026-11-22T08:00:00.000Z'
const body = '排查纠纷346件。\n老马调解室天天开门。\n启用“民声”平台。'

const indicator = (measures: string, value: string, number: number): FactValue => ({ kind: 'indicator', of: { value, number, upper: null, unit: '件', qualifier: 'exact', measures, kind: 'count', direction: 'none', period: null, scope: null, scopeLevel: null, denominator: null, suspect: null } })
const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })

/** Finds 排查纠纷N件, and each of these names as a brand. */
const finding = (...brands: readonly string[]): Extractor => ({ body: text }) => [
  ...[...text.matchAll(/排查(纠纷)(\d+)件/g)].map((match) => ({ ...indicator('排查纠纷', `${match[2] ?? ''}件`, Number(match[2])), start: match.index + 4, end: match.index + match[0].length, sentence: { start: match.index, end: match.index + match[0].length + 1 }, basis: 'stated' as const })),
  ...brands.flatMap((name) => [...text.matchAll(new RegExp(name, 'g'))].map((match) => ({ ...brand(name), start: match.index, end: match.index + name.length, sentence: { start: match.index, end: text.indexOf('。', match.index) + 1 }, basis: 'stated' as const }))),
]

async function written(text = body) {
  let rules: FactRules = { rules: 'f1', extract: finding('老马调解室') }
  const opened = await library({ now: () => new Date(at), facts: () => rules })
  const { id, seq } = create(opened, '一则手记', text, words)
  return { opened, id, seq, card: () => shown(opened, id), ids: () => facts(opened, id).map((fact) => fact.id), change: (next: FactRules) => { rules = next } }
}

/** Each fact in one line: what it is called, its words, its state. */
function shown(opened: Library, id: EntryId): string[] {
  const line = (fact: CardFact): string => `${'measures' in fact ? fact.measures : 'name' in fact ? fact.name : ''}|${fact.text}|${fact.sentence}|${fact.state}`
  return facts(opened, id).map(line)
}
function facts(opened: Library, id: EntryId): CardFact[] {
  const stored = opened.reads.entries.stored(id)
  const card = stored && wholeEntry(opened, stored).facts
  return card ? [...card.indicators, ...card.brands, ...card.platforms] : []
}
const first = 'indicator@4-8:排查纠纷'
const second = 'brand@10-15:老马调解室'

describe('the card of an entry', () => {
  it('is read when it is asked for, and every fact is a slice of the body', async () => {
    const { card, opened, id } = await written()
    expect(card()).toEqual(['排查纠纷|346件|排查纠纷346件。|draft', '老马调解室|老马调解室|老马调解室天天开门。|draft'])
    const stored = opened.reads.entries.stored(id)
    expect(stored && wholeEntry(opened, stored).facts.indicators[0]?.id).toBe(first)
  })

  it('is stored in the background, once for each text and each set of rules', async () => {
    const { opened, seq, change } = await written()
    expect(extractStale(opened, 0, 1000)).toEqual({ seqs: [seq], failed: [], next: seq })
    expect(extractStale(opened, 0, 1000)).toEqual({ seqs: [], failed: [], next: null })
    expect([opened.reads.facts.stamps([seq]).get(seq), opened.reads.facts.named([seq]).get(seq)]).toEqual([1, { brands: ['老马调解室'], platforms: [], people: [] }])
    change({ rules: 'f2', extract: finding() })
    expect(extractStale(opened, 0, 1000).seqs).toEqual([seq])
    expect([opened.reads.facts.stamps([seq]).get(seq), opened.reads.facts.named([seq]).size]).toEqual([2, 0])
  })

  it('tells the index of brands, platforms and people, and of nothing else', async () => {
    const { opened, seq, change } = await written('马友利在“民声”平台答复老马调解室。')
    const found = (value: FactValue, start: number, end: number) => ({ ...value, start, end, sentence: { start: 0, end: 18 }, basis: 'stated' as const })
    const person = (name: string, end: number) => found({ kind: 'person', of: { name, role: null, place: null, alias: null } }, 0, end)
    const rest = [found({ kind: 'platform', of: { name: '“民声”平台', kind: 'service' } }, 4, 10), found({ kind: 'platform', of: { name: '民声平台', kind: 'service' } }, 4, 10), found(brand('老马调解室'), 12, 17), found(indicator('答复', '1', 1), 10, 12)]
    change({ rules: 'f2', extract: () => [person('马友利', 3), ...rest] })
    extractStale(opened, 0, 1000)
    expect(opened.reads.facts.named([seq]).get(seq)).toEqual({ brands: ['老马调解室'], platforms: ['民声平台'], people: ['马友利'] })
    const before = opened.reads.facts.stamps([seq]).get(seq) ?? 0
    change({ rules: 'f3', extract: () => [person('马友', 2), ...rest] })
    extractStale(opened, 0, 1000)
    expect(opened.reads.facts.stamps([seq]).get(seq)).toBe(before + 1)
  })

  it('never shows the places of a former text', async () => {
    const { opened, id, seq, card } = await written()
    extractStale(opened, 0, 1000)
    edit(opened, id, 1, { body: '今年排查纠纷12件。' }, words)
    expect([opened.reads.facts.shown(seq), card()]).toEqual([[], ['排查纠纷|12件|排查纠纷12件。|draft']])
  })

  it('stays as it was when one text cannot be read', async () => {
    const { opened, seq, change } = await written()
    const broken = new Error('broken')
    change({ rules: 'f2', extract: () => { throw broken } })
    expect(extractStale(opened, 0, 1000)).toEqual({ seqs: [], failed: [broken], next: seq })
  })
})

describe('a decision on a fact', () => {
  it('confirms or rejects, is signed, and is taken back by its undo', async () => {
    const { opened, id, card } = await written()
    const token = decideFact(opened, { id, fact: second, by }, 'rejected')
    expect([card()[1], opened.reads.facts.named([1]).size]).toEqual(['老马调解室|老马调解室|老马调解室天天开门。|rejected', 0])
    undo(opened, token)
    expect(card()[1]).toBe('老马调解室|老马调解室|老马调解室天天开门。|draft')
    decideFact(opened, { id, fact: first, by }, 'confirmed')
    expect(card()[0]).toBe('排查纠纷|346件|排查纠纷346件。|confirmed')
    expect(opened.reads.history.ofEntry(id).map(({ action, label }) => [action, label])).toEqual([['fact', 'indicator 排查纠纷'], ['undo', 'fact'], ['fact', 'brand 老马调解室'], ['create', '一则手记']])
    decideFact(opened, { id, fact: first, by }, null)
    expect(card()[0]).toBe('排查纠纷|346件|排查纠纷346件。|draft')
  })

  it('outranks the rules of later days', async () => {
    const { opened, id, card, change } = await written()
    decideFact(opened, { id, fact: second, by }, 'confirmed')
    decideFact(opened, { id, fact: first, by }, 'rejected')
    change({ rules: 'f2', extract: finding() })
    extractStale(opened, 0, 1000)
    expect(card()).toEqual(['排查纠纷|346件|排查纠纷346件。|rejected', '老马调解室|老马调解室|老马调解室天天开门。|confirmed'])
    change({ rules: 'f3', extract: finding('老马调解室', '老马') })
    extractStale(opened, 0, 1000)
    expect(card().slice(1)).toEqual(['老马|老马|老马调解室天天开门。|draft', '老马调解室|老马调解室|老马调解室天天开门。|confirmed'])
  })

  it('moves with its words, and is listed where they are gone', async () => {
    const { opened, id, card } = await written()
    decideFact(opened, { id, fact: first, by }, 'confirmed')
    const moved = edit(opened, id, 1, { body: `先说一句。\n${body}` }, words)
    expect([moved.lost, card()[0]]).toEqual([[], '排查纠纷|346件|排查纠纷346件。|confirmed'])
    const gone = edit(opened, id, 2, { body: '别的话。' }, words)
    expect([gone.lost, card()]).toEqual([[{ what: 'fact', label: '排查纠纷', quote: '346件' }], []])
    undo(opened, gone.undo)
    expect(card()[0]).toBe('排查纠纷|346件|排查纠纷346件。|confirmed')
  })

  it('puts a fact right; rejecting that shows what the rules found, and taking it back, too', async () => {
    const { opened, id, card } = await written()
    changeFact(opened, { id, fact: first, by }, indicator('排查矛盾纠纷', '346件', 346))
    expect(card()[0]).toBe('排查矛盾纠纷|346件|排查纠纷346件。|confirmed')
    decideFact(opened, { id, fact: first, by }, 'confirmed')
    expect(card()[0]).toBe('排查矛盾纠纷|346件|排查纠纷346件。|confirmed')
    decideFact(opened, { id, fact: first, by }, null)
    expect(card()[0]).toBe('排查纠纷|346件|排查纠纷346件。|draft')
    expect(() => changeFact(opened, { id, fact: first, by }, brand('某'))).toThrow(code('INVALID_INPUT'))
  })

  it('adds a fact by hand, which is gone when it is rejected', async () => {
    const { opened, id, card, ids } = await written()
    const start = body.indexOf('“民声”平台')
    addFact(opened, { id, by }, 1, { start: start - 1, end: start + 6 }, brand('民声'))
    expect(card()[2]).toBe('民声|用“民声”平台|启用“民声”平台。|confirmed')
    expect(() => addFact(opened, { id, by }, 7, { start: 0, end: 2 }, brand('某'))).toThrow(code('STALE_REVISION'))
    expect(() => addFact(opened, { id, by }, 1, { start: 9, end: 10 }, brand('某'))).toThrow(code('EMPTY_PASSAGE'))
    const token = decideFact(opened, { id, fact: ids()[2] ?? '', by }, 'rejected')
    expect(card()).toHaveLength(2)
    undo(opened, token)
    expect(card()).toHaveLength(3)
  })

  it('is refused where there is no such fact, and an undo where it was decided anew', async () => {
    const { opened, id } = await written()
    expect(() => decideFact(opened, { id, fact: 'brand@0-1:某', by }, 'confirmed')).toThrow(code('NO_SUCH_FACT'))
    const token = decideFact(opened, { id, fact: first, by }, 'confirmed')
    decideFact(opened, { id, fact: first, by }, 'rejected')
    expect(() => undo(opened, token)).toThrow(code('STALE_REVISION'))
  })
})

/** Whatever was found and decided, in whatever order. */
const readings = fc.array(fc.record({ kind: fc.constantFrom('brand' as const, 'platform' as const), name: fc.constantFrom('甲', '乙'), of: fc.constantFrom('a', 'b'), start: fc.integer({ min: 0, max: 3 }), length: fc.integer({ min: 0, max: 3 }) }), { maxLength: 6 })
  // The rules never find one name at a part of the words of the same name.
  .map((all) => all.filter((one, n) => all.every((other, m) => m >= n || other.kind !== one.kind || other.name !== one.name || (other.start === one.start && other.length === one.length) || other.start + other.length <= one.start || one.start + one.length <= other.start)))
const readAs = ({ kind, name, of }: { readonly kind: 'brand' | 'platform'; readonly name: string; readonly of: string }): FactValue => (kind === 'brand' ? { kind, of: { name, kind: of === 'a' ? 'person' : 'group', place: null } } : { kind, of: { name, kind: of === 'a' ? 'service' : 'data' } })

it('whatever is found and decided, every fact has a name that no other has, and it is found again by it', () => {
  const text = '天天开门办事'
  const decision = fc.record({ pick: fc.nat(), how: fc.constantFrom('confirmed' as const, 'rejected' as const, 'changed' as const, 'added' as const), to: fc.constantFrom('甲', '乙'), signed: fc.constantFrom('李敏', '王芳') })
  fc.assert(fc.property(readings, readings, fc.array(decision, { maxLength: 6 }), (now, later, steps) => {
    const find = (all: typeof now): FoundFact[] => all.map((one) => ({ ...readAs(one), start: one.start, end: one.start + one.length, sentence: { start: 0, end: 6 }, basis: 'stated' as const }))
    const decisions: FactDecision[] = []
    for (const [n, { pick, how, to, signed }] of steps.entries()) {
      const card = shownFacts(find(now), decisions, text, [])
      const fact = card[pick % Math.max(1, card.length)]
      if (fact === undefined) continue
      const added = how === 'added'
      const span = { start: fact.start, end: Math.max(fact.end, added ? fact.start + 1 : 0) }
      decisions.push({
        id: `d${String(n)}`, decision: how, found: added ? '' : fact.called, value: how === 'changed' ? readAs({ kind: fact.value.kind === 'brand' ? 'brand' : 'platform', name: to, of: 'a' }) : fact.value, basis: 'stated', ...anchored(text, span), lost: false, subject: added ? `d${String(n)}` : fact.called === '' ? fact.reading : '', reading: added || fact.called === '' ? '' : fact.reading, by: signed, at: `2026-11-2${String(n)}`, came: false, settles: false,
      })
      const after = shownFacts(find(now), decisions, text, [])
      // What the rules do not find is gone once it is rejected.
      if (!added && (how !== 'rejected' || fact.found)) expect(after.filter((one) => factId(one) === factId(fact)).map(({ state, decision: of }) => [state, of])).toEqual([[how === 'rejected' ? 'rejected' : 'confirmed', `d${String(n)}`]])
    }
    for (const found of [now, later]) {
      const ids = shownFacts(find(found), decisions, text, []).map(factId)
      expect(new Set(ids).size).toBe(ids.length)
    }
  }), { numRuns: 2000 })
})

describe('of several facts at the same words', () => {
  const place = { start: 10, end: 15, sentence: { start: 10, end: 20 }, basis: 'stated' as const }
  const other: FactValue = { kind: 'brand', of: { name: '老马调解室', kind: 'group', place: null } }
  const both = [{ ...brand('老马调解室'), ...place }, { ...other, ...place }]

  it('each has a name of its own, though they are called alike, and a decision is about one of them for good', async () => {
    const { opened, id, ids, change } = await written()
    const states = () => facts(opened, id).map((fact) => `${'kind' in fact ? String(fact.kind) : ''} ${fact.state}`)
    change({ rules: 'f2', extract: () => both })
    expect(new Set(ids()).size).toBe(2)
    decideFact(opened, { id, fact: ids()[1] ?? '', by }, 'rejected')
    expect(states()).toEqual(['person draft', 'group rejected'])
    decideFact(opened, { id, fact: ids()[0] ?? '', by: '王芳' }, 'confirmed')
    expect(states().toSorted()).toEqual(['group rejected', 'person confirmed'])
    change({ rules: 'f3', extract: () => both.toReversed() })
    extractStale(opened, 0, 1000)
    expect(states().toSorted()).toEqual(['group rejected', 'person confirmed'])
    change({ rules: 'f4', extract: () => both.slice(0, 1) })
    extractStale(opened, 0, 1000)
    expect(states()).toEqual(['person confirmed'])
  })

  it('a decision outlasts rules that tell more of it, and tells of itself where they read the words otherwise', async () => {
    const { opened, id, ids, change } = await written()
    const states = () => facts(opened, id).map((fact) => `${'place' in fact ? String(fact.place) : ''} ${'kind' in fact ? String(fact.kind) : ''} ${fact.state}${fact.refused === null ? '' : ` (${fact.refused.by})`}`)
    change({ rules: 'f2', extract: () => both })
    decideFact(opened, { id, fact: ids()[1] ?? '', by }, 'rejected')
    decideFact(opened, { id, fact: ids()[0] ?? '', by: '王芳' }, 'confirmed')
    const located = both.map((one) => ({ ...one, of: { ...one.of, place: '沅平县' } }))
    change({ rules: 'f3', extract: () => located.toReversed() as typeof both })
    extractStale(opened, 0, 1000)
    expect(states().toSorted()).toEqual(['沅平县 group rejected', '沅平县 person confirmed'])
    expect(new Set(ids()).size).toBe(2)
    // Neither of what says something else now was rejected by anybody; who rejected what there is told.
    change({ rules: 'f4', extract: () => [{ kind: 'brand', of: { name: '老马调解室', kind: 'method', place: null }, ...place }] })
    extractStale(opened, 0, 1000)
    expect(states().toSorted()).toEqual(['null method draft (李敏)', 'null person confirmed'])
  })

  it('what the rules found twice is there once', async () => {
    const { card, change } = await written()
    change({ rules: 'f2', extract: () => both.slice(0, 1).flatMap((one) => [one, one, { ...one }]) })
    expect(card()).toHaveLength(1)
  })

  it('one put right under the name of another stays the one it is', async () => {
    const { opened, id, card, ids, change } = await written()
    change({ rules: 'f2', extract: () => [{ ...brand('老马'), ...place }, { ...brand('老马调解室'), ...place }] })
    const [one = '', two = ''] = ids()
    changeFact(opened, { id, fact: one, by }, brand('老马调解室'))
    expect(ids().toSorted()).toEqual([one, two].toSorted())
    decideFact(opened, { id, fact: two, by }, 'rejected')
    expect(card().map((line) => line.split('|').at(-1)).toSorted()).toEqual(['confirmed', 'rejected'])
    decideFact(opened, { id, fact: one, by }, null)
    expect(card().toSorted()).toEqual(['老马|老马调解室|老马调解室天天开门。|draft', '老马调解室|老马调解室|老马调解室天天开门。|rejected'])
  })

  it('two that later rules find as one stay two for whoever decided on both', async () => {
    const { opened, id, card, ids, change } = await written()
    const at = (start: number, end: number, name: string) => ({ ...brand(name), ...place, start, end })
    change({ rules: 'f2', extract: () => [at(11, 12, '马'), at(12, 13, '马')] })
    for (const fact of ids()) decideFact(opened, { id, fact, by }, 'confirmed')
    change({ rules: 'f3', extract: () => [at(11, 13, '老马'), at(11, 13, '马')] })
    extractStale(opened, 0, 1000)
    expect(card().map((line) => line.split('|').at(-1)).toSorted()).toEqual(['confirmed', 'confirmed', 'draft'])
    expect(new Set(ids()).size).toBe(3)
  })

  it('one added by hand stands for what the rules find at its words; once it is rejected, the draft is there again', async () => {
    const { opened, id, card, ids } = await written()
    addFact(opened, { id, by }, 1, { start: 10, end: 15 }, brand('老马的调解室'))
    expect(card().slice(1)).toEqual(['老马的调解室|老马调解室|老马调解室天天开门。|confirmed'])
    decideFact(opened, { id, fact: ids()[1] ?? '', by }, 'rejected')
    expect(card().slice(1)).toEqual(['老马调解室|老马调解室|老马调解室天天开门。|draft'])
  })

  it('one added by hand hides nothing that the rules find at more or at fewer words, of another kind, or beside another of its kind', async () => {
    const { opened, id, card, change } = await written()
    addFact(opened, { id, by }, 1, { start: 10, end: 15 }, brand('老马的调解室'))
    const sentence = { start: 10, end: 20 }
    const at = (value: FactValue, start: number, end: number): FoundFact => ({ ...value, start, end, sentence, basis: 'stated' })
    const platform: FactValue = { kind: 'platform', of: { name: '老马调解室', kind: 'mediation' } }
    change({ rules: 'f2', extract: () => [at(brand('老马'), 10, 12), at(platform, 10, 15), at(brand('老马调解室'), 10, 15), at(brand('调解室'), 10, 15)] })
    extractStale(opened, 0, 1000)
    expect(card().map((line) => line.replace(/\|.*\|/u, ' '))).toEqual(['老马 draft', '老马调解室 draft', '调解室 draft', '老马的调解室 confirmed', '老马调解室 draft'])
    change({ rules: 'f3', extract: () => [at(brand('老马的调解室'), 10, 15), at(brand('调解室'), 10, 15)] })
    extractStale(opened, 0, 1000)
    expect(card().map((line) => line.replace(/\|.*\|/u, ' ')).toSorted()).toEqual(['老马的调解室 confirmed', '调解室 draft'])
  })
})

describe('a fact that was rejected', () => {
  const sentence = { start: 10, end: 20 }

  it.each([['under another name', brand('老马'), 10, 15], ['with the quotes round it', brand('“老马调解室”'), 9, 16]] as const)('stays rejected when later rules find it %s', async (_how, value, start, end) => {
    const text = body.replace('\n老马调解室', '“老马调解室”')
    const { opened, id, card, change } = await written(text)
    decideFact(opened, { id, fact: second, by }, 'rejected')
    change({ rules: 'f2', extract: () => [{ ...value, start, end, sentence, basis: 'stated' as const }] })
    extractStale(opened, 0, 1000)
    expect(card()).toEqual([expect.stringMatching(/rejected$/)])
    expect(opened.reads.factShifts.page(false, 0, 9).map(({ how }) => how)).toEqual(['gone', 'changed'])
    // What is at a part of its words is something else.
    change({ rules: 'f3', extract: () => [{ ...brand('老马'), start: 10, end: 12, sentence, basis: 'stated' as const }] })
    extractStale(opened, 0, 1000)
    expect(card()).toEqual([expect.stringMatching(/draft$/)])
  })

  it('is asked about again, visibly, when later rules take its words for a fact of another kind', async () => {
    const { opened, id, change } = await written()
    decideFact(opened, { id, fact: second, by }, 'rejected')
    change({ rules: 'f2', extract: () => [{ kind: 'platform', of: { name: '老马调解室', kind: 'mediation' }, start: 10, end: 15, sentence, basis: 'stated' }] })
    extractStale(opened, 0, 1000)
    const refused = { kind: 'brand', name: '老马调解室', by, at }
    expect(facts(opened, id)).toMatchObject([{ state: 'draft', refused }])
    decideFact(opened, { id, fact: facts(opened, id)[0]?.id ?? '', by }, 'confirmed')
    expect(facts(opened, id)).toMatchObject([{ state: 'confirmed', refused: null }])
  })

  it('takes no other fact away once its words are lost', async () => {
    const { opened, id, card } = await written()
    decideFact(opened, { id, fact: second, by }, 'rejected')
    const { entry } = edit(opened, id, 1, { body: '今年来，各村排查纠纷346件。' }, words)
    expect([entry.revision, card()]).toEqual([2, ['排查纠纷|346件|今年来，各村排查纠纷346件。|draft'].map(() => expect.stringMatching(/draft$/))])
  })
})

describe('facts of the whole library', () => {
  const asked = { kind: 'indicator', text: '', name: null, place: null, practice: null, state: null, unit: null, of: null } as const

  it('are listed by kind, narrowed, and sorted by number where they measure the same', async () => {
    const { opened, seq } = await written()
    create(opened, '又一则', '排查纠纷1200件。', words)
    extractStale(opened, 0, 1000)
    const { facts } = opened.reads
    const numbers = (descending: boolean): (number | null)[] => facts.page(asked, 'number', descending, 0, 10).map(({ fact }) => (fact.value.kind === 'indicator' ? fact.value.of.number : null))
    expect([facts.count(asked), facts.units(asked), facts.measured(asked), numbers(false), numbers(true)]).toEqual([{ total: 2, entries: 2 }, [{ unit: '件', count: 2 }], [{ name: '排查纠纷', unit: '件', kind: 'count' }], [346, 1200], [1200, 346]])
    expect([facts.count({ ...asked, text: '化解' }).total, facts.count({ ...asked, unit: '%' }).total, facts.count({ ...asked, place: '' }).total, facts.count({ ...asked, place: '安徽省' }).total]).toEqual([0, 0, 2, 0])
    decideFact(opened, { id: opened.reads.entries.summaries([seq])[0]?.id ?? ('' as EntryId), fact: first, by }, 'rejected')
    expect([facts.count(asked).total, facts.count({ ...asked, state: 'rejected' }).total]).toEqual([1, 1])
  })
})
