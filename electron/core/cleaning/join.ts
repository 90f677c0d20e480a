import { blankBetween, merge, sweep } from './page/merge.ts'
import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { living, startOf, type Block, type Story } from './page/tree.ts'
import { isHeadline, type LineClass } from './words/lines.ts'
import { balance, continuesLine, expectsMore, holdsSentenceEnd, isFinished } from './words/punctuation.ts'
import { seamWeight } from './words/seam.ts'

/** A line this long is no headline: unfinished, it was cut. */
const LONG = 28
/** Headlines and the first line of an article may be this long. */
const LONGEST_TITLE = 45
/** The weight from which a short line counts as cut; a shorter one without any punctuation is most like a sub-head. See decisions/0310. */
const ENOUGH = 3
const ENOUGH_FOR_PLAIN = 4.5
const ENOUGH_FOR_TITLE = 6
const PLAIN = /^[\p{Script=Han}“”]{2,16}$/u
/** Looking for pairs of characters pays only while the text is an article's length. */
const COUNTED = 200_000
/** A blank of the text itself stood at the break, before it or after: not an indent. */
const isSpaced = (source: string, at: number): boolean => /(?:[^\s] [\r\n]+|[\r\n] )$/u.test(source.slice(Math.max(0, at - 8), at))

const PAGE_NUMBER = /^[-—–─]+\s*\d{1,4}\s*[-—–─]+$/u
const JUMP = /[（(]\s*(?:下转|上接|紧接|转)[^（）()]{1,12}[)）]$/u

/** Rejoins sentences that a column, a page or a window's edge broke in two. */
export const join: Rule = {
  id: 'join',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const page = survey(blocks, story, file.data.paragraphs === true)
    let head = blocks[0]
    let line: Line | null = null
    let parts: { readonly block: Block; readonly between: string; readonly text: string; readonly reason: string }[] = []
    const finish = (): void => {
      if (!head || parts.length === 0) return
      const breaks = merge(story, head, parts.map(({ block }) => block), parts.map(({ between }) => between), 'join')
      parts.forEach(({ between, text, reason }, index) => report(file, { rule: 'join', action: 'repaired', text, reason, raw: breaks[index] ?? { start: 0, end: 0 }, after: between }))
      parts = []
    }
    blocks.forEach((block, index) => {
      const reason = line === null ? null : reasonToJoin(line, block, blocks[index + 1], page)
      if (line === null || reason === null) {
        finish()
        head = block
        line = { text: block.text, form: classOfBlock(block), indented: block.indented, gap: block.gap, joinable: isJoinable(block), first: index === 0, second: isSecond(blocks[index - 1], block), wrapped: block.hints.wrapped }
        return
      }
      const between = blankBetween(line.text, block.text, isSpaced(String(file.value), startOf(block)))
      const text = `“…${quote(line.text.slice(-8))}”与“${quote(block.text.slice(0, 8))}…”接成一段`
      parts.push({ block, between, text, reason })
      line = { ...line, text: (line.text + between + block.text).slice(-REMEMBERED), wrapped: block.hints.wrapped }
    })
    finish()
    sweep(story)
  }),
}

/** What has been joined so far; of a long line only the end, which is all that the rules look at. */
interface Line {
  readonly text: string
  readonly form: LineClass
  readonly indented: boolean
  readonly gap: number
  readonly joinable: boolean
  /** It opens the article, so it may be a long title. */
  readonly first: boolean
  /** It is the second line of a headline in two lines. */
  readonly second: boolean
  /** Its format broke it. */
  readonly wrapped: boolean
}
const REMEMBERED = 2000

const isJoinable = (block: Block): boolean => !block.marked && !block.alone && block.kind === 'paragraph'

interface Survey {
  /** Its format knows its paragraphs. */
  readonly whole: boolean
  /** Paragraphs begin with an indent, so a line without one does not begin a paragraph. */
  readonly indents: boolean
  /** How often the long paragraphs begin with the same two characters. */
  readonly openers: ReadonlyMap<string, number>
  /** How many short lines are alike in length and in where their comma stands: sub-heads come in families. */
  readonly shapes: ReadonlyMap<string, number>
  /** How many lines end in a semicolon: one alone is no list. */
  readonly semicolons: number
  /** How many paragraphs are long. */
  readonly long: number
  /** Whether a pair of characters occurs twice or more within lines; not told of a text that is too long to look through. */
  readonly recurs: (pair: string) => boolean
}

