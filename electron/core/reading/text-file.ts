import { Refusal } from '../../contract/errors.ts'
import { refuseClassified } from './classified.ts'
import { declaredIn, decodeDeclared } from './declared.ts'
import type { ReadDocument } from './document.ts'
import { parseMarkdown } from './markdown.ts'
import { hasText, parsePlainText } from './plain-text.ts'
import type { HowToRead, NamedBytes } from './reader.ts'
import { findWarnings } from './warnings.ts'

/** Plain text and Markdown; which of the two only the name can tell. Throws Refusal: BINARY, UNDECODABLE, EMPTY, CLASSIFIED_MARK, MALFORMED. */
export function readText({ name, bytes }: NamedBytes, { encoding }: HowToRead = {}): ReadDocument {
  const decoded = decodeDeclared(bytes, isMarkup(bytes) ? declaredIn(bytes) : null, name, encoding ?? undefined)
  const { text, decoding } = decoded
  if (!hasText(text)) throw new Refusal('EMPTY', { file: name })
  refuseClassified(text, name)
  const shared = { name, decoding, text, claims: [], pictures: [], boundaries: [], warnings: findWarnings(decoded) }
  if (MARKDOWN_NAME.test(name)) return { ...shared, format: 'md', ...parseMarkdown(text, name) }
  return { ...shared, format: 'txt', tree: parsePlainText(text), frontMatter: null }
}

const MARKDOWN_NAME = /\.(?:md|markdown)$/i
/** XML that nobody reads as such, and pages under the name of a text, still say how they are encoded; prose only speaks of it. */
const isMarkup = (bytes: Uint8Array): boolean => /^\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^\u00EF\u00BB\u00BF/, ''))
