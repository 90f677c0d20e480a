import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { EntryId } from '../../../electron/contract/entry.ts'
import { fault } from '../../../electron/contract/errors.ts'
import { BatchId, type Batch } from '../../../electron/contract/importing.ts'
import { batchReport, reportMarkdown, reportWorkbook, type ReportedFile } from '../../../electron/core/exporting/index.ts'

const ID = EntryId.parse('01JD0000000000000000000000')
const BATCH: Batch = {
  id: BatchId.parse('B1'), state: 'done', startedAt: '2026-11-20T08:00:00.000Z', finishedAt: '2026-11-20T08:00:03.000Z', label: '来稿', fault: null,
  totals: { files: 3, done: 3, imported: 1, duplicates: 1, failed: 1, entries: 1, cases: 1, waiting: 0 },
}
const FILES: readonly ReportedFile[] = [
  {
    n: 1, file: '来稿/灯笼巷.txt', outcome: 'imported', encoding: 'gb18030', bytes: 120, fault: null, duplicateOf: null, members: null, format: 'txt', characters: { kept: 50, moved: 6, dropped: 4, repaired: 1 },
    entries: [{
      id: ID, ordinal: 1, title: '=SUM(A1)|灯笼巷', titleIsProvisional: false, kind: 'case', kindReason: '写到做法与成效。', place: '', date: null, media: '淮声报', present: true,
      notices: [{ rule: 'furniture', action: 'dropped', text: '删去网页部件“打印”', reason: '这一行是按钮', before: '【打印】\n<b>', after: '', applied: false }],
    }],
  },
  { n: 2, file: '来稿/旧.txt', outcome: 'duplicate', encoding: null, bytes: 9, fault: null, duplicateOf: ID, members: null, format: null, characters: null, entries: [] },
  { n: 3, file: '来稿/坏.pdf', outcome: 'failed', encoding: null, bytes: 5, fault: fault('ENCRYPTED', { file: '来稿/坏.pdf' }), duplicateOf: null, members: null, format: null, characters: null, entries: [] },
]

describe('the report of a batch', () => {
  const sheets = batchReport(BATCH, FILES)

  it('accounts for every file, and for the characters of each', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['概况', '文件', '条目', '清洗记录'])
    expect(Object.fromEntries(sheets[0]?.rows.map(([what, value]) => [what, value]) ?? [])).toMatchObject({ 状态: '已完成', 文件: 3, 未导入文件: 1, 原文字数: 61, 保留字数: 50, 移入字段字数: 6, 删去字数: 4, 修复字数: 1 })
    expect(sheets[1]?.rows).toEqual([
      [1, '来稿/灯笼巷.txt', '已导入', 'txt', 'gb18030', 120, 1, 1, 50, 6, 4, 1, ''],
      [2, '来稿/旧.txt', '重复，未再导入', '', '', 9, 0, 0, '', '', '', '', `与条目 ${ID} 相同`],
      [3, '来稿/坏.pdf', '未导入', '', '', 5, 0, 0, '', '', '', '', '“来稿/坏.pdf”有密码保护，没有导入。请在原来的程序里解除密码后再导入。'],
    ])
  })

  it('tells the hours by the clock of the office, as the window does', () => {
    const rows = new Map(sheets[0]?.rows.map(([what, value]) => [what, value]))
    expect(rows.get('开始')).toMatch(/^2026-11-\d\d \d\d:00:00$/)
    expect(new Date(String(rows.get('结束'))).toISOString()).toBe('2026-11-20T08:00:03.000Z')
  })

  it('says what a text does not state, and what was undone', () => {
    expect(sheets[2]?.rows).toEqual([['来稿/灯笼巷.txt', 1, '=SUM(A1)|灯笼巷', '原文', '案例', '写到做法与成效。', '原文未述', '原文未述', '淮声报', ID, '在库']])
    expect(sheets[3]?.rows).toEqual([['来稿/灯笼巷.txt', 1, '删去', '删去网页部件“打印”', '这一行是按钮', '【打印】\n<b>', '', 'furniture', '已撤销']])
  })

  it('is a Markdown document in which no text can break a table', () => {
    const text = reportMarkdown('导入报告：来稿', sheets)
    expect(text.split('\n').slice(0, 6)).toEqual(['# 导入报告：来稿', '', '## 概况', '', '| 项目 | 内容 |', '| --- | --- |'])
    expect(text).toContain('| 来稿/灯笼巷.txt | 1 | =SUM(A1)\\|灯笼巷 | 原文 |')
    expect(text).toContain('| 【打印】 \\<b\\> |')
    const empty = reportMarkdown('空', batchReport(BATCH, []))
    expect(empty).toContain('## 条目\n\n无。')
  })

  it('is a workbook in which every text is text and every number a number', async () => {
    const book = read(await reportWorkbook(sheets), { type: 'array' })
    expect(book.SheetNames).toEqual(['概况', '文件', '条目', '清洗记录'])
    const [files, entries] = [book.Sheets['文件'], book.Sheets['条目']]
    expect(files && utils.sheet_to_json(files, { header: 1 })[1]).toEqual([1, '来稿/灯笼巷.txt', '已导入', 'txt', 'gb18030', 120, 1, 1, 50, 6, 4, 1, ''])
    expect(entries?.['C2']).toMatchObject({ t: 's', v: '=SUM(A1)|灯笼巷' })
    expect(entries?.['C2']?.f).toBeUndefined()
  })

  it('takes controls, lone surrogates and texts longer than a cell', async () => {
    const [file] = FILES
    const [entry] = file?.entries ?? []
    if (!file || !entry) throw new Error('no entry')
    const odd = batchReport(BATCH, [{ ...file, entries: [{ ...entry, title: `\u0001\uD800${'长'.repeat(40_000)}` }] }])
    const book = read(await reportWorkbook(odd), { type: 'array' })
    expect(String(book.Sheets['条目']?.['C2']?.v)).toHaveLength(32_767)
    expect(reportMarkdown('a', odd).isWellFormed()).toBe(true)
  })
})
