/** Documents: files as they were once read. The bytes lie in `originals/`, named by their hash. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { EntryId } from '../../../contract/entry.ts'
import { Encoding, Format } from '../../../contract/format.ts'
import { Account } from '../../../contract/importing.ts'
import { Boundary, ReadOptions, SheetGuess } from '../../../contract/reviewing.ts'
import type { PreparedFile } from '../../jobs/prepared.ts'

export interface StoredDocument {
  readonly seq: number
  readonly sha256: string
  readonly name: string
  readonly bytes: number
  readonly format: Format
  readonly encoding: Encoding | null
  readonly accounts: readonly Account[]
  readonly boundaries: readonly Boundary[]
  readonly options: ReadOptions
  readonly sheets: readonly SheetGuess[]
}
interface Row { readonly seq: number; readonly sha256: string; readonly name: string; readonly bytes: number; readonly format: string; readonly encoding: string | null; readonly accounts: string; readonly boundaries: string; readonly options: string; readonly columns: string | null }

/** Documents read before workbooks were known sheet by sheet hold no more than a guess of the first: it is made anew with the next reading. */
const sheetsOf = (stored: unknown): readonly SheetGuess[] => (Array.isArray(stored) ? z.array(SheetGuess).parse(stored) : [])

const parsed = (row: Row): StoredDocument => ({
  ...row,
  format: Format.parse(row.format),
  encoding: Encoding.nullable().parse(row.encoding),
  accounts: z.array(Account).parse(JSON.parse(row.accounts)),
  boundaries: z.array(Boundary).parse(JSON.parse(row.boundaries)),
  options: ReadOptions.parse(JSON.parse(row.options)),
  sheets: row.columns === null ? [] : sheetsOf(JSON.parse(row.columns)),
})

/** Everything that is kept as bytes: files, and the pictures of entries. */
const KEPT = 'SELECT sha256, bytes FROM document UNION SELECT sha256, bytes FROM entry_picture'

export function documentReads(db: Database) {
  const bySeq = db.prepare<[number], Row>('SELECT seq, sha256, name, bytes, format, encoding, accounts, boundaries, options, columns FROM document WHERE seq = ?')
  const present = db.prepare<[string], { id: string }>('SELECT entry.id FROM document JOIN entry ON entry.document = document.seq WHERE document.sha256 = ? AND entry.removed_at IS NULL ORDER BY entry.seq LIMIT 1')
  const ofEntry = db.prepare<[string], { document: number | null }>('SELECT document FROM entry WHERE id = ?')
  const entries = db.prepare<[number], { id: string }>('SELECT id FROM entry WHERE document = ? ORDER BY ordinal, seq')
  const stale = 'document.cleaner < ? AND EXISTS (SELECT 1 FROM batch_file WHERE batch_file.document = document.seq)'
  const behind = db.prepare<[number], { seq: number }>(`SELECT seq FROM document WHERE ${stale} AND EXISTS (SELECT 1 FROM entry WHERE entry.document = document.seq AND removed_at IS NULL) ORDER BY seq`)
  const countBehind = db.prepare<[number], { files: number; entries: number }>(`SELECT count(DISTINCT document.seq) AS files, count(*) AS entries FROM document JOIN entry ON entry.document = document.seq WHERE ${stale} AND removed_at IS NULL`)
  const ofEntries = db.prepare<[string], { seq: number }>('SELECT DISTINCT document AS seq FROM entry WHERE document IS NOT NULL AND removed_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY document')
  const text = db.prepare<[number], { text: string }>('SELECT text FROM document_text WHERE document = ?')
  const hashes = db.prepare<[], { sha256: string; bytes: number }>(`${KEPT} ORDER BY sha256`)
  const kept = db.prepare<[], { bytes: number | null }>(`SELECT sum(bytes) AS bytes FROM (${KEPT})`)
  const referenced = db.prepare<[string, string], { n: number }>('SELECT (SELECT count(*) FROM document WHERE sha256 = ?) + (SELECT count(*) FROM entry_picture WHERE sha256 = ?) AS n')

  return {
    get: (seq: number): StoredDocument | null => {
      const row = bySeq.get(seq)
      return row ? parsed(row) : null
    },
    /** What its offsets count in; null for text files, which are decoded again from the original. */
    text: (seq: number): string | null => text.get(seq)?.text ?? null,
    /** The first entry of this very file that is not in the trash: what makes a file a duplicate (decision 0640). */
    presentEntry: (sha256: string): EntryId | null => {
      const row = present.get(sha256)
      return row ? EntryId.parse(row.id) : null
    },
    ofEntry: (id: string): number | null => ofEntry.get(id)?.document ?? null,
    /** Every entry made of it, in the order of its text, those in the trash included. */
    entries: (seq: number): readonly string[] => entries.all(seq).map((row) => row.id),
    /** Present readings of files, some of whose entries are not in the trash, that were cleaned by older rules. */
    behind: (cleaner: number): readonly number[] => behind.all(cleaner).map((row) => row.seq),
    countBehind: (cleaner: number) => countBehind.get(cleaner) ?? { files: 0, entries: 0 },
    /** The documents of these entries, in the order of the library. */
    ofEntries: (ids: readonly string[]): readonly number[] => ofEntries.all(JSON.stringify(ids)).map((row) => row.seq),
    /** Originals and pictures, each once. */
    hashes: () => hashes.all(),
    /** Bytes of all of them together. */
    bytes: (): number => kept.get()?.bytes ?? 0,
    isReferenced: (sha256: string): boolean => (referenced.get(sha256, sha256)?.n ?? 0) > 0,
  }
}

