import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { Refusal } from '../../../contract/errors.ts'
import { layOut, type Sheet } from '../layout/index.ts'
import { hasText } from '../plain-text.ts'
import { Projection } from '../projection.ts'
import type { Reader } from '../reader.ts'
import { loadEngine } from './engine.ts'
import { refusalOf } from './faults.ts'
import { sheetOf } from './pages.ts'

export const MAX_PAGES = 2000
export const MAX_CHARACTERS = 5_000_000
/** On average a page; fewer stand on stamps, page numbers and covers of scans. */
const FEWEST_CHARACTERS = 10

/** The text layer of a PDF. Throws Refusal: CORRUPT, ENCRYPTED, TOO_MANY, BOMB, NO_TEXT. */
export const readPdf: Reader = async (file, tools) => {
  const open = await loadEngine()
  const task = open(file.bytes, tools)
  // Whoever asks for a password gets none: an empty owner's password opens what may be read at all.
  try {
    const sheets = await sheetsOf(await task.promise, file.name)
    const characters = sheets.reduce((sum, sheet) => sum + sheet.runs.reduce((count, run) => count + run.text.replaceAll(/\s/g, '').length, 0), 0)
    if (characters < FEWEST_CHARACTERS * sheets.length && (sheets.length > 1 || characters < 2)) throw new Refusal('NO_TEXT', { file: file.name })
    const projection = new Projection()
    layOut(sheets, projection)
    const { text, tree } = projection.done()
    if (!hasText(text)) throw new Refusal('NO_TEXT', { file: file.name })
    return { name: file.name, format: 'pdf', decoding: null, text, tree, frontMatter: null, claims: [], pictures: [], boundaries: [], warnings: [] }
  } catch (error) {
    throw refusalOf(error, file.name)
  } finally {
    await task.destroy()
  }
}

async function sheetsOf(document: PDFDocumentProxy, file: string): Promise<readonly Sheet[]> {
  if (document.numPages > MAX_PAGES) throw new Refusal('TOO_MANY', { file, count: String(document.numPages), limit: String(MAX_PAGES) })
  const sheets: Sheet[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const sheet = await sheetOf(page)
    page.cleanup()
    characters += sheet.runs.reduce((sum, run) => sum + run.text.length, 0)
    if (characters > MAX_CHARACTERS) throw new Refusal('BOMB', { file, reason: `文字超过 ${MAX_CHARACTERS / 10_000} 万字` })
    sheets.push(sheet)
  }
  return sheets
}