function survey(blocks: readonly Block[], story: Story, whole: boolean): Survey {
  const openers = new Map<string, number>()
  const long = blocks.filter(({ text }) => text.length > LONG)
  for (const { text } of long) if (text.length > 45) openers.set(text.slice(0, 2), (openers.get(text.slice(0, 2)) ?? 0) + 1)
  const indented = blocks.filter((block) => block.indented).length
  const shapes = new Map<string, number>()
  for (const { text } of blocks) if (isHeadline(text, LONG)) for (const shape of shapesOf(text)) shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
  const told = new Map<string, boolean>()
  let short: boolean | undefined
  return {
    whole,
    indents: indented >= 2 && indented >= long.length * 0.3,
    openers,
    shapes,
    semicolons: blocks.filter(({ text }) => /[；;]$/u.test(text)).length,
    long: long.length,
    recurs: (pair) => {
      short ??= story.children.reduce((sum, { text }) => sum + text.length, 0) <= COUNTED
      const known = short ? told.get(pair) : false
      if (known !== undefined) return known
      const found = standsTwice(blocks, pair)
      told.set(pair, found)
      return found
    },
  }
}

function standsTwice(blocks: readonly Block[], pair: string): boolean {
  let found = 0
  for (const { text } of blocks) for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) if (++found === 2) return true
  return false
}

/** Why two lines are one sentence, for a person to check; null when they are not, or when nothing says so. */
function reasonToJoin(a: Line, b: Block, after: Block | undefined, page: Survey): string | null {
  if (!a.joinable || !isJoinable(b)) return null
  if (page.whole && !a.wrapped) return classOfBlock(b) === 'text' && a.form === 'text' && !isFinished(a.text) && /^[，。、；！？”）]/u.test(b.text) ? `下一行以“${b.text.charAt(0)}”开头，句子在换行处被截断` : null
  const form = classOfBlock(b)
  if (!(a.form === 'text' || a.form === 'lead' || a.form === 'list' || a.form === 'editor-note')) return null
  if (PAGE_NUMBER.test(a.text) || JUMP.test(a.text.slice(-20)) || (a.form === 'list' && a.text.length <= 8)) return null
  if (form === 'list' && /\d$/u.test(a.text) && /^\d{1,4}[）)]/u.test(b.text) && balance(a.text.slice(-400)).open.length > 0) return '一个数字在换行处被截断'
  if (form !== 'text' && !(form === 'dash' && a.text.length >= LONG && !a.first)) return null
  const certain = certainReason(a, b, page)
  if (certain !== null) return certain
  if (/[；;]$/u.test(a.text) && a.form !== 'list' && page.semicolons === 1 && a.text.slice(0, 2) !== b.text.slice(0, 2)) return '全文只有这一行以分号结尾，句子没有完'
  if (a.wrapped && !(page.indents && b.indented)) return isFinished(a.text) ? '上一行写满到栏或页的边上，下一行没有另起一段' : '上一行在栏或页的边上断开，没有句末标点'
  if (isFinished(a.text) || a.form === 'list') return null
  if (page.indents && b.indented) return null
  if (a.first && a.text.length <= LONGEST_TITLE && isHeadline(a.text) && !a.indented && cutWeight(a, b, page) < ENOUGH_FOR_TITLE) return null
  if (/^【/u.test(b.text) || /^“[^”]{4,300}[。！？]”/u.test(b.text)) return null
  // 聚焦…… 聚焦……: paragraphs that begin alike are paragraphs.
  const alike = page.openers.get(b.text.slice(0, 2)) ?? 0
  if (alike >= 3 && alike * 6 >= page.long) return null
  if (isHeadline(b.text) && (after === undefined || opensArticle(after) || areTwoLines(b, after))) return null
  if (a.form === 'lead') return '以电头开始的一行没有句末标点，不会是标题'
  if (page.indents && a.indented && !b.indented) return '上一行没有句末标点，下一行又没有段首缩进'
  // A quotation may end a paragraph that lost its stop; then only a beginning no paragraph has says otherwise.
  if (/[”’」』]$/u.test(a.text) && seamWeight('', b.text) > 0) return null
  const long = a.text.length >= 45 || (a.text.length >= LONG && /[，,、。；]/u.test(a.text))
  if (long && !(isHeadline(b.text, 24) && cutWeight(a, b, page) < 1.5)) return `上一行 ${a.text.length} 字而没有句末标点，是正文在分栏或换页处断开`
  return !long && !a.second && cutWeight(a, b, page) > (PLAIN.test(a.text) ? ENOUGH_FOR_PLAIN : ENOUGH) && !areTwoLines(a, b) ? '上一行不像标题，也没有句末标点，两行连起来才成句' : null
}

const opensArticle = (block: Block): boolean => ['byline', 'lead', 'labels', 'date', 'dash'].includes(classOfBlock(block))

/** Two short lines of like length, one under the other: a sub-head in two lines. */
export const areTwoLines = (a: { readonly text: string }, b: Block): boolean => b.gap <= 1 && isHeadline(a.text, 20) && isHeadline(b.text, 20) && Math.abs(a.text.length - b.text.length) <= 4

