/** The door of reading: bytes in, decoded text and its tree out. Pure; every refusal names the file. */
import { Refusal } from '../../contract/errors.ts'
import { findClassifiedMark } from './classified.ts'
import { decode, type Label } from './decode.ts'
import type { ReadDocument } from './document.ts'
import { MAX_TEXT_BYTES, megabytes } from './limits.ts'
import { parseMarkdown } from './markdown.ts'
import { hasText, parsePlainText } from './plain-text.ts'
import { sniff } from './sniff.ts'
import { findWarnings } from './warnings.ts'

export { decode, isLabel, type Decoded, type Label } from './decode.ts'
export { MAX_TEXT_BYTES, megabytes } from './limits.ts'
export type { Decoding, Format, ReadDocument, ReadWarning } from './document.ts'

/**
 * Reads one file as what its bytes are, whatever its name says; only between plain text and Markdown does the name decide.
 * Throws Refusal: TOO_LARGE, EMPTY_FILE, UNSUPPORTED, NOT_TEXT, UNDECODABLE, NO_TEXT, CLASSIFIED_MARK, MALFORMED.
 */
export function read(file: { readonly name: string; readonly bytes: Uint8Array }, options: { readonly encoding?: Label } = {}): ReadDocument {
  const { name, bytes } = file
  if (bytes.length > MAX_TEXT_BYTES) throw new Refusal('TOO_LARGE', { file: name, size: megabytes(bytes.length), limit: megabytes(MAX_TEXT_BYTES) })
  if (bytes.length === 0) throw new Refusal('EMPTY_FILE', { file: name })
  const signature = sniff(bytes)
  if (signature?.binary && TEXT_NAME.test(name)) throw new Refusal('NOT_TEXT', { file: name, format: signature.format })
  if (signature) throw new Refusal('UNSUPPORTED', { file: name, format: signature.format })

  const decoded = decode(bytes, options.encoding, name)
  const { text, decoding } = decoded
  if (!hasText(text)) throw new Refusal('NO_TEXT', { file: name })
  const mark = findClassifiedMark(text, name)
  if (mark !== null) throw new Refusal('CLASSIFIED_MARK', { file: name, mark })

  const shared = { name, decoding, text, warnings: findWarnings(decoded) }
  if (MARKDOWN_NAME.test(name)) return { ...shared, format: 'md', ...parseMarkdown(text, name) }
  return { ...shared, format: 'txt', tree: parsePlainText(text), frontMatter: null }
}

const MARKDOWN_NAME = /\.(?:md|markdown)$/i
const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i
