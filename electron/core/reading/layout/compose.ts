/** A document out of laid-out pages, the same for every page-set format: what is too much, too little or unreadable is refused here. */
import { Refusal } from '../../../contract/errors.ts'
import type { Format } from '../../../contract/format.ts'
import type { ReadDocument, ReadPicture, ReadWarning } from '../document.ts'
import type { Properties } from '../office/properties.ts'
import { hasText } from '../plain-text.ts'
import { Projection } from '../projection.ts'
import { boundariesOf, type Bookmark } from './boundaries.ts'
import { findDamage } from './damage.ts'
import { layOut } from './index.ts'
import { coversPage, withoutFurniture } from './pictures.ts'
import type { Sheet } from './run.ts'
import { statedBy } from './stated.ts'

export const MAX_PAGES = 2000
export const MAX_CHARACTERS = 5_000_000
/** Characters on average a page; fewer stand on stamps, page numbers and covers of scans. */
const FEWEST_CHARACTERS = 10

export interface Pages {
  readonly file: string
  readonly format: Format
  readonly sheets: readonly Sheet[]
  readonly properties: Properties
  readonly bookmarks: readonly Bookmark[]
  /** Pages that could not be read, from 1. */
  readonly broken: readonly number[]
  /** Those that the sheets show. */
  readonly pictures: readonly ReadPicture[]
  /** How many a person sees on the pages and reading leaves out; null when they were too many to look at. */
  readonly missing: number | null
}

/** Throws Refusal: TOO_MANY pages. */
export function refuseTooMany(pages: number, file: string): void {
  if (pages > MAX_PAGES) throw new Refusal('TOO_MANY', { file, count: String(pages), limit: String(MAX_PAGES) })
}

const leaving = (text: string, reason: string): ReadWarning => ({ rule: 'reading.left-out', text, reason, raw: { start: 0, end: 0 } })

const picturesLeftOut = (missing: number | null): readonly ReadWarning[] => {
  if (missing === null) return [leaving('文件里的图片没有读入', '图片太大或太多，多半是整页的扫描图；只读了文字，请对照原件')]
  return missing === 0 ? [] : [leaving(`有 ${missing} 张图片没有读入`, '图片太大、太多、被切成碎条，或格式无法显示；请对照原件')]
}

/** A page that is one picture may be a scanned one: what is written on it was not read. */
const scannedPages = (sheets: readonly Sheet[]): readonly ReadWarning[] => sheets.filter((sheet) => sheet.runs.length === 0 && sheet.pictures.some((picture) => coversPage(picture, sheet))).slice(0, 50).map(({ page }) => leaving(`第 ${page} 页是一整张图，没有文字层`, '这一页像是扫描的：图片留在正文里，上面的字没有读入；需要时请先做文字识别'))

/** Counts the characters of sheets as they come, so that no file goes on for ever. Throws Refusal: BOMB. */
export function counter(file: string): (sheet: Sheet) => void {
  let sum = 0
  return ({ runs }) => {
    for (const { text } of runs) sum += text.length
    if (sum > MAX_CHARACTERS) throw new Refusal('BOMB', { file, reason: `文字超过 ${MAX_CHARACTERS / 10_000} 万字` })
  }
}

/** Throws Refusal: NO_TEXT, BAD_TEXT_LAYER. */
export function compose({ file, format, sheets: given, properties, bookmarks, broken, pictures, missing }: Pages): ReadDocument {
  const sheets = withoutFurniture(given)
  const characters = sheets.reduce((sum, { runs }) => sum + runs.reduce((count, { text }) => count + text.replaceAll(/\s/g, '').length, 0), 0)
  if (characters < (sheets.length > 1 ? FEWEST_CHARACTERS * sheets.length : 2)) throw new Refusal('NO_TEXT', { file })
  const projection = new Projection()
  const { written, listed } = layOut(sheets, projection)
  const { text, tree } = projection.done()
  if (!hasText(text)) throw new Refusal('NO_TEXT', { file })
  const leftOut = [...broken.slice(0, 50).map((page) => leaving(`第 ${page} 页读不出来`, '这一页的内部结构有误，没有读入；其余各页不受影响，请对照原件')), ...picturesLeftOut(missing), ...scannedPages(sheets)]
  const shown = new Set(sheets.flatMap((sheet) => sheet.pictures.map(({ id }) => id)))
  return {
    name: file,
    format,
    decoding: null,
    text,
    tree,
    frontMatter: null,
    claims: statedBy(properties, { file, text }),
    pictures: pictures.filter(({ id }) => shown.has(id)),
    boundaries: boundariesOf(bookmarks, listed, written),
    warnings: [...leftOut, ...findDamage(text, file)],
  }
}
