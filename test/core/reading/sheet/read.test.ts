import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../../electron/core/cleaning/index.ts'
import type { HowToRead } from '../../../../electron/core/reading/index.ts'
import { read } from '../../../../electron/core/reading/index.ts'
import { openArchive } from '../../../../electron/core/reading/archive/index.ts'
import { zip } from '../archive/zip.ts'
import { encode } from '../encode.ts'
import { refusalOf } from '../refusal.ts'

type Cells = readonly (readonly (string | number | Date | null)[])[]
const TEXT = '网格员每周二在议事亭听居民说事，能办的当天就办，办不了的登记清楚。'
const open = (name: string, bytes: Uint8Array, how: HowToRead = {}) => read({ name, bytes }, { characterMap: () => null }, how)
const csv = (text: string, how: HowToRead = {}, name = '表.csv') => open(name, encode(text, 'utf-8'), how)

function book(sheets: Readonly<Record<string, Cells>>, type: BookType = 'xlsx', change: (sheet: WorkSheet) => void = () => undefined, hidden: readonly string[] = []): Uint8Array {
  const made = utils.book_new()
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(cells.map((row) => [...row]), { UTC: true, cellDates: true })
    change(sheet)
    utils.book_append_sheet(made, sheet, name)
  }
  made.Workbook = { Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 as const : 0 as const })) }
  return new Uint8Array(write(made, { type: 'buffer', bookType: type, cellDates: type === 'xlsx' }))
}
const LIST: Cells = [['标题', '日期', '来源', '正文', '备注'], ['议事亭', new Date(Date.UTC(2024, 2, 5)), '某地日报', `第一段。${TEXT}\n第二段。`, '留存'], ['板凳会', new Date(Date.UTC(2024, 2, 6, 17, 7)), '某地晚报', TEXT, null]]

describe('a list of articles', () => {
  it.each<BookType>(['xlsx', 'biff8', 'xlsb'])('in %s is one article a row: what the columns say is claimed, what they do not say stays', async (type) => {
    const found = await open('案例.xlsx', book({ 案例: LIST }, type))
    expect(found.text).toBe(`议事亭\n\n2024-03-05\n\n某地日报\n\n第一段。${TEXT}\n第二段。\n\n备注：留存\n\n板凳会\n\n2024-03-06 17:07\n\n某地晚报\n\n${TEXT}`)
    expect(found.boundaries.map(({ at, basis, title }) => [found.text.slice(at, at + 3), basis, title])).toEqual([['议事亭', 'row', '议事亭'], ['板凳会', 'row', '板凳会']])
    expect(found.boundaries[1]?.claims.map(({ field, value, from, raw }) => [field, value, from, raw && found.text.slice(raw.start, raw.end)])).toEqual([
      ['title', '板凳会', 'column', null], ['date', '2024-03-06 17:07', 'column', '2024-03-06 17:07'], ['media', '某地晚报', 'column', '某地晚报'],
    ])
    const columns = { as: 'rows', header: 0, fields: ['title', 'date', 'media', 'body', null] }
    expect(found.sheets?.map(({ name, guess, columns: own }) => [name, guess, own])).toEqual([['案例', columns, columns]])
    expect(found.warnings).toEqual([])
  })

  it('is a table when a person says so, or other columns', async () => {
    const bytes = book({ 案例: LIST })
    expect((await open('案例.xlsx', bytes, { columns: { as: 'table' } })).text.split('\n')[0]).toBe('标题\t日期\t来源\t正文\t备注')
    const other = await open('案例.xlsx', bytes, { columns: { as: 'rows', header: null, fields: [null, null, null, 'title', 'body'] } })
    expect(other.boundaries.map(({ title }) => title?.slice(0, 3))).toEqual(['正文', '第一段', '网格员'])
  })

  it('in several sheets goes on where the head is the same; another sheet is a table', async () => {
    const found = await open('案例.xlsx', book({ 甲: LIST.slice(0, 2), 乙: [LIST[0] ?? [], ['院坝会', null, null, TEXT, null]], 统计: [['项', '数'], ['篇', 2]] }))
    expect(found.boundaries.map(({ basis, title }) => [basis, title])).toEqual([['row', '议事亭'], ['row', '院坝会'], ['chapter', '统计']])
    expect(found.text.endsWith('统计\n\n项\t数\n篇\t2')).toBe(true)
  })

  it('in several sheets is read sheet by sheet where the heads differ, each by its own columns', async () => {
    const other: Cells = [['案例汇编（二）'], ['案例名称', '案例内容'], ['院坝会', TEXT], ['小马扎', TEXT]]
    const found = await open('案例.xlsx', book({ 统计: [['项', '数'], ['篇', 2]], 甲: LIST, 乙: other }))
    expect(found.boundaries.map(({ basis, title }) => [basis, title])).toEqual([['chapter', '统计'], ['row', '议事亭'], ['row', '板凳会'], ['row', '院坝会'], ['row', '小马扎']])
    expect(found.sheets?.map(({ name, columns, rows }) => [name, columns.as, rows.length])).toEqual([['统计', 'table', 2], ['甲', 'rows', 3], ['乙', 'rows', 4]])
    expect(found.sheets?.[2]).toMatchObject({ columns: { header: 1, fields: ['title', 'body'] }, header: ['案例名称', '案例内容'], rows: [['案例汇编（二）'], ['案例名称', '案例内容'], ['院坝会', TEXT], ['小马扎', TEXT]] })
  })

  it('in several sheets is what a person says of each of them', async () => {
    const bytes = book({ 甲: LIST, 乙: [['名称', '要点'], ['院坝会', '短'], ['小马扎', '也短']] })
    const first = await open('案例.xlsx', bytes, { sheets: [{ as: 'table' }] })
    expect(first.sheets?.map(({ columns }) => columns.as)).toEqual(['table', 'table'])
    const second = await open('案例.xlsx', bytes, { sheets: [null, { as: 'rows', header: 0, fields: ['title', 'body'] }] })
    expect(second.boundaries.map(({ title }) => title)).toEqual(['议事亭', '板凳会', '院坝会', '小马扎'])
    const whole = await open('案例.xlsx', book({ 甲: LIST, 乙: [LIST[0] ?? [], ['院坝会', null, null, TEXT, null]] }), { columns: { as: 'table' }, sheets: [null, { as: 'rows', header: 0, fields: ['title', null, null, 'body', null] }] })
    expect(whole.boundaries.map(({ basis, title }) => [basis, title])).toEqual([['chapter', '甲'], ['row', '院坝会']])
  })

  it('keeps the places of several columns together, and marks rows that are no articles', async () => {
    const found = await csv(`名单\n标题,省,市,正文\n议事亭,某省,某市,${TEXT}\n,,合计 1 篇,\n`)
    expect(found.boundaries[0]?.claims.find(({ field }) => field === 'place')?.value).toBe('某省某市')
    expect(found.tree.children.flatMap(({ data, position }) => (data?.aside ? [[found.text.slice(position?.start.offset, position?.end.offset), data.aside.reason]] : []))).toEqual([
      ['名单', '这一行在表头之上，是表格的题目或说明'], ['某省', '这一格在“省”列，是文章的出处，不是正文'], ['某市', '这一格在“市”列，是文章的出处，不是正文'], ['合计 1 篇', '这一行没有标题，也没有正文'],
    ])
  })
})

