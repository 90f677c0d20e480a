/** Judgements → the bytes of a file that another library can take in. */
import { createHash } from 'node:crypto'
import { countOf, JUDGEMENTS_FORMAT, JUDGEMENTS_VERSION, type FileEntry, type FileHead } from '../../../contract/judgement-file.ts'

export function writeJudgements(entries: readonly FileEntry[], made: string): Uint8Array {
  const head: FileHead = { format: JUDGEMENTS_FORMAT, version: JUDGEMENTS_VERSION, made, entries: entries.length, judgements: entries.reduce((sum, entry) => sum + countOf(entry), 0) }
  const lines = Buffer.from([head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(''), 'utf8')
  const end = Buffer.from(`${JSON.stringify({ end: createHash('sha256').update(lines).digest('hex') })}\n`, 'utf8')
  return Buffer.concat([lines, end])
}
