/** Paragraphs of a body that a person typed: one per line, each keeping the kind of the paragraph it grew from. */
import type { Kept } from './anchoring.ts'
import { keptRuns } from './anchoring.ts'
import type { Outline } from './state.ts'

export interface Composed {
  readonly body: string
  readonly paragraphs: readonly Outline[]
  readonly runs: readonly Kept[]
}
export interface Former {
  readonly body: string
  readonly paragraphs: readonly Outline[]
}

/** Line ends become '\n'; empty lines between paragraphs go, those inside a table or code block stay. */
export function compose(former: Former, typed: string): Composed {
  const text = typed.replaceAll(/\r\n?/g, '\n')
  const lines = split(former, text, keptRuns(former.body, text)).filter(([start, end]) => text.slice(start, end).trim() !== '')
  const body = lines.map(([start, end]) => text.slice(start, end)).join('\n')
  const runs = keptRuns(former.body, body)
  let start = 0
  const pieces = lines.map(([from, to]): Piece => {
    const piece: Piece = [start, start + to - from]
    start = piece[1] + 1
    return piece
  })
  return { body, paragraphs: outlines(former, pieces, runs), runs }
}

/** The paragraphs of a body made by a splice whose kept stretches are known; the body stays as it is. */
export function outlined(former: Former, body: string, runs: readonly Kept[]): readonly Outline[] {
  return outlines(former, split(former, body, runs).filter(([start, end]) => start < end), runs)
}

type Piece = readonly [start: number, end: number]

/** Cuts at every line break except those that stood inside one paragraph and still do. */
function split({ body, paragraphs }: Former, text: string, runs: readonly Kept[]): readonly Piece[] {
  const inner = new Set<number>()
  for (const [, , start, end] of paragraphs) {
    for (let at = body.indexOf('\n', start); at >= 0 && at < end; at = body.indexOf('\n', at + 1)) {
      const run = runs.find(({ before, length }) => before <= at && at < before + length)
      if (run) inner.add(at - run.before + run.after)
    }
  }
  const pieces: Piece[] = []
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (inner.has(at)) continue
    pieces.push([start, at])
    start = at + 1
  }
  pieces.push([start, text.length])
  return pieces
}

/** A piece is of the kind of the paragraph that gave it most, if that is half of either of them. */
function outlines({ paragraphs }: Former, pieces: readonly Piece[], runs: readonly Kept[]): readonly Outline[] {
  const given = pieces.map(() => new Map<Outline, number>())
  let paragraph = 0
  let piece = 0
  for (const run of runs) {
    const shift = run.after - run.before
    for (let at = run.before; at < run.before + run.length; ) {
      while (paragraph < paragraphs.length && (paragraphs[paragraph]?.[3] ?? 0) <= at) paragraph++
      while (piece < pieces.length && (pieces[piece]?.[1] ?? 0) <= at + shift) piece++
      const from = paragraphs[paragraph]
      const to = pieces[piece]
      if (!from || !to) break
      const start = Math.max(at, from[2], to[0] - shift)
      const end = Math.min(run.before + run.length, from[3], to[1] - shift)
      if (end > start) given[piece]?.set(from, (given[piece]?.get(from) ?? 0) + end - start)
      at = Math.max(at + 1, end)
    }
  }
  return pieces.map(([start, end], index): Outline => {
    const [best, shared] = [...(given[index] ?? [])].reduce<readonly [Outline | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, 0])
    const fits = best !== null && 2 * shared >= Math.min(best[3] - best[2], end - start)
    return fits ? [best[0], best[1], start, end] : ['paragraph', null, start, end]
  })
}
