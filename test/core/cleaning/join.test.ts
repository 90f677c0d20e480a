import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { article, fixture, paragraphs, told } from './documents.ts'

const BEFORE = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说。'
const AFTER = '三个月来，村里办成了四十多件实事，群众的满意率达到九成以上。'
const between = (...lines: readonly string[]): string[] => paragraphs([BEFORE, ...lines, AFTER].join('\n\n')).slice(1, -1)

describe('a sentence that was broken in two comes back', () => {
  it.each([
    ['before a closing mark', '村民们都说这是一个“好办法', '”，事情从此有人管了。'],
    ['before a comma', '凉亭里坐满了人', '，大家你一言我一语。'],
    ['after a comma', '凉亭里坐满了人，', '大家你一言我一语。'],
    ['after 、', '调解员、', '律师和老党员都来了。'],
    ['inside a quotation', '村里推行“凉亭', '议事”制度，事情从此有人管了。'],
    ['inside a number', '去年全县共受理各类诉求12', '45件，办结率达到九成。'],
    ['inside a decimal number', '全县的办结率达到97.', '6%，位居全市第一。'],
    ['between a number and its unit', '这项工作启动于2023', '年春天，最初只有一个村参加。'],
    ['inside a speech, after a full stop', '祁远山说：“办法要大家想。', '主意要大家拿。”说完他坐了下来。'],
    ['before a word that leans on another', '村口修缮一新', '的凉亭里坐满了人。'],
    ['in a long line', '凉亭里的议事会每月开两次，由村里德高望重的老人轮流主持，议什么由村民', '自己定，议定的事情贴在墙上。'],
    ['where the first line can be no headline', '祁远山指出，凉亭议事的', '办法要在全县推开。'],
    ['after the only semicolon that ends a line', '村口的路灯由村里出资更换；', '村尾的沟渠由镇里派人疏通。'],
    ['inside a foreign word', '村里用上了APP', 'lication来登记事项，老人也学会了。'],
  ])('%s', (_, a, b) => {
    expect(between(a, b)).toEqual([a + b])
  })

  it('with a blank between foreign words, without one beside Han', () => {
    expect(between('县里引进了 Smart Village', 'Platform 系统，全部事项都登记在册。')).toEqual(['县里引进了 Smart Village Platform 系统，全部事项都登记在册。'])
  })

  it('also when it was broken twice', () => {
    expect(between('凉亭里的议事会每月开两次，由村里德高望重的老', '人轮流主持，议什么由村民自己定，议定的事情贴在墙上，', '谁都看得见。')).toEqual(['凉亭里的议事会每月开两次，由村里德高望重的老人轮流主持，议什么由村民自己定，议定的事情贴在墙上，谁都看得见。'])
  })

  it('with a notice that says where and why', () => {
    const found = article([BEFORE, '凉亭里坐满了人，', '大家你一言我一语。', AFTER].join('\n\n'))
    expect(found.notices.map(({ id, action, text, reason, before, after, at }) => ({ id, action, text, reason, before, after, at }))).toEqual([
      { id: `join@${BEFORE.length + 10}`, action: 'repaired', text: '“…凉亭里坐满了人，”与“大家你一言我一语…”接成一段', reason: '上一行以“，”结尾，句子没有完', before: '\n\n', after: '', at: { start: BEFORE.length + 9, end: BEFORE.length + 9 } },
    ])
  })
})

