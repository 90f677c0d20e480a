/** Web pages: the whole visible page in its order, with what is not the article marked as aside and what the page says of itself as claims. */
import { Refusal } from '../../../contract/errors.ts'
import { decode } from '../decode.ts'
import type { ReadDocument, ReadWarning } from '../document.ts'
import type { HowToRead, NamedBytes } from '../reader.ts'
import { findWarnings } from '../warnings.ts'
import { linksFrom, NO_RESOURCES, Pictures } from './addresses.ts'
import { findArticle } from './article.ts'
import { blocksOf } from './blocks.ts'
import { findNotes } from './notes.ts'
import { parsePage } from './tree.ts'
import { write } from './write.ts'

/** Throws Refusal: BINARY, UNDECODABLE, TOO_BIG, NO_TEXT. */
export function readHtml({ name, bytes }: NamedBytes, _tools: unknown, { encoding }: HowToRead): ReadDocument {
  const decoded = decode(bytes, encoding ?? undefined, name)
  const page = parsePage(decoded.text, name)
  const notes = findNotes(page.body)
  const pictures = new Pictures(NO_RESOURCES)
  const blocks = blocksOf(page.body, { ...notes, picture: pictures.at, link: linksFrom(page.head.base ?? page.savedFrom) })
  if (blocks.length === 0) throw new Refusal('NO_TEXT', { file: name })
  const { asides } = findArticle(blocks, page.head.title)
  const { text, tree } = write(blocks, asides)
  const warnings: readonly ReadWarning[] = findWarnings({ ...decoded, text, foreign: [] })
  return { name, format: 'html', decoding: decoded.decoding, text, tree, frontMatter: null, claims: [], pictures: pictures.found, boundaries: [], warnings }
}
