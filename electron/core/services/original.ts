import { Refusal } from '../../contract/errors.ts'
import type { Library } from '../library/index.ts'
import { decode } from '../reading/index.ts'

/** The text that a document's entries were made of: kept beside it, or decoded again from the original. */
export async function documentText({ originals, reads }: Library, seq: number): Promise<string> {
  const document = reads.documents.get(seq)
  if (document === null) throw new Refusal('NO_SUCH_FILE', { file: String(seq) })
  const { sha256, name, encoding } = document
  const kept = reads.documents.text(seq)
  if (kept !== null) return kept
  if (encoding === null) throw new Refusal('UNREADABLE', { file: name })
  return decode(await originals.read(sha256, name), encoding, name).text
}
