import type { VFile } from 'vfile'
import type { ClaimFrom } from '../../contract/claim.ts'
import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block, type Fields, type Story } from './page/tree.ts'
import { agree, bare } from './words/agree.ts'
import { isHeadline, numberedLevel } from './words/lines.ts'
import { parsePosition } from './words/names.ts'
import { isFinished } from './words/punctuation.ts'
import { headlineSeam, seamWeight } from './words/seam.ts'

const MOST = 3
/** A title that is claimed and stands in the text too stands this near its top. */
const NEAR_TOP = 6
/** Sources that add something to a title or cut it. */
const LOOSE: ReadonlySet<ClaimFrom> = new Set(['properties', 'open-graph', 'json-ld', 'page-title', 'file-name'])
const LONGEST = 60
/** Weight of a seam at which two lines read as one sentence. See decisions/0310. */
const CUT = -3
/** Several phrases set apart by blanks and nothing else: 肩题. */
const PHRASES = /^[\p{Script=Han}“”《》·\d]{2,10}(?:[\s\u3000]+[\p{Script=Han}“”《》·\d]{2,10}){1,5}$/u
/** A sentence does not begin again with the words that it began with. */
const SAME = 3
const DASH = /^([^—―]{4,})(?:——|――)([^—―]{4,40})$/u

/** Tells kicker (肩题), title and subtitle from the headlines above the text. A text without headlines has no title: none is made up. */
export const title: Rule = {
  id: 'title',
  apply: forStories((story, file) => {
    const printed = takeEchoes(story, file, '文件在正文之外也写着这个题目')
    const headlines = headlinesOf(living(story), story.children, story.fields.title !== null, file.data.paragraphs === true)
    const moves = headlines.length === 0 ? [] : sortOut(headlines, story.fields, printed)
    for (const { block, name, reason } of moves) report(file, { rule: 'title', action: 'moved', text: `“${quote(block.text)}”认作${name}`, reason, raw: take(block, 'moved', 'title'), after: '' })
    if (moves.length > 0 && takeEchoes(story, file, '正文开头又写了一遍这个题目') && story.fields.subtitle === null) {
      const first = living(story).slice(0, 2).find((block) => classOfBlock(block) === 'dash')
      if (first) for (const { block, name, reason } of sortOut([first], story.fields, true)) report(file, { rule: 'title', action: 'moved', text: `“${quote(block.text)}”认作${name}`, reason, raw: take(block, 'moved', 'title'), after: '' })
    }
  }),
}

/** Takes the title out of the first lines as often as it stands there; whether it did. */
function takeEchoes(story: Story, file: VFile, reason: string): boolean {
  let found = false
  for (let echoes = echoesOf(story.fields.title, living(story)); echoes.length > 0; echoes = echoesOf(story.fields.title, living(story))) {
    found = true
    for (const block of echoes) report(file, { rule: 'title', action: 'moved', text: `正文里重复的题目“${quote(block.text)}”移入题目`, reason, raw: take(block, 'moved', 'title'), after: '' })
  }
  return found
}

/** Lines near the top that together are the title the file claims. */
function echoesOf(claimed: string | null, blocks: readonly Block[]): readonly Block[] {
  if (claimed === null) return []
  const wanted = bare(claimed)
  for (let first = 0; first < Math.min(NEAR_TOP, blocks.length); first++) {
    let text = ''
    for (let last = first; last < Math.min(first + MOST, blocks.length); last++) {
      const block = blocks[last]
      if (!block || (block.marked && block.kind !== 'heading')) break
      text += bare(block.text)
      if (text === wanted && wanted !== '') return blocks.slice(first, last + 1)
      if (!wanted.startsWith(text)) break
    }
  }
  return []
}

/** Lines that reading found set like a title, at the top. */
function titledOf(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex((block) => !['labels', 'date', 'caption'].includes(classOfBlock(block)))
  const found: Block[] = []
  for (const block of first < 0 ? [] : blocks.slice(first, first + MOST + 2)) {
    if (!block.hints.titled || block.text.length > 120 || parsePosition(block.text) !== null || ['labels', 'date', 'byline'].includes(classOfBlock(block))) break
    found.push(block)
  }
  return found.some((block) => classOfBlock(block) !== 'dash') && blocks.length > found.length ? found : []
}

