import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { cleanLawfully, fixture, markdown, plain } from './documents.ts'
import { expectLawful } from './law.ts'

/** Lines of every kind the rules look for, and of none. */
const LINES = [
  '凉亭里的议事会', '把议事的桌子', '——青岗县基层治理观察', '有事多商量 大事共商量', '■ 记者 温若川 通讯员 邱 岚', '■ 摄影 记者 程野', '本报记者 温若川', '本报讯 4月12日，青岗县召开会议。', '本报讯（记者 温若川）青岗县召开会议，',
  '来源：沅平日报', '发布时间：2024-03-05 10:20    来源：《平安沅平》    作者：邵 棠', '来源：', '2024年3月5日', '责任编辑：聂小鱼', '（作者系青岗县委书记）', '编者按：请看今天的报道。', '【编者按】', '版次：A3  2024年3月5日',
  '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。', '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，', '县里选取 with 群众关系密切的事项', '村民都说“好', '办法”，', '”', '，', '12', '45件。', '满意率达到98%。（下转四版）', '（上接A2版）',
  '沅平晚报社声明', '未经授权，任何单位不得转载，违者依法追究法律责任。', '【打印】 【关闭】', '分享到：', '打印', '首页', '>', '相关阅读', '一、凉亭议事', '（一）谁来议', '1. 受理', '• 走访', '30万志愿者、10义工齐上阵', '街\u200b道\uFEFF', '⻓⻔', 'Grid Service', 'Platform is on.', '　　', '', '', ' ', '\t缩进',
] as const
const ENDS = ['\n', '\n\n', '\r\n', '\r', '\u2028', '', '\f'] as const
const soup = fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }), fc.constantFrom(...ENDS)), { minLength: 1, maxLength: 30 }).map((parts) => parts.flat().join(''))
/** What the reader takes for a text: a few signs of programs among few characters make a file binary. */
function readable(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text) || !text.isWellFormed()) return false
  try {
    plain(text)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BINARY') return false
    throw error
  }
}

describe('whatever the text', () => {
  it('every character of the original is accounted for, and the body maps back to it', () => {
    expect(() => fc.assert(fc.property(soup.filter(readable), (text) => void cleanLawfully(plain(text))), { numRuns: 400 })).not.toThrow()
  })

  it('also when it is Markdown', () => {
    const marks = fc.constantFrom('# ', '## ', '> ', '- ', '1. ', '**', '*', '`', '```\n', '| a | b |\n| - | - |\n', '[链接](https://example.invalid)', '![图](p.png)', '&amp;', '\\*', '<b>', '<!-- x -->', '[^1]', '---\n', '    ', '\n')
    const text = fc.array(fc.oneof(soup, marks), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')).filter(readable)
    const holds = fc.property(text, (value) => {
      let document
      try {
        document = markdown(value)
      } catch {
        return
      }
      expectLawful(document, clean(document))
    })
    expect(() => fc.assert(holds, { numRuns: 250 })).not.toThrow()
  })

  it('cleaning it twice says the same', () => {
    fc.assert(fc.property(soup.filter(readable), (text) => {
      expect(clean(plain(text))).toEqual(clean(plain(text)))
    }), { numRuns: 50 })
  })
})

describe('a page with nothing but furniture', () => {
  it.each(['分享到：\n打印\n关闭', '来源：沅平日报\n2024-03-05', '版权声明\n未经授权，任何单位不得转载，违者依法追究法律责任。'])('%j keeps its text: better a button in the text than a text lost', (text) => {
    const [article] = cleanLawfully(plain(text)).articles
    expect(article?.body).toBe(text)
  })
})

/** Each of these was built to make a careless rule take minutes; the runner's own limit stops one that does. */
describe('long and odd texts', () => {
  const HAN = '街道社区网格员走访群众收集意见建议推动问题解决'
  it.each<readonly [string, () => string]>([
    ['a line of 200,000 characters', () => HAN.repeat(8700)],
    ['200,000 characters of commas', () => '社区，'.repeat(66_000)],
    ['lines without end', () => '网格员走访\n'.repeat(20_000)],
    ['lines that all go on', () => '网格员走访，\n'.repeat(20_000)],
    ['no Han at all', () => '中' + ' lorem ipsum dolor'.repeat(11_000)],
    ['only punctuation', () => '中' + '，。、；：“”‘’（）《》'.repeat(15_000)],
    ['opening marks', () => '中' + '“'.repeat(200_000)],
    ['nested brackets', () => '中' + '（'.repeat(90_000) + '）'.repeat(90_000)],
    ['blanks', () => ' '.repeat(200_000) + '中'],
    ['labels', () => '来源：'.repeat(66_000)],
    ['lines of labels', () => `${'来源：'.repeat(90)}\n`.repeat(700)],
    ['lines of bylines', () => `${'记者 '.repeat(40)}\n`.repeat(1600)],
    ['lines of papers', () => `${'报'.repeat(119)}\n`.repeat(1600)],
    ['dates', () => '2022年9月28日'.repeat(20_000)],
    ['dashes', () => `${'——'.repeat(50)}中\n`.repeat(1900)],
    ['invisible characters', () => '街\u200B'.repeat(100_000)],
    ['radicals', () => '⻓⻔'.repeat(100_000)],
    ['ten thousand articles', () => '我市召开会议\n■ 记者 温若川\n本报讯 今天开会。\n'.repeat(7000)],
    ['statements', () => '版权声明\n未经授权不得转载，违者追究法律责任。\n'.repeat(7000)],
    ['stray words', () => '管理 and 重点 '.repeat(18_000)],
    ['wrapped lines', () => `${'社区网格员走访群众收集意见建议推动问题解决\n'.repeat(5)}网格员。\n`.repeat(1700)],
  ])('%s', (_, make) => {
    const document = plain(make())
    const { accounts, articles } = clean(document)
    expect(accounts.at(-1)?.end).toBe(document.text.length)
    expect(articles.reduce((sum, { notices }) => sum + notices.filter(({ action }) => action === 'flagged').length, 0)).toBeLessThanOrEqual(800)
  })

  it('any text of up to 200,000 characters', () => {
    const unit = fc.constantFrom(...Array.from('街道，。“”（）《》 \n\t　■：:—1a\u200B⻓'), '来源：', '记者 ', '——', '本报讯 ', '版权声明\n', '下转四版')
    fc.assert(fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 5000 }), (parts, times) => {
      const text = `中${parts.join('').repeat(times)}`.slice(0, 200_000)
      const document = plain(text)
      const { accounts } = clean(document)
      expect(accounts.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(document.text.length)
    }), { numRuns: 25 })
  })
})

it('gives articles of a page the same text alone as together', () => {
  const { articles } = cleanLawfully(plain(fixture('page.txt')))
  for (const { raw, title, body } of articles) {
    const [alone] = cleanLawfully(plain(fixture('page.txt').slice(raw.start, raw.end))).articles
    expect([alone?.title, alone?.body]).toEqual([title, body])
  }
})
