/** What lies on a page beside its text: links, and what has been filled into a form. Comments and stamps are no text of the page. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api'
import { glyphsOf } from '../layout/doubles.ts'
import type { Run } from '../layout/index.ts'
import { apply, matrix } from './matrix.ts'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export interface Annotations {
  readonly links: readonly (Box & { readonly url: string })[]
  readonly filled: readonly Run[]
}

const MOST = 2000
const NONE: Annotations = { links: [], filled: [] }

export async function annotationsOf(page: PDFPageProxy): Promise<Annotations> {
  let all: readonly unknown[]
  try {
    all = await page.getAnnotations()
  } catch {
    return NONE
  }
  const view = matrix(page.getViewport({ scale: 1 }).transform)
  const links: (Box & { readonly url: string })[] = []
  const filled: Run[] = []
  for (const one of all.slice(0, MOST)) {
    if (!isRecord(one) || !Array.isArray(one['rect']) || one['hidden'] === true) continue
    const [x = 0, y = 0, right = 0, top = 0] = one['rect'].map(Number)
    const [[a, b], [c, d]] = [apply(view, x, y), apply(view, right, top)]
    if (![a, b, c, d].every(Number.isFinite)) continue
    const box = { left: Math.min(a, c), right: Math.max(a, c), top: Math.min(b, d), bottom: Math.max(b, d) }
    const { url, fieldValue } = one
    if (one['subtype'] === 'Link' && typeof url === 'string' && /^https?:\/\//i.test(url) && url.length <= 2000) links.push({ ...box, url })
    if (one['subtype'] === 'Widget' && one['fieldType'] === 'Tx' && typeof fieldValue === 'string') filled.push(...valueRuns(fieldValue, box))
  }
  return { links, filled }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function valueRuns(value: string, { left, top, right, bottom }: Box): readonly Run[] {
  const lines = value.split(/[\r\n]+/).filter((line) => line.trim() !== '').slice(0, 500)
  const size = Math.min(12, (bottom - top) / Math.max(1, lines.length) / 1.2)
  if (!(size > 1)) return []
  return lines.map((text, i) => ({ text, x: left, y: top + (i + 1) * size * 1.2, width: Math.min(right - left, text.length * size), size, angle: 0, vertical: false, face: 'form', bold: false, href: null, aside: null }))
}

/** Runs under a link carry its address; a run that a link covers in part is cut there. */
export function linked(runs: readonly Run[], links: Annotations['links']): readonly Run[] {
  if (links.length === 0) return runs
  return runs.flatMap((run) => {
    if (run.angle !== 0 || run.vertical) return [run]
    const near = links.filter(({ left, right, top, bottom }) => run.y - run.size / 3 > top && run.y - run.size / 3 < bottom && run.x < right && run.x + run.width > left)
    const [first] = near
    if (!first) return [run]
    if (near.length === 1 && run.x >= first.left - 2 && run.x + run.width <= first.right + 2) return [{ ...run, href: first.url }]
    return rejoined(glyphsOf(run).map((glyph) => ({ ...glyph, href: near.find(({ left, right }) => glyph.x + glyph.width / 2 > left && glyph.x + glyph.width / 2 < right)?.url ?? null })))
  })
}

function rejoined(glyphs: readonly Run[]): readonly Run[] {
  const found: Run[] = []
  for (const glyph of glyphs) {
    const before = found.at(-1)
    const gap = before ? glyph.x - before.x - before.width : 0
    if (before && before.href === glyph.href) found[found.length - 1] = { ...before, text: before.text + (gap > 0.2 * glyph.size ? ' ' : '') + glyph.text, width: glyph.x + glyph.width - before.x }
    else found.push(glyph)
  }
  return found
}
