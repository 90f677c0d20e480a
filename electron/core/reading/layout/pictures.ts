/** Pictures among the lines of their page: which of them are pictures of the text, the words below them, and after which line they are read. */
import type { Inline } from '../projection.ts'
import type { Line } from './block.ts'
import type { Placed } from './paragraphs.ts'
import type { Sheet, Shown } from './run.ts'

export interface PlacedPicture {
  readonly id: string
  readonly page: number
  /** The lines of its caption. */
  readonly caption: readonly (readonly Inline[])[]
}
export type Captions = ReadonlyMap<Shown, readonly Line[]>

/** Points: what is smaller either way is a mark, a rule or a dot of a list. */
const SMALLEST = 40
const NARROWEST = 12
/** Parts of the page from which a picture is what the page is printed on. */
const WHOLE_PAGE = 0.75
/** Characters that stand on a picture when it is a background, or a scan with its text laid over it. */
const STANDS_ON_IT = 20
/** A picture on this many pages is a letterhead or a logo. */
const FURNITURE = 3

type Box = Omit<Shown, 'id'>

/** Whether what is drawn here is a picture of the text, as far as its page can tell. */
export function isPicture(box: Box, { width, height, runs }: Omit<Sheet, 'pictures'>): boolean {
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  if (![wide, high].every(Number.isFinite) || Math.min(wide, high) < SMALLEST || Math.max(wide, high) > NARROWEST * Math.min(wide, high)) return false
  if (box.right <= 0 || box.bottom <= 0 || box.left >= width || box.top >= height) return false
  if (coversPage(box, { width, height })) return runs.length === 0
  const over = runs.reduce((sum, { text, x, y, width: length, size }) => (x + length / 2 > box.left && x + length / 2 < box.right && y - size / 2 > box.top && y - size / 2 < box.bottom ? sum + text.length : sum), 0)
  return over < STANDS_ON_IT
}

export function coversPage({ left, top, right, bottom }: Box, { width, height }: Pick<Sheet, 'width' | 'height'>): boolean {
  const within = (from: number, to: number, end: number): number => Math.max(0, Math.min(to, end) - Math.max(from, 0))
  return within(left, right, width) * within(top, bottom, height) >= WHOLE_PAGE * width * height
}

/** Old programs cut a picture into strips that lie edge to edge: none of them is a picture. Answers with how many there were before they were cut. */
export function withoutStrips<T extends Box>(boxes: readonly T[]): { readonly whole: readonly T[]; readonly cut: number } {
  const touches = (a: Box, b: Box): boolean => (near(a.left, b.left) && near(a.right, b.right) && near(a.bottom, b.top)) || (near(a.top, b.top) && near(a.bottom, b.bottom) && near(a.right, b.left))
  const followed = new Set(boxes.filter((one) => boxes.some((other) => other !== one && touches(one, other))))
  const follows = new Set(boxes.filter((one) => boxes.some((other) => other !== one && touches(other, one))))
  return { whole: boxes.filter((one) => !followed.has(one) && !follows.has(one)), cut: [...followed].filter((one) => !follows.has(one)).length }
}
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1.5

export function withoutFurniture(sheets: readonly Sheet[]): readonly Sheet[] {
  const pages = new Map<string, Set<number>>()
  for (const { page, pictures } of sheets) for (const { id } of pictures) pages.set(id, (pages.get(id) ?? new Set()).add(page))
  return sheets.map((sheet) => ({ ...sheet, pictures: sheet.pictures.filter(({ id }) => (pages.get(id)?.size ?? 0) < FURNITURE) }))
}

/** 图 1, 图为…, ▲…: words that only stand with a picture. And 新华社记者 某某 摄 at their end. */
const NAMED = /^(?:(?:图|照片|图片|插图|附图)\s*(?:[\d一二三四五六七八九十]+(?:[-—.]\d+)?(?![\d年月日级件套层])|[：:])|[上下左右]?图[为是：:]|[▲△▼▽◀▶])/u
const CREDITED = /(?:摄|供图|(?:新华社|中新社)(?:记者|通讯员)?[^。，]{0,12}发)[)）]?[。]?$/u
const LONGEST = 90
const MOST_LINES = 4
/** Parts of the body's size: captions are set smaller. */
const SMALLER = 0.93
/** Sizes of the caption by which it stands off its picture. */
const OFF = 2.2

const isText = ({ aside, table, note }: Line): boolean => aside === null && table === null && note === null
const shared = (a: Box, b: Box): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)

