/** What a batch's report needs beside its files: how they were read, and what became of their characters. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Account } from '../../../contract/importing.ts'

interface Row { readonly n: number; readonly format: string; readonly accounts: string }
export interface ReadFile {
  readonly n: number
  readonly format: string
  readonly accounts: readonly Account[]
}

export function reportReads(db: Database) {
  const documents = db.prepare<[string, string], Row>(`SELECT f.n, d.format, d.accounts FROM batch JOIN batch_file f ON f.batch = batch.seq JOIN document d ON d.seq = f.document
    WHERE batch.id = ? AND f.n IN (SELECT value FROM json_each(?))`)

  return {
    documents: (batch: string, ns: readonly number[]): readonly ReadFile[] => documents.all(batch, JSON.stringify(ns)).map(({ accounts, ...row }) => ({ ...row, accounts: z.array(Account).parse(JSON.parse(accounts)) })),
  }
}
