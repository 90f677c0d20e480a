import * as fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../electron/core/reading/markdown.ts'
import { SIMPLIFIED } from '../../fixtures/reading/texts.ts'
import { refusal } from './refusal.ts'

const types = (text: string): readonly string[] => parseMarkdown(text, 'a.md').tree.children.map(({ type }) => type)
const frontMatter = (text: string): unknown => parseMarkdown(text, 'a.md').frontMatter

describe('Markdown', () => {
  it('knows headings, lists, tables and footnotes', () => {
    expect(types('# 题\n\n段\n\n- 一\n- 二\n\n> 引\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n')).toEqual(['heading', 'paragraph', 'list', 'blockquote', 'table'])
  })
  it('emphasis closes before a Han character, also behind full-width punctuation', () => {
    const found: string[] = []
    visit(parseMarkdown('**真，**她说。', 'a.md').tree, 'strong', (node) => void found.push(JSON.stringify(node.children)))
    expect(found.length).toBe(1)
  })
  it('raw HTML stays a node of its own and is never text', () => {
    expect(types('<script>alert(1)</script>\n\n正文')).toEqual(['html', 'paragraph'])
  })
  it('whatever the text: every node stands where it says, inside its parent', () => {
    const piece = fc.constantFrom('# ', '- ', '> ', '1. ', '**', '`', '|', '\n', '\r\n', '\n\n', '\t', '  ', '[x](y)', '![', '---\n', '<b>', '\u3000', '\0', '𠮷', ...SIMPLIFIED.slice(0, 4))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `正文\n${pieces.join('')}`
        visit(parseMarkdown(text, 'a.md').tree, (node: Nodes, _, parent: Nodes | undefined) => {
          const start = node.position?.start.offset ?? -1
          const end = node.position?.end.offset ?? -1
          expect(start >= (parent?.position?.start.offset ?? 0) && start <= end && end <= (parent?.position?.end.offset ?? text.length)).toBe(true)
          const plain = node.type === 'text' && /^[\p{Script=Han}，。]+$/u.test(node.value) ? node.value : text.slice(start, end)
          expect(text.slice(start, end)).toBe(plain)
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('front matter', () => {
  it('is plain data; dates stay the text they are', () => {
    expect(frontMatter('---\ntitle: 小院议事\ndate: 2022-09-28\ntags: [物业, 议事]\nplace:\n  city: 青禾市\n---\n正文')).toEqual({ title: '小院议事', date: '2022-09-28', tags: ['物业', '议事'], place: { city: '青禾市' } })
  })
  it('reaches no prototype', () => {
    const found = frontMatter('---\ntitle: 甲\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\nnested: {__proto__: {polluted: true}, 乙: 1}\n---\n')
    expect(JSON.stringify(found)).toBe('{"title":"甲","nested":{"乙":1}}')
    expect(Object.getPrototypeOf(found)).toBe(null)
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
  })
  it.each([
    ['没有文件头', '正文'],
    ['正文之间有分隔线', '正文\n\n---\n\n正文'],
    ['两条分隔线之间是普通文字', '---\n这是一段普通的话，不是字段。\n---\n\n正文'],
    ['空的文件头', '---\n---\n正文'],
  ])('%s', (_, text) => {
    expect(frontMatter(text)).toBe(null)
  })
  it('prose between two rules stays in the tree', () => {
    expect(JSON.stringify(parseMarkdown('---\n这是一段普通的话。\n---\n\n正文', 'a.md').tree)).toContain('这是一段普通的话。')
  })
  it.each<[string, string, string, string]>([
    ['an open quotation mark', '---\ntitle: 甲\nname: "乙\n---\n\n正文', '3', '缺少引号、括号或冒号'],
    ['a field twice', '---\ntitle: 甲\ntitle: 乙\n---\n', '3', '同一个字段写了两次'],
    ['two colons', '---\ntitle: 甲: 乙: 丙\n---\n', '2', '一行里有两个冒号，请给值加上引号'],
    ['a tab as indent', '---\ntitle:\n\tcity: 甲\n---\n', '3', '缩进用了制表符，请改用空格'],
    ['thousands of brackets', `---\na: ${'['.repeat(20_000)}\n---\n`, '2', ''],
    ['too much', `---\na: ${'甲'.repeat(70_000)}\n---\n`, '2', '太长'],
  ])('%s is refused with its line', (_, text, line, reason) => {
    const found = refusal(() => parseMarkdown(text, '坏.md'))
    expect(found).toMatchObject({ code: 'MALFORMED', details: { file: '坏.md', line } })
    expect(found?.message).toContain(reason)
  })
  it('aliases of aliases do not grow', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[i]}`).join(',')}]`)].join('\n')
    expect(refusal(() => parseMarkdown(`---\n${bomb}\n---\n`, '坏.md'))?.code).toBe('MALFORMED')
  })
})

describe('nesting that would take the parser minutes is refused before', () => {
  it.each<[string, string]>([
    ['quotes', '> '.repeat(20_000) + '甲'],
    ['quotes without blanks', '>'.repeat(20_000) + '甲'],
    ['lists that step to the right', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(2 * i)}- 甲`).join('\n')],
    ['lists in one line', '- '.repeat(5000) + '甲'],
    ['numbered lists in one line', '1. '.repeat(5000) + '甲'],
  ])('%s', (_, text) => {
    expect(refusal(() => parseMarkdown(text, '深.md'))).toMatchObject({ code: 'MALFORMED', message: expect.stringContaining('嵌套超过 48 层') })
  })
  it('what people write is not', () => {
    const lists = Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * (i % 8))}- 第${i}项`).join('\n')
    expect(refusal(() => parseMarkdown(`${lists}\n\n> > > 引\n\n${' '.repeat(300)}居中的字`, 'a.md'))).toBe(null)
  })
})
