/** The door of reading: bytes in, text and its tree out. Pure; every refusal names the file. */
import { Refusal } from '../../contract/errors.ts'
import { refuseClassified } from './classified.ts'
import type { ReadDocument } from './document.ts'
import { megabytes, sizeLimit } from './limits.ts'
import { hasText } from './plain-text.ts'
import type { HowToRead, ReadTools } from './reader.ts'
import { readers } from './readers.ts'
import { sniff } from './sniff.ts'

export { clipboardPage } from './html/fragment.ts'
export { readText } from './text-file.ts'
export { sniff } from './sniff.ts'
export { decode, isLabel, type Decoded, type Label } from './decode.ts'
export { decodeDeclared, declaredIn } from './declared.ts'
export { openArchive, MAX_MEMBER, MAX_MEMBERS, MAX_TOTAL } from './archive/index.ts'
export { MAX_TEXT_BYTES, megabytes, secondsFor } from './limits.ts'
export type { HowToRead, ReadTools } from './reader.ts'
export type { Decoding, Format, ReadBoundary, ReadDocument, ReadPicture, ReadWarning } from './document.ts'

/**
 * Reads one file as what its bytes are, whatever its name says; only between kinds of plain text does the name decide.
 * Rejects with Refusal: EMPTY, TOO_BIG, UNSUPPORTED, BINARY, UNDECODABLE, NO_TEXT, CLASSIFIED_MARK, MALFORMED, CORRUPT, ENCRYPTED, BOMB, TOO_MANY, TOO_DEEP, DOCTYPE, BAD_TEXT_LAYER.
 */
export async function read(file: { readonly name: string; readonly bytes: Uint8Array }, tools: ReadTools, how: HowToRead = {}): Promise<ReadDocument> {
  const { name, bytes } = file
  if (bytes.length === 0) throw new Refusal('EMPTY', { file: name })
  const found = sniff(bytes, name)
  const limit = sizeLimit(found.kind)
  if (bytes.length > limit) throw new Refusal('TOO_BIG', { file: name, size: megabytes(bytes.length), limit: megabytes(limit) })
  if (found.kind === 'archive') throw new Refusal(isTextName(name) ? 'BINARY' : 'UNSUPPORTED', { file: name, format: 'ZIP 压缩包' })
  if (found.kind === 'unsupported') throw new Refusal(found.binary && isTextName(name) ? 'BINARY' : 'UNSUPPORTED', { file: name, format: found.format })
  const document = await readers[found.kind](file, tools, how)
  if (document.format !== 'image' && !hasText(document.text)) throw new Refusal('NO_TEXT', { file: name })
  refuseClassified(document.text, name)
  return document
}

/** Whether somebody who sees the name expects text. */
export const isTextName = (name: string): boolean => /\.(?:txt|text|md|markdown)$/i.test(name)
