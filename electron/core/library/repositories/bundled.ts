/** Bundled summaries: which were put into this library, and where the figures of each come from. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Citation, Figure, type Summary } from '../../../contract/bundled.ts'
import { EntryId } from '../../../contract/entry.ts'

export interface BundledRow {
  readonly key: string
  /** Null once the entry was erased. */
  readonly entry: { readonly seq: number; readonly id: EntryId; readonly removed: boolean; readonly edited: boolean } | null
  readonly version: string
}

/** What the program wrote; the figures are spans of `body`. */
export interface Written extends Summary {
  readonly body: string
}

interface Row { readonly key: string; readonly version: string; readonly seq: number | null; readonly id: string | null; readonly removed: number | null; readonly edited: number | null }

export function bundledReads(db: Database) {
  const all = db.prepare<[], Row>('SELECT key, version, seq, id, removed_at IS NOT NULL AS removed, entry.content <> bundled.content AS edited FROM bundled LEFT JOIN entry ON entry.seq = bundled.entry ORDER BY key')
  const written = db.prepare<[number], { key: string; body: string; citations: string; figures: string }>('SELECT key, body, citations, figures FROM bundled WHERE entry = ?')
  const ever = db.prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'entry'")

  return {
    /** In the order of their keys. */
    all: (): readonly BundledRow[] =>
      all.all().map(({ key, version, seq, id, removed, edited }) => ({ key, version, entry: seq === null ? null : { seq, id: EntryId.parse(id), removed: removed === 1, edited: edited === 1 } })),
    written: (entry: number): Written | null => {
      const row = written.get(entry)
      return row ? { key: row.key, body: row.body, citations: z.array(Citation).parse(JSON.parse(row.citations)), figures: z.array(Figure).parse(JSON.parse(row.figures)) } : null
    },
    /** Whether the library has ever held an entry. */
    everHeld: (): boolean => (ever.get()?.seq ?? 0) > 0,
  }
}

export function bundledWrites(db: Database) {
  const put = db.prepare<[string, number, string, number, string, string, string]>(
    'INSERT INTO bundled (key, entry, version, content, body, citations, figures) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET entry = excluded.entry, version = excluded.version, content = excluded.content, body = excluded.body, citations = excluded.citations, figures = excluded.figures',
  )
  return {
    put: ({ key, body, citations, figures }: Written, entry: number, version: string, content: number): void =>
      void put.run(key, entry, version, content, body, JSON.stringify(citations), JSON.stringify(figures)),
  }
}
