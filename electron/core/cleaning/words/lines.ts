/** What a line of a newspaper or web page is, by its form alone. Only a line of class `text` may be joined to the line before it. */
import { furnitureIn } from './furniture.ts'
import { isDateLine, parseLabels } from './labels.ts'
import { parseByline } from './names.ts'

export type LineClass = 'text' | 'labels' | 'byline' | 'lead' | 'square' | 'list' | 'web' | 'date' | 'dash' | 'author-note' | 'editor-note' | 'caption'

const EDITOR_NOTE = /^(?:[【[（(]\s*(?:编者按|编者的话|编者前言|开栏的话|开栏语)\s*[】\]）)]|[【[（(■]?\s*(?:编者按|编者的话|编前语|编前|编者前言|开栏的话|开栏语|编后|编者附记)\s*[】\]）)]?\s*(?:[:：]|\s|$))/u
const AUTHOR_NOTE = /^[（(](?:本文)?(?:作者|撰稿人|执笔)(?:单位)?(?:\p{Script=Han}{2,4}(?:系|为)|系|为|是|[:：]|,|，|简介).{1,160}[）)]$/u
const LEAD = /^[【（(]?(?:(?:本报|本刊|本网|本台|[\p{Script=Han}]{2,8}(?:报|网|社|融媒|客户端))(?:讯|消息)(?=[\s（(　,，:：】）)|]|\d)|(?:据)?(?:新华社|中新社|人民网|本报|央视网)[\p{Script=Han}]{1,10}\d{1,2}月\d{1,2}日(?:电|讯))/u
const LIST = /^(?:[（(]?[一二三四五六七八九十百零]{1,4}[、.．)）]|[（(]\d{1,3}[)）]|\d{1,3}(?:[、．)）]|\.(?!\d))|第[一二三四五六七八九十百零\d]{1,6}[章节条款编篇部][\s　、:：]|[①-⑳❶-❿⑴-⒇㈠-㈩]|[•▪◦‣*·]\s|[-–]\s+\S|附件?\s?\d{1,2}(?!\d))/u
const SQUARE = /^[■□◆◇●○▲△◎☆★▶►]\s*\S/u
const CAPTION = /(?:记者|通讯员|[。\s　（(])[\s　]*\p{Script=Han}{2,4}[\s　]*(?:摄|摄影|供图)(?:报道)?[)）]?$/u

export function classOf(line: string): LineClass {
  if (EDITOR_NOTE.test(line.slice(0, 20))) return 'editor-note'
  if (LEAD.test(line.slice(0, 40))) return 'lead'
  if (line.length <= 300) {
    if (AUTHOR_NOTE.test(line)) return 'author-note'
    if (/[\d年]/u.test(line) && isDateLine(line)) return 'date'
    if (/[:：\d]/u.test(line) && parseLabels(line) !== null) return 'labels'
    if (/记者|通讯员|评论员|作者|摄|图|撰|供稿|文/u.test(line) && parseByline(line) !== null) return 'byline'
    if (furnitureIn(line) === 'strong') return 'web'
    if (CAPTION.test(line.slice(-30)) && line.length <= 200) return 'caption'
  }
  if (/^(?:——|――|──|--)\s?[^—―─-]/u.test(line)) return 'dash'
  if (SQUARE.test(line)) return 'square'
  return LIST.test(line.slice(0, 20)) ? 'list' : 'text'
}

/** The depth that a numbered heading's mark gives it, or null. */
export function numberedLevel(line: string): number | null {
  if (/^第[一二三四五六七八九十百零\d]{1,6}[章编篇部]/u.test(line) || /^[一二三四五六七八九十]{1,3}[、.．]/u.test(line)) return 2
  return /^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(line) || /^第[一二三四五六七八九十百零\d]{1,6}节/u.test(line) ? 3 : null
}

/** Could be a headline or sub-head by its form: short, one breath, no full stop. */
export const isHeadline = (line: string, longest = 45): boolean => line.length >= 2 && line.length <= longest && !/[。；;：:，,、…]$|[。…][”’」』）)]$/u.test(line) && !/[。；！？][^”’」』）)》】]/u.test(line) && /\p{Script=Han}/u.test(line)