describe('lines that belong apart stay apart', () => {
  it.each([
    ['a sub-head and its paragraph', ['凉亭里的新规矩', '谁家有事谁先说，说完大家一起想办法。']],
    ['a sub-head before a word that only looks so', ['凉亭里的新规矩', '了解情况的人都说好，谁家有事谁先说。']],
    ['a sub-head of two clauses', ['清单上墙，责任一眼看得清', '谁家有事谁先说，说完大家一起想办法。']],
    ['items that end in semicolons', ['村口的路灯由村里出资更换；', '村尾的沟渠由镇里派人疏通；', '凉亭由县里派人修缮。']],
    ['numbered items', ['1. 受理群众诉求', '2. 分派责任单位', '3. 回访办理结果']],
    ['headings with Chinese numbers', ['一、凉亭议事', '（一）谁来议', '谁家有事谁先说，说完大家一起想办法。']],
    ['what is announced by a colon', ['会议议定以下事项：', '村口的路灯由村里出资更换。']],
    ['a speech in paragraphs of its own', ['他把自己的想法说了出来：', '“办法要大家想，主意要大家拿。”']],
    ['paragraphs that end in a quotation', ['村民们把这个办法叫作“凉亭议事”', '今年以来，全县所有的村都学会了这个办法。']],
    ['an appendix', ['附件1', '2024年全县凉亭议事事项清单汇总说明。']],
  ])('%s', (_, lines) => {
    expect(between(...lines).join('\n')).toBe(lines.join('\n'))
  })

  it('keeps parallel paragraphs apart that lost their stops', () => {
    const lines = ['理清', '建强', '用好', '守住'].map((verb) => `聚焦群众关切${verb}底线，把议事的地方搬到村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事`)
    expect(paragraphs(lines.join('\n'))).toEqual(lines)
  })

  it('does not take a quotation that lost its mark for one that goes on', () => {
    const lines = ['全县推行“凉亭议事制度，事情从此有人管了。', '村民们都说好，全面推广平安青岗”小程序，扫码就能反映问题。']
    expect(between(...lines)).toEqual(lines)
  })
})

/** As an editor wraps: `width` characters a line, no mark at the beginning of a line spared. */
function wrapped(text: string, width: number, indent: string, breakWith: string): string {
  return text.split('\n').filter((line) => line !== '').map((line) => (indent + line).match(new RegExp(`.{1,${width}}`, 'gu'))?.join(breakWith) ?? '').join(breakWith)
}

describe('text wrapped at one width', () => {
  const whole = fixture('feature.txt').split('\n').slice(3).filter((line) => line.length > 40)
  it.each([
    [24, ''], [31, ''], [38, ''], [24, '　　'], [34, '　　'], [40, '    '],
  ])('at %d characters, indent %j', (width, indent) => {
    const found = article(wrapped(fixture('feature.txt'), width, indent, '\n'))
    const got = new Set(found.paragraphs.map(({ text }) => text))
    expect(whole.filter((line) => !got.has(line))).toEqual([])
    expect(found.paragraphs.filter(({ kind }) => kind === 'heading')).toHaveLength(3)
  })

  it('tells one thing for each paragraph, with what stood there and what stands there now', () => {
    const found = article(wrapped(fixture('feature.txt'), 30, '　　', '\r\n'))
    const [first] = found.notices.filter(({ rule }) => rule === 'wrap')
    expect(first).toMatchObject({ action: 'repaired', before: expect.stringContaining('\r\n') })
    expect(first?.at && found.body.slice(first.at.start, first.at.end)).toBe(first?.after)
    expect(first?.before.replaceAll('\r\n', '')).toBe(first?.after)
  })

  it.skipIf(shared === null)(`gives the paragraphs of the unwrapped report${shared === null ? overSharedTexts('') : ''}`, () => {
    const load = (name: string): string[] => clean(read({ name, bytes: readFileSync(join(shared ?? '', 'fixtures/join', name)) })).articles.flatMap((found) => {
      expect(name === 'blank-separated.txt' ? told(found, 'join') : []).toEqual([])
      return found.paragraphs.map(({ text }) => text)
    })
    const gold = load('blank-separated.txt')
    expect(gold).toHaveLength(55)
    expect(load('wrap34-indent-gbk.txt')).toEqual(gold)
    expect(load('wrap38-noindent.txt')).toEqual(gold)
  })
})
