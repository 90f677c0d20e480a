/** Where articles begin, as a person moves it: offsets of the original, ascending, the first 0. */
import { lineFrom, type Line } from './lines.ts'

export type Cuts = readonly number[]

/** In order, with nothing twice; what stands before the first article belongs to it. */
export const cutsOf = (starts: readonly number[]): Cuts => [...new Set([0, ...[...starts].sort((a, b) => a - b).slice(1)])]

/** The number of the article that begins at line `n`; null when none does. */
export function cutAt(cuts: Cuts, lines: readonly Line[], n: number): number | null {
  const found = cuts.findIndex((at) => lineFrom(lines, at) === n)
  return found < 0 ? null : found
}

/** An article begins at line `n`, too. */
export function addAt(cuts: Cuts, lines: readonly Line[], n: number): Cuts {
  const line = lines[n]
  return line === undefined || n === 0 || cutAt(cuts, lines, n) !== null ? cuts : [...cuts, line.start].sort((a, b) => a - b)
}

/** Article `index` goes on the one before it; the first has none before it. */
export const join = (cuts: Cuts, index: number): Cuts => (index <= 0 || index >= cuts.length ? cuts : cuts.filter((_, at) => at !== index))

/** Article `index` begins at line `n` instead, as long as that lies between its neighbours. */
export function moveTo(cuts: Cuts, lines: readonly Line[], index: number, n: number): Cuts {
  const line = lines[n]
  const before = cuts[index - 1]
  const behind = cuts[index + 1]
  if (index <= 0 || line === undefined || before === undefined) return cuts
  if (n <= lineFrom(lines, before) || (behind !== undefined && n >= lineFrom(lines, behind))) return cuts
  return cuts.map((at, own) => (own === index ? line.start : at))
}