it('a column that nobody mapped stays, also below a list of other articles in the text', async () => {
  const text = `${TEXT}\n居民先提。\n网格员后办。\n七天答复。\n相关报道\n议事亭又开张了\n板凳会的一年`
  const document = await csv(`标题,正文,编号备注\n议事亭,"${text}",留存三年\n`)
  const [article] = clean(document).articles
  expect(article?.body).not.toContain('又开张')
  expect(article?.body).toContain('编号备注：留存三年')
})

describe('a table', () => {
  it('is rows of cells as they are shown, under the caption that fills one cell', async () => {
    const found = await open('统计.xlsx', book({ 统计: [['办件统计表'], ['街道', '办结率', '日期'], ['某街道', 0.976, new Date(Date.UTC(2024, 2, 5))], ['某镇', 1234.5, null], ['注：截至三月']] }, 'xlsx', (sheet) => {
      Object.assign(sheet['B3'], { z: '0.0%' })
      Object.assign(sheet['B4'], { z: '#,##0.00', f: 'SUM(1,2)' })
    }))
    expect(found.text).toBe('办件统计表\n\n街道\t办结率\t日期\n某街道\t97.6%\t2024-03-05\n某镇\t1,234.50\n\n注：截至三月')
    expect(found.tree.children.map(({ type }) => type)).toEqual(['heading', 'table', 'paragraph'])
    expect(found.boundaries).toEqual([])
  })
  it('of several sheets has their names before it; hidden ones are named', async () => {
    const found = await open('统计.xlsx', book({ 一月: [['项', '数'], ['访', 1]], 底稿: [['秘', '稿']], 二月: [['项', '数'], ['访', 2]] }, 'xlsx', undefined, ['底稿']))
    expect(found.text).toBe('一月\n\n项\t数\n访\t1\n\n二月\n\n项\t数\n访\t2')
    expect(found.warnings.map(({ rule, text }) => [rule, text])).toEqual([['reading.left-out', '隐藏的工作表没有读入：底稿']])
  })
  it('of Excel 95 is read by its Windows code page', async () => {
    const bytes = Buffer.from(book({ A: [['QWER', 'TYUI'], ['ASDF', 'x']] }, 'biff5'))
    for (const [word, han] of [['QWER', '街道'], ['TYUI', '数目'], ['ASDF', '某镇']] as const) bytes.set(encode(han, 'gb18030'), bytes.indexOf(word))
    const page = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]))
    expect(page).toBeGreaterThan(0)
    bytes.writeUInt16LE(936, page + 4)
    expect((await open('旧.xls', Uint8Array.from(bytes))).text).toBe('街道\t数目\n某镇\tx')
  })
  it('that goes on without end is cut, and says so', async () => {
    // Its own program would write 17 billion cells: one is put in afterwards.
    const archive = await openArchive({ name: 'x', bytes: book({ 表: [['项', '数'], ['访', 1]] }) })
    const parts = await Promise.all(archive.members.map(async (member) => ({ name: member.name, data: new TextDecoder().decode(await member.read()) })))
    const found = await open('大.xlsx', zip(parts.map(({ name, data }) => ({ name, data: data.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>末尾</t></is></c></row></sheetData>').replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"') }))))
    expect(found.text).toBe('项\t数\n访\t1')
    expect(found.warnings.map(({ text }) => text)).toEqual(['工作表“表”只读入了前 5000 行、200 列'])
  })
})

