import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { type Sample, standing } from './library.ts'

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '楼道议事会', body: '网格员逐户收集意见，12345热线（转接）。“小事”不出门 OR 不出楼。', source: '城乡周报', brands: ['红袖章'] },
  { seq: 2, title: 'a* b: {c}', body: "SELECT * FROM doc; -- '); DROP TABLE doc; NEAR(a b, 5) ^a $.*+?", date: '2024' },
  { seq: 3, title: '表情😀与𠮷', body: '右到左\u202e文字\u200f，零宽\u200b字符，\ufeff头。e\u0301 é ﷺ' },
]
const index = await standing(SAMPLES)
const LONG = 10_000

/** Whatever is typed: an answer whose numbers agree with each other, whose marks lie in the text, and whose chips lie in the query. */
function answered(query: string): number {
  const result = index.search({ query, limit: 200 })
  expect(result.hits.length).toBe(result.total)
  expect(result.total).toBe(index.total({ query }))
  expect([...index.all({ query })].sort()).toEqual(result.hits.map(({ seq }) => seq).sort())
  expect(result.help === null).toBe(result.total > 0 || query.trim() === '')
  for (const { start, end, group } of result.chips) {
    expect(0 <= start && start < end && end <= query.length).toBe(true)
    expect(group === null || group < result.chips.length).toBe(true)
  }
  for (const { seq, snippets, titleMarks } of result.hits) {
    const { title = '', body = '' } = SAMPLES.find((sample) => sample.seq === seq) ?? {}
    for (const { text, start, marks } of snippets) {
      expect(body.slice(start, start + text.length)).toBe(text)
      for (const [from, to] of marks) expect(0 <= from && from < to && to <= text.length).toBe(true)
    }
    for (const [from, to] of titleMarks) expect(0 <= from && from < to && to <= title.length).toBe(true)
    index.explain(seq, { query })
    index.marks(query, { title, body, ...NO_ASIDE })
  }
  return result.total
}

describe('an odd query is answered', () => {
  test.each<[string, string]>([
    ['only operators', 'AND OR NOT'],
    ['only operators, in Chinese', '与 或 非 与'],
    ['only signs', '-- () （） "" “” *** …… 、、'],
    ['NUL', '\0\0网格\0员\0'],
    ['a lone high surrogate', '网格\ud842'],
    ['a lone low surrogate', '\udc00\udc00 "\udfff"'],
    ['reversed surrogates', '\udfb7\ud842'],
    ['SQL', "'; DROP TABLE doc; --"],
    ['SQL with a union', '" UNION SELECT * FROM f WHERE "1"="1'],
    ['FTS columns and NEAR', '{t b} : NEAR(网格 员, 5) ^网格 + "x"'],
    ['FTS column filter', 'b : 网格 - t : 楼道'],
    ['right-to-left marks', '\u202e网格\u202c \u200f员\u2066x\u2069'],
    ['zero-width signs', '网\u200b格\u200d员\ufeff'],
    ['emoji', '😀😀 👨‍👩‍👧‍👦 🇨🇳'],
    ['a character beyond the basic plane', '𠮷'],
    ['combining signs', `e${'\u0301'.repeat(500)}`],
    ['a ligature of eighteen letters', 'ﷺ'],
    ['a regular expression bomb', '(a+)+$ (.*)*(.*)* ^(([a-z])+.)+[A-Z]([a-z])+$'],
    ['a regular expression bomb in a field', `标题:${'a'.repeat(5000)}!`],
    ['ten thousand characters', '网格员'.repeat(LONG / 3)],
    ['ten thousand quotation marks', '"'.repeat(LONG)],
    ['ten thousand opening quotation marks', '“'.repeat(LONG)],
    ['ten thousand parentheses', '('.repeat(LONG)],
    ['ten thousand nested parentheses', `${'('.repeat(LONG)}网${')'.repeat(LONG)}`],
    ['ten thousand minus signs', `${'-'.repeat(LONG)}网格`],
    ['ten thousand stars', `1${'*'.repeat(LONG)}`],
    ['ten thousand fields', '标题:'.repeat(LONG / 3)],
    ['ten thousand negations', 'NOT '.repeat(LONG)],
    ['ten thousand alternatives', Array.from({ length: LONG }, (_, i) => `词${i}`).join(' OR ')],
    ['ten thousand blanks', ' '.repeat(LONG)],
    ['ten thousand line breaks in a word', Array.from({ length: LONG }, () => '网').join('\n')],
    ['a date of no year', '日期:9999999999 日期:0000..0000 日期:..'],
    ['a field in a field', '标题:正文:"网格" 品牌:品牌:'],
    ['a field of nothing', '标题: 状态：'],
    ['a star alone behind a field', '标题:* 关键词:"*"'],
    ['backslashes', '\\" \\\\ \\u0000 %5C'],
    ['a percent and an underscore', '% _ %网格% _格_'],
    ['markup', '<script>alert(1)</script> &amp; <mark>网格</mark>'],
    ['full-width operators', '网格 ＡＮＤ 楼道　ＯＲ　（热线　ＮＯＴ　意见）'],
    ['numbers with signs', '1e309 -0 +1 0x10 ½ ① ㎡ 97.6.1'],
  ])('%s', (_, query) => expect(answered(query)).toBeGreaterThanOrEqual(0))

  test('any text', () => {
    const odd = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('网格', '楼道', 'OR', 'AND', 'NOT', '与', '或', '非', '-', '"', '“', '”', '(', ')', '（', '）', ' ', '\u3000', '标题:', '品牌：', '状态:停用', '日期:', '2024', '*', '..', '\0', '\ud842', '\u202e', "'", ';', '😀', 'a', '12345') }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }), { maxLength: 25 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(odd, (query) => {
        expect(answered(query)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 400 },
    )
  })

  test('any text searched in, left out, taken literally', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), fc.string({ unit: 'binary' }), (texts, query) => {
        const filters = { ...NO_FILTERS, within: texts, literal: texts, brand: texts, source: texts, place: texts, year: texts.map((text) => text.slice(0, 4)), not: { ...NO_FILTERS.not, brand: texts, source: [query], place: texts } }
        expect(index.search({ query, filters, grouped: true }).total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })
})
