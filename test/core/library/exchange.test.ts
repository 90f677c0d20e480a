import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../../electron/contract/fact.ts'
import { FileEntry, type FileFact } from '../../../electron/contract/judgement-file.ts'
import type { Extractor } from '../../../electron/core/describing/facts/index.ts'
import { addFact, addPassage, check, create, decide, decideFact, edit, findEntries, gather, present, relateUnprinted, remove, tagStale, takeIn, undo, wholeEntry, type Library } from '../../../electron/core/library/index.ts'
import type { FactDecision } from '../../../electron/core/library/card.ts'
import { placeOf, wordsAt } from '../../../electron/core/library/exchange/placing.ts'
import { weigh, type Present } from '../../../electron/core/library/exchange/weighing.ts'
import type { Decision, Passage } from '../../../electron/core/library/showing.ts'
import { library } from './imported.ts'
import { grid, mediation, police, rulesWith } from './practice-rules.ts'

const words = (): readonly string[] => []
const li = '李敏'
const wang = '王芳'
const long = Array.from({ length: 30 }, (_, n) => `第${n + 1}件事由社区干部登门商量，说清缘由之后写进台账。`).join('\n')
const body = `社区推行警网融合。\n老马调解室天天开门。\n${long}`
const brand = (name: string): FactValue => ({ kind: 'brand', of: { name, kind: 'person', place: null } })
const extract: Extractor = ({ body: text }) => [...text.matchAll(/老马调解室/g)].map((match) => ({ ...brand(match[0]), start: match.index, end: match.index + 5, sentence: { start: match.index, end: match.index + 10 }, basis: 'stated' as const }))

/** A library with one text; its clock begins at `hour`, every moment a minute later. */
async function written(hour: number, text = body, title = '一则手记') {
  let minute = 0
  const opened = await library({ now: () => new Date(Date.UTC(2026, 10, 22, hour, minute++)), rules: () => rulesWith('r1'), facts: () => ({ rules: 'f1', extract }) })
  const { id, seq } = create(opened, title, text, words)
  const fact = `brand@${text.indexOf('老马调解室')}-${text.indexOf('老马调解室') + 5}:老马调解室`
  return { opened, id, seq, fact, line: () => gather(opened, present(opened, id), null), shown: () => shown(opened, id) }
}
function shown(opened: Library, id: string): string[] {
  const stored = opened.reads.entries.stored(id)
  if (stored === null) return []
  const { practices, facts } = wholeEntry(opened, stored)
  const line = (name: string, { state, differ, judgements }: { readonly state: string; readonly differ: boolean; readonly judgements: readonly { readonly by: string; readonly decision: string; readonly came: boolean }[] }): string => `${name} ${state}${differ ? ' ≠' : ''} ${judgements.map(({ by, decision, came }) => `${came ? '←' : ''}${by}:${decision}`).join(' ')}`.trim()
  return [...practices.map((tag) => line(tag.id, tag)), ...facts.brands.map((one) => line(one.name, one))]
}
/** What came in, without the names of rows. */
const came = (opened: Library, seq: number) => ({
  decisions: opened.reads.practices.decisions(seq).filter((one) => one.came),
  passages: opened.reads.practices.passages(seq).filter((one) => one.came).map(({ id: _id, ...one }) => one),
  facts: opened.reads.facts.decisions(seq).filter((one) => one.came).map(({ id: _id, ...one }) => one),
})
function take(into: Library, ...lines: readonly FileEntry[]) {
  const found = findEntries(into, lines)
  return takeIn(into, lines.flatMap((line, n) => { const one = found[n]; return one ? [{ line: FileEntry.parse(line), found: one }] : [] }), '意见.judgements')
}

