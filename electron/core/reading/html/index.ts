/** Web pages: the whole visible page in its order, with what is not the article marked as aside and what the page says of itself as claims. */
import type { Data } from 'mdast'
import { Refusal } from '../../../contract/errors.ts'
import { decodeDeclared, declaredIn } from '../declared.ts'
import type { ReadDocument, ReadWarning } from '../document.ts'
import type { HowToRead, NamedBytes, ReadTools } from '../reader.ts'
import { findWarnings } from '../warnings.ts'
import { linksFrom, NO_RESOURCES, Pictures, type Resources } from './addresses.ts'
import { findArticle, wholeArticle, wholeList, type Article } from './article.ts'
import { blocksOf, type Block } from './blocks.ts'
import { isPager } from './boilerplate.ts'
import { claimsOf, namesIn, titlesOf } from './claims.ts'
import { fragmentOf } from './fragment.ts'
import { isListPage } from './list-page.ts'
import { findNotes } from './notes.ts'
import { printedClaims, reporterIn } from './printed.ts'
import { parsePage, type Page } from './tree.ts'
import { write, type Written } from './write.ts'

/** Throws Refusal: BINARY, UNDECODABLE, TOO_BIG, NO_TEXT. */
export function readHtml({ name, bytes }: NamedBytes, { beside }: ReadTools, { encoding }: HowToRead): ReadDocument {
  const decoded = decodeDeclared(bytes, declaredIn(bytes), name, encoding ?? undefined)
  const page = readPage(decoded.text, name, beside === undefined ? NO_RESOURCES : { find: beside })
  const warnings = [...findWarnings({ ...decoded, text: page.text, foreign: [] }), ...page.warnings].sort((a, b) => a.raw.start - b.raw.start)
  return { name, format: 'html', decoding: decoded.decoding, frontMatter: null, boundaries: [], ...page, warnings }
}

export type ReadPage = Pick<ReadDocument, 'text' | 'tree' | 'claims' | 'pictures' | 'warnings'>

/** A page that is decoded already. `address` is where it came from, if its surroundings know. */
export function readPage(html: string, file: string, resources: Resources = NO_RESOURCES, address: string | null = null): ReadPage {
  const fragment = fragmentOf(html)
  const page = parsePage(fragment ?? html, file)
  const pictures = new Pictures(resources)
  const blocks = blocksOf(page.body, { ...findNotes(page.body), picture: pictures.at, link: linksFrom(page.head.base ?? address ?? page.savedFrom) })
  if (blocks.length === 0) throw new Refusal('NO_TEXT', { file })
  const found = fragment === null ? findArticle(blocks, page.head.title, titlesStated(page), namesIn(page)) : wholeArticle(blocks)
  const list = fragment === null && isListPage(blocks, found)
  const article = list ? wholeList(blocks, found) : found
  const round = new Set([...article.credits, ...article.title])
  // Lines that say whose it is are no items of a list, whatever the page puts them in.
  const shown = blocks.map((block, index): Block => (round.has(index) && block.kind !== 'heading' && block.kind !== 'table' ? { ...block, kind: 'paragraph' } : block))
  const written = write(shown, blocks.map((block, index) => hints(block, index, article)))
  return {
    text: written.text,
    tree: written.tree,
    claims: claimsOf({ ...page, savedFrom: address ?? page.savedFrom }, headingOf(blocks, article, written), printedRound(blocks, article, written)),
    pictures: pictures.found,
    warnings: [...(list ? [LIST_PAGE] : []), ...otherPages(blocks, article, written), ...missingPictures(blocks, article, pictures, written)],
  }
}

/** What the page calls its article, the likeliest first. */
const titlesStated = ({ head }: Page): readonly string[] => [...['articletitle', 'og:title', 'twitter:title'].flatMap((wanted) => head.meta.filter(({ name }) => name === wanted).flatMap(({ content }) => [content, ...titlesOf(content)])), ...titlesOf(head.title), head.title, ...head.title.split(/[-–—_|:：]/).map((part) => part.trim()).filter((part) => part.length > 4)]

function hints({ kind }: Block, index: number, { asides, title }: Article): Data | undefined {
  const reason = asides[index]
  if (typeof reason === 'string') return { aside: { rule: 'furniture', reason } }
  return title.includes(index) && kind !== 'heading' ? { titled: true } : undefined
}

function headingOf(blocks: readonly Block[], { title }: Article, { spans }: Written): Parameters<typeof claimsOf>[1] {
  const start = spans[title[0] ?? -1]?.start
  const end = spans[title.at(-1) ?? -1]?.end
  if (start === undefined || end === undefined) return null
  const lines = title.map((index) => blocks[index]?.text.trim() ?? '')
  return { text: lines.reduce((whole, line) => (/[\p{L}\p{N}]$/u.test(whole) && /^[A-Za-z\d]/.test(line) ? `${whole} ${line}` : whole + line)), raw: { start, end } }
}

function printedRound(blocks: readonly Block[], { credits, story }: Article, { spans }: Written): ReturnType<typeof printedClaims> {
  const lines = credits.flatMap((index) => {
    const span = spans[index]
    return span === undefined ? [] : [{ text: blocks[index]?.text ?? '', ...span }]
  })
  const first = story === null ? undefined : blocks[story.first]
  const raw = story === null ? undefined : spans[story.first]
  const reporter = first === undefined || raw === undefined ? null : reporterIn(first.text)
  return [...printedClaims(lines), ...(reporter === null || raw === undefined ? [] : [{ field: 'reporter' as const, value: reporter, from: 'printed' as const, raw }])]
}

const LIST_PAGE: ReadWarning = {
  rule: 'reading.left-out',
  text: '这一页像是栏目列表，不是一篇文章',
  reason: '页面上几乎全是别的文章的标题和链接，没有成段的正文。请打开其中的文章，分别保存后再导入',
  raw: { start: 0, end: 0 },
}

/** The row of page numbers below an article that its site has cut into pages. */
function otherPages(blocks: readonly Block[], { story }: Article, { spans }: Written): readonly ReadWarning[] {
  if (story === null) return []
  const pager = blocks.slice(story.last, story.last + 8).findIndex(({ text }) => isPager(text))
  const raw = pager < 0 ? undefined : spans[story.last + pager]
  return raw === undefined ? [] : [{ rule: 'reading.left-out', text: '这篇文章在网站上分成了几页', reason: '正文下面有页码，这个文件里可能只有其中一页。请核对是否完整，并把其余各页也保存下来', raw }]
}

/** Pictures of the article that a saved page only points at. */
function missingPictures(blocks: readonly Block[], { asides, story }: Article, { missing }: Pictures, { spans }: Written): readonly ReadWarning[] {
  if (missing.size === 0 || story === null) return []
  const remote = blocks.reduce((sum, { missing: own }, index) => sum + (asides[index] === null && index >= story.first - 2 && index <= story.last + 2 ? own : 0), 0)
  const start = spans[story.first]?.start ?? 0
  return remote === 0 ? [] : [{ rule: 'reading.left-out', text: `正文里有 ${remote} 张图片没有读入`, reason: '网页文件里只有图片的地址，网上的图片不联网读取。网页旁 _files 文件夹里的图片，要把网页和它一起所在的文件夹整个导入才读取；也可以另存为单个网页文件（.mht）再导入', raw: { start, end: start } }]
}
