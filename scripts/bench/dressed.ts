/** Texts of the corpus in the dress of other formats: as a site would publish them, as Word would save them, as a printed report of ten pages. */
import { docx, p } from '../../test/core/reading/office/docx-file.ts'
import { column, makePdf } from '../../test/core/reading/pdf-file.ts'
import type { Piece } from './corpus.ts'

export type Dress = 'txt' | 'html' | 'docx' | 'pdf'
/** Files a second with two helpers that the issue on import asks for. */
export const ASKED: Readonly<Record<Dress, number>> = { txt: 200, html: 60, docx: 40, pdf: 5 }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').toWellFormed()
const lines = (text: string): readonly string[] => text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '')
const links = (count: number, words: string): string => Array.from({ length: count }, (_, n) => `<li><a href="/${words}/${String(n)}.html">${words}栏目之${String(n + 1)}</a></li>`).join('')

/** A page of a government site: two menus, a way back, the labels of the law on government sites, related links and a foot. */
function html({ title, text }: Piece): Uint8Array {
  const body = lines(text).map((line) => `<p>　　${escaped(line)}</p>`).join('\n')
  return new TextEncoder().encode(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escaped(title)}_青禾市人民政府</title><meta name="ArticleTitle" content="${escaped(title).replaceAll('"', '')}"><meta name="PubDate" content="2024-03-05 10:00"><meta name="ContentSource" content="青禾日报"><style>.a{color:red}</style><script>var a = 1</script></head>
<body><div class="head"><ul>${links(12, '政务')}</ul></div><div class="nav"><ul>${links(30, '服务')}</ul></div><div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/zw">要闻</a></div>
<div class="article"><h1>${escaped(title)}</h1><div class="info"><span>发布时间：2024-03-05 10:00</span><span>来源：青禾日报</span><span>字号：[大 中 小]</span></div><div class="TRS_Editor">${body}</div><p>责任编辑：李禾</p><div><a href="javascript:print()">【打印本页】</a></div></div>
<div class="related"><h4>相关阅读</h4><ul>${links(10, '相关')}</ul></div><div class="foot"><p>主办：青禾市人民政府办公室 网站标识码：0000000000</p><p>青ICP备00000000号</p></div></body></html>`)
}

const word = ({ title, text }: Piece): Uint8Array => docx({ body: p(escaped(title), '<w:jc w:val="center"/>', '<w:sz w:val="44"/>') + lines(text).map((line) => p(escaped(line), '<w:ind w:firstLine="640"/>')).join('') })

const PAGES = 10
const ON_PAGE = 34 * 38
/** Ten pages whatever the text's length: it is said again until they are full. */
function pdf({ title, text }: Piece): Uint8Array {
  const prose = lines(text).join('').replaceAll(/[^\p{Script=Han}\d，。；：！？、“”（）]/gu, '')
  const whole = (prose === '' ? title : prose).repeat(Math.ceil((PAGES * ON_PAGE) / Math.max(1, prose.length || title.length)))
  return makePdf({ pages: Array.from({ length: PAGES }, (_, n) => ({ texts: [{ x: 72, y: 50, text: '社会治理工作材料', size: 9 }, ...column(whole.slice(n * ON_PAGE, (n + 1) * ON_PAGE), { x: 72, y: 90, width: 38, step: 20 }), { x: 280, y: 810, text: `— ${String(n + 1)} —` }] })) })
}

export const DRESSES: Readonly<Record<Exclude<Dress, 'txt'>, (piece: Piece) => Uint8Array>> = { html, docx: word, pdf }
