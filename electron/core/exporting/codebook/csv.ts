/** Codebooks as a table (.csv): one code a line, for people and spreadsheets; read in any encoding, with columns in any order. */
import Papa from 'papaparse'
import { Refusal } from '../../../contract/errors.ts'
import { decode } from '../../reading/decode.ts'
import { colourNear, guidIn, hexOf, KIND_NAMES, kindNamed, LIST_NAMES, LISTS, MOST_CODES, type Code, type ListName } from './code.ts'
import { itemsOf, listLines } from './description.ts'

const COLUMNS = ['编号', '类型', '上级编号', '上级', '名称', '短名', '定义', ...LISTS.map((list) => LIST_NAMES[list]), '颜色'] as const
type Column = (typeof COLUMNS)[number]
/** What others call the columns. */
const ALSO: Readonly<Record<string, Column>> = { guid: '编号', id: '编号', 代码: '编号', kind: '类型', type: '类型', parentguid: '上级编号', parent: '上级', 上级标签: '上级', 父级: '上级', 父节点: '上级', name: '名称', code: '名称', 编码: '名称', 标签: '名称', 类目: '名称', 节点: '名称', shortname: '短名', 简称: '短名', description: '定义', definition: '定义', 说明: '定义', 描述: '定义', 备注: '定义', includes: '什么算', 包括: '什么算', excludes: '什么不算', exclusions: '什么不算', 不包括: '什么不算', 排除: '什么不算', color: '颜色', colour: '颜色' }

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^'*[=+\-@\t\r]/
const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
const uncell = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

export function csvOf(codes: readonly Code[]): string {
  const rows: string[][] = []
  const add = (code: Code, parent: Code | null): void => {
    const { guid, kind, name, short, definition, colour } = code
    rows.push([guid ?? '', kind === null ? '' : KIND_NAMES[kind], parent?.guid ?? '', parent?.name ?? '', name, short ?? '', definition ?? '', ...LISTS.map((list) => listLines(code[list] ?? [])), colour === null ? '' : hexOf(colour)])
    for (const child of code.children) add(child, code)
  }
  for (const code of codes) add(code, null)
  return `\ufeff${[[...COLUMNS], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

interface Row {
  readonly code: Omit<Code, 'children'>
  readonly parentGuid: string | null
  readonly parentName: string
}

/** Throws NOT_A_CODEBOOK where no column is called 名称, or nothing stands under it, TOO_MANY, UNDECODABLE. */
export function codesInCsv(bytes: Uint8Array, file: string): readonly Code[] {
  const { text } = decode(bytes, undefined, file)
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy', preview: MOST_CODES + 2, delimitersToGuess: [',', '\t', ';', '，'] })
  const [head = [], ...lines] = data
  if (lines.length > MOST_CODES) throw new Refusal('TOO_MANY', { file, count: `${MOST_CODES} 以上`, limit: String(MOST_CODES) })
  const at = new Map<Column, number>()
  head.forEach((title, index) => {
    const plain = title.normalize('NFKC').trim()
    const column = COLUMNS.find((one) => one === plain) ?? ALSO[plain.toLowerCase().replaceAll(/[\s_-]/g, '')]
    if (column !== undefined && !at.has(column)) at.set(column, index)
  })
  if (!at.has('名称')) throw new Refusal('NOT_A_CODEBOOK', { file, reason: '第一行里没有“名称”一栏' })
  const rows = lines.map((line) => rowOf(line, at)).filter(({ code }) => code.name !== '')
  if (rows.length === 0) throw new Refusal('NOT_A_CODEBOOK', { file, reason: '“名称”一栏是空的' })
  return treeOf(rows)
}

function rowOf(line: readonly string[], at: ReadonlyMap<Column, number>): Row {
  const has = (column: Column): boolean => at.has(column)
  const raw = (column: Column): string => uncell(line[at.get(column) ?? -1] ?? '').replaceAll('\r\n', '\n')
  const value = (column: Column): string => raw(column).trim()
  const guid = guidIn(value('编号'))
  // A table that a person wrote by hand: several in one cell stand side by side, too.
  const list = (name: ListName): readonly string[] | null => {
    const column = LIST_NAMES[name] as Column
    if (!has(column)) return null
    return guid !== null || raw(column).includes('\n') ? itemsOf(raw(column).split('\n')) : itemsOf(value(column).split(/[；;]/))
  }
  return {
    parentGuid: guidIn(value('上级编号')),
    parentName: value('上级'),
    code: { guid, kind: kindNamed(value('类型')), name: value('名称').replaceAll('\n', ' '), short: value('短名') === '' ? null : value('短名'), colour: colourNear(value('颜色')), definition: has('定义') ? value('定义') : null, counts: list('counts'), countsNot: list('countsNot'), strong: list('strong'), weak: list('weak'), negative: list('negative') },
  }
}

/** By the number of what stands above, else by its name; what stands under itself, or under nothing that is there, stands alone. */
function treeOf(rows: readonly Row[]): readonly Code[] {
  const byGuid = new Map(rows.flatMap((row, index) => (row.code.guid === null ? [] : [[row.code.guid, index] as const])))
  const byName = new Map(rows.map((row, index) => [row.code.name, index]).toReversed() as [string, number][])
  const above = rows.map(({ parentGuid, parentName }, index) => {
    const found = (parentGuid === null ? undefined : byGuid.get(parentGuid)) ?? (parentName === '' ? undefined : byName.get(parentName))
    return found === undefined || found === index ? null : found
  })
  const rootless = (index: number): boolean => {
    const seen = new Set<number>()
    for (let up: number | null = index; up !== null; up = above[up] ?? null) {
      if (seen.has(up)) return true
      seen.add(up)
    }
    return false
  }
  const parentOf = rows.map((_, index) => (rootless(index) ? null : (above[index] ?? null)))
  const under = Map.groupBy(rows.map((_, index) => index), (index) => parentOf[index] ?? null)
  const from = (parent: number | null): readonly Code[] => (under.get(parent) ?? []).flatMap((index): Code[] => {
    const row = rows[index]
    return row === undefined ? [] : [{ ...row.code, children: from(index) }]
  })
  return from(null)
}
