import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { parseDictionary } from '../../../electron/core/language/index.ts'

const reasonFor = (text: string): string => {
  try {
    parseDictionary('甲.txt', text)
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`
    throw error
  }
  return ''
}

describe('a dictionary file', () => {
  test('holds a word a line, with its frequency and tag where they are known', () => {
    expect(parseDictionary('甲.txt', '\ufeff# 网格\n网格员\t800\tgrid\r\n\n码上议\n一格一警\t1200\n')).toEqual([{ word: '网格员', frequency: 800, tag: 'grid' }, { word: '码上议' }, { word: '一格一警', frequency: 1200 }])
  })

  test.each([
    ['# 一\n网格 员\t800', '“甲.txt”第 2 行有误：词“网格 员”里有空白'],
    ['网格\u0000\t800', '“甲.txt”第 1 行有误：词“网格·”里有控制字符'],
    ['网格员\t多', '“甲.txt”第 1 行有误：词频“多”不是正整数'],
    ['网格员\t0', '词频“0”不是正整数'],
    ['网格员\t8\t标', '标签“标”只能用字母、数字、- 和 _'],
    ['网格员\t8\tgrid\t多余', '一行最多三栏'],
    ['\t8', '缺少词'],
    ['——\t8', '“——”里没有文字'],
    [`${'长'.repeat(21)}\t8`, '超过 20 个字'],
    ['网格员\n网格长\n网格员', '第 3 行有误：词“网格员”已在 甲.txt 第 1 行 出现'],
  ])('is refused with file and line: %s', (text, reason) => {
    expect(reasonFor(text)).toContain('MALFORMED')
    expect(reasonFor(text)).toContain(reason)
  })
})
