import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { createSegmenter, loadDictionary } from '../../../electron/core/language/index.ts'
import { root } from '../../shared.ts'

const plain = createSegmenter()
const governance = createSegmenter({ dictionary: loadDictionary(join(root, 'content')) })

describe('cutting', () => {
  test('cuts ordinary Chinese into words', () => {
    expect(plain.cut('社区干部每天走访群众')).toEqual(['社区', '干部', '每天', '走访', '群众'])
  })

  test('keeps the terms of the governance dictionary whole', () => {
    expect(plain.cut('矛调中心')).toEqual(['矛调', '中心'])
    expect(governance.cut('矛调中心与专职网格员')).toEqual(['矛调中心', '与', '专职网格员'])
  })

  test('keeps words with letters, digits and signs whole once they are in a dictionary', () => {
    const segmenter = createSegmenter({ dictionary: [{ word: '一网三员1+2', frequency: 2000 }, { word: '码上议' }] })
    expect(segmenter.cut('推行一网三员1+2和码上议')).toEqual(['推行', '一网三员1+2', '和', '码上议'])
  })

  test('a dictionary belongs to one segmenter only', () => {
    createSegmenter({ dictionary: [{ word: '走访群众', frequency: 100_000 }] }).cut('走访群众')
    expect(createSegmenter().cut('走访群众')).toEqual(['走访', '群众'])
  })

  test('tokens say where they stand, in UTF-16, and leave out blanks', () => {
    expect(plain.tokens('𠮷 网格\n员')).toEqual([
      { text: '𠮷', start: 0, end: 2 },
      { text: '网格', start: 3, end: 5 },
      { text: '员', start: 6, end: 7 },
    ])
  })

  test('the tokens of any text, joined, are the text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('网格员', '\ud842', '\udfb7', '𠮷', ' ', '\r\n', '97.6%', 'a+b')), { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(plain.cut(text).join('')).toBe(text)
        for (const { text: word, start, end } of plain.tokens(text)) expect(text.slice(start, end)).toBe(word)
      }),
      { numRuns: 500 },
    )
  })

  test('a long text is cut like its sentences', () => {
    const sentence = '网格员每天走访群众，化解矛盾纠纷。'
    expect(plain.cut(sentence.repeat(5000)).length).toBe(plain.cut(sentence).length * 5000)
    const endless = '治'.repeat(100_001)
    expect(plain.cut(endless).join('')).toBe(endless)
  })

  test('nothing is nothing', () => {
    expect(plain.cut('')).toEqual([])
    expect(plain.tokens(' \n')).toEqual([])
  })
})

describe('keywords', () => {
  const title = '楼道议事会解开停车难题'
  const body = '老旧小区停车难，楼道议事会每周开会。网格员收集居民意见，楼道议事会逐条回应。社区协调物业公司增加停车位，停车难题基本解决。'

  test('are the telling words of title and body, best first', () => {
    expect(governance.keywords(title, body, 5)).toEqual(['议事会', '停车难', '解开', '楼道', '老旧小区'])
  })

  test('a word of the title counts for more', () => {
    expect(plain.keywords('志愿者', '柜台与志愿者', 1)).toEqual(['志愿者'])
    expect(plain.keywords('柜台', '柜台与志愿者', 1)).toEqual(['柜台'])
  })

  test('a term of the dictionary counts for more, a word of every report for less', () => {
    expect(plain.keywords('', '国家与柜台', 2)).toEqual(['柜台', '国家'])
    expect(createSegmenter({ dictionary: [{ word: '柜台' }] }).keywords('', '志愿者与柜台', 1)).toEqual(['柜台'])
  })

  test('occur in the text, are told apart, and are no more than asked for', () => {
    const found = governance.keywords(title, body, 8)
    expect(found.length).toBe(8)
    expect(new Set(found).size).toBe(8)
    for (const word of found) expect(title + body).toContain(word)
  })

  test('stop words, numbers and single characters are none', () => {
    expect(governance.keywords('', '我们 进一步 加强 工作 的 了 2022 12 34.5% 个', 10)).toEqual([])
  })
})
