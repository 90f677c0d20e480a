import { Refusal } from '../../../contract/errors.ts'
import { layOut, type Run, type Sheet } from '../layout/index.ts'
import { hasText } from '../plain-text.ts'
import { Projection } from '../projection.ts'
import type { Reader } from '../reader.ts'
import { documentsOf, type Box, type Document, type PageRef } from './document.ts'
import { STRAIGHT, type Matrix } from './glyphs.ts'
import { objectsIn, type Shared } from './objects.ts'
import { openPackage, type Package } from './package.ts'
import { sharedIn } from './resources.ts'

const MAX_PAGES = 2000
const MAX_CHARACTERS = 5_000_000
const POINTS = 72 / 25.4
const A4: Box = { x: 0, y: 0, width: 210, height: 297 }
/** A template on this many pages is their frame; on fewer it may hold what the page says. */
const SHARED_BY = 3

/** The text of an OFD document. Rejects with Refusal: CORRUPT, ENCRYPTED, TOO_MANY, BOMB, NO_TEXT, DOCTYPE, and what archives are refused for. */
export const readOfd: Reader = async (file) => {
  const files = await openPackage(file)
  const documents = await documentsOf(files)
  if (documents === null || documents.length === 0) throw new Refusal('CORRUPT', { file: file.name, reason: 'OFD 缺少文档' })
  const pages = documents.reduce((sum, document) => sum + document.pages.length, 0)
  if (pages > MAX_PAGES) throw new Refusal('TOO_MANY', { file: file.name, count: String(pages), limit: String(MAX_PAGES) })
  const sheets: Sheet[] = []
  for (const document of documents) {
    const book = await bookOf(files, document, file.name)
    for (const page of document.pages) {
      const sheet = await sheetOf(page, book, sheets.length + 1)
      if (sheet) sheets.push(sheet)
    }
  }
  const characters = sheets.reduce((sum, { runs }) => sum + runs.reduce((count, { text }) => count + text.length, 0), 0)
  if (characters > MAX_CHARACTERS) throw new Refusal('BOMB', { file: file.name, reason: `文字超过 ${MAX_CHARACTERS / 10_000} 万字` })
  const projection = new Projection()
  layOut(sheets, projection)
  const { text, tree } = projection.done()
  if (!hasText(text)) throw new Refusal('NO_TEXT', { file: file.name })
  return { name: file.name, format: 'ofd', decoding: null, text, tree, frontMatter: null, claims: [], pictures: [], boundaries: [], warnings: [] }
}

interface Book {
  readonly files: Package
  readonly document: Document
  readonly shared: Shared
  readonly file: string
  /** Runs of templates that have been read. */
  readonly templates: Map<string, readonly Run[]>
}

async function bookOf(files: Package, document: Document, file: string): Promise<Book> {
  return { files, document, shared: await sharedIn(files, document.resources, file), file, templates: new Map() }
}

/** A page as the layout takes it; null for one whose file is missing. */
async function sheetOf({ id, path }: PageRef, book: Book, number: number): Promise<Sheet | null> {
  const { files, document, shared, file } = book
  const bytes = (await files.bytes(path)) ?? (await files.bytes(path.replace(/\/[^/]*$/, '/Content.xml')))
  if (bytes === null) return null
  const own = objectsIn(bytes, { file, shared, matrix: STRAIGHT, aside: null })
  const [x = 0, y = 0, width = 0, height = 0] = own.box
  const box = width > 0 && height > 0 ? { x, y, width, height } : (document.box ?? A4)
  const under = (await Promise.all(own.templates.map((template) => templateOf(template, book)))).flat()
  const noted = document.annotations.get(id)
  const notes = noted === undefined ? null : await files.bytes(noted)
  const annotations = notes === null ? [] : objectsIn(notes, { file, shared, matrix: STRAIGHT, aside: null }).runs
  const runs = [...under, ...own.runs, ...annotations].map((run) => ({ ...run, x: run.x - box.x * POINTS, y: run.y - box.y * POINTS }))
  return { page: number, width: box.width * POINTS, height: box.height * POINTS, runs }
}

async function templateOf(id: string, { files, document, shared, file, templates }: Book): Promise<readonly Run[]> {
  const known = templates.get(id)
  if (known) return known
  const path = document.templates.get(id)
  const bytes = path === undefined ? null : await files.bytes(path)
  const matrix: Matrix = STRAIGHT
  const runs = bytes === null ? [] : objectsIn(bytes, { file, shared, matrix, aside: document.pages.length >= SHARED_BY ? 'running-head' : null }).runs
  templates.set(id, runs)
  return runs
}
