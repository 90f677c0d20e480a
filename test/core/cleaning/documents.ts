/** Documents for cleaning: text as a reader would hand it over. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CleanArticle, Cleaned } from '../../../electron/core/cleaning/article.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import type { ReadDocument, ReadPicture } from '../../../electron/core/reading/document.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { Projection } from '../../../electron/core/reading/projection.ts'
import { expectLawful } from './law.ts'

export const plain = (text: string): ReadDocument => read({ name: '文章.txt', bytes: new TextEncoder().encode(text) }, { encoding: 'utf-8' })
/** A document as the reader of another format would hand it over; pictures that the tree names are there. */
export function projected(write: (projection: Projection) => void, more: Partial<ReadDocument> = {}): ReadDocument {
  const projection = new Projection()
  write(projection)
  return { name: '文章.docx', format: 'docx', decoding: null, ...projection.done(), frontMatter: null, claims: [], pictures: [], boundaries: [], warnings: [], ...more }
}
export const pictureOf = (id: string): ReadPicture => ({ id, name: `${id}.png`, mime: 'image/png', bytes: new Uint8Array() })
export const markdown = (text: string): ReadDocument => read({ name: '文章.md', bytes: new TextEncoder().encode(text) }, { encoding: 'utf-8' })
export const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/cleaning', name), 'utf8')

/** Cleans, and checks what holds for every document. */
export function cleanLawfully(document: ReadDocument): Cleaned {
  const cleaned = clean(document)
  expectLawful(document, cleaned)
  return cleaned
}

/** The one article of a text. */
export function article(text: string): CleanArticle {
  const [first, ...others] = cleanLawfully(plain(text)).articles
  if (!first || others.length > 0) throw new Error(`expected one article, got ${1 + others.length}`)
  return first
}

export const paragraphs = (text: string): string[] => article(text).paragraphs.map((paragraph) => paragraph.text)

/** What the notices of one rule did, in order. */
export const told = ({ notices }: CleanArticle, rule: string): { action: string; before: string; after: string }[] =>
  notices.filter((notice) => notice.rule === rule).map(({ action, before, after }) => ({ action, before, after }))