describe('judgements of another library', () => {
  it('stand beside one’s own, count where nobody here has judged, and go as they came', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    decide(a.opened, { id: a.id, practice: police, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    addFact(a.opened, { id: a.id, by: li }, 1, { start: 0, end: 4 }, brand('社区'))
    const b = await written(9)
    decide(b.opened, { id: b.id, practice: grid, by: wang }, 'confirmed')
    decideFact(b.opened, { id: b.id, fact: b.fact, by: wang }, 'confirmed')
    const before = b.shown()
    const { undo: token, tally } = take(b.opened, a.line())
    expect(tally).toEqual({ fresh: 3, agree: 0, differ: 2, known: 0, older: 0, foreign: 0 })
    const after = ['grid confirmed ≠ 王芳:confirmed ←李敏:rejected', 'grid.police rejected ←李敏:rejected', 'mediation confirmed ←李敏:confirmed', '社区 confirmed ←李敏:added', '老马调解室 confirmed ≠ 王芳:confirmed ←李敏:rejected']
    expect(b.shown()).toEqual(after)
    expect(b.opened.reads.judgements.differing(0, 10)).toEqual({ total: 1, items: 2, seqs: [b.seq] })
    expect(b.opened.reads.judgements.signers()).toEqual([{ by: li, judgements: 5, here: 0 }, { by: wang, judgements: 2, here: 2 }])
    undo(b.opened, token)
    expect([b.shown(), came(b.opened, b.seq)]).toEqual([before, { decisions: [], passages: [], facts: [] }])
    undo(b.opened, b.opened.reads.history.ofEntry(b.id)[0]?.id ?? '')
    expect(b.shown()).toEqual(after)
    expect(b.opened.reads.history.ofEntry(b.id).map(({ action, label }) => [action, label]).slice(0, 3)).toEqual([['undo', 'judgements'], ['undo', 'judgements'], ['judgements', '意见.judgements']])
    expect((await check(b.opened)).every(({ ok }) => ok)).toBe(true)
  })

  it('taken in twice add nothing, and what comes back to whom it came from adds nothing', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    addFact(a.opened, { id: a.id, by: li }, 1, { start: 0, end: 4 }, brand('社区'))
    const b = await written(9)
    take(b.opened, a.line())
    const once = came(b.opened, b.seq)
    const again = take(b.opened, a.line())
    expect([again.undo, again.tally, came(b.opened, b.seq)]).toEqual(['', { fresh: 0, agree: 0, differ: 0, known: 3, older: 0, foreign: 0 }, once])
    // Also after the text was edited here.
    edit(b.opened, b.id, 1, { body: `先说一句。\n${body}` }, words)
    expect(take(b.opened, a.line()).undo).toBe('')
    expect(take(a.opened, b.line()).tally).toEqual({ fresh: 0, agree: 0, differ: 0, known: 3, older: 0, foreign: 0 })
  })

  it('that are read in the background later are no change of the rules', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    take(b.opened, a.line())
    b.opened.connection.write(() => {
      b.opened.writes.practices.withdraw(b.seq, { practice: grid, by: li, came: true })
      b.opened.writes.judgements.unread(b.seq)
    })
    expect(b.shown()[0]).toMatch(/^grid rejected/)
    tagStale(b.opened, 0, 1000)
    expect([b.shown()[0], b.opened.reads.taxonomy.shiftCount()]).toEqual(['grid draft', 0])
  })

  it('exchanged both ways, everybody’s word is in both libraries', async () => {
    const [a, b] = [await written(8), await written(9)]
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decideFact(a.opened, { id: a.id, fact: a.fact, by: li }, 'rejected')
    decide(b.opened, { id: b.id, practice: grid, by: wang }, 'confirmed')
    decideFact(b.opened, { id: b.id, fact: b.fact, by: wang }, 'confirmed')
    take(b.opened, a.line())
    take(a.opened, b.line())
    const words = ({ opened, seq }: typeof a): string[] => [
      ...opened.reads.practices.decisions(seq).map(({ practice, by, decision, at }) => `${practice} ${by} ${decision} ${at}`),
      ...opened.reads.practices.passages(seq).map(({ practice, by, quote }) => `${practice} ${by} ${quote}`),
      ...opened.reads.facts.decisions(seq).map(({ found, by, decision, at }) => `${found} ${by} ${decision} ${at}`),
    ].toSorted()
    expect(words(a)).toEqual(words(b))
    expect(words(a)).toHaveLength(5)
    // Each keeps its own word in force, and both see that they differ.
    expect([a.shown()[0], b.shown()[0]]).toEqual(['grid rejected ≠ 李敏:rejected ←王芳:confirmed', 'grid confirmed ≠ 王芳:confirmed ←李敏:rejected'])
  })

  it('a newer word of the same person replaces what came in before, an older one does not, and neither touches what they said here', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const first = a.line()
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const second = a.line()
    take(b.opened, second)
    expect([take(b.opened, first).tally.older, b.shown()[0]]).toEqual([1, 'grid confirmed ←李敏:confirmed'])
    decide(b.opened, { id: b.id, practice: grid, by: li }, 'rejected')
    expect(b.shown()[0]).toBe('grid rejected 李敏:rejected')
    expect([take(b.opened, second).undo, b.shown()[0]]).toEqual(['', 'grid rejected 李敏:rejected'])
    const later = { ...second, practices: second.practices.map((one) => ({ ...one, at: '2027-01-01T00:00:00.000Z' })) }
    take(b.opened, later)
    expect(b.shown()[0]).toBe('grid rejected ≠ 李敏:rejected ←李敏:confirmed')
  })

  it('an undo is refused once one of the words has been replaced', async () => {
    const a = await written(8)
    const b = await written(9)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const { undo: token } = take(b.opened, a.line())
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const { undo: second } = take(b.opened, a.line())
    expect(() => undo(b.opened, token)).toThrow(expect.objectContaining({ fault: expect.objectContaining({ code: 'STALE_REVISION' }) }))
    undo(b.opened, second)
    expect(b.shown()[0]).toBe('grid rejected ←李敏:rejected')
    undo(b.opened, token)
    expect(b.shown()[0]).toBe('grid draft')
  })

  it('find their text though it was edited here, and wait where their words are gone', async () => {
    const a = await written(8)
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    addPassage(a.opened, { id: a.id, practice: police, by: li }, 1, { start: 0, end: 9 })
    const b = await written(9, body.replace('社区推行警网融合。', '开头换了。'))
    take(b.opened, a.line())
    expect(b.opened.reads.practices.passages(b.seq).map(({ quote, lost, span }) => [quote, lost, lost ? null : span.start])).toEqual([['社区推行警网融合。', true, null], ['老马调解室', false, 6]])
    edit(b.opened, b.id, 1, { body }, words)
    expect(b.opened.reads.practices.passages(b.seq).map(({ lost, span }) => [lost, span.start])).toEqual([[false, 0], [false, 10]])
  })

  it('are about no other text, nor about one in the trash', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const other = await written(9, `社区推行警网融合。\n${'别的事另有一篇文章来讲，与前面毫不相干。'.repeat(20)}`)
    expect(findEntries(other.opened, [a.line()])).toEqual([null])
    const b = await written(10, body, '另一个题目')
    relateUnprinted(b.opened, 10)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.seq, same: true }])
    remove(b.opened, [b.id])
    expect(findEntries(b.opened, [a.line()])).toEqual([null])
  })

  it('on a practice that each library made itself are left out', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const line = a.line()
    const b = await written(9)
    const foreign = { ...line, practices: line.practices.map((one) => ({ ...one, practice: 'grid.owna' as typeof grid, label: '自拟' })) }
    expect([take(b.opened, foreign).tally, b.opened.reads.practices.decisions(b.seq)]).toEqual([{ fresh: 0, agree: 0, differ: 0, known: 0, older: 0, foreign: 1 }, []])
  })

  it('hold no word of the article that nobody judged', async () => {
    const a = await written(8)
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'confirmed')
    const text = JSON.stringify(a.line())
    expect([text.includes('老马调解室'), text.includes('天天开门'), text.includes('警网融合。'), text.includes('台账')]).toEqual([true, false, false, false])
  })
})

