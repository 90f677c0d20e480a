import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/core/reading/html/index.ts'
import type { ReadDocument } from '../../../../electron/core/reading/index.ts'
import { NO_TOOLS } from '../character-maps.ts'
import { expectExact } from './exact.ts'
import { LIST, PAGED, PAGES, PROSE, WECHAT } from './pages.ts'

const read = (html: string): ReadDocument => readHtml({ name: '页.html', bytes: new TextEncoder().encode(html) }, NO_TOOLS, {})
/** Long lines of furniture are known by their beginning. */
const lines = ({ text, tree }: ReadDocument): readonly string[] => tree.children.map(({ data, position }) => {
  const words = text.slice(position?.start.offset, position?.end.offset)
  return data?.aside === undefined ? `+${words}` : `[${data.aside.reason}] ${words.replace(/[，：。].*$/s, (rest) => (words.length > 30 ? '' : rest))}`
})

describe('which lines of a page are its article', () => {
  it.each(PAGES)('%s', (_, html, expected) => {
    const document = read(html)
    expectExact(document)
    expect(lines(document)).toEqual(expected)
  })

  it('an article of WeChat is shown, its account and its day are known from its script', () => {
    const document = read(WECHAT)
    expect(lines(document).filter((line) => line.startsWith('+'))).toEqual(['+青禾：议事桌搬进楼栋', '+01', '+怎么做', ...PROSE.map((text) => `+${text}`), '+编辑：李禾'])
    expect(document.claims.map(({ field, from, value }) => `${field} ${from} ${value}`)).toEqual(['media printed 青禾发布', 'editor printed 李禾', 'date printed 2024-03-05T09:00', 'title heading 青禾：议事桌搬进楼栋', 'title open-graph 青禾：议事桌搬进楼栋', 'author open-graph 周青'])
  })

  it('a title without a heading is marked as one', () => {
    const titled = read(PAGES[5]?.[1] ?? '').tree.children.filter(({ data }) => data?.titled === true)
    expect(titled.map((node) => toString(node))).toEqual(['议事桌搬进楼栋'])
  })
})

describe('pages that are not the whole of an article', () => {
  it('a list of other pages says so', () => {
    expect(read(LIST).warnings.map(({ text }) => text)).toEqual(['这一页像是栏目列表，不是一篇文章'])
  })
  it('an article cut into pages says so, where the numbers stand', () => {
    const { text, warnings } = read(PAGED)
    expect(warnings.map(({ text: said, raw }) => [said, text.slice(raw.start, raw.end)])).toEqual([['这篇文章在网站上分成了几页', '【1】【2】【3】【4】']])
  })
})
