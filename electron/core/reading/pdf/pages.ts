import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api'
import type { Run, Sheet } from '../layout/index.ts'
import type { Album } from '../office/pictures.ts'
import { annotationsOf, linked } from './annotations.ts'
import { matrix, times, type Matrix } from './matrix.ts'
import { picturesOf, type Names } from './pictures.ts'

/** Share of a page's characters that may be marked as beside its text. */
const MOST_MARKED = 0.3

/** One page's text as runs, in the orientation in which it is shown; and where there is an `album`, its pictures. */
export async function sheetOf(page: PDFPageProxy, names: Names, album: Album | null): Promise<Sheet> {
  const viewport = page.getViewport({ scale: 1 })
  const view = matrix(viewport.transform)
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true })
  const runs: Run[] = []
  /** Marked content inside of which text is the page's and not the document's. */
  const marks: boolean[] = []
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push('tag' in item && item.tag === 'Artifact')
      continue
    }
    if (item.str.trim() === '') continue
    const vertical = styles[item.fontName]?.vertical === true
    const run = runOf(item.str, times(view, matrix(item.transform)), { width: item.width, height: item.height, vertical })
    if (run) runs.push({ ...run, face: item.fontName, aside: marks.includes(true) ? 'running-head' : null })
  }
  const { links, filled } = await annotationsOf(page)
  const sheet = { page: page.pageNumber, width: viewport.width, height: viewport.height, runs: [...linked(believed(runs), links), ...filled] }
  return { ...sheet, pictures: album === null ? [] : await picturesOf(page, sheet, { album, names }) }
}

/** Some programs mark whole pages as decoration: then the mark says nothing. */
function believed(runs: readonly Run[]): readonly Run[] {
  const characters = (some: readonly Run[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  return characters(runs.filter(({ aside }) => aside !== null)) > MOST_MARKED * characters(runs) ? runs.map((run) => ({ ...run, aside: null })) : runs
}

interface Extent {
  readonly width: number
  readonly height: number
  readonly vertical: boolean
}

function runOf(text: string, [a, b, c, d, x, y]: Matrix, { width, height, vertical }: Extent): Omit<Run, 'face' | 'aside'> | null {
  const size = Math.hypot(c, d)
  if (![x, y, size].every(Number.isFinite) || size <= 0 || size > 5000) return null
  const angle = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
  return { text, x, y, width: vertical ? height : width, size, angle: vertical ? 0 : angle, vertical, bold: false, href: null }
}
