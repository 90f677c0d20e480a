import * as fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '../../../../electron/core/reading/index.ts'
import { clipboardPage } from '../../../../electron/core/reading/html/fragment.ts'
import { readHtml } from '../../../../electron/core/reading/html/index.ts'
import { NO_TOOLS } from '../character-maps.ts'
import { refusal } from '../refusal.ts'
import { expectExact } from './exact.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (html: string): ReadDocument => readHtml({ name: '页.html', bytes: utf8(html) }, NO_TOOLS, {})
const lines = (html: string): readonly string[] => read(`<body>${html}`).text.split('\n\n')
const shape = (html: string): readonly string[] => read(`<body>${html}`).tree.children.map(({ type }) => type)

const PROSE = '青禾街道把议事桌搬进楼栋，居民先提、网格员后办，七天内答复，去年一共办结三百二十件。'
const article = Array.from({ length: 5 }, (_, i) => `<p>第${i + 1}段：${PROSE}</p>`).join('')

describe('the words of a page are what a person reads', () => {
  it.each<[string, string, readonly string[]]>([
    ['blanks of the source are one blank', '<p>  a \n  b\tc </p>', ['a b c']],
    ['a break between Chinese characters is none', '<p>社会\n  治理</p>', ['社会治理']],
    ['indents of the page stay', '<p>\u3000\u3000正文</p>', ['\u3000\u3000正文']],
    ['marks inside a line leave no blank', '<p>社<b>会</b><span>治</span>理</p>', ['社会治理']],
    ['comments and conditional comments are not words', '<p>甲<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->乙</p>', ['甲乙']],
    ['a program is not read', '<p>甲</p><script>alert("乙")</script><style>p{}</style><noscript>丙</noscript>', ['甲']],
    ['a formula has words, a drawing has none, and what stands in either is read', '<p>甲<math><mi>x</mi><mo>=</mo><mn>2</mn></math><svg><title>图</title><text>字</text><foreignObject><p>乙</p></foreignObject></svg></p>', ['甲x=2', '乙']],
    ['a form is the page itself', '<form><p>甲</p><input value="乙"><select><option>丙</select></form>', ['甲']],
    ['a numbered list shows its numbers', '<ol start="3"><li>甲<li>乙</ol>', ['3. 甲\n4. 乙']],
    ['but not twice', '<ol><li>一、甲<li>二、乙</ol>', ['一、甲\n二、乙']],
    ['a cell that reaches over others stands once', '<table><tr><th colspan="2">甲<th>乙<tr><td rowspan="2">丙<td>1<td>2<tr><td>3<td>4</table>', ['甲\t\t乙\n丙\t1\t2\n\t3\t4']],
    ['a table that only places is no table', '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>', ['甲', '乙']],
    ['one break ends a line, two a paragraph', '<div>甲<br>乙<br><br>丙</div>', ['甲\n乙', '丙']],
    ['Word settings between the words are not words', '<p>甲<o:p></o:p></p><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><p>乙</p>', ['甲', '乙']],
  ])('%s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })

  it('headings, lists, quotations, tables and notes keep their form', () => {
    expect(shape('<h2>题</h2><p>段<a href="#n1"><sup>1</sup></a></p><ul><li>甲<li>乙</ul><blockquote><p>引</p></blockquote><table><tr><td>1<td>2<tr><td>3<td>4</table><div id="n1">[1] 注的话</div>')).toEqual(['heading', 'paragraph', 'list', 'blockquote', 'table', 'footnoteDefinition'])
  })

  it('links keep addresses that a person may follow, and no others', () => {
    const { tree } = read('<body><p><a href="https://a.example/x">甲</a><a href="javascript:alert(1)">乙</a><a href="/丙">丙</a></p>')
    const found: string[] = []
    visit(tree, 'link', (node) => void found.push(`${toString(node)} ${node.url}`))
    expect(found).toEqual(['甲 https://a.example/x'])
  })

  it('a picture in the page is kept, one elsewhere is its words', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 200 }, () => 7)]).toString('base64')
    const { pictures, tree, text } = read(`<body><p><img alt="图一" src="data:image/png;base64,${png}"></p><p><img alt="图二" src="https://a.example/2.png"></p>`)
    expect(pictures.map(({ id, mime, bytes }) => [id, mime, bytes.length])).toEqual([['1', 'image/png', 204]])
    expect(JSON.stringify(tree)).toContain('"url":"casebook:picture/1"')
    expect(text).toBe('图一\n\n图二')
  })
})

