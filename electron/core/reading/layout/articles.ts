/** Several articles on one page: columns belong to the headline above them, and to each other where they begin side by side. */
import { median } from './measure.ts'
import { lineUp, piece, type Piece } from './lines.ts'

/** Lines of one column below each other. */
interface Stack {
  readonly pieces: Piece[]
  left: number
  right: number
  readonly top: number
  bottom: number
}
interface Article {
  readonly head: readonly Piece[]
  readonly stacks: Stack[]
  left: number
  right: number
  top: number
  bottom: number
}
type Box = Pick<Stack, 'left' | 'right' | 'top' | 'bottom'>

/** Parts of the body's size from which a line is a headline. */
const LARGE = 1.4
/** Lines that a column of prose has at least, and characters in its middle line. */
const FEWEST = 3
const PROSE = 6
/** Sizes of the body: how far below its headline a column begins, and how far apart columns of one article stand. */
const REACH = 8
const BESIDE = 3.2
/** Sizes that a blank between two words of a line may have, and characters of such a word. */
const WIDE_BLANK = 1.7
const WORD = 6
/** More pieces than a page of a newspaper has: such a page is read by its gaps alone. */
const MOST = 6000

/** The blocks of each article in reading order; null for a page that is not made of articles in columns. */
export function articles(all: readonly Piece[]): readonly (readonly Piece[])[] | null {
  if (all.length > MOST) return null
  const whole = spacedWords(all)
  const blocks = inBlocks([...whole.keys()])
  return blocks?.map((block) => block.flatMap((one) => whole.get(one) ?? [one])) ?? null
}

/** Words with wide blanks between them are one line, as in the name below a headline; a gutter has a long line on one side at least. */
function spacedWords(pieces: readonly Piece[]): ReadonlyMap<Piece, readonly Piece[]> {
  const found = new Map<Piece, readonly Piece[]>()
  for (const row of lineUp(pieces)) {
    let words: Piece[] = []
    const finish = (): void => {
      const [only] = words
      if (only) found.set(words.length === 1 ? only : piece(words.flatMap(({ runs }) => runs)), words)
      words = []
    }
    for (const one of row) {
      const before = words.at(-1)
      if (before && !(one.left - before.right < WIDE_BLANK * Math.min(one.size, before.size) && characters(one) <= WORD && characters(before) <= WORD)) finish()
      words.push(one)
    }
    finish()
  }
  return found
}

function inBlocks(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const body = bodySize(pieces)
  const isHead = (one: Piece): boolean => one.size >= LARGE * body && characters(one) > 1
  const heads = headGroups(pieces.filter(isHead))
  const stacks = stackUp(pieces.filter((one) => !isHead(one)), body)
  if (heads.length === 0 || !inColumns(stacks)) return null
  const found = assign(heads.map(articleOf), stacks, body)
  const blocks = inOrder(found).map(blocksOf)
  return blocks.includes(null) ? null : blocks.flatMap((some) => some ?? [])
}

const characters = (one: Piece): number => one.runs.reduce((sum, { text }) => sum + text.length, 0)

function bodySize(pieces: readonly Piece[]): number {
  const sizes = pieces.flatMap((one) => Array.from({ length: Math.min(40, characters(one)) }, () => one.size))
  return median(sizes)
}

const shared = (a: Box, b: Box): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)

/** Headlines close below each other are one: kicker, title, subtitle. */
function headGroups(heads: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = []
  for (const head of [...heads].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const group = groups.find((group) => group.some((other) => (shared(head, other) > 0 || Math.abs(head.left - other.right) < head.size) && head.top - other.bottom < 1.1 * Math.max(head.size, other.size) && Math.max(head.size, other.size) < 2.6 * Math.min(head.size, other.size)))
    if (group) group.push(head)
    else groups.push([head])
  }
  return groups
}

