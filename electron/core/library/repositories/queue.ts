/** The articles of a batch in the order of its files, for somebody who goes through them. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { EntryId, EntryKind, ReviewState } from '../../../contract/entry.ts'
import type { BatchId } from '../../../contract/importing.ts'
import type { QueueItem, QueuePage, QueuePlace } from '../../../contract/queue.ts'
import { Boundary } from '../../../contract/reviewing.ts'

interface Row {
  readonly seq: number; readonly n: number; readonly name: string; readonly articles: number; readonly first: number; readonly id: string; readonly ordinal: number; readonly kind: string; readonly title: string; readonly title_provisional: number
  readonly raw_start: number; readonly boundary: string | null; readonly confidence: number; readonly confidence_reasons: string; readonly review: string; readonly removed_at: string | null
}
interface Place { readonly n: number; readonly ordinal: number; readonly seq: number }

const FROM = 'FROM batch JOIN batch_file f ON f.batch = batch.seq JOIN entry e ON e.document = f.document WHERE batch.id = @batch'
const WAITS = "e.review = 'pending' AND e.removed_at IS NULL"
const ORDER = 'ORDER BY f.n, e.ordinal, e.seq'
const BEHIND = '(f.n, e.ordinal, e.seq) > (@n, @ordinal, @seq)'
const BEFORE = '(f.n, e.ordinal, e.seq) < (@n, @ordinal, @seq)'

const itemOf = (row: Row): QueueItem => ({
  n: row.n,
  file: row.name,
  of: row.articles,
  first: row.first === 1,
  entry: {
    id: EntryId.parse(row.id),
    ordinal: row.ordinal,
    kind: EntryKind.parse(row.kind),
    title: row.title,
    titleIsProvisional: row.title_provisional === 1,
    boundary: row.boundary === null ? { at: row.raw_start, confidence: 1, basis: 'start', reason: '' } : Boundary.parse(JSON.parse(row.boundary)),
    confidence: row.confidence,
    confidenceReasons: z.array(z.string()).parse(JSON.parse(row.confidence_reasons)),
    review: ReviewState.parse(row.review),
    present: row.removed_at === null,
  },
})

export function queueReads(db: Database) {
  const counts = db.prepare<{ batch: string }, { total: number; waiting: number; accepted: number; skipped: number }>(`SELECT count(*) AS total, count(*) FILTER (WHERE ${WAITS}) AS waiting,
    count(*) FILTER (WHERE e.review = 'accepted' AND e.removed_at IS NULL) AS accepted, count(*) FILTER (WHERE e.removed_at IS NOT NULL) AS skipped ${FROM}`)
  // Which rows these are is found in narrow rows, so that skipping thousands of them reads no titles.
  const page = db.prepare<{ batch: string; offset: number; limit: number }, Place>(`SELECT f.n, e.ordinal, e.seq ${FROM} ${ORDER} LIMIT @limit OFFSET @offset`)
  const rows = db.prepare<{ batch: string; seqs: string }, Row>(`SELECT e.seq, f.n, f.name, (SELECT count(*) FROM entry o WHERE o.document = e.document) AS articles,
    NOT EXISTS (SELECT 1 FROM entry o WHERE o.document = e.document AND (o.ordinal, o.seq) < (e.ordinal, e.seq)) AS first,
    e.id, e.ordinal, e.kind, e.title, e.title_provisional, e.raw_start, json_extract(d.boundaries, '$[' || (e.ordinal - 1) || ']') AS boundary, e.confidence, t.confidence_reasons, e.review, e.removed_at
    FROM json_each(@seqs) s JOIN entry e ON e.seq = s.value JOIN entry_text t ON t.entry = e.seq JOIN document d ON d.seq = e.document JOIN batch_file f ON f.document = e.document JOIN batch ON batch.seq = f.batch WHERE batch.id = @batch ${ORDER}`)
  const place = db.prepare<{ batch: string; entry: string }, Place>(`SELECT f.n, e.ordinal, e.seq ${FROM} AND e.id = @entry`)
  const before = db.prepare<Place & { batch: string }, { count: number }>(`SELECT count(*) AS count ${FROM} AND ${BEFORE}`)
  const waitsBehind = db.prepare<Place & { batch: string }, Place>(`SELECT f.n, e.ordinal, e.seq ${FROM} AND ${WAITS} AND ${BEHIND} ${ORDER} LIMIT 1`)
  const waitsBefore = db.prepare<Place & { batch: string }, Place>(`SELECT f.n, e.ordinal, e.seq ${FROM} AND ${WAITS} AND ${BEFORE} ${ORDER} LIMIT 1`)

  const items = (batch: string, places: readonly Place[]): QueueItem[] => rows.all({ batch, seqs: JSON.stringify(places.map(({ seq }) => seq)) }).map(itemOf)
  const placeOf = (batch: string, at: Place | undefined): QueuePlace | null => {
    const item = at && items(batch, [at])[0]
    return at && item ? { index: before.get({ batch, ...at })?.count ?? 0, item } : null
  }
  return {
    page: (batch: BatchId, offset: number, limit: number): QueuePage => ({ ...(counts.get({ batch }) ?? { total: 0, waiting: 0, accepted: 0, skipped: 0 }), items: items(batch, page.all({ batch, offset, limit })) }),
    place: (batch: BatchId, entry: EntryId): QueuePlace | null => placeOf(batch, place.get({ batch, entry })),
    next: (batch: BatchId, entry: EntryId | null): QueuePlace | null => {
      const from = { batch, ...((entry === null ? undefined : place.get({ batch, entry })) ?? { n: -1, ordinal: 0, seq: 0 }) }
      return placeOf(batch, waitsBehind.get(from) ?? waitsBefore.get(from))
    },
  }
}