/** The lines of each picture's caption. A line is the caption of one picture. */
export function captionsOf(sheets: readonly Sheet[], lines: readonly Line[], body: number): Captions {
  const found = new Map<Shown, readonly Line[]>()
  const taken = new Set<Line>()
  const pages = Map.groupBy(lines.filter(isText), ({ page }) => page)
  for (const { page, pictures } of sheets) {
    for (const picture of pictures) {
      const free = (pages.get(page) ?? []).filter((line) => !taken.has(line))
      const caption = captionBelow(picture, free, body) ?? captionAbove(picture, free)
      if (caption === null) continue
      found.set(picture, caption)
      for (const line of caption) taken.add(line)
    }
  }
  return found
}

function captionBelow(picture: Shown, lines: readonly Line[], body: number): readonly Line[] | null {
  const below = lines.filter((line) => line.top > picture.bottom - 0.5 * line.size && isUnder(line, picture)).sort((a, b) => a.top - b.top)
  const [first] = below
  if (!first || first.top - picture.bottom > OFF * first.size || first.text.length > LONGEST) return null
  const isSmall = (line: Line): boolean => line.size < SMALLER * body && line.right - line.left <= 1.1 * (picture.right - picture.left)
  if (!NAMED.test(first.text) && !CREDITED.test(first.text) && !isSmall(first)) return null
  const caption = [first]
  for (const line of below.slice(1)) {
    const last = caption.at(-1) ?? first
    if (!isSmall(line) || Math.abs(line.size - first.size) > 0.5 || line.top - last.bottom > 0.9 * line.size || caption.length >= MOST_LINES) break
    caption.push(line)
  }
  return caption
}

function captionAbove(picture: Shown, lines: readonly Line[]): readonly Line[] | null {
  const line = lines.findLast((one) => NAMED.test(one.text) && one.text.length <= LONGEST && isUnder(one, picture) && one.bottom < picture.top + 0.5 * one.size && picture.top - one.bottom < OFF * one.size)
  return line ? [line] : null
}

/** Its middle lies under the picture, and it does not reach far beyond. */
function isUnder(line: Line, { left, right }: Shown): boolean {
  const middle = (line.left + line.right) / 2
  return middle > left && middle < right && line.right - line.left < 1.6 * (right - left)
}

/** Whether a picture stands between two lines of a column, which no distance of theirs then tells to be one paragraph or two. */
export function partedBy(sheets: readonly Sheet[]): (line: Line, next: Line) => boolean {
  const pages = new Map(sheets.map(({ page, pictures }) => [page, pictures]))
  return (line, next) => line.page === next.page && (pages.get(line.page) ?? []).some((picture) => picture.top > line.y - line.size && picture.bottom < next.y && shared(picture, line) > 0)
}

export interface Lines {
  readonly lines: readonly Line[]
  readonly placed: readonly (Placed | null)[]
}

/** By the index of the line after which each is read: the one above it, and to the end of that paragraph, for no sentence is cut. */
export function placePictures(sheets: readonly Sheet[], { lines, placed }: Lines, captions: Captions): ReadonlyMap<number, readonly PlacedPicture[]> {
  const found = new Map<number, PlacedPicture[]>()
  const pages = Map.groupBy([...lines.entries()], ([, { page }]) => page)
  let end = -1
  for (const { page, pictures } of sheets) {
    const here = pages.get(page) ?? []
    for (const picture of [...pictures].sort((a, b) => a.top - b.top || a.left - b.left)) {
      const at = paragraphEnd(afterLine(picture, here) ?? here.at(-1)?.[0] ?? end, placed)
      const list = found.get(at) ?? []
      list.push({ id: picture.id, page, caption: (captions.get(picture) ?? []).map(({ inlines }) => inlines) })
      found.set(at, list)
    }
    end = here.at(-1)?.[0] ?? end
  }
  return found
}

function afterLine(picture: Shown, here: readonly (readonly [number, Line])[]): number | null {
  const beside = here.filter(([, line]) => line.aside === null && shared(line, picture) > 0.1 * (picture.right - picture.left))
  const above = beside.filter(([, line]) => line.y < (picture.top + picture.bottom) / 2 && line.top < picture.top).sort(([i, a], [k, b]) => b.y - a.y || k - i)[0]
  if (above) return above[0]
  const below = beside.find(([, line]) => line.top >= (picture.top + picture.bottom) / 2)
  return below ? below[0] - 1 : null
}

/** The end of the paragraph that goes on behind line `from`, also over the edge of a page and what stands there. */
function paragraphEnd(from: number, placed: readonly (Placed | null)[]): number {
  const last = placed.slice(0, from + 1).findLastIndex((one) => one !== null)
  let at = placed[last]?.wrapped === true ? last : from
  while (placed[at]?.wrapped === true) {
    const next = placed.findIndex((one, i) => i > at && one !== null)
    if (next < 0) break
    at = next
  }
  return at
}
