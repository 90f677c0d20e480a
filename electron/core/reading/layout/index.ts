/** The door of the layout: pages of runs in, text in reading order out. */
import type { Projection } from '../projection.ts'
import { line, type Aside, type Line } from './block.ts'
import { columns } from './columns.ts'
import { contents, type Listed } from './contents.ts'
import { withoutDoubles } from './doubles.ts'
import { furniture } from './furniture.ts'
import { headings } from './headings.ts'
import { lineUp, pieces, type Piece } from './lines.ts'
import { mode } from './measure.ts'
import { footnotes, withNotes } from './notes.ts'
import { paragraphs, type Placed } from './paragraphs.ts'
import { captionsOf, partedBy, placePictures } from './pictures.ts'
import type { Run, Sheet } from './run.ts'
import { withTables } from './tables.ts'
import { turn } from './turn.ts'
import { write, type Written } from './write.ts'

export type { Run, Sheet, Shown } from './run.ts'
export type { Listed } from './contents.ts'
export type { Written } from './write.ts'

export interface LaidOut {
  /** Each line where it stands in the text, in its order. */
  readonly written: readonly Written[]
  /** What the file's own tables of contents list. */
  readonly listed: readonly Listed[]
}

/** One way of writing on one page: the first of a page is its text, others stand beside it. */
interface FlowOfPieces {
  readonly page: number
  readonly level: boolean
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly asides: readonly { readonly pieces: readonly Piece[]; readonly aside: Aside }[]
}

const MARKED: Readonly<Record<NonNullable<Run['aside']>, Aside>> = {
  watermark: { rule: 'watermark', reason: '斜放在页面上，或由文件标明是水印、批注' },
  'running-head': { rule: 'running-head', reason: '文件标明这是页面的书眉、页脚或版面装饰' },
}

/** Writes the pages into `projection`. */
export function layOut(sheets: readonly Sheet[], projection: Projection): LaidOut {
  const pages = sheets.map((sheet) => turn(sheet).map(flowOf))
  const main = pages.flatMap(([flow]) => (flow ? [flow] : []))
  const furnished = furniture(main)
  const body = mode(main.flatMap(({ pieces }) => pieces.map(({ size, runs }) => ({ value: size, weight: runs.reduce((sum, { text }) => sum + text.length, 0) }))), 0.5)
  const composing = new Composing(furnished, body)
  const whole = pages.flatMap((flows) => flows.flatMap((flow) => composing.compose(flow)))
  const shown = level(sheets, main)
  const captions = captionsOf(shown, whole, body)
  const taken = new Set([...captions.values()].flat())
  const composed = whole.filter((line) => !taken.has(line))
  const listing = contents(composed.filter(({ aside, table }) => aside === null && table === null))
  const lines = composed.map((line): Line => (listing.lines.has(line) ? { ...line, aside: { rule: 'contents', reason: '目录的一行，正文在后面' } } : line))
  const placed = place(lines, partedBy(shown))
  const pictures = placePictures(shown, { lines, placed }, captions)
  return { written: write({ lines, placed, headings: headings(placed), pictures }, projection), listed: listing.listed }
}

/** Pages whose text does not stand as they are shown have their pictures at the end: nothing is known of what stands beside them. */
const level = (sheets: readonly Sheet[], flows: readonly FlowOfPieces[]): readonly Sheet[] => {
  const turned = new Set(flows.flatMap((flow) => (flow.level ? [] : [flow.page])))
  return sheets.map((sheet) => (turned.has(sheet.page) ? { ...sheet, pictures: sheet.pictures.map(({ id }) => ({ id, left: 0, right: 0, top: sheet.height, bottom: sheet.height })) } : sheet))
}

function flowOf({ page, level, height, runs }: ReturnType<typeof turn>[number]): FlowOfPieces {
  const of = (aside: Run['aside']): readonly Piece[] => pieces(withoutDoubles(runs.filter((run) => run.aside === aside)))
  const asides = (['watermark', 'running-head'] as const).flatMap((aside) => lineUp(of(aside)).map((row) => ({ pieces: row, aside: MARKED[aside] })))
  return { page, level, height, pieces: of(null), asides }
}

/** Brings the pieces of each page into lines; columns and footnotes are numbered through all pages. */
class Composing {
  private readonly furnished: ReadonlyMap<Piece, Aside>
  private readonly body: number
  private readonly labels = new Set<string>()
  private column = 0

  constructor(furnished: ReadonlyMap<Piece, Aside>, body: number) {
    this.furnished = furnished
    this.body = body
  }

  compose({ page, height, pieces, asides }: FlowOfPieces): readonly Line[] {
    const free = pieces.filter((one) => !this.furnished.has(one))
    const starts = new Map(footnotes(free, { height, body: this.body }).map(({ mark, first }) => [first, { mark, label: this.label(mark, page) }]))
    const byMark = new Map([...starts.values()].map(({ mark, label }) => [mark, label]))
    const refers = (run: Run): string | null => byMark.get(run.text.replaceAll(/[\s[\]［］〔〕【】()（）]/g, '')) ?? null
    const text = columns(free).flatMap((block) => {
      this.column++
      return withNotes(withTables(lineUp(block), { page, column: this.column, ...(byMark.size > 0 ? { refers } : {}) }), new Map([...starts].filter(([first]) => block.includes(first)).map(([first, { label }]) => [first, label])))
    })
    const beside = [...this.rows(pieces, page), ...asides.map(({ pieces, aside }) => line(pieces, { page, column: 0, aside }))]
    const above = beside.filter(({ y }) => y < height / 2)
    return [...above, ...text, ...beside.filter(({ y }) => y >= height / 2)].filter(({ text, table }) => text !== '' || table !== null)
  }

  private rows(pieces: readonly Piece[], page: number): readonly Line[] {
    return lineUp(pieces.filter((one) => this.furnished.has(one))).flatMap((row) => {
      const aside = row[0] ? this.furnished.get(row[0]) : undefined
      return aside ? [line(row, { page, column: 0, aside })] : []
    })
  }

  /** Marks begin anew on each page; labels do not. */
  private label(mark: string, page: number): string {
    const label = this.labels.has(mark) ? `${mark}-${page}` : mark
    this.labels.add(label)
    return label
  }
}

/** Paragraphs of the text alone; a sentence goes on over a page's edge and what stands there, but not over a table. */
function place(lines: readonly Line[], parted: Parameters<typeof paragraphs>[1]): readonly (Placed | null)[] {
  const isText = ({ aside, table, note }: Line): boolean => aside === null && table === null && note === null
  const found = new Map<Line, Placed>()
  let part: Line[] = []
  const finish = (): void => {
    paragraphs(part, parted).forEach((one, i) => {
      const line = part[i]
      if (line) found.set(line, one)
    })
    part = []
  }
  for (const line of lines) {
    if (isText(line)) part.push(line)
    else if (line.table) finish()
  }
  finish()
  return lines.map((line) => found.get(line) ?? null)
}
