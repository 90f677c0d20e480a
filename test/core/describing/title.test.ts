import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_PLACE } from '../../../electron/core/describing/places.ts'
import { LONGEST_TITLE, practiceWords, provisionalTitle, runInHeads, speakingName } from '../../../electron/core/describing/title.ts'
import { UNTITLED_CASE } from './texts.ts'

const texts = (headings: readonly string[], paragraphs: readonly string[]) => ({ headings, paragraphs, body: paragraphs.join('\n') })
const chuzhou = { province: '安徽省', city: '滁州市', district: null, basis: 'stated' } as const

describe('run-in heads', () => {
  it.each<[paragraph: string, heads: string[]]>([
    ['坚持党建引领，把支部建到楼栋。全市在小区里成立党支部二百个，推动在职党员报到。', ['坚持党建引领，把支部建到楼栋。']],
    ['“楼道干净了。”老陈说起楼下的变化，一连说了三个好，邻居们也都点头称是。', []],
    ['这一句很长，'.repeat(12), []],
    ['只有这一句。', []],
    ['好。后面还有很长的一段话，但是第一句只有一个字，不能算作小标题。', []],
  ])('%s', (paragraph, heads) => {
    expect(runInHeads([paragraph])).toEqual(heads)
  })
})

describe('practice words', () => {
  it.each<[name: string, headings: string[], paragraphs: readonly string[], words: string[]]>([
    ['of the sub-heads, in their order, the longest of each', ['建强综治中心', '用好网格员，推行网格化管理', '议事协商解心结'], ['正文。'], ['综治中心', '网格化管理', '议事协商']],
    ['of run-in heads', [], UNTITLED_CASE, ['党建引领', '网格化管理', '矛盾纠纷多元调处']],
    ['filled up with what the text says most', ['创新社会治理'], ['网格员上门，网格员登记，网格员回访。调解室开门。'], ['网格员']],
    ['one for each family', ['网格员进楼', '网格化管理', '全科网格'], [''], ['网格员']],
    ['none', ['创新社会治理'], ['天气晴朗。'], []],
  ])('%s', (_name, headings, paragraphs, words) => {
    expect(practiceWords(texts(headings, paragraphs))).toEqual(words)
  })
})

describe('a file name', () => {
  it.each<[name: string, says: string | null]>([
    ['8a4609f1f4bd655f.txt', null],
    ['001_8a4609f1f4bd655f.txt', null],
    ['20240620153000.txt', null],
    ['新建 文本文档.txt', '新建 文本文档'],
    ['滁州网格化经验2023.txt', '滁州网格化经验2023'],
    ['材料/琅琊区_议事会.md', '琅琊区 议事会'],
    ['grassroots-review.txt', 'grassroots-review'],
    ['甲.txt', '甲'],
    ['Yuhu.txt', 'Yuhu'],
    ['yz.txt', 'yz'],
    ['a1b.txt', null],
    ['第3期.txt', '第3期'],
    ['Untitled 3.txt', null],
    ['.txt', null],
    ['', null],
  ])('%s says %s', (name, says) => {
    expect(speakingName(name)).toBe(says)
  })
})

describe('a provisional title', () => {
  it.each<[name: string, headings: string[], paragraphs: readonly string[], place: typeof chuzhou | typeof NO_PLACE, file: string, ordinal: number, title: string]>([
    ['place and practice words', [], UNTITLED_CASE, chuzhou, 'a1b2c3d4.txt', 1, '滁州市：党建引领 · 网格化管理 · 矛盾纠纷多元调处'],
    ['practice words without a place', ['推行网格化管理', '建强综治中心'], ['正文。'], NO_PLACE, 'a1b2c3d4.txt', 1, '网格化管理 · 综治中心'],
    ['the file name', [], ['天气晴朗。'], chuzhou, '晴天记.txt', 1, '晴天记'],
    ['the file name and the number of the article', [], ['天气晴朗。'], chuzhou, '晴天记.txt', 3, '晴天记（第3篇）'],
    ['the first sub-head', ['晴天'], ['天气晴朗。'], NO_PLACE, 'a1b2c3d4.txt', 1, '晴天'],
    ['the head that opens the text, before the file name', ['天气与社区的一线办公', '晴天'], ['天气与社区的一线办公', '天气晴朗。'], chuzhou, '社区.txt', 1, '天气与社区的一线办公'],
    ['the file name, before the head of a part', ['一、天气晴朗的日子里'], ['一、天气晴朗的日子里', '天气晴朗。'], chuzhou, '晴天记.txt', 1, '晴天记'],
    ['never the first sentence', [], ['天气晴朗。'], chuzhou, 'a1b2c3d4.txt', 1, '滁州市：无标题（第1篇）'],
    ['nothing at all', [], [], NO_PLACE, '', 2, '无标题（第2篇）'],
  ])('%s', (_name, headings, paragraphs, place, file, ordinal, title) => {
    expect(provisionalTitle(texts(headings, paragraphs), place, file, ordinal)).toBe(title)
  })

  it('holds no more than 40 characters and never half of one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 80 }), (headings, file) => {
        const title = provisionalTitle(texts(headings, headings), { province: '新疆维吾尔自治区', city: '克孜勒苏柯尔克孜自治州', district: null, basis: 'stated' }, file, 1)
        expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE)
        expect(title.length).toBeGreaterThan(0)
        expect(title.isWellFormed() || !headings.every((heading) => heading.isWellFormed()) || !file.isWellFormed()).toBe(true)
      }),
    )
  })
})
