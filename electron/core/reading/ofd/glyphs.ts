/** Where each character of a text object stands, and the runs that they form. */
import type { Run } from '../layout/index.ts'

export type Matrix = readonly [number, number, number, number, number, number]
export const STRAIGHT: Matrix = [1, 0, 0, 1, 0, 0]
const POINTS = 72 / 25.4
/** Steps between characters that a list may stand for: no text object of a page is longer. */
const MAX_STEPS = 100_000
/** Parts of the size: a wider step begins a run of its own, for a column or a cell may lie between. */
const WIDEST_STEP = 1.6

/** What a text object says of all its characters. `matrix` leads from its own measures to millimetres on the page. */
export interface TextObject {
  readonly matrix: Matrix
  readonly size: number
  /** Quarter turns in which lines are read and in which characters stand. */
  readonly reading: number
  readonly standing: number
  readonly face: string
  readonly bold: boolean
  readonly href: string | null
  readonly aside: Run['aside']
}
export interface TextCode {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly deltaX: string | undefined
  readonly deltaY: string | undefined
}

export function runsOf(object: TextObject, code: TextCode): readonly Run[] {
  const characters = [...code.text]
  const [across, down] = [steps(code.deltaX, characters.length), steps(code.deltaY, characters.length)]
  let { x, y } = code
  const placed = characters.map((text, i) => {
    const here = apply(object.matrix, x, y)
    x += across[i] ?? 0
    y += down[i] ?? 0
    return { text, ...here }
  })
  const size = object.size * Math.hypot(object.matrix[2], object.matrix[3]) * POINTS
  if (!(size > 0 && size < 5000)) return []
  const turned = (Math.atan2(object.matrix[1], object.matrix[0]) * 180) / Math.PI
  const way = direction(placed, size) ?? turned + object.reading
  return group(placed, size).map((group) => run(group, { object, size, way, standing: turned + object.standing }))
}

interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The direction of the line as its characters follow each other; null for one character. */
function direction(placed: readonly Glyph[], size: number): number | null {
  const [first, last] = [placed[0], placed.at(-1)]
  if (!first || !last || Math.hypot(last.x - first.x, last.y - first.y) < size * 0.3) return null
  return (Math.atan2(last.y - first.y, last.x - first.x) * 180) / Math.PI
}

function group(placed: readonly Glyph[], size: number): readonly (readonly Glyph[])[] {
  const found: Glyph[][] = []
  let before: Glyph | null = null
  for (const glyph of placed) {
    const step = before === null ? 0 : Math.hypot(glyph.x - before.x, glyph.y - before.y)
    if (before === null || step > WIDEST_STEP * size) found.push([])
    found.at(-1)?.push(glyph)
    before = glyph
  }
  return found
}

interface Setting {
  readonly object: TextObject
  readonly size: number
  readonly way: number
  readonly standing: number
}

function run(glyphs: readonly Glyph[], { object, size, way, standing }: Setting): Run {
  const [first, last] = [glyphs[0] ?? { x: 0, y: 0, text: '' }, glyphs.at(-1) ?? { x: 0, y: 0, text: '' }]
  const angle = (((way % 360) + 360) % 360)
  // Upright characters in a line that runs down the page: vertical writing, placed by its left edge.
  const vertical = Math.abs(angle - 90) < 10 && Math.abs((((standing % 360) + 540) % 360) - 180) < 10
  const width = Math.hypot(last.x - first.x, last.y - first.y) + (/[\u2E80-\u{3FFFF}]/u.test(last.text) ? 1 : 0.5) * size
  const { face, bold, href, aside } = object
  return { text: glyphs.map(({ text }) => text).join(''), x: vertical ? first.x + size / 2 : first.x, y: vertical ? first.y - size : first.y, width, size, angle: vertical ? 0 : angle, vertical, face, bold, href, aside }
}

/** In points. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: (a * x + c * y + e) * POINTS, y: (b * x + d * y + f) * POINTS }
}

/** First `inner`, then `outer`. */
export function chain(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  return [a * inner[0] + c * inner[1], b * inner[0] + d * inner[1], a * inner[2] + c * inner[3], b * inner[2] + d * inner[3], a * inner[4] + c * inner[5] + e, b * inner[4] + d * inner[5] + f]
}

/** A list of steps; `g 8 4` stands for eight of four. No more are made than there are characters. */
export function steps(list: string | undefined, characters: number): readonly number[] {
  if (list === undefined) return []
  const parts = list.trim().split(/\s+/)
  const most = Math.min(characters, MAX_STEPS)
  const found: number[] = []
  for (let i = 0; i < parts.length && found.length < most; i++) {
    if (parts[i] !== 'g') {
      found.push(finite(parts[i]))
      continue
    }
    const times = Math.min(finite(parts[i + 1]), most - found.length)
    const step = finite(parts[i + 2])
    for (let k = 0; k < times; k++) found.push(step)
    i += 2
  }
  return found
}

function finite(text: string | undefined): number {
  const value = Number(text)
  return Number.isFinite(value) ? value : 0
}
