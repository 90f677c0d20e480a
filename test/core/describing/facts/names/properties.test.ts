import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FactValue } from '../../../../../electron/contract/fact.ts'
import { articleOf } from '../../article.ts'
import { extract } from './named.ts'

/** What the rules look for, in any order, with what stands between names. */
const PIECES =
  '网格员 调解 工作室 老马 “ ” 、 ， 。 等一批 品牌 平台 系统 综治中心 指挥中心 打造 建成 荣获 全国 示范 市 区 称号 第一 批示 《 》 办法 日报 报道 机制 — → 一 二 三 四 王 李 张 小 明 说 告诉记者 ： ！ 牵头 联合 部门 问题 解决 针对 全省推广 试点 以 为 在 的 和 与 矛盾 纠纷 淮南市 八公山区 街道 镇 （ ） ( ) 12345 热线 A p APP \n 某 连续 年 入选 会 发言 现场会 召开 … ? 2023'.split(' ')
const anything = fc.oneof(fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }))

const facts = (text: string) => {
  const { body, paragraphs } = articleOf(text.split('\n'))
  return { body, all: extract({ title: null, body, paragraphs, date: null, place: { province: '安徽省', city: '淮南市', district: null }, authors: [] }) }
}

describe('names of any text', () => {
  it('are facts of their shape, in order, inside the body and inside their sentence', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { body, all } = facts(text)
        let before = 0
        for (const { start, end, sentence, basis, ...value } of all) {
          expect(FactValue.safeParse(value).success).toBe(true)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(body.length)
          expect(sentence.start).toBeLessThanOrEqual(start)
          expect(basis).toBe('stated')
          before = start
        }
      }),
      { numRuns: 400 },
    )
  })

  it('are the same each time', () => {
    fc.assert(fc.property(anything, (text) => {
        expect(facts(text).all).toEqual(facts(text).all)
      }), { numRuns: 50 })
  })

  it('of 200,000 characters of what the rules look for are found without running away', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => piece !== '\n')), { minLength: 40, maxLength: 40 }), (parts) => {
        const text = parts.join('').repeat(4000).slice(0, 200_000)
        expect(facts(text).all.length).toBeLessThan(4000)
      }),
      { numRuns: 8 },
    )
  }, 120_000)
})
