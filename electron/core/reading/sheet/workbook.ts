/** .xlsx and .xls: what a person sees in the cells, read by SheetJS from an archive that has been checked. */
import { read, SSF, set_cptable, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Refusal } from '../../../contract/errors.ts'
import { openArchive, repack } from '../archive/index.ts'
import type { ReadPicture, ReadWarning } from '../document.ts'
import { Album } from '../office/pictures.ts'
import type { NamedBytes } from '../reader.ts'
import { drawingsIn, inCell, NOTHING_DRAWN, type Drawings } from './drawings.ts'
import { leftOutWarning, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, type Sheet } from './grid.ts'

export interface Book {
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly ReadWarning[]
  readonly pictures: readonly ReadPicture[]
  /** How many pictures the file holds, whether they are read or not. */
  readonly drawn: number
}

/** Parts that hold words; drawings, macros, embedded files and printer settings are not opened. */
const WORDS = /\.(?:xml|rels)$|^xl\/(?!vbaProject|printerSettings).*\.bin$/i
const NOT_WORDS = /^xl\/(?:drawings|charts|chartsheets|media|embeddings|externalLinks|pivotCache|pivotTables|activeX|ctrlProps|customXml)\//i
const PICTURE = /^xl\/media\/[^/]+$/i
const DOCTYPE_WITHIN = 2048

// Excel 5 and 95 write bytes of the Windows code page; SheetJS brings tables for them, which the platform already has.
const PAGES: Readonly<Record<number, string>> = { 874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 1200: 'utf-16le', 1201: 'utf-16be', 10008: 'gb18030', 54936: 'gb18030', 65001: 'utf-8' }
set_cptable({
  utils: {
    decode: (page: number, bytes: string | readonly number[] | Uint8Array): string => {
      const given = typeof bytes === 'string' ? Uint8Array.from(bytes, (letter) => letter.charCodeAt(0) & 0xff) : Uint8Array.from(bytes)
      return new TextDecoder(PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')).decode(given)
    },
  },
})

export async function openXlsx(file: NamedBytes): Promise<Book> {
  const archive = await openArchive(file)
  for (const member of archive.members) {
    if (!/\.(?:xml|rels)$/i.test(member.name) || NOT_WORDS.test(member.name)) continue
    if (Buffer.from((await member.read()).subarray(0, DOCTYPE_WITHIN)).includes('<!DOCTYPE')) throw new Refusal('DOCTYPE', { file: file.name })
  }
  const drawn = archive.members.filter(({ name }) => PICTURE.test(name)).length
  const album = new Album()
  const drawings = drawn === 0 ? NOTHING_DRAWN : await drawingsIn(archive, file.name, album)
  return { ...parse(await repack(archive, (name) => WORDS.test(name) && !NOT_WORDS.test(name)), file.name, drawings), pictures: album.pictures, drawn }
}

/** Its pictures are not looked for: workbooks of that age are lists. */
export const openXls = (file: NamedBytes): Book => ({ ...parse(file.bytes, file.name, NOTHING_DRAWN), pictures: [], drawn: 0 })

function parse(bytes: Uint8Array, file: string, drawings: Drawings): Pick<Book, 'sheets' | 'warnings'> {
  let book: WorkBook
  try {
    book = read(bytes, { type: 'buffer', dense: true, cellDates: true, UTC: true, cellHTML: false, cellFormula: false, bookVBA: false, sheetRows: MAX_ROWS + 1, sheets: Array.from({ length: MAX_SHEETS }, (_, i) => i) })
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message)
    throw encrypted ? new Refusal('ENCRYPTED', { file }) : new Refusal('CORRUPT', { file, reason: '表格读不出来' })
  }
  const hidden = new Set(book.SheetNames.filter((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0))
  const sheets = book.SheetNames.slice(0, MAX_SHEETS).flatMap((name): { readonly name: string; readonly sheet: WorkSheet }[] => {
    const sheet = book.Sheets[name]
    return sheet === undefined || hidden.has(name) ? [] : [{ name, sheet }]
  })
  return { sheets: sheets.map(({ name, sheet }) => inCell({ name, rows: rowsOf(sheet), pictures: drawings.beside.get(name) ?? new Map() }, drawings)), warnings: [...hiddenWarnings([...hidden]), ...sheets.flatMap(({ name, sheet }) => cutWarnings(name, sheet)), ...(book.SheetNames.length > MAX_SHEETS ? [leftOutWarning(`只读入了前 ${MAX_SHEETS} 张工作表`, `这份表格有 ${book.SheetNames.length} 张工作表；请拆开再导入其余的`)] : [])] }
}

function rowsOf(sheet: WorkSheet): readonly (readonly string[])[] {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  return Array.from(rows.slice(0, MAX_ROWS), (row) => Array.from((row ?? []).slice(0, MAX_COLUMNS), shown))
}

/** As Excel shows it, dates as ISO: 2022-09-28, or with a time 2022-09-28 17:07. */
function shown(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return ''
  if (cell.v instanceof Date) return isoOf(cell.v)
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return isoOf(new Date(Math.round((cell.v - 25_569) * 86_400_000)))
  return cell.w ?? (cell.v === undefined ? '' : String(cell.v))
}

function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

const hiddenWarnings = (names: readonly string[]): readonly ReadWarning[] => (names.length === 0 ? [] : [leftOutWarning(`隐藏的工作表没有读入：${names.join('、')}`, '在 Excel 或 WPS 里看不到的工作表不算正文；需要时请取消隐藏后再导入')])

function cutWarnings(name: string, sheet: WorkSheet): readonly ReadWarning[] {
  const whole = utils.decode_range(String(sheet['!fullref'] ?? sheet['!ref'] ?? 'A1'))
  if (whole.e.r < MAX_ROWS && whole.e.c < MAX_COLUMNS) return []
  return [leftOutWarning(`工作表“${name}”只读入了前 ${MAX_ROWS} 行、${MAX_COLUMNS} 列`, '超出的部分没有读入；请拆成几份再导入')]
}
