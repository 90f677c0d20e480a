import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { Refusal } from '../../../contract/errors.ts'
import { compose, counter, refuseTooMany } from '../layout/compose.ts'
import type { Sheet } from '../layout/index.ts'
import type { Properties } from '../office/properties.ts'
import type { Reader } from '../reader.ts'
import { bookmarksOf } from './bookmarks.ts'
import { loadEngine } from './engine.ts'
import { refusalOf } from './faults.ts'
import { sheetOf } from './pages.ts'

/** The text layer of a PDF. Rejects with Refusal: CORRUPT, ENCRYPTED, TOO_MANY, BOMB, NO_TEXT, BAD_TEXT_LAYER. */
export const readPdf: Reader = async (file, tools) => {
  const open = await loadEngine()
  const task = open(file.bytes, tools)
  try {
    // A file that asks for a password is refused; an owner's password alone forbids printing and copying, not reading.
    const document = await task.promise
    refuseTooMany(document.numPages, file.name)
    const { sheets, broken } = await sheetsOf(document, file.name)
    if (sheets.length === 0) throw new Refusal('CORRUPT', { file: file.name, reason: '没有一页读得出来' })
    return compose({ file: file.name, format: 'pdf', sheets, broken, properties: await propertiesOf(document), bookmarks: await bookmarksOf(document, sheets) })
  } catch (error) {
    throw refusalOf(error, file.name)
  } finally {
    await task.destroy()
  }
}

async function sheetsOf(document: PDFDocumentProxy, file: string): Promise<{ readonly sheets: readonly Sheet[]; readonly broken: readonly number[] }> {
  const sheets: Sheet[] = []
  const broken: number[] = []
  const count = counter(file)
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await pageOf(document, number)
    if (sheet === null) broken.push(number)
    else {
      count(sheet)
      sheets.push(sheet)
    }
  }
  return { sheets, broken }
}

/** One damaged page does not take the others with it. */
async function pageOf(document: PDFDocumentProxy, number: number): Promise<Sheet | null> {
  try {
    const page = await document.getPage(number)
    const sheet = await sheetOf(page)
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
