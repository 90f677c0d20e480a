import type { Run } from './run.ts'

/** Runs on one baseline without a gap that could part two columns; a line of text is one or several of them. */
export interface Piece {
  /** From left to right. */
  readonly runs: readonly Run[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The baseline and the size of most of its characters. */
  readonly y: number
  readonly size: number
}

/** Parts of the size: a wider gap may part columns or cells. Blanks between words are narrower, an indent or a blank of full width is not; those are joined again once columns are known. */
const GAP = 0.7
/** Parts of the smaller size by which baselines of one line may differ. */
const SWAY = 0.3
/** What is smaller than this beside its line stands raised or lowered. */
const RAISED = 0.8

/** All pieces of a flow, by baseline and then from left to right. */
export function pieces(runs: readonly Run[]): readonly Piece[] {
  return withRaised(rows(runs).flatMap(cut))
}

function rows(runs: readonly Run[]): readonly (readonly Run[])[] {
  const found: { y: number; size: number; runs: Run[] }[] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = found.at(-1)
    if (row && Math.abs(run.y - row.y) <= SWAY * Math.min(run.size, row.size)) row.runs.push(run)
    else found.push({ y: run.y, size: run.size, runs: [run] })
  }
  return found.map(({ runs }) => runs.sort((a, b) => a.x - b.x))
}

function cut(row: readonly Run[]): readonly Piece[] {
  const found: Run[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of row) {
    const current = found.at(-1)
    const before = current?.at(-1)
    if (current && before && run.x - end <= GAP * Math.min(run.size, before.size)) current.push(run)
    else found.push([run])
    end = current ? Math.max(end, run.x + run.width) : run.x + run.width
  }
  return found.map(piece)
}

export function piece(runs: readonly Run[]): Piece {
  const main = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best))
  return {
    runs,
    left: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.x + run.width)),
    top: Math.min(...runs.map((run) => run.y - run.size)),
    bottom: Math.max(...runs.map((run) => run.y)),
    y: main.y,
    size: main.size,
  }
}

/** Small figures above or below the baseline belong to the line they touch: marks of notes, units, formulas. */
function withRaised(found: readonly Piece[]): readonly Piece[] {
  const taken = new Map<Piece, Run[]>()
  const small = new Set<Piece>()
  found.forEach((mark, i) => {
    if (mark.runs.reduce((sum, run) => sum + run.text.length, 0) > 8) return
    const host = neighbours(found, i).find((line) => mark.size < RAISED * line.size && mark.bottom > line.top && mark.top < line.bottom + 0.3 * line.size && mark.left <= line.right + 0.4 * line.size && mark.right >= line.left - 0.4 * line.size)
    if (!host) return
    small.add(mark)
    taken.set(host, [...(taken.get(host) ?? []), ...mark.runs])
  })
  if (small.size === 0) return found
  return found.flatMap((line) => {
    if (small.has(line)) return []
    const marks = taken.get(line)
    return [marks ? { ...piece([...line.runs, ...marks].sort((a, b) => a.x - b.x)), y: line.y, size: line.size } : line]
  })
}

/** Pieces near by in the order of baselines: no line of a page has more beside it. */
function neighbours(found: readonly Piece[], at: number): readonly Piece[] {
  return found.slice(Math.max(0, at - 40), at + 40)
}

/** Pieces of one column as lines: what shares a baseline, from left to right. */
export function lineUp(column: readonly Piece[]): readonly (readonly Piece[])[] {
  const found: Piece[][] = []
  for (const one of [...column].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const line = found.at(-1)
    const first = line?.[0]
    if (line && first && Math.abs(one.y - first.y) <= SWAY * Math.max(one.size, first.size)) line.push(one)
    else found.push([one])
  }
  return found.map((line) => line.sort((a, b) => a.left - b.left))
}

/** The distance of lines that follow each other in a paragraph, which is the smaller one of those that are common; 0 where there are too few to tell. */
export function leading(column: readonly Piece[]): number {
  const steps = column.slice(1).map((line, i) => line.y - (column[i]?.y ?? 0)).filter((step) => step > 0).sort((a, b) => a - b)
  return steps.length < 2 ? 0 : (steps[Math.floor((steps.length - 1) * 0.4)] ?? 0)
}
