import { articles } from './articles.ts'
import { median } from './measure.ts'
import type { Piece } from './lines.ts'

/**
 * The order of columns: a gap that several lines keep free parts columns, left before right; what lies across several columns parts what is above from what is below.
 * Lines whose parts are short stay lines, for they are rows of a table or a form and are read across.
 */
export function columns(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  return articles(pieces) ?? divide([...pieces].sort((a, b) => a.y - b.y || a.left - b.left), 0)
}

/** Lines that must share a gap before it parts columns. */
const FEWEST = 3
const DEEPEST = 24
/** Characters in the middle line of a column of prose. */
const PROSE = 7
const MOST_BESIDE = 400
/** Gaps followed at a time, and stretches weighed: a page made to have more is read line by line. */
const MOST_OPEN = 60
const MOST_ZONES = 200

interface Gap {
  readonly left: number
  readonly right: number
}
interface Zone extends Gap {
  readonly from: number
  readonly to: number
}

function divide(pieces: readonly Piece[], depth: number): readonly (readonly Piece[])[] {
  if (pieces.length < 2 * FEWEST || depth > DEEPEST) return pieces.length === 0 ? [] : [pieces]
  const strips = stand(pieces)
  if (strips) return strips.flatMap((strip) => divide(strip, depth + 1))
  const zone = widestZone(pieces)
  if (!zone) return [pieces]
  const inside = (one: Piece): boolean => one.y >= zone.from && one.y <= zone.to
  const parts = [pieces.filter((one) => one.y < zone.from), pieces.filter(inside), pieces.filter((one) => one.y > zone.to)]
  if (parts.filter((part) => part.length > 0).length < 2) return [pieces]
  return parts.flatMap((part) => divide(part, depth + 1))
}

/** Columns that stand side by side over the whole height, or null. */
function stand(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const least = median(pieces.map((one) => one.size)) * 0.7
  const strips: Piece[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const one of [...pieces].sort((a, b) => a.left - b.left)) {
    const strip = strips.at(-1)
    if (strip && one.left - end < least) strip.push(one)
    else strips.push([one])
    end = Math.max(end, one.right)
  }
  if (strips.length < 2 || !strips.every(isProse) || !sideBySide(strips)) return null
  return strips.map((strip) => strip.sort((a, b) => a.y - b.y || a.left - b.left))
}

const characters = (one: Piece): number => one.runs.reduce((sum, run) => sum + run.text.length, 0)

/** Lines of prose are long, and most of them are as long as their column is wide. */
function isProse(strip: readonly Piece[]): boolean {
  if (strip.length < FEWEST) return false
  const lengths = strip.map(characters)
  return median(lengths) >= PROSE
}

/** Whether neighbours share a height of several lines: else they stand one below the other. */
function sideBySide(strips: readonly (readonly Piece[])[]): boolean {
  return strips.every((strip, i) => {
    const next = strips[i + 1]
    if (!next) return true
    const [top, bottom] = [Math.max(first(strip), first(next)), Math.min(last(strip), last(next))]
    const within = (one: Piece): boolean => one.y >= top && one.y <= bottom
    return strip.filter(within).length >= FEWEST && next.filter(within).length >= FEWEST
  })
}
const first = (strip: readonly Piece[]): number => Math.min(...strip.map((one) => one.top))
const last = (strip: readonly Piece[]): number => Math.max(...strip.map((one) => one.bottom))

/** The tallest stretch of lines that keep one gap free, prose on both sides of it; null when there is none. */
function widestZone(pieces: readonly Piece[]): Zone | null {
  let best: Zone | null = null
  let most = 0
  for (const zone of zones(pieces).slice(0, MOST_ZONES)) {
    const inside = pieces.filter((one) => one.y >= zone.from && one.y <= zone.to)
    const left = inside.filter((one) => one.right <= zone.right)
    const right = inside.filter((one) => one.left >= zone.left)
    if (left.length + right.length < inside.length || !isProse(left) || !isProse(right)) continue
    const weight = Math.min(left.length, right.length)
    if (weight > most) [best, most] = [zone, weight]
  }
  return best
}

/** Gaps that lines one after the other keep free, with text on both sides. */
function zones(pieces: readonly Piece[]): readonly Zone[] {
  const least = median(pieces.map((one) => one.size)) * 0.7
  const open: { left: number; right: number; from: number; to: number; lines: number }[] = []
  const done: Zone[] = []
  const tallest = pieces.reduce((most, one) => Math.max(most, one.bottom - one.top), 0)
  let first = 0
  for (const [i, line] of pieces.entries()) {
    // Ordered by baseline: what stands beside a line is near it.
    while (first < i && (pieces[first]?.bottom ?? 0) < line.top - tallest) first++
    const beside = near(pieces, first, line.bottom + tallest).filter((one) => one.top < line.bottom - 0.2 * line.size && one.bottom > line.top + 0.2 * line.size).sort((a, b) => a.left - b.left)
    for (let i = open.length - 1; i >= 0; i--) {
      const zone = open[i]
      if (!zone) continue
      const [left, right] = narrowed(zone, beside)
      if (right - left < least) {
        open.splice(i, 1)
        if (zone.lines >= FEWEST) done.push(zone)
        continue
      }
      zone.left = left
      zone.right = right
      const both = beside.some((one) => one.right <= right) && beside.some((one) => one.left >= left)
      if (both) zone.lines++
      if (both || line.top - zone.to < 1.2 * line.size) zone.to = Math.max(zone.to, line.y)
    }
    let end = Number.POSITIVE_INFINITY
    for (const one of beside) {
      if (open.length < MOST_OPEN && one.left - end >= least && !open.some((zone) => zone.left < one.left && zone.right > end)) open.push({ left: end, right: one.left, from: Math.min(...beside.map(({ y }) => y)), to: line.y, lines: 1 })
      end = end === Number.POSITIVE_INFINITY ? one.right : Math.max(end, one.right)
    }
  }
  return [...done, ...open.filter((zone) => zone.lines >= FEWEST)]
}

/** Pieces from `first` on whose baseline lies above `lowest`; no more than a page can hold side by side. */
function near(pieces: readonly Piece[], first: number, lowest: number): readonly Piece[] {
  let end = first
  while (end < pieces.length && end < first + MOST_BESIDE && (pieces[end]?.y ?? 0) <= lowest) end++
  return pieces.slice(first, end)
}

/** What is left of a gap beside these lines: the wider part, where one stands in it. */
function narrowed(gap: Gap, beside: readonly Piece[]): readonly [number, number] {
  let { left, right } = gap
  for (const one of beside) {
    if (one.right <= left || one.left >= right) continue
    if (one.left - left > right - one.right) right = one.left
    else left = one.right
  }
  return [left, right]
}
