/** Passages that people gave a label. */
import type { Database } from 'better-sqlite3'
import { LabelId } from '../../../contract/labels.ts'
import type { Span } from '../../../contract/span.ts'
import { VISIBLE } from './visible.ts'

export interface LabelledPassage {
  readonly id: string
  readonly label: LabelId
  readonly span: Span
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  /** An edit took the words away; the span says where they stood. */
  readonly lost: boolean
  readonly by: string
  readonly at: string
}

interface Row {
  readonly id: string
  readonly label: string
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

const passageOf = (row: Row): LabelledPassage & { readonly seq: number } => ({
  seq: row.entry, id: row.id, label: LabelId.parse(row.label), span: { start: row.span_start, end: row.span_end }, quote: row.quote, prefix: row.prefix, suffix: row.suffix, lost: row.lost === 1, by: row.signed, at: row.at,
})

const IN_ORDER = 'lost, span_start, span_end, label_passage.id'
const SHOWN = `FROM label_passage JOIN entry ON entry.seq = label_passage.entry WHERE removed_at IS NULL AND ${VISIBLE}`

export function labelReads(db: Database) {
  const ofEntry = db.prepare<[number], Row>(`SELECT * FROM label_passage WHERE entry = ? ORDER BY ${IN_ORDER}`)
  const ofMany = db.prepare<[string], Row>('SELECT * FROM label_passage WHERE entry IN (SELECT value FROM json_each(?))')
  const one = db.prepare<[string], Row>('SELECT * FROM label_passage WHERE id = ?')
  const counts = db.prepare<[], { label: string; n: number }>(`SELECT label, count(*) AS n ${SHOWN} GROUP BY label`)
  const counted = db.prepare<[string], { total: number; entries: number }>(`SELECT count(*) AS total, count(DISTINCT label_passage.entry) AS entries ${SHOWN} AND label = ?`)
  const page = db.prepare<[string, number, number], Row>(`SELECT label_passage.* ${SHOWN} AND label = ? ORDER BY label_passage.entry DESC, ${IN_ORDER} LIMIT ? OFFSET ?`)

  return {
    /** In the order of the text; those whose words are gone come last. */
    ofEntry: (seq: number): LabelledPassage[] => ofEntry.all(seq).map(passageOf),
    ofMany: (seqs: readonly number[]) => ofMany.all(JSON.stringify(seqs)).map(passageOf),
    passage: (id: string): (LabelledPassage & { readonly seq: number }) | null => {
      const row = one.get(id)
      return row ? passageOf(row) : null
    },
    /** How many passages each label has in entries that can be seen. */
    counts: (): ReadonlyMap<string, number> => new Map(counts.all().map(({ label, n }) => [label, n])),
    count: (label: LabelId) => counted.get(label) ?? { total: 0, entries: 0 },
    /** Newest entries first. */
    page: (label: LabelId, offset: number, limit: number) => page.all(label, limit, offset).map(passageOf),
  }
}

export function labelWrites(db: Database) {
  const add = db.prepare<Readonly<Record<string, string | number>>>('INSERT INTO label_passage (id, label, entry, span_start, span_end, quote, prefix, suffix, lost, signed, at) VALUES (@id, @label, @entry, @start, @end, @quote, @prefix, @suffix, @lost, @by, @at)')
  const move = db.prepare<[number, number, string, string, number, string]>('UPDATE label_passage SET span_start = ?, span_end = ?, prefix = ?, suffix = ?, lost = ? WHERE id = ?')
  const drop = db.prepare<[string]>('DELETE FROM label_passage WHERE id = ?')

  return {
    add: (seq: number, { id, label, span, quote, prefix, suffix, lost, by, at }: LabelledPassage): void => void add.run({ id, label, entry: seq, start: span.start, end: span.end, quote, prefix, suffix, lost: lost ? 1 : 0, by, at }),
    /** The words stay; where they stand, and between which, is written anew. */
    move: ({ id, span, prefix, suffix, lost }: LabelledPassage): void => void move.run(span.start, span.end, prefix, suffix, lost ? 1 : 0, id),
    drop: (id: string): void => void drop.run(id),
  }
}
