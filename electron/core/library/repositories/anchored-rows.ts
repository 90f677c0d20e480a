/** Between the columns of what people tied to words of a text, and its values: the same in each table that holds such rows. */
import type { Database } from 'better-sqlite3'
import type { Decided } from '../../../contract/practice-tag.ts'
import type { Anchored } from '../anchoring.ts'

export interface AnchoredRow {
  readonly id: string
  readonly entry: number
  readonly span_start: number
  readonly span_end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly lost: number
  readonly signed: string
  readonly at: string
}

export const anchoredOf = ({ id, span_start: start, span_end: end, quote, prefix, suffix, lost, signed, at }: AnchoredRow): Anchored & Decided & { readonly id: string } => ({ id, span: { start, end }, quote, prefix, suffix, lost: lost === 1, by: signed, at })

const COLUMNS = ['id', 'span_start', 'span_end', 'quote', 'prefix', 'suffix', 'lost', 'signed', 'at']
type Parameters = Readonly<Record<string, string | number | null>>

/** Statements of a table of such rows; `own` are its columns beside those that all have. */
export function anchoredWrites(db: Database, table: 'fact_decision' | 'label_passage' | 'practice_passage', own: readonly string[]) {
  const columns = ['entry', ...COLUMNS, ...own]
  const add = db.prepare<Parameters>(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`)
  const move = db.prepare<[number, number, string, string, number, string]>(`UPDATE ${table} SET span_start = ?, span_end = ?, prefix = ?, suffix = ?, lost = ? WHERE id = ?`)
  const drop = db.prepare<[string]>(`DELETE FROM ${table} WHERE id = ?`)
  return {
    add: (entry: number, { id, span, quote, prefix, suffix, lost, by, at }: Anchored & Decided & { readonly id: string }, values: Parameters): void =>
      void add.run({ entry, id, span_start: span.start, span_end: span.end, quote, prefix, suffix, lost: lost ? 1 : 0, signed: by, at, ...values }),
    /** The words stay; where they stand, and between which, is written anew. */
    move: ({ id, span, prefix, suffix, lost }: Anchored & { readonly id: string }): void => void move.run(span.start, span.end, prefix, suffix, lost ? 1 : 0, id),
    drop: (id: string): void => void drop.run(id),
  }
}
