/** What readings under new rules changed of the facts of entries. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Basis } from '../../../contract/basis.ts'
import { Refused } from '../../../contract/card.ts'
import { FactValue } from '../../../contract/fact.ts'
import { Decided, TagState } from '../../../contract/practice-tag.ts'
import { Span } from '../../../contract/span.ts'
import { nameOf, type ShownFact } from '../card.ts'
import type { FactShift } from '../fact-shifts.ts'
import { VISIBLE } from './visible.ts'

const Side = z.strictObject({ ...Span.shape, sentence: Span, value: FactValue, basis: Basis, state: TagState, decided: Decided.nullable(), decision: z.string().nullable(), differ: z.boolean(), found: z.boolean(), called: z.string().optional(), reading: z.string().default(''), refused: Refused.nullable().default(null) })
  // Rows of earlier days: what is shown is what it was called.
  .transform((side): ShownFact => ({ ...side, called: side.called ?? nameOf(side.value) }))
const How = z.enum(['added', 'gone', 'changed', 'unfound'])

export interface StoredShift extends FactShift {
  readonly n: number
  readonly seq: number
}

interface Row {
  readonly n: number
  readonly entry: number
  readonly how: string
  readonly before: string | null
  readonly after: string | null
}

const ASKED = `FROM fact_shift JOIN entry ON entry.seq = fact_shift.entry WHERE seen = ? AND removed_at IS NULL AND ${VISIBLE}`
const sideOf = (json: string | null): ShownFact | null => (json === null ? null : Side.parse(JSON.parse(json)))

export function factShiftReads(db: Database) {
  const counted = db.prepare<[number], { total: number; entries: number; last: number | null }>(`SELECT count(*) AS total, count(DISTINCT fact_shift.entry) AS entries, max(n) AS last ${ASKED}`)
  const page = db.prepare<[number, number, number], Row>(`SELECT n, fact_shift.entry AS entry, how, before, after ${ASKED} ORDER BY fact_shift.entry DESC, n LIMIT ? OFFSET ?`)

  return {
    /** `last` names the newest of them; 0 where there is none. */
    count: (seen: boolean): { readonly total: number; readonly entries: number; readonly last: number } => {
      const { total, entries, last } = counted.get(seen ? 1 : 0) ?? { total: 0, entries: 0, last: null }
      return { total, entries, last: last ?? 0 }
    },
    /** Newest entries first, within each in the order of the text. */
    page: (seen: boolean, offset: number, limit: number): StoredShift[] => page.all(seen ? 1 : 0, limit, offset).map((row) => ({ n: row.n, seq: row.entry, how: How.parse(row.how), before: sideOf(row.before), after: sideOf(row.after) })),
  }
}

export function factShiftWrites(db: Database) {
  const insert = db.prepare<[number, string, string, string | null, string | null]>('INSERT INTO fact_shift (entry, rules, how, before, after, seen) VALUES (?, ?, ?, ?, ?, 0)')
  const forget = db.prepare<[string]>('DELETE FROM fact_shift WHERE seen = 1 AND rules <> ?')
  const look = db.prepare<[number, number, number]>('UPDATE fact_shift SET seen = ? WHERE seen = ? AND n <= ?')
  const json = (side: ShownFact | null): string | null => (side === null ? null : JSON.stringify(side))

  return {
    /** What was looked at under earlier rules is forgotten. */
    note: (seq: number, rules: string, shifts: readonly FactShift[]): void => {
      if (shifts.length > 0) forget.run(rules)
      for (const { how, before, after } of shifts) insert.run(seq, rules, how, json(before), json(after))
    },
    /** Those up to `last` were looked at, or are to be looked at again. */
    look: (last: number, seen: boolean): void => void look.run(seen ? 1 : 0, seen ? 0 : 1, last),
  }
}
