import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block, type Fields } from './page/tree.ts'
import { isHeadline, numberedLevel } from './words/lines.ts'
import { parsePosition } from './words/names.ts'
import { headlineSeam, seamWeight } from './words/seam.ts'

const MOST = 3
const LONGEST = 60
/** Weight of a seam at which two lines read as one sentence. See decisions/0310. */
const CUT = -3
/** Several phrases set apart by blanks and nothing else: 肩题. */
const PHRASES = /^[\p{Script=Han}“”《》·\d]{2,10}(?:[\s\u3000]+[\p{Script=Han}“”《》·\d]{2,10}){1,5}$/u
const DASH = /^([^—―]{4,})(?:——|――)([^—―]{4,40})$/u

/** Tells kicker (肩题), title and subtitle from the headlines above the text. A text without headlines has no title: none is made up. */
export const title: Rule = {
  id: 'title',
  apply: forStories((story, file) => {
    const headlines = headlinesOf(living(story), story.children)
    if (headlines.length === 0) return
    const moves = sortOut(headlines, story.fields)
    for (const { block, name, reason } of moves) report(file, { rule: 'title', action: 'moved', text: `“${quote(block.text)}”认作${name}`, reason, raw: take(block, 'moved', 'title'), after: '' })
  }),
}

/** The first run of headlines, with text somewhere below it; lines about the article may stand before or between. */
function headlinesOf(blocks: readonly Block[], all: readonly Block[]): Block[] {
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
    if (isLine && !(form === 'dash' && found.length === 0) && parsePosition(block.text) === null && !block.marked) {
      found.push(block)
      if (found.length > MOST + 2) return []
    } else if (found.length > 0 || !['labels', 'date', 'byline', 'editor-note', 'caption', 'author-note'].includes(form)) {
      const last = found.at(-1)
      // A beginning cut off from its sentence is no title.
      const isCut = last !== undefined && all[all.indexOf(last) + 1] === block && form === 'text' && seamWeight(last.text, block.text) <= CUT
      return !isCut && blocks.slice(index).some(({ text }) => text.length > 30) ? found : []
    }
  }
  return []
}

/** （2024年1月5日在某会上） under a report's title. */
const isPlaceLine = (text: string): boolean => text.length <= LONGEST && /^(?:[（(].*\d{4}年.*[)）]|\d{4}年\d{1,2}月\d{1,2}日在.{4,40}上)$/u.test(text)

interface Move {
  readonly block: Block
  readonly name: string
  readonly reason: string
}

function sortOut(headlines: readonly Block[], fields: Fields): Move[] {
  const moves: Move[] = []
  // A subtitle that is too long for its line goes on in the next: whatever follows its dash is part of it.
  const border = headlines.findIndex((block, index) => index > 0 && (classOfBlock(block) === 'dash' || isPlaceLine(block.text)))
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
  // Front matter outranks the headline, which then only repeats it or stands as the text's own heading.
  if (fields.title !== null && fields.title !== main && fields.title !== joined) return []
  fields.title ??= main
  fields.subtitle = sub
  for (const block of upper) moves.push({ block, name: dash && sub !== null ? '标题和副题' : '标题', reason: upper.length > 1 ? '正文之前连续几行短句，没有句末标点，合为标题' : '正文之前的短句，没有句末标点' })
  return moves
}
