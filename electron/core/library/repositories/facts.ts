/** What entries state, what people decided about it, and under which rules a text was read. */
import type { Database } from 'better-sqlite3'
import { Basis } from '../../../contract/basis.ts'
import { Refused } from '../../../contract/card.ts'
import { FactValue, type FactKind } from '../../../contract/fact.ts'
import { TagState } from '../../../contract/practice-tag.ts'
import { unquoted } from '../../language/index.ts'
import { FactDecision, nameOf, type ShownFact } from '../card.ts'
import { anchoredOf, anchoredWrites, type AnchoredRow } from './anchored-rows.ts'
import { VISIBLE } from './visible.ts'

interface FactRow {
  readonly entry: number
  readonly kind: string
  readonly state: string
  readonly basis: string
  readonly span_start: number
  readonly span_end: number
  readonly sentence_start: number
  readonly sentence_end: number
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly decision: string | null
  readonly differ: number
  readonly found: number
  readonly called: string
  readonly reading: string
  readonly refused: string | null
  readonly value: string
}
interface DecisionRow extends AnchoredRow {
  readonly kind: string
  readonly decision: string
  readonly found: string
  readonly value: string
  readonly basis: string
  readonly came: number
  readonly settles: number
  readonly subject: string
  readonly reading: string
}

/** `text` is a part of its name; `place` a path as filters name it, null for everywhere. */
export interface FactsAsked {
  readonly kind: FactKind
  readonly text: string
  readonly name: string | null
  readonly place: string | null
  readonly practice: string | null
  readonly state: string | null
  readonly unit: string | null
  readonly of: string | null
}
type Sort = 'entry' | 'name' | 'number' | 'date'

const EACH = '(SELECT value FROM json_each(?))'
const PATH = "rtrim(coalesce(province, '') || '/' || coalesce(city, '') || '/' || coalesce(district, ''), '/')"
/** What is looked for is found with and without the quotation marks a name is written with. */
const BARE = ['“', '”', '‘', '’'].reduce((name, sign) => `replace(${name}, '${sign}', '')`, 'fact.name')
const ASKED = `FROM fact JOIN entry ON entry.seq = fact.entry
  WHERE fact.kind = @kind AND removed_at IS NULL AND ${VISIBLE}
    AND (@text = '' OR instr(fact.name, @text) > 0 OR instr(${BARE}, @text) > 0)
    AND (@of IS NULL OR entry.kind = @of)
    AND (@name IS NULL OR fact.name = @name)
    AND (@place IS NULL OR ${PATH} = @place OR (@place <> '' AND substr(${PATH}, 1, length(@place) + 1) = @place || '/'))
    AND (@practice IS NULL OR EXISTS (SELECT 1 FROM practice_tag WHERE practice_tag.entry = fact.entry AND practice_tag.practice = @practice AND shown = 1))
    AND (CASE WHEN @state IS NULL THEN fact.state <> 'rejected' ELSE fact.state = @state END)`
const OF_UNIT = 'AND (@unit IS NULL OR fact.unit = @unit)'
const COLUMNS = 'fact.entry, fact.kind, fact.state, fact.basis, span_start, span_end, sentence_start, sentence_end, decided_by, decided_at, decision, differ, found, called, reading, refused, value'
const ORDERS: Readonly<Record<Sort, (way: string) => string>> = {
  entry: (way) => `fact.entry ${way === 'ASC' ? 'DESC' : 'ASC'}, n`,
  name: (way) => `fact.name ${way}, fact.entry DESC, n`,
  number: (way) => `fact.number ${way}, fact.entry DESC, n`,
  date: (way) => `coalesce(date_value, '') ${way}, fact.entry DESC, n`,
}

const valueOf = (kind: string, of: string): FactValue => FactValue.parse({ kind, of: JSON.parse(of) })

const factOf = (row: FactRow): ShownFact => ({
  start: row.span_start, end: row.span_end, sentence: { start: row.sentence_start, end: row.sentence_end }, value: valueOf(row.kind, row.value), basis: Basis.parse(row.basis), state: TagState.parse(row.state),
  decided: row.decided_by === null || row.decided_at === null ? null : { by: row.decided_by, at: row.decided_at }, decision: row.decision, differ: row.differ === 1, found: row.found === 1,
  called: row.called, reading: row.reading, refused: row.refused === null ? null : Refused.parse(JSON.parse(row.refused)),
})

const decisionOf = (row: DecisionRow): FactDecision => ({
  ...anchoredOf(row), decision: FactDecision.shape.decision.parse(row.decision), found: row.found, value: valueOf(row.kind, row.value), basis: Basis.parse(row.basis), came: row.came === 1, settles: row.settles === 1, subject: row.subject, reading: row.reading,
})

