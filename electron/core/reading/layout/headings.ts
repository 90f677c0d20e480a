/** Titles and headings by what a page shows: a size above the body's, or a face of their own on a line of their own. */
import type { Placed } from './paragraphs.ts'

export type Depth = 1 | 2 | 3 | 4 | 5 | 6
export interface Heading {
  readonly depth: Depth
  /** Lines that it takes, this one included. */
  readonly lines: number
  /** Large at the head of an article, or centred there. */
  readonly titled: boolean
}

const LONGEST = 90
const MOST_LINES = 4
/** Parts of the body's size. */
const LARGER = 1.14
const SENTENCE_END = /[。；;，,：:、]$/u
/** Document numbers, dates, labels, page furniture and dashes are no headings however they stand. */
const NONE = /^(?:[^\s]{1,20}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*第?\s*\d+\s*号|[（(][^）)]*[）)]|[—―–-]{1,2}.*|第?\s*[\d〇○一二三四五六七八九十]+\s*[年期].{0,12}|\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月].{0,12}|\d{4}\s?年|(?:来源|作者|时间|日期|编辑|责任编辑|记者|通讯员)\s*[:：].*|[\p{P}\p{S}\s\d]+|.{0,1})$/u

/** Headings by the index of their first line. */
export function headings(lines: readonly (Placed | null)[]): ReadonlyMap<number, Heading> {
  const body = bodyOf(lines)
  const found = new Map<number, { readonly lines: number; readonly size: number; readonly titled: boolean }>()
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]
    if (!first || !couldBegin(first, lines[i - 1] ?? null)) continue
    const group = together(lines, i)
    const text = group.map((line) => line.text).join('')
    if (text.length > LONGEST || group.length > MOST_LINES || SENTENCE_END.test(text) || NONE.test(text)) continue
    const large = first.size >= LARGER * body.size
    if (large || standsOut(first, body)) found.set(i, { lines: group.length, size: large ? first.size : 0, titled: large && (first.centred || first.size >= 1.3 * body.size) })
    if (found.has(i)) i += group.length - 1
  }
  const sizes = [...new Set([...found.values()].map(({ size }) => Math.round(size)))].sort((a, b) => b - a)
  return new Map([...found].map(([at, { lines, size, titled }]) => [at, { lines, titled, depth: depth(sizes.indexOf(Math.round(size)) + 1) }]))
}

const DEPTHS: readonly Depth[] = [1, 2, 3, 4, 5, 6]
const depth = (rank: number): Depth => DEPTHS[Math.min(Math.max(rank, 1), 6) - 1] ?? 6

/** The second line of a paragraph is no heading. */
const couldBegin = (line: Placed, before: Placed | null): boolean => line.text !== '' && (before === null || !before.wrapped)

/** The lines of one heading: of one size and face, close below each other. */
function together(lines: readonly (Placed | null)[], from: number): readonly Placed[] {
  const found: Placed[] = []
  for (let i = from; i < lines.length && found.length <= MOST_LINES; i++) {
    const [line, before] = [lines[i], found.at(-1)]
    if (!line) break
    if (before && !(line.page === before.page && line.column === before.column && Math.abs(line.size - before.size) < 0.06 * line.size && line.face === before.face && line.y - before.y < 2.2 * line.size && (before.wrapped || (before.centred && line.centred)))) break
    if (before && NONE.test(line.text)) break
    found.push(line)
  }
  return found
}

interface Body {
  readonly size: number
  /** How many characters each face sets. */
  readonly faces: ReadonlyMap<string, number>
  readonly characters: number
}

function bodyOf(lines: readonly (Placed | null)[]): Body {
  const sizes = new Map<number, number>()
  const faces = new Map<string, number>()
  let characters = 0
  for (const line of lines) {
    if (!line) continue
    const size = Math.round(line.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length)
    faces.set(line.face, (faces.get(line.face) ?? 0) + line.text.length)
    characters += line.text.length
  }
  return { size: [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0, faces, characters }
}

/** A short line of Han in a face that sets little of the text. */
function standsOut(line: Placed, { size, faces, characters }: Body): boolean {
  const rare = (faces.get(line.face) ?? 0) < 0.2 * characters
  return !line.wrapped && line.text.length <= 40 && /\p{Script=Han}{2}/u.test(line.text) && line.size >= 0.95 * size && (rare || line.bold) && characters > 200 && !/[。！？]/.test(line.text)
}