export function documentWrites(db: Database) {
  const insert = db.prepare<Readonly<Record<string, string | number | null>>>(
    `INSERT INTO document (sha256, name, bytes, format, encoding, encoding_by, encoding_unsure, accounts, boundaries, options, columns, cleaner, stored_at)
      VALUES (@sha256, @name, @bytes, @format, @encoding, @by, @unsure, @accounts, @boundaries, @options, @columns, @cleaner, @at)`)
  const insertText = db.prepare<[number, string]>('INSERT INTO document_text (document, text) VALUES (?, ?)')
  const cleaned = db.prepare<[number, number]>('UPDATE document SET cleaner = ? WHERE seq = ?')
  const orphans = db.prepare<[], { sha256: string }>(`DELETE FROM document WHERE seq NOT IN (SELECT document FROM entry WHERE document IS NOT NULL UNION SELECT document FROM entry_origin WHERE document IS NOT NULL)
    AND seq NOT IN (SELECT was FROM history_document) AND seq NOT IN (SELECT became FROM history_document) RETURNING sha256`)

  return {
    add: (file: PreparedFile, at: string): number => {
      const { decoding } = file
      const seq = Number(insert.run({
        sha256: file.sha256, name: file.name, bytes: file.bytes, format: file.format, encoding: decoding?.label ?? null, by: decoding?.by ?? null, unsure: decoding?.unsure === true ? 1 : 0,
        accounts: JSON.stringify(file.accounts), boundaries: JSON.stringify(file.boundaries), options: JSON.stringify(file.options), columns: file.sheets.length === 0 ? null : JSON.stringify(file.sheets), cleaner: file.cleaner, at,
      }).lastInsertRowid)
      if (file.text !== null) insertText.run(seq, file.text)
      return seq
    },
    /** Read again under these rules, with the same outcome. */
    cleaned: (seq: number, cleaner: number): void => void cleaned.run(cleaner, seq),
    /** Drops documents that neither an entry nor an undo needs; answers the hashes they named. */
    sweep: (): readonly string[] => [...new Set(orphans.all().map((row) => row.sha256))],
  }
}