/** Words that lean on the one before them, unless they begin a longer word: 的, 了 but 了解, 和 but 和谐. */
const BOUND = /^(?:的(?!确|哥|士)|们|了(?!解|不起|却|然|如)|着(?!力|眼|重|手|实|陆|装|想|急|迷|火|落)|等(?!到|待|级|你|我|他|额|于|候|一)|及(?!时|至|早|格)|和(?!谐|平|睦|美|气|解|你|风)|与(?!此|会|时|其|往|人|民|群))/u

const isSecond = (before: Block | undefined, block: Block): boolean => before !== undefined && classOfBlock(before) === 'text' && areTwoLines(before, block)

function certainReason(a: Line, b: Block, page: Survey): string | null {
  const [end, start] = [a.text.slice(-1), b.text.slice(0, 1)]
  if (/[。！？…]["”’]?$/u.test(a.text) && /^[^”’」』）)》】]/u.test(b.text)) return spokenOn(a.text, b.text)
  if (continuesLine(b.text)) return `下一行以“${start}”开头，句子在换行处被截断`
  if (isFinished(a.text)) return null
  if (BOUND.test(b.text)) return `下一行以“${start}”开头，没有段落这样开始`
  if (/\d[.．]?$/u.test(a.text) && /^[\d]/u.test(b.text)) return '一个数字在换行处被截断'
  if (/\d$/u.test(a.text) && /^[%％℃年月日时分秒个件名万亿余多元岁条项次户家人起种类级米亩吨公千百]/u.test(b.text) && !(page.indents && b.indented)) return '数字与它的单位在换行处被截断'
  if (expectsMore(a.text) && !(page.indents && b.indented && end !== '，' && end !== '、')) return `上一行以“${end}”结尾，句子没有完`
  if (/[A-Za-z]$/u.test(a.text) && /^[A-Za-z]/u.test(b.text)) return '一个外文词或短语在换行处被截断'
  const open = balance(a.text.slice(-400)).open.length
  if (open > 0 && !(page.indents && b.indented)) {
    const { stray } = balance(b.text.slice(0, 400))
    if (stray.length > 0) return '引号或括号在上一行打开，到下一行才合上'
  }
  return null
}

/** A speech that goes on after a full stop: the quotation opened in `a` is closed in `b`, and nothing else is out of balance in either. */
function spokenOn(a: string, b: string): string | null {
  const before = balance(a, QUOTES)
  const after = balance(b, QUOTES)
  const [open] = before.open
  const [close] = after.stray
  if (open === undefined || close === undefined || before.open.length > 1 || before.stray.length > 0 || after.stray.length > 1 || after.open.length > 0) return null
  const near = a.length - open <= 200 && close <= 200 && /[。！？…，]/u.test(b.charAt(close - 1)) && !b.slice(0, close).includes('“')
  return near ? '同一段引语在上一行打开，到下一行才合上' : null
}
const QUOTES: ReadonlySet<string> = new Set(['“', '”'])

/** How strongly a short unfinished line and the next read as one sentence. Figures from decisions/0310. */
function cutWeight(a: Line, b: Block, page: Survey): number {
  const { text } = a
  const clauses = text.split(/[，,]/u)
  const commas = clauses.length - 1
  const head = clauses[0]?.length ?? 0
  const seam = text.slice(-1) + b.text.slice(0, 1)
  let weight = 0.4 - 0.97 * seamWeight(text, b.text) - 0.05 * text.length
  if (/^(?:\d{1,4}[年月日]|今年|[“《][^”》]{13})/u.test(b.text)) weight -= 3
  if (holdsSentenceEnd(text)) weight += 8
  if (commas > 0) weight += head <= 3 || OPENS_SENTENCE.test(clauses[0] ?? '') ? 5 : commas > 1 ? 3 : balanced(clauses) ? 0.5 : 2
  if (commas === 1 && shapesOf(text).slice(0, 1).every((shape) => (page.shapes.get(shape) ?? 0) < 2)) weight += 0.6
  if (commas > 0 && /^[是也都就已将并还又仅其在从对]/u.test(clauses.at(-1) ?? '')) weight += 3
  if (text.includes('、')) weight += 3
  if (/\d/u.test(text)) weight += 1.5
  if (/[\s\u3000]/u.test(text)) weight -= 4
  if (page.recurs(seam)) weight += 2
  if (a.gap > 1 && b.gap <= 1) weight -= 1
  return weight
}

/** The line's own shape first, then those of its near kin. */
function shapesOf(text: string): string[] {
  const comma = text.search(/[，,]/u)
  if (comma < 0 || text.length > LONG) return []
  const near = [0, -1, 1, -2, 2]
  return near.flatMap((more) => near.map((later) => `${text.length + more}/${comma + later}`))
}

/** A first clause that only a sentence has: who said it, or when. */
const OPENS_SENTENCE = /(?:指出|强调|表示|介绍|认为|要求|说|称|道|以来|期间|日|月|年|时|后|前|中|上)$/u
const balanced = (clauses: readonly string[]): boolean => clauses.every((clause) => clause.length >= 4 && clause.length <= 12)
