import { describe, expect, it } from 'vitest'
import { article, cleanLawfully, plain, told } from './documents.ts'

describe('characters nobody can see', () => {
  it('leave the text, each with a notice', () => {
    const found = article('青岗\u200B县把议事\u00AD的地方搬到\u0007村口的\u202E凉亭里。')
    expect(found.body).toBe('青岗县把议事的地方搬到村口的凉亭里。')
    expect(found.notices.map(({ rule, action, text, at }) => [rule, action, text, at])).toEqual([
      ['characters', 'dropped', '删去零宽空格（U+200B）', { start: 2, end: 2 }],
      ['characters', 'dropped', '删去软连字符（U+00AD）', { start: 6, end: 6 }],
      ['characters', 'dropped', '删去控制字符（U+0007）', { start: 11, end: 11 }],
      ['characters', 'dropped', '删去控制字符（U+202E）', { start: 14, end: 14 }],
    ])
  })

  it('are told of once when there are many', () => {
    expect(article('青\u200B'.repeat(40) + '。').notices.map(({ text }) => text)).toEqual(['删去40 处零宽空格（U+200B）'])
  })

  it('stay inside an emoji, where they are part of the picture', () => {
    expect(article('社区里一家人👨‍👩‍👧都来了。').body).toBe('社区里一家人👨‍👩‍👧都来了。')
  })
})

describe('radicals that stand for characters', () => {
  it('become these', () => {
    const found = article('⻓者食堂开到了家⻔口，⼾主都说好。')
    expect(found.body).toBe('长者食堂开到了家门口，户主都说好。')
    expect(told(found, 'characters')).toEqual([
      { action: 'repaired', before: '⻓', after: '长' },
      { action: 'repaired', before: '⻔', after: '门' },
      { action: 'repaired', before: '⼾', after: '户' },
    ])
  })
})

describe('blanks', () => {
  it('round a paragraph and between paragraphs go without a word', () => {
    const found = article('　　青岗县把议事的地方搬到村口。　 \r\n\r\n\r\n\t大家坐下来慢慢说。\n')
    expect(found.body).toBe('青岗县把议事的地方搬到村口。\n大家坐下来慢慢说。')
    expect(found.notices).toEqual([])
    expect(cleanLawfully(plain('　　青岗。\n\n　议事。')).accounts).toEqual([
      { start: 0, end: 2, fate: 'dropped', rule: 'whitespace', ordinal: null },
      { start: 2, end: 5, fate: 'kept', rule: null, ordinal: 1 },
      { start: 5, end: 8, fate: 'dropped', rule: 'whitespace', ordinal: 1 },
      { start: 8, end: 11, fate: 'kept', rule: null, ordinal: 1 },
    ])
  })

  it('inside a paragraph stay', () => {
    expect(article('第一  第二　第三。').body).toBe('第一  第二　第三。')
  })
})
