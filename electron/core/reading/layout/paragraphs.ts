/** Which line goes on in the next: told by indents, short lines, distances and faces, for a page says nothing of paragraphs. */
import type { Line } from './block.ts'
import { leading } from './lines.ts'
import { mode } from './measure.ts'

export interface Placed extends Line {
  /** The next line goes on with this one's sentence. */
  readonly wrapped: boolean
  readonly indented: boolean
  /** It stands in the middle of its column, or of the page. */
  readonly centred: boolean
}

interface Edges {
  readonly left: number
  readonly right: number
  readonly leading: number
}

/** Parts of the leading: what stands further below begins a paragraph. Programs set the lines of one exactly alike. */
const SPACED = 1.22
const FINAL = /[。！？；：…!?;:.][”’」』）】》)\]"']*$/
const OPENS = /^(?:第[一二三四五六七八九十百千\d]{1,6}[章节条编部篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳■□◆●▲◎★•·])/

/** `lines` in reading order, furniture taken out; `parted` tells of two whether a picture stands between them. */
export function paragraphs(lines: readonly Line[], parted: (line: Line, next: Line) => boolean): readonly Placed[] {
  const edges = edgesOf(lines)
  const indents = usesIndents(lines, edges)
  const none: Edges = { left: 0, right: 0, leading: 0 }
  const at = (line: Line): Edges => edges.get(line.column) ?? none
  const placed = lines.map((line) => ({ line, centred: isCentred(line, at(line)), indented: false }))
  const marked = placed.map((one) => ({ ...one, indented: !one.centred && isIndented(one.line, at(one.line)) }))
  return marked.map(({ line, centred, indented }, i) => {
    const next = marked[i + 1]
    const wrapped = next !== undefined && !centred && !next.centred && goesOn(line, next.line, { edges: at(line), nextIndented: next.indented, indents, parted: parted(line, next.line) })
    return { ...line, centred, indented, wrapped }
  })
}

interface Between {
  readonly edges: Edges
  readonly nextIndented: boolean
  readonly indents: boolean
  readonly parted: boolean
}

function goesOn(line: Line, next: Line, { edges, nextIndented, indents, parted }: Between): boolean {
  if (Math.abs(line.size - next.size) > 0.12 * Math.max(line.size, next.size) || line.bold !== next.bold) return false
  if (nextIndented || OPENS.test(next.text)) return false
  const final = FINAL.test(line.text)
  const room = edges.right - line.right
  const full = room <= widthOfFirst(next)
  if (line.column !== next.column) return full && !(final && !indents)
  const step = next.y - line.y
  if (parted && step > 0) return full && !final
  if (step <= 0 || (edges.leading > 0 && step > SPACED * edges.leading) || (edges.leading === 0 && step > 2.6 * line.size)) return false
  return full || (indents && !final && room < 0.3 * (edges.right - edges.left))
}

/** A line is full when what comes first in the next had no room on it: two Han characters, for a mark may not begin a line; or a word. */
function widthOfFirst({ text, size }: Line): number {
  const word = /^[\w.,;:'’%()-]{1,40}/.exec(text)?.[0].length ?? 0
  return size * (word > 0 ? 0.6 + 0.55 * word : 2.3)
}

function isIndented(line: Line, { left }: Edges): boolean {
  const by = (line.left - left) / line.size
  return by > 0.8 && by < 5
}

function isCentred(line: Line, { left, right }: Edges): boolean {
  const [before, after] = [line.left - left, right - line.right]
  return before > 1.2 * line.size && after > 1.2 * line.size && Math.abs(before - after) < Math.max(1.2 * line.size, 0.15 * Math.max(before, after)) && (before > 2.6 * line.size || line.text.length < 12)
}

/** Columns of few lines take the edges of one that begins where they do. */
function edgesOf(lines: readonly Line[]): ReadonlyMap<number, Edges> {
  const columns = Map.groupBy(lines, ({ column }) => column)
  const own = [...columns].map(([column, lines]) => ({ column, lines, edges: measured(lines) }))
  const sure = own.filter(({ lines }) => lines.length >= 5)
  return new Map(own.map(({ column, lines, edges }) => {
    if (lines.length >= 5) return [column, edges]
    const like = sure.filter((one) => edges.left > one.edges.left - 4 && edges.right < one.edges.right + 4 && Math.abs(edges.left - one.edges.left) < 0.5 * (one.edges.right - one.edges.left))
      .sort((a, b) => a.edges.right - a.edges.left - (b.edges.right - b.edges.left))[0]
    return [column, like ? { left: like.edges.left, right: like.edges.right, leading: like.edges.leading } : edges]
  }))
}

function measured(lines: readonly Line[]): Edges {
  const size = mode(lines.map((line) => ({ value: line.size, weight: line.text.length })), 0.5)
  const body = lines.filter((line) => Math.abs(line.size - size) <= 0.12 * size + 0.3)
  const of = body.length > 0 ? body : lines
  const right = of.map((line) => line.right).sort((a, b) => b - a)[Math.min(of.length - 1, Math.floor(of.length * 0.03))] ?? 0
  return { left: leftEdge(of), right, leading: leading(of) }
}

/** The edge that lines keep: the leftmost that a fifth of them begin at. */
function leftEdge(lines: readonly Line[]): number {
  const sorted = lines.map((line) => line.left).sort((a, b) => a - b)
  const enough = Math.max(1, Math.ceil(lines.length / 5))
  for (let i = 0, end = 0; i < sorted.length; i++) {
    const left = sorted[i] ?? 0
    while (end < sorted.length && (sorted[end] ?? 0) < left + 3) end++
    if (end - i >= enough) return left
  }
  return sorted[0] ?? 0
}

/** Whether paragraphs begin with an indent here: some lines do, more do not. */
function usesIndents(lines: readonly Line[], edges: ReadonlyMap<number, Edges>): boolean {
  const counted = lines.filter((line) => line.text.length > 1)
  const indented = counted.filter((line) => isIndented(line, edges.get(line.column) ?? { left: 0, right: 0, leading: 0 })).length
  return indented >= 2 && indented >= counted.length * 0.04 && indented < counted.length * 0.7 || (indented === 1 && counted.length <= 8 && counted[0] !== undefined && isIndented(counted[0], edges.get(counted[0].column) ?? { left: 0, right: 0, leading: 0 }))
}