describe('putting files together', () => {
  const text = '甲乙丙丁戊己庚辛壬癸。'
  const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z')
  const by = fc.constantFrom(li, wang, '赵强')
  const practice = fc.record({ practice: fc.constantFrom(grid, police, mediation), label: fc.constant('某'), decision: fc.constantFrom('confirmed' as const, 'rejected' as const), settles: fc.boolean(), by, at })
  const start = fc.integer({ min: 0, max: 8 })
  const passage = fc.record({ practice: fc.constantFrom(grid, mediation), label: fc.constant('某'), start, by, at }).map((one) => ({ ...one, ...wordsAt(text, text.slice(one.start, one.start + 2), one.start) }))
  const fact = fc.record({ reading: fc.constant(''), subject: fc.constantFrom('', '', 'S1', 'S2'), decision: fc.constantFrom('confirmed' as const, 'rejected' as const, 'changed' as const), found: fc.constantFrom('甲', '乙'), value: fc.constantFrom(brand('甲'), brand('乙')), basis: fc.constant('stated' as const), settles: fc.boolean(), start, by, at }).map((one): FileFact => ({ ...one, ...wordsAt(text, text.slice(one.start, one.start + 2), one.start) }))
  const line = fc.record({ practices: fc.array(practice, { maxLength: 6 }), passages: fc.array(passage, { maxLength: 4 }), facts: fc.array(fact, { maxLength: 6 }) }).map((all): FileEntry => ({ sha256: null, ordinal: null, body: '0'.repeat(64), keys: [], title: '', ...all }))
  const own = fc.record({
    decisions: fc.array(practice, { maxLength: 4 }).map((all) => [...new Map(all.map(({ label: _label, ...one }): [string, Decision] => [`${one.practice} ${one.by}`, { ...one, came: false }])).values()]),
    facts: fc.constant<readonly FactDecision[]>([]),
  })
  let n = 0
  const practices = { aliasOf: (id: typeof grid) => id, agrees: () => true, newId: () => String(n++) }
  const into = (present: Present, one: FileEntry): Present => {
    const { decisions, passages, facts } = weigh(one, present, practices)
    const replaced = <T,>(all: readonly T[], taken: readonly { readonly before: T | null; readonly after: T }[]): T[] => taken.reduce<T[]>((now, { before, after }) => [...now.filter((row) => row !== before), after], [...all])
    return { ...present, decisions: replaced(present.decisions, decisions), passages: replaced(present.passages, passages), facts: replaced(present.facts, facts) }
  }
  const empty = (decisions: readonly Decision[]): Present => ({ body: text, same: true, decisions, passages: [], facts: [] })
  const rows = ({ decisions, passages, facts }: Present): string[] => [...decisions, ...passages.map(({ id: _id, ...one }: Passage) => one), ...facts.map(({ id: _id, ...one }: FactDecision) => one)].map((one) => JSON.stringify(one)).toSorted()

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
