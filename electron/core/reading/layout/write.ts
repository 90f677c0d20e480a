import type { Data } from 'mdast'
import type { Inline, Projection } from '../projection.ts'
import type { Line } from './block.ts'
import { plain } from './glyphs.ts'
import type { Heading } from './headings.ts'
import type { Placed } from './paragraphs.ts'
import type { PlacedPicture } from './pictures.ts'

/** Where a line came to stand in the text. */
export interface Written {
  readonly at: number
  readonly page: number
  readonly y: number
  readonly text: string
  readonly aside: boolean
}

export interface Plan {
  readonly lines: readonly Line[]
  /** What paragraphs found for each line of the text; null for asides, tables and notes. */
  readonly placed: readonly (Placed | null)[]
  readonly headings: ReadonlyMap<number, Heading>
  /** By the index of the line that they follow; -1 for the beginning. */
  readonly pictures: ReadonlyMap<number, readonly PlacedPicture[]>
}

/** Lines become nodes of their own: cleaning joins those that their page broke. A heading of several lines is one node, for it is one title. */
export function write({ lines, placed, headings, pictures }: Plan, projection: Projection): readonly Written[] {
  const found: Written[] = []
  let goesOn = false
  let shown = -1
  const show = (upTo: number): void => {
    for (; shown < upTo; shown++) for (const { id, page, caption } of pictures.get(shown) ?? []) {
      projection.paragraph([{ text: plain(joined(caption)).trim(), picture: id }], { page })
      goesOn = false
    }
  }
  for (let i = 0; i < lines.length; i++) {
    show(i)
    const [line, place, heading] = [lines[i], placed[i] ?? null, headings.get(i)]
    if (!line) continue
    const data: Data = { page: line.page, ...(line.aside ? { aside: line.aside } : {}) }
    found.push({ at: projection.next, page: line.page, y: line.top, text: line.text, aside: line.aside !== null })
    if (line.table) projection.table(line.table, data)
    else if (line.note !== null) i += note(lines, i, { projection, data })
    else if (heading) {
      const group = placed.slice(i, i + heading.lines).flatMap((one) => (one ? [one.inlines] : []))
      projection.heading(heading.depth, joined(group), heading.titled ? { ...data, titled: true } : data)
      found[found.length - 1] = { at: found.at(-1)?.at ?? 0, page: line.page, y: line.top, text: plain(joined(group)), aside: false }
      i += heading.lines - 1
    } else {
      const more: Data = { ...data, ...(place?.indented ? { indented: true } : {}), ...(place?.wrapped ? { wrapped: true } : {}) }
      if (goesOn && !line.aside) projection.line(line.inlines, more)
      else projection.paragraph(line.inlines, more)
    }
    goesOn = place?.wrapped === true && !heading
  }
  show(lines.length)
  return found
}

/** A footnote with all its lines; how many lines follow the first. */
function note(lines: readonly Line[], from: number, { projection, data }: { readonly projection: Projection; readonly data: Data }): number {
  const label = lines[from]?.note ?? ''
  let end = from + 1
  while (lines[end]?.note === label && lines[end]?.page === lines[from]?.page) end++
  projection.note(label, joined(lines.slice(from, end).map(({ inlines }) => inlines)), data)
  return end - from - 1
}

/** Lines of one title in a row: no blank between Han, one between words. */
function joined(lines: readonly (readonly Inline[])[]): readonly Inline[] {
  return lines.flatMap((inlines, i) => {
    const before = lines[i - 1]
    const blank = before !== undefined && /[\w,.]$/.test(plain(before)) && /^[\w(]/.test(plain(inlines))
    return blank ? [' ', ...inlines] : inlines
  })
}
