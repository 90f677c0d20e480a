/** Text layers that do not say what the page shows: glyphs without a meaning, and the codes of 方正 faces read as rare characters. */
import { Refusal } from '../../../contract/errors.ts'
import type { ReadWarning } from '../document.ts'
import { weigh } from '../weigh.ts'

const MOST = 50
/** Shares of the visible characters. */
const UNREADABLE = 0.3
const FEWEST_COMMON = 0.3
const ENOUGH_TO_TELL = 40
/** 犃 to 犣 and 犪 to 狕 stand for A to Z and a to z in faces of 方正; nobody writes three of them in a row. */
const FOUNDER = /[\u7283-\u72DF]{3,}/g
const LOST = /[\uE000-\uF8FF\uFFFD\u0000-\u0008\u000E-\u001F]+/g
/** Signs where words should be: a face without a map. Leaders, rules and underlines repeat one sign. */
const SIGNS = /[!-/:-@[-`{-~]{8,}/g

/** Throws BAD_TEXT_LAYER when most cannot be read; else what a person should look at. */
export function findDamage(text: string, file: string): readonly ReadWarning[] {
  const weight = weigh(text)
  const lost = weight.privateUse + weight.replaced + weight.controls
  const signs = [...text.matchAll(/[!-/:-@[-`{-~]/g)].length
  const letters = [...text.matchAll(/[A-Za-z0-9]/g)].length
  const isGarbage = lost > UNREADABLE * weight.visible
    || (weight.han >= ENOUGH_TO_TELL && weight.han - weight.rare < FEWEST_COMMON * weight.han && weight.other < weight.han)
    || (weight.visible >= ENOUGH_TO_TELL && signs > 0.6 * weight.visible && signs > 2 * letters && hasManySigns(text))
  if (weight.visible > 0 && isGarbage) throw new Refusal('BAD_TEXT_LAYER', { file })
  return [
    ...spots(text, LOST, '此处的字读不出来', '文件没有记下这些字的编码，请对照原件补正'),
    ...spots(text, FOUNDER, '此处的文字层疑似错码', '方正排版的西文字母常被记成生僻字，请对照原件'),
    ...spots(text, SIGNS, '此处的文字层疑似乱码', '这种字体没有记下文字的编码，读出来只有符号，请对照原件').filter(({ raw }) => hasManySigns(text.slice(raw.start, raw.end))),
  ].sort((a, b) => a.raw.start - b.raw.start).slice(0, MOST)
}

const hasManySigns = (text: string): boolean => new Set(text.match(/[!-/:-@[-`{-~]/g)).size >= 5

function spots(text: string, pattern: RegExp, what: string, reason: string): readonly ReadWarning[] {
  return [...text.matchAll(pattern)].slice(0, MOST).map((match) => ({ rule: 'reading.text-layer', text: what, reason, raw: { start: match.index, end: match.index + match[0].length } }))
}