function stackUp(pieces: readonly Piece[], body: number): readonly Stack[] {
  const stacks: Stack[] = []
  let open: Stack[] = []
  for (const one of [...pieces].sort((a, b) => a.y - b.y || a.left - b.left)) {
    open = open.filter((stack) => one.top - stack.bottom < 1.6 * body)
    const stack = open.find((stack) => one.top > stack.bottom - 0.5 * body && shared(one, stack) > 0.6 * Math.min(one.right - one.left, stack.right - stack.left) && one.left > stack.left - 2.6 * body && (one.right < stack.right + 1.2 * body || stack.pieces.length < 2) && Math.abs(one.size - (stack.pieces[0]?.size ?? 0)) < 0.35 * body)
    if (stack && !crossesTwo(one, open, stack) && !(stack.pieces.length === 1 && one.left < stack.left - 1.2 * body && one.right > stack.right + 1.2 * body)) {
      stack.pieces.push(one)
      stack.left = Math.min(stack.left, one.left)
      stack.right = Math.max(stack.right, one.right)
      stack.bottom = Math.max(stack.bottom, one.bottom)
    } else {
      const made = { pieces: [one], left: one.left, right: one.right, top: one.top, bottom: one.bottom }
      stacks.push(made)
      open.push(made)
    }
  }
  return stacks
}

const crossesTwo = (one: Piece, open: readonly Stack[], own: Stack): boolean => open.some((other) => other !== own && other.pieces.length > 1 && shared(one, other) > one.size)

const isProse = ({ pieces }: Stack): boolean => pieces.length >= FEWEST && median(pieces.map(characters)) >= PROSE
/** Whether two columns of prose stand side by side. */
function inColumns(stacks: readonly Stack[]): boolean {
  const prose = stacks.filter(isProse)
  return prose.some((a) => prose.some((b) => a !== b && a.right <= b.left && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2 * (a.pieces[0]?.size ?? 0)))
}

function articleOf(head: readonly Piece[]): Article {
  return { head, stacks: [], left: Math.min(...head.map(({ left }) => left)), right: Math.max(...head.map(({ right }) => right)), top: Math.min(...head.map(({ top }) => top)), bottom: Math.max(...head.map(({ bottom }) => bottom)) }
}

function join(article: Article, stack: Stack): void {
  article.stacks.push(stack)
  article.left = Math.min(article.left, stack.left)
  article.right = Math.max(article.right, stack.right)
  article.top = Math.min(article.top, stack.top)
  article.bottom = Math.max(article.bottom, stack.bottom)
}

function assign(articles: readonly Article[], stacks: readonly Stack[], body: number): readonly Article[] {
  const heads = articles.map((article) => ({ article, box: { left: article.left, right: article.right, top: article.top, bottom: article.bottom } }))
  const left = new Set(stacks)
  const take = (article: Article, stack: Stack): void => {
    join(article, stack)
    left.delete(stack)
  }
  for (const stack of stacks) {
    const near = heads.filter(({ box }) => shared(box, stack) > 0 && box.bottom <= stack.top + 0.5 * body && stack.top - box.bottom < REACH * body).sort((a, b) => b.box.bottom - a.box.bottom)[0]
    if (near && !stacks.some((other) => other !== stack && isProse(other) && shared(other, stack) > 0 && other.top > near.box.bottom - body && other.bottom <= stack.top + 0.5 * body)) take(near.article, stack)
  }
  while (spread(heads, left, { body, take })) { /* a column more brings its neighbour within reach */ }
  for (const stack of [...left].sort((a, b) => a.top - b.top)) {
    const near = articles.flatMap((article) => article.stacks.map((other) => ({ article, gap: gapTo(stack, other, body) }))).sort((a, b) => a.gap - b.gap)[0]
    if (near && near.gap < Number.POSITIVE_INFINITY) take(near.article, stack)
  }
  const alone = [...left].map((stack): Article => ({ head: [], stacks: [stack], left: stack.left, right: stack.right, top: stack.top, bottom: stack.bottom }))
  return [...articles, ...alone]
}

