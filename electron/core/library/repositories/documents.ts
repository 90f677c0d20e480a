/** Documents: files as they were once read. The bytes lie in `originals/`, named by their hash. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { EntryId } from '../../../contract/entry.ts'
import { Encoding } from '../../../contract/format.ts'
import { Account } from '../../../contract/importing.ts'
import type { PreparedFile } from '../../jobs/prepared.ts'

export interface StoredDocument {
  readonly seq: number
  readonly sha256: string
  readonly name: string
  readonly bytes: number
  readonly format: string
  readonly encoding: Encoding | null
  readonly accounts: readonly Account[]
}
interface Row { readonly seq: number; readonly sha256: string; readonly name: string; readonly bytes: number; readonly format: string; readonly encoding: string; readonly accounts: string }

export function documentReads(db: Database) {
  const bySeq = db.prepare<[number], Row>('SELECT seq, sha256, name, bytes, format, encoding, accounts FROM document WHERE seq = ?')
  const present = db.prepare<[string], { id: string }>('SELECT entry.id FROM document JOIN entry ON entry.document = document.seq WHERE document.sha256 = ? AND entry.removed_at IS NULL ORDER BY entry.seq LIMIT 1')
  const ofEntry = db.prepare<[string], { document: number | null }>('SELECT document FROM entry WHERE id = ?')
  const hashes = db.prepare<[], { sha256: string; bytes: number }>('SELECT DISTINCT sha256, bytes FROM document ORDER BY sha256')
  const kept = db.prepare<[], { bytes: number | null }>('SELECT sum(bytes) AS bytes FROM (SELECT DISTINCT sha256, bytes FROM document)')
  const referenced = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM document WHERE sha256 = ?')

  return {
    get: (seq: number): StoredDocument | null => {
      const row = bySeq.get(seq)
      return row ? { ...row, encoding: row.encoding === '' ? null : Encoding.parse(row.encoding), accounts: z.array(Account).parse(JSON.parse(row.accounts)) } : null
    },
    /** The first entry of this very file that is not in the trash: what makes a file a duplicate (decision 0640). */
    presentEntry: (sha256: string): EntryId | null => {
      const row = present.get(sha256)
      return row ? EntryId.parse(row.id) : null
    },
    ofEntry: (id: string): number | null => ofEntry.get(id)?.document ?? null,
    hashes: () => hashes.all(),
    /** Bytes of all originals together. */
    bytes: (): number => kept.get()?.bytes ?? 0,
    isReferenced: (sha256: string): boolean => (referenced.get(sha256)?.n ?? 0) > 0,
  }
}

export function documentWrites(db: Database) {
  const insert = db.prepare<[string, string, number, string, string, string, number, string, string]>(
    'INSERT INTO document (sha256, name, bytes, format, encoding, encoding_by, encoding_unsure, accounts, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const orphans = db.prepare<[], { sha256: string }>('DELETE FROM document WHERE seq NOT IN (SELECT document FROM entry WHERE document IS NOT NULL UNION SELECT document FROM entry_origin WHERE document IS NOT NULL) RETURNING sha256')

  return {
    add: (file: PreparedFile, at: string): number =>
      Number(insert.run(file.sha256, file.name, file.bytes, file.format, file.decoding?.label ?? '', file.decoding?.by ?? '', file.decoding?.unsure === true ? 1 : 0, JSON.stringify(file.accounts), at).lastInsertRowid),
    /** Drops documents that no entry was made of or merged from; answers the hashes they named. */
    sweep: (): readonly string[] => [...new Set(orphans.all().map((row) => row.sha256))],
  }
}
