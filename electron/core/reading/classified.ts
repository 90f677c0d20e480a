import { Refusal } from '../../contract/errors.ts'

/**
 * 密级标志: the mark of a state secret in the head of a document.
 *
 * GB/T 9704 puts 密级 and 保密期限 into the head of the first page, on a line of their own or beside 份号 and 紧急程度,
 * joined by ★ (“机密★1年”); its 1999 edition also knows the bare level with a blank between its two characters.
 * Prose that speaks about secrets is no mark: it is a sentence, or the mark stands in it between quotation marks.
 */
const GAP = '[\\s\\u200B-\\u200D\\u2060\\uFEFF]*'
const LEVEL = `(?:[绝絕]${GAP}密|[机機]${GAP}密|[秘祕]${GAP}密)`
const STAR = '[★☆⭐✩✪✭✮✯⋆]\\uFE0F?'
const NUMBER = '(?:[0-9０-９]+|[一二三四五六七八九十百]+)'
const PERIOD = `(?:长${GAP}期|長${GAP}期|${NUMBER}${GAP}(?:年|个月|個月|月|天|日)(?:${GAP}[0-9０-９]+${GAP}(?:个月|月|天|日))*(?:${GAP}[前止])?|至${GAP}[0-9０-９]{4}${GAP}年|(?:启封|启用|使用|考试|公布|公开|发布)[^\\s，。；、]{0,12}前)`
const STARRED = `${LEVEL}${GAP}(?:${STAR}(?:${GAP}${PERIOD})?|[*＊]${GAP}${PERIOD})`

/** What may stand on the mark's line beside it: copy number, urgency, label, brackets, Markdown's signs. Single characters only inside the repetition, so that no line takes longer than its length allows. */
const BESIDE = `(?:份${GAP}号|No\\.?|号|特${GAP}[急提]|加${GAP}急|平${GAP}急|急${GAP}件|密${GAP}级|秘密等级|等级|保密期限|[0-9０-９：:（）()【】\\[\\]〔〕《》<>#*_\`~|＊\\\\/—–\\-.,，、;；\\s\\u200B-\\u200D\\u2060\\uFEFF★☆])*`
const OWN_LINE = new RegExp(`^${BESIDE}(${STARRED})${BESIDE}$`)
const OPENS_LINE = new RegExp(`^[\\s#>*_【（(\\[]*(${STARRED})(?=$|[\\s】）)\\]*_])`)
const LABELLED = new RegExp(`^${BESIDE}(?:密${GAP}级|秘密等级)${GAP}[：:（(【\\[]${GAP}["'“]?(${LEVEL})["'”]?${BESIDE}$`)
const BARE = new RegExp(`^[\\s#>*_【（(\\[]*(${LEVEL})${GAP}[件级]?(?:[\\s】）)\\]*_]|特${GAP}[急提]|加${GAP}急|平${GAP}急|急${GAP}件)*$`)
/** Level, ★ and period, or in the head level and ★, beside anything else: 内部资料 秘密★6个月, 第3页 机密★2年. */
const AMONG_OTHERS = new RegExp(`(?<![“"'‘「『])(${LEVEL}${GAP}${STAR}${GAP}${PERIOD})(?![”"'’」』])`)
const AMONG_OTHERS_IN_HEAD = new RegExp(`(?<![“"'‘「『])(${LEVEL}${GAP}${STAR}(?:${GAP}${PERIOD})?)(?![”"'’」』])`)
const SENTENCE = /[，。；！？,;!?]/
const IN_NAME = new RegExp(`(${LEVEL}${GAP}${STAR}(?:${GAP}${PERIOD})?)`)

/** Lines with text that count as the head of the first page. */
const HEAD = 15
const BARE_HEAD = 5
const LONGEST = 120

/** The first mark in the text or the file's name, as it stands there without blanks, or null. */
export function findClassifiedMark(text: string, name: string): string | null {
  const named = IN_NAME.exec(name)?.[1]
  if (named) return tidy(named)
  let seen = 0
  for (const line of lines(text)) {
    if (!/[密]/.test(line)) {
      if (/\S/.test(line)) seen++
      continue
    }
    seen++
    const mark = inLine(line, seen)
    if (mark) return tidy(mark)
  }
  return null
}

/** Throws CLASSIFIED_MARK: nothing of such a file may be kept. */
export function refuseClassified(text: string, name: string): void {
  const mark = findClassifiedMark(text, name)
  if (mark !== null) throw new Refusal('CLASSIFIED_MARK', { file: name, mark })
}

/** Cut at their ends: a pattern that runs over a line of millions of characters exhausts the stack. */
function* lines(text: string): Generator<string> {
  let from = 0
  for (const { index } of text.matchAll(/[\n\r\f\v\u0085\u2028\u2029]/g)) {
    if (index > from) yield text.slice(from, index)
    from = index + 1
  }
  if (from < text.length) yield text.slice(from)
}

function inLine(line: string, nth: number): string | null {
  const own = line.length <= LONGEST ? OWN_LINE.exec(line)?.[1] : undefined
  if (own) return own
  const opening = nth <= HEAD ? OPENS_LINE.exec(line.slice(0, LONGEST))?.[1] : undefined
  if (opening) return opening
  if (line.length > LONGEST) return null
  const among = SENTENCE.test(line) ? undefined : (nth <= HEAD ? AMONG_OTHERS_IN_HEAD : AMONG_OTHERS).exec(line)?.[1]
  if (among) return among
  if (nth <= HEAD) {
    const labelled = LABELLED.exec(line)?.[1]
    if (labelled) return labelled
  }
  return nth <= BARE_HEAD ? (BARE.exec(line)?.[1] ?? null) : null
}

const tidy = (mark: string): string => mark.replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '')
