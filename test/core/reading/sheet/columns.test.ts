import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Columns } from '../../../../electron/contract/reviewing.ts'
import { guessColumns } from '../../../../electron/core/reading/sheet/index.ts'

const TEXT = '网格员每周二在议事亭听居民说事，能办的当天就办，办不了的登记清楚，三日之内给答复。'
const LONG = TEXT.repeat(4)
const rows = (header: number | null, ...fields: readonly (string | null)[]): unknown => ({ as: 'rows', header, fields })

describe('what a table is', () => {
  it.each<[string, readonly (readonly string[])[], unknown]>([
    ['a list by the words at its head', [['序号', '标题', '来源', '发布日期', '正文'], ['1', '议事亭', '某地日报', '2024-03-05', TEXT], ['2', '板凳会', '某地晚报', '2024/3/6', TEXT]], rows(0, null, 'title', 'media', 'date', 'body')],
    ['a crawler’s list', [['province', 'year', 'title', 'source_url', 'publish_date', 'full_text'], ['某省', '2026', '报告', 'https://a.example/1', '2026-02-06', LONG]], rows(0, 'place', null, 'title', 'url', 'date', 'body')],
    ['a list under a caption', [['各地案例汇总'], ['案例名称', '地市', '区县', '案例内容', '责任编辑'], ['议事亭', '某市', '某区', TEXT, '王某']], rows(1, 'title', 'place', 'place', 'body', 'editor')],
    ['heads with remarks and numbers', [['1、标题（必填）', '作者*', '内容【不少于30字】'], ['议事亭', '周青', TEXT]], rows(0, 'title', 'author', 'body')],
    ['the best of several columns of text', [['标题', '摘要', '内容', '全文'], ['议事亭', TEXT, TEXT, LONG]], rows(0, 'title', null, null, 'body')],
    ['a list without a head, by its contents', [['小巷里的议事亭开张了', '2024-03-05', LONG, 'https://a.example/1'], ['板凳会上把话说开', '2024-03-06', LONG, 'https://a.example/2']], rows(null, 'title', 'date', 'body', 'url')],
    ['a column that is called what it does not hold', [['标题', '日期', '链接', '正文'], ['议事亭', '见附件说明', '无', TEXT]], rows(0, 'title', null, null, 'body')],
    ['two titles: the first', [['标题', '文章标题', '正文'], ['甲', '乙', TEXT]], rows(0, 'title', null, 'body')],
    ['a list without article text', [['省份', '日期', '网址', '字数'], ['某省', '2026-02-02', 'https://a.example/1', '16555'], ['某市', '2026-02-03', 'https://a.example/2', '16946']], { as: 'table' }],
    ['figures', [['指标', '2023年', '2024年'], ['办结率', '95%', '97.6%']], { as: 'table' }],
    ['short contents', [['事项', '内容'], ['停水', '本周六停水一天'], ['停电', '下周一停电半天']], { as: 'table' }],
    ['a head and nothing below', [['标题', '正文']], { as: 'table' }],
    ['nothing', [], { as: 'table' }],
  ])('%s', (_, table, guess) => {
    expect(guessColumns(table).guess).toEqual(guess)
  })

  it('is offered with its head and its first rows, cut short', () => {
    const found = guessColumns([['标题', '正文'], ['议事亭', '长'.repeat(500)], ...Array.from({ length: 9 }, (__, i) => [`篇${i}`])])
    expect(found.header).toEqual(['标题', '正文'])
    expect(found.rows).toHaveLength(11)
    expect(found.rows.slice(0, 3)).toEqual([['标题', '正文'], ['议事亭', `${'长'.repeat(200)}…`], ['篇0']])
    const wide = guessColumns(Array.from({ length: 40 }, (__, y) => Array.from({ length: 100 }, (___, x) => `${String(y)}-${String(x)}`)))
    expect([wide.rows.length, wide.rows[0]?.length, guessColumns(Array.from({ length: 40 }, () => ['甲', '乙'])).rows.length]).toEqual([6, 100, 20])
  })

  it('is always an answer that the contract knows, with one column of each kind that can be but one', () => {
    const cell = fc.oneof(fc.constantFrom('标题', '正文', '日期', '来源', '地区', '', '2024-03-05', 'https://a.example', '12', TEXT, LONG), fc.string())
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (table) => {
      const { guess } = guessColumns(table)
      if (guess.as === 'table') return true
      const once = guess.fields.filter((field) => field === 'title' || field === 'body' || field === 'date' || field === 'url')
      return Columns.safeParse(guess).success && new Set(once).size === once.length && guess.fields.includes('body')
    }))
  })
})