/**
 * Names that the index knows: searches narrow by brands and platforms, and all of them are suggested, heard and put right.
 * `+kind`: these are asked of a few entries, and the index by kind would read the names of the whole library for them.
 */
const NAMED = "+kind IN ('brand', 'platform', 'person') AND state <> 'rejected'"
const LISTS = { brand: 'brands', platform: 'platforms', person: 'people' } as const
type NamedKind = keyof typeof LISTS
export type NamedByFacts = Record<(typeof LISTS)[NamedKind], string[]>

export function factReads(db: Database) {
  const facts = db.prepare<[number], FactRow>(`SELECT ${COLUMNS} FROM fact WHERE entry = ? ORDER BY n`)
  const decisions = db.prepare<[number], DecisionRow>('SELECT * FROM fact_decision WHERE entry = ? ORDER BY at, id')
  const stale = db.prepare<[number, string, number], { seq: number }>('SELECT seq FROM entry LEFT JOIN fact_state ON fact_state.entry = seq WHERE seq > ? AND rules IS NOT ? AND removed_at IS NULL ORDER BY seq LIMIT ?')
  const staleCount = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM entry LEFT JOIN fact_state ON fact_state.entry = seq WHERE rules IS NOT ? AND removed_at IS NULL')
  const rules = db.prepare<[number], { rules: string }>('SELECT rules FROM fact_state WHERE entry = ?')
  const stamps = db.prepare<[string], { entry: number; stamp: number }>(`SELECT entry, stamp FROM fact_state WHERE entry IN ${EACH}`)
  const named = db.prepare<[string], { entry: number; kind: NamedKind; name: string }>(`SELECT DISTINCT entry, kind, name FROM fact WHERE entry IN ${EACH} AND ${NAMED} ORDER BY entry, kind, n`)
  const counted = db.prepare<FactsAsked, { total: number; entries: number }>(`SELECT count(*) AS total, count(DISTINCT fact.entry) AS entries ${ASKED} ${OF_UNIT}`)
  const units = db.prepare<FactsAsked, { unit: string; count: number }>(`SELECT fact.unit AS unit, count(*) AS count ${ASKED} GROUP BY fact.unit ORDER BY count DESC, unit LIMIT 200`)
  const measured = db.prepare<FactsAsked, { name: string; unit: string; kind: string }>(`SELECT DISTINCT fact.name, fact.unit, value ->> 'kind' AS kind ${ASKED} ${OF_UNIT} LIMIT 3`)
  const endorsed = db.prepare<[string], FactRow>(`SELECT ${COLUMNS} FROM fact WHERE entry IN ${EACH} AND +kind = 'honour' AND value ->> 'kind' = 'endorsement' AND state <> 'rejected' ORDER BY entry, n`)
  const bases = db.prepare<FactsAsked, { n: number; unstated: number }>(`SELECT count(DISTINCT coalesce(value ->> 'scopeLevel', '') || '|' || coalesce(value ->> 'denominator', '') || '|' || coalesce(value ->> '$.period.text', '')) AS n, coalesce(sum(value ->> '$.period.text' IS NULL), 0) AS unstated ${ASKED} ${OF_UNIT}`)
  const pages = new Map((['entry', 'name', 'number', 'date'] as const).flatMap((sort) => (['ASC', 'DESC'] as const).map((way) => [`${sort} ${way}`, db.prepare<FactsAsked & { readonly offset: number; readonly limit: number }, FactRow>(`SELECT ${COLUMNS} ${ASKED} ${OF_UNIT} ORDER BY ${ORDERS[sort](way)} LIMIT @limit OFFSET @offset`)] as const)))

  return {
    /** In the order of the text, rejected ones among them. */
    shown: (seq: number): ShownFact[] => facts.all(seq).map(factOf),
    decisions: (seq: number): FactDecision[] => decisions.all(seq).map(decisionOf),
    /** Entries after `seq` that were not read under `rules`; those in the trash wait. */
    stale: (rulesNow: string, after: number, limit: number): readonly number[] => stale.all(after, rulesNow, limit).map((row) => row.seq),
    staleCount: (rulesNow: string): number => staleCount.get(rulesNow)?.n ?? 0,
    /** The rules this text was read under; null or '' when it is to be read. */
    rules: (seq: number): string | null => rules.get(seq)?.rules ?? null,
    stamps: (seqs: readonly number[]): ReadonlyMap<number, number> => new Map(stamps.all(JSON.stringify(seqs)).map((row) => [row.entry, row.stamp])),
    /** Brands, platforms and people by entry, brands and platforms without quotation marks; an entry that names none is left out. */
    named: (seqs: readonly number[]): ReadonlyMap<number, Readonly<NamedByFacts>> => {
      const found = new Map<number, NamedByFacts>()
      for (const { entry, kind, name } of named.all(JSON.stringify(seqs))) {
        const known = found.get(entry) ?? { brands: [], platforms: [], people: [] }
        const bare = kind === 'person' ? name : unquoted(name)
        if (bare !== '' && !known[LISTS[kind]].includes(bare)) known[LISTS[kind]].push(bare)
        found.set(entry, known)
      }
      return found
    },
    /** What leaders are told to have said of these entries. */
    endorsements: (seqs: readonly number[]): { readonly seq: number; readonly fact: ShownFact }[] => endorsed.all(JSON.stringify(seqs)).map((row) => ({ seq: row.entry, fact: factOf(row) })),
    count: (asked: FactsAsked) => counted.get(asked) ?? { total: 0, entries: 0 },
    units: (asked: FactsAsked) => units.all({ ...asked, unit: null }),
    /** What the rows measure, three different ones at most: more than one cannot be sorted by number. */
    measured: (asked: FactsAsked) => measured.all(asked),
    /** Whether level, period and denominator are one and the same throughout, and the period is stated. */
    sameBasis: (asked: FactsAsked): boolean => {
      const { n, unstated } = bases.get(asked) ?? { n: 0, unstated: 0 }
      return n <= 1 && unstated === 0
    },
    page: (asked: FactsAsked, sort: Sort, descending: boolean, offset: number, limit: number): { readonly seq: number; readonly fact: ShownFact }[] =>
      (pages.get(`${sort} ${descending ? 'DESC' : 'ASC'}`)?.all({ ...asked, offset, limit }) ?? []).map((row) => ({ seq: row.entry, fact: factOf(row) })),
  }
}
export type FactReads = ReturnType<typeof factReads>