describe('what is not the article is said to be beside it', () => {
  const page = `<body><div class="nav"><a href="/">首页</a><a href="/a">要闻</a></div><div class="content">${article}</div><div class="footer">版权所有 青禾市融媒体中心</div>`

  it('with a reason, and stays in the text', () => {
    const { text, tree } = read(page)
    expect(text).toContain('首页')
    expect(tree.children.map((node) => node.data?.aside?.reason ?? null)).toEqual(['导航栏', null, null, null, null, null, '页脚'])
  })

  it('hidden words are beside it, a whole article that a script would show is not', () => {
    const asides = read(`<body><div id="js_content" style="visibility: hidden">${article}</div><p style="display:none">看不见的话</p>`).tree.children.map((node) => node.data?.aside?.reason ?? null)
    expect(asides).toEqual([null, null, null, null, null, '网页里隐藏、打开时看不到的文字'])
  })
})

describe('a part of a page from the clipboard', () => {
  const word = `<html xmlns:o="urn:x"><head><style>p.MsoNormal{mso-pagination:none}</style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body><!--StartFragment--><h2>一、做法</h2><p class=MsoNormal><a href="https://a.example">只有链接</a><o:p></o:p></p><!--EndFragment--></body></html>`

  it('is all of it the article: a person chose it', () => {
    const { text, tree } = read(word)
    expect(text).toBe('一、做法\n\n只有链接')
    expect(tree.children.map((node) => node.data?.aside)).toEqual([undefined, undefined])
  })

  it('a page into which somebody pasted is read whole', () => {
    expect(read(`<body><p>前面的话</p><!--StartFragment--><p>中间的话</p><!--EndFragment--><p>后面的话</p>`).text).toBe('前面的话\n\n中间的话\n\n后面的话')
  })

  it.each<[string, string]>([
    ['<p>甲</p>', '<!--StartFragment--><p>甲</p><!--EndFragment-->'],
    ['Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000199\r\n<html><!--StartFragment-->甲<!--EndFragment-->', '<html><!--StartFragment-->甲<!--EndFragment-->'],
  ])('%j is marked as such', (html, expected) => {
    expect(clipboardPage(html)).toBe(expected)
  })
})

describe('pages that are none', () => {
  it.each<[string, string, string]>([
    ['a frame', '<html><frameset cols="1,2"><frame src="a.htm"><frame src="b.htm"></frameset></html>', 'NO_TEXT'],
    ['nothing but programs', '<html><body><script>var a = 1</script></body></html>', 'NO_TEXT'],
    ['more elements than any page has', `<body>${'<b>甲</b>'.repeat(130_000)}`, 'TOO_BIG'],
  ])('%s', (_, html, code) => {
    expect(refusal(() => read(html))?.code).toBe(code)
  })

  it('a page nested thirty thousand deep is read flat', () => {
    expect(read(`<body>${'<div>'.repeat(30_000)}${PROSE}`).text).toBe(PROSE)
  })
})

describe('whatever the tags', () => {
  const piece = fc.constantFrom('<p>', '</p>', '<div class="nav">', '</div>', '<table>', '<tr>', '<td colspan=3 rowspan=0>', '<th>', '</table>', '<ul>', '<ol type=i>', '<li>', '<b>', '</i>', '<a href="https://a.example">', '<a href="#x">', '</a>', '<h2>', '</h3>', '<br>', '<img alt="图" src=x>', '<blockquote>', '<pre>', '\n', '\r\n', ' ', '&nbsp;', '&#13;&#10;', '&#0;', '<!--', '-->', '<svg>', '<math>', '<template>', '<form>', '<select>', '甲', '乙丙。', 'x\ty', '<sup>1</sup>', '<p id=x>', '\u2028', '<![CDATA[', '<frameset>', '<title>', '<textarea>', '<o:p>')
  it('reading refuses or is exact, and twice the same', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('')
        const failed = refusal(() => read(html))
        if (failed !== null) {
          expect(['NO_TEXT', 'BINARY', 'UNDECODABLE']).toContain(failed.code)
          return
        }
        const document = read(html)
        expectExact(document)
        expect(JSON.stringify(read(html))).toBe(JSON.stringify(document))
      }),
      { numRuns: 200 },
    )
  })
})