/** The first run of headlines, with text somewhere below it; lines about the article may stand before or between. */
function headlinesOf(blocks: readonly Block[], all: readonly Block[], claimed: boolean, whole: boolean): Block[] {
  const titled = titledOf(blocks)
  if (titled.length > 0) return titled
  const first = blocks[0]
  if (first?.kind === 'heading' && first.marked) {
    // The one heading above all others; of several equals none is the title, unless only the others are numbered.
    const equals = blocks.slice(1).filter(({ kind, marked, level, text }) => kind === 'heading' && marked && (level ?? 0) <= (first.level ?? 0) && numberedLevel(text) === null)
    if (equals.length > 0 || numberedLevel(first.text) !== null) return []
    const others = blocks.slice(1).findIndex((block) => classOfBlock(block) !== 'dash')
    return blocks.slice(0, 1 + Math.max(0, others))
  }
  const found: Block[] = []
  for (const [index, block] of blocks.entries()) {
    const form = classOfBlock(block)
    const isLine = (form === 'text' && isHeadline(block.text, LONGEST)) || form === 'dash' || isPlaceLine(block.text)
    if (isLine && (form !== 'dash' || found.length > 0 || (claimed && index < 2)) && parsePosition(block.text) === null && !block.marked) {
      found.push(block)
      if (found.length > MOST + 2) return []
    } else if (found.length > 0 || !['labels', 'date', 'byline', 'editor-note', 'caption', 'author-note'].includes(form)) {
      const last = found.at(-1)
      // A beginning cut off from its sentence is no title.
      const isCut = last !== undefined && !standsApart(last, block, all, whole) && classOfBlock(last) === 'text' && all[all.indexOf(last) + 1] === block && form === 'text' && seamWeight(last.text, block.text) <= CUT
      return !isCut && blocks.slice(index).some(({ text }) => text.length > 30) ? found : []
    }
  }
  return []
}

/** Nothing says that the line goes on in the next: paragraphs are whole here, or the next begins anew. Only a text whose lines were broken elsewhere too breaks its first. */
function standsApart(line: Block, next: Block, all: readonly Block[], whole: boolean): boolean {
  if (whole || next.indented || line.text.slice(0, SAME) === next.text.slice(0, SAME)) return true
  if (all.some(({ runs }) => runs.some(({ rule }) => rule === 'join'))) return false
  return next.gap > 1 || all.filter(({ text }) => text.length > 30 && isFinished(text)).length > 1
}

/** （2024年1月5日在某会上） under a report's title. */
const isPlaceLine = (text: string): boolean => text.length <= LONGEST && /^(?:[（(].*\d{4}年.*[)）]|\d{4}年\d{1,2}月\d{1,2}日在.{4,40}上)$/u.test(text)

interface Move {
  readonly block: Block
  readonly name: string
  readonly reason: string
}

/** `printed`: the title already stood in the text, and another headline is no better. */
function sortOut(headlines: readonly Block[], fields: Fields, printed: boolean): Move[] {
  const moves: Move[] = []
  const before = fields.subtitle
  // A subtitle that is too long for its line goes on in the next: whatever follows its dash is part of it.
  const border = headlines.findIndex((block, index) => (index > 0 || fields.title !== null) && (classOfBlock(block) === 'dash' || isPlaceLine(block.text)))
  const lower = border < 0 ? [] : headlines.slice(border)
  let upper = border < 0 ? headlines : headlines.slice(0, border)
  for (const block of lower) {
    fields.subtitle = (fields.subtitle ?? '') + block.text.replace(/^(?:——|――|──|--)\s*/u, '').replace(/^[（(](.*)[)）]$/u, '$1')
    moves.push({ block, name: '副题', reason: '这一行在标题之下，以破折号或括号开头' })
  }
  const [kicker, ...rest] = upper
  if (kicker && rest.length > 0 && PHRASES.test(kicker.text)) {
    fields.kicker = kicker.text
    moves.push({ block: kicker, name: '肩题', reason: '标题之上的一行由空格隔开的几个短语组成' })
    upper = rest
  }
  // A page's own title often repeats the article's.
  const joined = upper.filter(({ text }, index) => !upper.some((other, at) => at !== index && other.text.includes(text) && (other.text !== text || at < index))).map(({ text }) => text).reduce((whole, text) => (whole === '' ? text : whole + headlineSeam(whole, text) + text), '')
  const dash = DASH.exec(joined)
  const [main, sub] = dash?.[1] !== undefined && dash[2] !== undefined && fields.subtitle === null ? [dash[1].trim(), dash[2].trim()] : [joined, fields.subtitle]
  const by = fields.from.get('title')
  if (upper.length > 0) {
    // A better source outranks the headline, which then only repeats it or stands as the text's own heading.
    if (fields.title !== null && !agree('title', fields.title, joined) && !agree('title', fields.title, main)) {
      if (printed || (by !== 'properties' && by !== 'file-name')) {
        if (printed) return moves
        fields.subtitle = before
        return []
      }
      fields.title = null
    }
    fields.said.push({ field: 'title', value: main, from: 'printed' })
    if (fields.title === null || by === undefined || LOOSE.has(by)) {
      fields.title = main
      fields.from.set('title', 'printed')
    }
  }
  fields.subtitle = sub
  for (const block of upper) moves.push({ block, name: dash && sub !== null ? '标题和副题' : '标题', reason: upper.length > 1 ? '正文之前连续几行短句，没有句末标点，合为标题' : '正文之前的短句，没有句末标点' })
  return moves
}
