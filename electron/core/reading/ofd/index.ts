import { Refusal } from '../../../contract/errors.ts'
import type { Bookmark } from '../layout/boundaries.ts'
import { compose, counter, refuseTooMany } from '../layout/compose.ts'
import type { Run, Sheet } from '../layout/index.ts'
import { Album } from '../office/pictures.ts'
import type { Reader } from '../reader.ts'
import { documentsOf, type Box, type Document, type PageRef } from './document.ts'
import { STRAIGHT } from './glyphs.ts'
import { objectsIn, type Shared } from './objects.ts'
import { openPackage, type Package } from './package.ts'
import { picturesOf } from './pictures.ts'
import { sharedIn } from './resources.ts'

const POINTS = 72 / 25.4
const A4: Box = { x: 0, y: 0, width: 210, height: 297 }
/** A template on this many pages is their frame; on fewer it may hold what the page says. */
const SHARED_BY = 3

/** The text of an OFD document. Rejects with Refusal: CORRUPT, ENCRYPTED, TOO_MANY, BOMB, NO_TEXT, BAD_TEXT_LAYER, DOCTYPE, and what archives are refused for. */
export const readOfd: Reader = async (file) => {
  const files = await openPackage(file)
  const documents = await documentsOf(files)
  if (documents === null || documents.length === 0) throw new Refusal('CORRUPT', { file: file.name, reason: 'OFD 缺少文档' })
  refuseTooMany(documents.reduce((sum, document) => sum + document.pages.length, 0), file.name)
  const sheets: Sheet[] = []
  const broken: number[] = []
  const bookmarks: Bookmark[] = []
  const count = counter(file.name)
  const album = new Album()
  let number = 0
  for (const document of documents) {
    const book: Book = { files, document, shared: await sharedIn(files, document.resources, file.name), file: file.name, templates: new Map(), album }
    const first = number
    for (const page of document.pages) {
      const sheet = await sheetOf(page, book, ++number)
      if (sheet === null) broken.push(number)
      else {
        count(sheet)
        sheets.push(sheet)
      }
    }
    for (const { title, page, y, level } of document.bookmarks) {
      const at = document.pages.findIndex(({ id }) => id === page)
      if (at !== -1) bookmarks.push({ title, level, page: first + at + 1, y: y === null ? null : y * POINTS })
    }
  }
  return compose({ file: file.name, format: 'ofd', sheets, broken, properties: documents[0]?.properties ?? {}, bookmarks, pictures: album.pictures, missing: album.refused })
}

interface Book {
  readonly files: Package
  readonly document: Document
  readonly shared: Shared
  readonly file: string
  /** Runs of templates that have been read. */
  readonly templates: Map<string, readonly Run[]>
  readonly album: Album
}

/** A page as the layout takes it; null for one whose file is missing. */
async function sheetOf({ id, path }: PageRef, book: Book, number: number): Promise<Sheet | null> {
  const { files, document, shared, file, album } = book
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
  const sheet = { page: number, width: box.width * POINTS, height: box.height * POINTS, runs }
  return { ...sheet, pictures: await picturesOf(own.images, sheet, { files, media: shared.media, album, corner: box }) }
}

async function templateOf(id: string, { files, document, shared, file, templates }: Book): Promise<readonly Run[]> {
  const known = templates.get(id)
  if (known) return known
  const path = document.templates.get(id)
  const bytes = path === undefined ? null : await files.bytes(path)
  const runs = bytes === null ? [] : objectsIn(bytes, { file, shared, matrix: STRAIGHT, aside: document.pages.length >= SHARED_BY ? 'running-head' : null }).runs
  templates.set(id, runs)
  return runs
}