/** How far a stack is from one that stands above it, or close below it as a sub-head stands above its text. */
function gapTo(stack: Stack, other: Stack, body: number): number {
  if (shared(other, stack) <= 0) return Number.POSITIVE_INFINITY
  if (other.bottom <= stack.top + body) return Math.max(0, stack.top - other.bottom)
  const below = other.top - stack.bottom
  return stack.pieces.length < FEWEST && below > -body && below < 1.6 * body ? Math.max(0, below) : Number.POSITIVE_INFINITY
}

interface Spreading {
  readonly body: number
  readonly take: (article: Article, stack: Stack) => void
}

/** Gives one column to the article that begins beside it, the one whose headline it brings nearer to the middle; whether there was one. */
function spread(heads: readonly { readonly article: Article; readonly box: Box }[], left: ReadonlySet<Stack>, { body, take }: Spreading): boolean {
  let best: { readonly article: Article; readonly stack: Stack; readonly off: number } | null = null
  for (const stack of left) {
    for (const { article, box } of heads) {
      const beside = article.stacks.some((other) => Math.abs(other.top - stack.top) < 1.6 * body && (Math.abs(stack.left - other.right) < BESIDE * body || Math.abs(other.left - stack.right) < BESIDE * body))
      if (!beside) continue
      const middle = (Math.min(article.left, stack.left) + Math.max(article.right, stack.right)) / 2
      const off = Math.abs(middle - (box.left + box.right) / 2) - Math.abs((article.left + article.right) / 2 - (box.left + box.right) / 2)
      if (best === null || off < best.off) best = { article, stack, off }
    }
  }
  if (best === null) return false
  take(best.article, best.stack)
  return true
}

/** What stands above or to the left comes first. */
function inOrder(articles: readonly Article[]): readonly Article[] {
  const rest = [...articles].sort((a, b) => a.top - b.top || a.left - b.left)
  const found: Article[] = []
  while (rest.length > 0) {
    const next = rest.findIndex((one) => !rest.some((other) => other !== one && precedes(other, one)))
    found.push(...rest.splice(Math.max(0, next), 1))
  }
  return found
}

function precedes(a: Article, b: Article): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const slack = 4
  if (across > slack && a.bottom <= b.top + slack) return true
  return down > slack && a.right <= b.left + slack && !(across > slack)
}

/** Headline first, then its columns from left to right; null where its lines are not in columns. */
function blocksOf({ head, stacks }: Article): readonly (readonly Piece[])[] | null {
  const columns: { left: number; right: number; stacks: Stack[] }[] = []
  const top = Math.min(...stacks.filter(isProse).map((stack) => stack.top))
  // Names and dates between the headline and its columns.
  const lead = stacks.filter((stack) => stack.pieces.length < FEWEST && stack.bottom <= top).sort((a, b) => a.top - b.top || a.left - b.left)
  for (const stack of stacks.filter((one) => !lead.includes(one)).sort((a, b) => b.pieces.length - a.pieces.length)) {
    const over = columns.filter((column) => Math.min(column.right, stack.right) - Math.max(column.left, stack.left) > 2)
    const [only] = over
    // A line over several columns: what stands above them is read before them, what stands elsewhere belongs to no column.
    if (over.length > 1) {
      if (stack.pieces.length > FEWEST || stack.top > Math.min(...stacks.filter((other) => other !== stack).map(({ top }) => top))) return null
      columns.push({ left: Number.NEGATIVE_INFINITY, right: Number.NEGATIVE_INFINITY, stacks: [stack] })
    } else if (only) {
      only.stacks.push(stack)
      only.left = Math.min(only.left, stack.left)
      only.right = Math.max(only.right, stack.right)
    } else columns.push({ left: stack.left, right: stack.right, stacks: [stack] })
  }
  const ordered = columns.sort((a, b) => a.left - b.left || (a.stacks[0]?.top ?? 0) - (b.stacks[0]?.top ?? 0))
  return [[...head], lead.flatMap(({ pieces }) => pieces), ...ordered.map((column) => column.stacks.sort((a, b) => a.top - b.top).flatMap(({ pieces }) => pieces))].filter((block) => block.length > 0)
}
