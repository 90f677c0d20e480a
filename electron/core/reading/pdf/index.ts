import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { Refusal } from '../../../contract/errors.ts'
import { compose, counter, refuseTooMany } from '../layout/compose.ts'
import type { Sheet } from '../layout/index.ts'
import { Album } from '../office/pictures.ts'
import type { Properties } from '../office/properties.ts'
import type { Reader } from '../reader.ts'
import { bookmarksOf } from './bookmarks.ts'
import { loadEngine, type Engine } from './engine.ts'
import { refusalOf } from './faults.ts'
import { sheetOf } from './pages.ts'
import { picturesIn } from './pictures.ts'

/** The text layer of a PDF. Rejects with Refusal: CORRUPT, ENCRYPTED, TOO_MANY, BOMB, NO_TEXT, BAD_TEXT_LAYER. */
export const readPdf: Reader = async (file, tools) => {
  const { open, names } = await loadEngine()
  const holds = picturesIn(file.bytes)
  const album = holds === 'some' ? new Album() : null
  const task = open(file.bytes, tools, album !== null)
  try {
    // A file that asks for a password is refused; an owner's password alone forbids printing and copying, not reading.
    const document = await task.promise
    refuseTooMany(document.numPages, file.name)
    const { sheets, broken } = await sheetsOf(document, { file: file.name, names, album })
    if (sheets.length === 0) throw new Refusal('CORRUPT', { file: file.name, reason: '没有一页读得出来' })
    return compose({ file: file.name, format: 'pdf', sheets, broken, properties: await propertiesOf(document), bookmarks: await bookmarksOf(document, sheets), pictures: album?.pictures ?? [], missing: holds === 'too many' ? null : (album?.refused ?? 0) })
  } catch (error) {
    throw refusalOf(error, file.name)
  } finally {
    await task.destroy()
  }
}

interface Reading {
  readonly file: string
  readonly names: Engine['names']
  readonly album: Album | null
}

async function sheetsOf(document: PDFDocumentProxy, reading: Reading): Promise<{ readonly sheets: readonly Sheet[]; readonly broken: readonly number[] }> {
  const sheets: Sheet[] = []
  const broken: number[] = []
  const count = counter(reading.file)
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await pageOf(document, number, reading)
    if (sheet === null) broken.push(number)
    else {
      count(sheet)
      sheets.push(sheet)
    }
  }
  return { sheets, broken }
}

/** One damaged page does not take the others with it. */
async function pageOf(document: PDFDocumentProxy, number: number, { names, album }: Reading): Promise<Sheet | null> {
  try {
    const page = await document.getPage(number)
    const sheet = await sheetOf(page, names, album)
    page.cleanup()
    return sheet
  } catch {
    return null
  }
}

async function propertiesOf(document: PDFDocumentProxy): Promise<Properties> {
  try {
    const { info } = await document.getMetadata()
    const said = (name: string): string | undefined => {
      const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1]
      return typeof value === 'string' ? value : undefined
    }
    return { title: said('Title'), author: said('Author'), keywords: said('Keywords') }
  } catch {
    return {}
  }
}
