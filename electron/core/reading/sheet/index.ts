/** The door of sheet: workbooks and lists, one case a row or one table. */
import { Refusal } from '../../../contract/errors.ts'
import type { SheetGuess } from '../../../contract/reviewing.ts'
import { decode } from '../decode.ts'
import type { Decoding, Format, ReadDocument, ReadPicture, ReadWarning } from '../document.ts'
import { hasText } from '../plain-text.ts'
import type { HowToRead, NamedBytes, Reader } from '../reader.ts'
import { readText } from '../text-file.ts'
import { findWarnings } from '../warnings.ts'
import { guessColumns } from './columns.ts'
import { rowsOf } from './csv.ts'
import { bounded, leftOutWarning, NO_PICTURES, tidy, type Sheet } from './grid.ts'
import { columnsOf, TABLE } from './choose.ts'
import { openXls, openXlsx } from './workbook.ts'
import { writeSheets } from './write.ts'

export { guessColumns } from './columns.ts'

const NAME = 300

/** Rejects with CORRUPT, ENCRYPTED, EMPTY, BOMB, TOO_MANY, DOCTYPE. */
export const readXlsx: Reader = async (file, _tools, how) => {
  const { sheets, warnings, pictures, drawn } = await openXlsx(file)
  return document(file.name, 'xlsx', sheets, how, { decoding: null, warnings, pictures, drawn })
}

/** Throws CORRUPT, ENCRYPTED, EMPTY. */
export const readXls: Reader = (file, _tools, how) => {
  const { sheets, warnings } = openXls(file)
  return document(file.name, 'xls', sheets, how, { decoding: null, warnings })
}

/** Text without columns under such a name is read as text. Throws like plain text. */
export function readCsv(file: NamedBytes, how: HowToRead): ReadDocument {
  const { name, bytes } = file
  const decoded = decode(bytes, how.encoding ?? undefined, name)
  if (!hasText(decoded.text)) throw new Refusal('EMPTY', { file: name })
  const { rows, warnings } = rowsOf(decoded.text, name)
  if (rows.every((row) => row.length < 2)) return readText(file, how)
  // Offsets of damage count in the bytes' own text, which is not the one that is shown.
  const damage = findWarnings(decoded).map((warning): ReadWarning => ({ ...warning, raw: { start: 0, end: 0 } }))
  return document(name, 'csv', [{ name, rows, pictures: NO_PICTURES }], how, { decoding: decoded.decoding, warnings: [...damage, ...warnings] })
}

interface Read {
  readonly decoding: Decoding | null
  readonly warnings: readonly ReadWarning[]
  readonly pictures?: readonly ReadPicture[]
  /** How many pictures the file holds. */
  readonly drawn?: number
}

function document(name: string, format: Format, given: readonly Sheet[], how: HowToRead, { decoding, warnings, pictures = [], drawn = 0 }: Read): ReadDocument {
  const { sheets, leftOut } = bounded(given.map(tidy).filter(({ rows }) => rows.length > 0))
  const [first] = sheets
  if (first === undefined) throw new Refusal('EMPTY', { file: name })
  const guesses = sheets.map(({ rows }) => guessColumns(rows))
  const columns = columnsOf(sheets, guesses.map(({ guess }) => guess), how)
  const cut = leftOut === 0 ? [] : [leftOutWarning(`有 ${leftOut} 行没有读入`, '表格太大，超出的行没有读入；请拆成几份再导入')]
  const { shown, ...written } = writeSheets(sheets, columns)
  const missing = drawn - shown.size
  const missed = missing <= 0 ? [] : [leftOutWarning(`表格里的 ${missing} 张图片没有读入`, '图片在表头、隐藏的工作表或页眉里，或格式无法显示；请对照原件')]
  return { name, format, decoding, frontMatter: null, claims: [], pictures: pictures.filter(({ id }) => shown.has(id)), sheets: sheets.map((sheet, n): SheetGuess => ({ name: sheet.name.slice(0, NAME), columns: columns[n] ?? TABLE, ...(guesses[n] ?? guessColumns(sheet.rows)) })), warnings: [...warnings, ...cut, ...missed], ...written }
}
