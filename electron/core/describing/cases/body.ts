/** The body of a bundled summary: plain text with its paragraphs, and where its figures stand. */
import type { ListItem, Paragraph as MdParagraph, PhrasingContent, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Figure } from '../../../contract/bundled.ts'
import type { Paragraph } from '../../../contract/entry.ts'
import type { Refuse } from './case-file.ts'

export interface CaseBody {
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  readonly figures: Figure[]
}

/** Digits that are no figure: those of a name in quotation marks (“1+N”) and of a date (2022年3月). */
const NOT_A_FIGURE = /“[^”]*”|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/gu
const NUMBER = /[\d一二三四五六七八九十百千万亿两]/u

/** Throws MALFORMED at whatever is not a heading, a paragraph or a plain list, at a figure without a citation and at a link that is none. */
export function bodyOf(tree: Root, citations: ReadonlySet<string>, refuse: Refuse): CaseBody {
  const paragraphs: Paragraph[] = []
  const figures: Figure[] = []
  let body = ''

  const add = (kind: Paragraph['kind'], children: readonly PhrasingContent[], line: number): void => {
    if (body !== '') body += '\n'
    const start = body.length
    for (const child of children) {
      const at = child.position?.start.line ?? line
      if (child.type === 'text') {
        if (child.value.includes('\n')) refuse(at, '一段要写在一行里')
        const bare = /\d[\d.,]*/.exec(child.value.replaceAll(NOT_A_FIGURE, ''))?.[0]
        if (bare !== undefined) refuse(at, `数字“${bare}”没有出处；请写成 [${bare}](#出处)`)
        body += child.value
      } else if (child.type === 'link' && kind !== 'heading') {
        const text = toString(child)
        const citation = child.url.replace(/^#/, '')
        if (!child.url.startsWith('#') || !citations.has(citation)) refuse(at, `“${text}”的出处“${child.url}”不在文件头的 citations 里`)
        if (child.children.some(({ type }) => type !== 'text') || !NUMBER.test(text)) refuse(at, `“${text}”不是数据，不能标出处`)
        figures.push({ start: body.length, end: body.length + text.length, text, citation })
        body += text
      } else refuse(at, `这里不能用“${child.type}”`)
    }
    paragraphs.push({ n: paragraphs.length + 1, kind, level: kind === 'heading' ? 2 : null, text: body.slice(start), start, end: body.length })
  }
  const item = ({ children: [first, ...others], position }: ListItem): void => {
    if (first?.type !== 'paragraph' || others.length > 0) return refuse(position?.start.line ?? 1, '列表的每一条写成一段文字')
    add('list', first.children, lineOf(first))
  }

  for (const node of tree.children) {
    if (node.type === 'heading' || node.type === 'paragraph') add(node.type, node.children, lineOf(node))
    else if (node.type === 'list') node.children.forEach(item)
    else if (node.type !== 'yaml') refuse(node.position?.start.line ?? 1, `正文里不能用“${node.type}”`)
  }
  return { body, paragraphs, figures }
}

const lineOf = ({ position }: Pick<MdParagraph, 'position'>): number => position?.start.line ?? 1