describe('text of rows', () => {
  it.each<[string, string, string]>([
    ['表.csv', '街道,数\n"多行\n名, 带逗号","三""个"""\n', '街道\t数\n多行 名, 带逗号\t三"个"'],
    ['表.tsv', '街道\t数\n某镇\t1\n', '街道\t数\n某镇\t1'],
    ['表.csv', '街道;数\n某镇;1\n', '街道\t数\n某镇\t1'],
    ['表.csv', '\uFEFF街道,数\r\n\r\n=HYPERLINK("http://a"),1\r\n', '街道\t数\n=HYPERLINK("http://a")\t1'],
  ])('%s: %j', async (name, text, shown) => {
    expect(await csv(text, {}, name)).toMatchObject({ text: shown, format: 'csv', decoding: { label: 'utf-8' } })
  })
  it('is decoded like any text, and the choice is kept', async () => {
    expect(await open('表.csv', encode('街道,数\n某镇议事亭办结,1\n', 'gb18030'))).toMatchObject({ text: '街道\t数\n某镇议事亭办结\t1', decoding: { label: 'gb18030' } })
  })
  it('a quotation mark that nobody closes does not swallow the rest, and is pointed at', async () => {
    const found = await csv('街道,数\n"一,1\n"没有收尾的引号,2\n第三行,3\n')
    expect(found.text).toBe('街道\t数\n"一\t1\n"没有收尾的引号\t2\n第三行\t3')
    expect(found.warnings.map(({ rule }) => rule)).toContain('reading.table')
  })
  it('without columns is text', async () => {
    expect(await csv('网格员每天走访。\n居民都说好。\n')).toMatchObject({ format: 'txt', text: '网格员每天走访。\n居民都说好。\n' })
  })
})

describe('what is no table is refused', () => {
  const entities = zip([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook/>' }])
  it.each<[string, string, Uint8Array]>([
    ['CORRUPT', '坏.xlsx', book({ 表: [['一']] }).subarray(0, -60)],
    ['CORRUPT', '坏.xlsx', zip([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: 'x' }])],
    ['DOCTYPE', '外.xlsx', entities],
    ['EMPTY', '空.xlsx', book({ 表: [[null]] })],
    ['EMPTY', '空.csv', encode(' \n\n', 'utf-8')],
    ['ENCRYPTED', '密.xlsx', zip([{ name: 'xl/workbook.xml', data: '<workbook/>', flags: 1 }])],
    ['CORRUPT', '坏.xls', book({ 表: [['一', '二']] }, 'biff8').subarray(0, 1500)],
  ])('%s: %s', async (code, name, bytes) => {
    expect((await refusalOf(open(name, bytes)))?.code).toBe(code)
  })
  it('and nothing else is ever thrown', async () => {
    const files = [book({ 表: LIST }), book({ 表: LIST }, 'biff8'), encode('标题,正文\n"甲,乙\n', 'utf-8')]
    const mangled = fc.tuple(fc.nat(2), fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 10 }), fc.nat(30_000)).map(([which, changes, end]) => {
      const bytes = Uint8Array.from(files[which] ?? [])
      for (const [at, byte] of changes) if (at >= 8 && at < bytes.length) bytes[at] = byte
      return bytes.subarray(0, Math.max(8, end))
    })
    await fc.assert(fc.asyncProperty(mangled, async (bytes) => {
      const refusal = await refusalOf(open('表.csv', bytes))
      return refusal === null || typeof refusal?.code === 'string'
    }), { numRuns: 60 })
  })
})
