/** Which paragraphs of a document are its title and its headings: what the document says, else the custom of official papers (公文). */
import type { PaperBlock, PaperParagraph } from './paper.ts'
import { textOf } from './words.ts'

export type Depth = 1 | 2 | 3 | 4 | 5 | 6
/** `depth` of a heading; null for a line that only stands like a title. `titled`: it stands like one, whatever else it is. */
export interface Heading {
  readonly depth: Depth | null
  readonly titled: boolean
}
export type Headings = ReadonlyMap<PaperParagraph, Heading>

/** A title stands among the first lines; whatever is centred after that is a part's head, a table's name or a signature. */
const FIRST_LINES = 12
const LONGEST_TITLE = 120
/** 小二号 is 18 points; the body of an official paper has 16, of other papers 12 or 10.5. */
const LARGE = 36
const TITLE_FACE = /小标宋|大标宋|标宋/
const SENTENCE_END = /[。；;，,：:]$/u
/** Document numbers 〔2011〕76号, dates, 来源 lines and underlines are no titles however they stand. */
const NUMBER = /[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*(?:第\s*)?\d+\s*号/u
const NO_TITLE = /^(?:.{2,30}(?:政府|委员会|办公室|办公厅|办事处|局|厅|委|院|中心|小组|指挥部)文件|[^\s]{1,20}[〔［[（(]\s*\d{4}\s*[〕］\])）]\s*第?\s*\d+\s*号|[（(].*[）)]|[—―-]{2}.*|第?\s*[\d〇一二三四五六七八九十]+\s*[年期].{0,12}|\d{4}[-./年].{0,20}|(?:来源|作者|时间|日期|编辑)[:：].*|[\p{P}\p{S}\s]+)$/u

export function findHeadings(blocks: readonly PaperBlock[]): Headings {
  const paragraphs = blocks.filter((block): block is PaperParagraph => block.kind === 'paragraph' && block.role !== 'contents' && wordsOf(block) !== '')
  const found = new Map<PaperParagraph, Heading>()
  const size = bodySize(paragraphs)
  const named = paragraphs.filter(({ role }) => role === 'title')
  const above = redHead(paragraphs)
  const under = byCustom(paragraphs.slice(above), size)
  // Published papers have their number under the title.
  const head = under.length > 0 ? above : 0
  const title = named.length > 0 ? named : head > 0 ? under : byCustom(paragraphs, size)
  for (const paragraph of title) found.set(paragraph, { depth: 1, titled: named.length === 0 })
  const highest = paragraphs.reduce((least, { level }) => Math.min(least, level ?? Infinity), Infinity)
  // A title of its own stands above the first level of the outline, which is then not that of the article.
  const below = title.length > 0 && highest === 1 ? 1 : 0
  paragraphs.forEach((paragraph, index) => {
    if (found.has(paragraph)) return
    if (paragraph.level !== null && wordsOf(paragraph).length <= LONGEST_TITLE) found.set(paragraph, { depth: depth(paragraph.level + below), titled: false })
    else if (index >= head && (paragraph.role === 'subtitle' || isLarge(paragraph, size) || (index < FIRST_LINES && standsOut(paragraph, size)))) found.set(paragraph, { depth: null, titled: true })
  })
  return found
}

const wordsOf = ({ lines }: PaperParagraph): string => lines.map(textOf).join('').trim()
const depth = (level: number): Depth => DEPTHS[Math.min(Math.max(level, 1), 6) - 1] ?? 6
const DEPTHS: readonly Depth[] = [1, 2, 3, 4, 5, 6]

/** How many lines are the head of an official paper (版头): the issuer in large letters and the paper's number stand above its title. */
function redHead(paragraphs: readonly PaperParagraph[]): number {
  return paragraphs.slice(0, FIRST_LINES).findIndex((paragraph) => wordsOf(paragraph).length <= LONGEST_HEAD && NUMBER.test(wordsOf(paragraph))) + 1
}
const LONGEST_HEAD = 60

/** The first line that is centred and large, or in a title's face; unless the outline begins with a heading before the body, which is the title then. */
function byCustom(paragraphs: readonly PaperParagraph[], size: number | null): readonly PaperParagraph[] {
  const first = paragraphs.slice(0, FIRST_LINES)
  const outline = first.findIndex(({ level }) => level === 1)
  const index = first.findIndex((paragraph) => paragraph.level === null && isTitle(paragraph, size))
  if (index === -1 || (outline !== -1 && outline < index)) return []
  return first[index] === undefined ? [] : [first[index]]
}

function isTitle(paragraph: PaperParagraph, bodySize: number | null): boolean {
  const words = wordsOf(paragraph)
  if (words.length > LONGEST_TITLE || words.length < 2 || SENTENCE_END.test(words) || NO_TITLE.test(words) || paragraph.listed) return false
  return TITLE_FACE.test(paragraph.look.face) || standsOut(paragraph, bodySize)
}

/** Set like the title of an official paper: in a collection every article has one. */
const isLarge = (paragraph: PaperParagraph, bodySize: number | null): boolean => paragraph.look.centred && isTitle(paragraph, bodySize) && (TITLE_FACE.test(paragraph.look.face) || ((paragraph.look.size ?? 0) >= LARGE && (paragraph.look.size ?? 0) > (bodySize ?? 0)))

function standsOut({ look, lines }: PaperParagraph, bodySize: number | null): boolean {
  const length = lines.reduce((sum, line) => sum + textOf(line).length, 0)
  if (!look.centred || length > LONGEST_TITLE) return false
  return (look.size ?? 0) >= LARGE || (look.size !== null && bodySize !== null && look.size > bodySize) || look.bold
}

/** The size that most characters of long lines have. */
function bodySize(paragraphs: readonly PaperParagraph[]): number | null {
  const counts = new Map<number, number>()
  for (const { look, lines } of paragraphs) {
    const length = lines.reduce((sum, line) => sum + textOf(line).length, 0)
    if (look.size !== null && !look.centred) counts.set(look.size, (counts.get(look.size) ?? 0) + length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Whether `b` goes on where the title `a` broke off: official papers break long titles into lines of like form. */
export function continues(a: PaperParagraph, b: PaperParagraph): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const same = a.look.size === b.look.size && a.look.face === b.look.face && a.look.bold === b.look.bold && b.look.centred && a.look.centred
  return same && b.level === null && !NO_TITLE.test(other) && !SENTENCE_END.test(other) && one.length + other.length <= LONGEST_TITLE && isHalf(one, other)
}

/** Only the words tell a broken title from a title with a kicker: half of it ends or begins in a word that binds. */
const isHalf = (one: string, other: string): boolean => /(?:的|和|与|及|、|关于|对|在|为|以|《[^》]*)$/u.test(one) || /^(?:的|和|与|及|、|》|情况|通知|报告|意见|方案|办法|规定|决定|函$|请示|批复|通报|公告|通告|纪要)/u.test(other)