export function factWrites(db: Database) {
  const names = db.prepare<[number], { kind: string; name: string }>(`SELECT DISTINCT kind, name FROM fact WHERE entry = ? AND ${NAMED} ORDER BY kind, name`)
  const clear = db.prepare<[number]>('DELETE FROM fact WHERE entry = ?')
  const insert = db.prepare<Readonly<Record<string, string | number | null>>>(`INSERT INTO fact (entry, n, kind, name, number, unit, state, basis, span_start, span_end, sentence_start, sentence_end, decided_by, decided_at, decision, differ, found, called, reading, refused, value)
    VALUES (@entry, @n, @kind, @name, @number, @unit, @state, @basis, @start, @end, @sentenceStart, @sentenceEnd, @by, @at, @decision, @differ, @found, @called, @reading, @refused, @value)`)
  const state = db.prepare<[number, string, number, number]>('INSERT INTO fact_state (entry, rules, stamp) VALUES (?, ?, ?) ON CONFLICT (entry) DO UPDATE SET rules = excluded.rules, stamp = stamp + ?')
  const { add, move, drop: withdraw } = anchoredWrites(db, 'fact_decision', ['kind', 'decision', 'found', 'value', 'basis', 'came', 'settles', 'subject', 'reading'])

  return {
    /** Puts `facts` in the place of all that the entry has, and notes the rules they were found under. */
    replace: (seq: number, rules: string, facts: readonly ShownFact[]): void => {
      const before = JSON.stringify(names.all(seq))
      clear.run(seq)
      facts.forEach(({ start, end, sentence, value, basis, state: thought, decided, decision, differ, found, called, reading, refused }, n) =>
        insert.run({
          entry: seq, n, kind: value.kind, name: nameOf(value), number: value.kind === 'indicator' ? value.of.number : null, unit: value.kind === 'indicator' ? value.of.unit : '', state: thought, basis,
          start, end, sentenceStart: sentence.start, sentenceEnd: sentence.end, by: decided?.by ?? null, at: decided?.at ?? null, decision, differ: differ ? 1 : 0, found: found ? 1 : 0, called, reading, refused: refused && JSON.stringify(refused), value: JSON.stringify(value.of),
        }),
      )
      const grown = before === JSON.stringify(names.all(seq)) ? 0 : 1
      state.run(seq, rules, grown, grown)
    },
    decide: (seq: number, { decision, found, value, basis, came, settles, subject, reading, ...words }: FactDecision): void =>
      add(seq, words, { kind: value.kind, decision, found, value: JSON.stringify(value.of), basis, came: came ? 1 : 0, settles: settles ? 1 : 0, subject, reading }),
    withdraw,
    move,
  }
}
