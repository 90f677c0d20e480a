import type { Decoded } from './decode.ts'
import type { Decoding, ReadWarning } from './document.ts'

const MOST = 200
const KINDS: readonly { readonly pattern: RegExp; readonly rule: ReadWarning['rule']; readonly text: string; readonly reason: string }[] = [
  { pattern: /\uFFFD+/g, rule: 'reading.replaced', text: '此处原文的字节无法识别', reason: '文件在这里已损坏，或混入了另一种编码；缺失的字以“�”标出，请对照原件补正' },
  { pattern: /[\uE000-\uF8FF]+/g, rule: 'reading.private-use', text: '此处用了自造字或专用字体的符号', reason: '这些字符在别的电脑上显示可能不同，请对照原件' },
  { pattern: /(?:锟斤拷|烫烫烫|屯屯屯)+/g, rule: 'reading.garbled', text: '此处疑似乱码', reason: '这几个字通常是编码转换出错后留下的，请对照更早的来源' },
]

/** What a person must know about the decoded text, in its order; at most 200. */
export function findWarnings({ text, decoding, foreign, overruled, garbled = false }: Decoded): readonly ReadWarning[] {
  const damage = KINDS.flatMap(({ pattern, ...warning }) => [...text.matchAll(pattern)].slice(0, MOST).map((match): ReadWarning => ({ ...warning, raw: { start: match.index, end: match.index + match[0].length } })))
  const lines = foreign.map((raw): ReadWarning => ({ rule: 'reading.foreign', text: '这一行与全文编码不同，已按 GB18030 读出', reason: '文件由不同编码的内容拼成，请核对这一行的文字', raw }))
  const ordered = [...damage, ...lines].sort((a, b) => a.raw.start - b.raw.start).slice(0, MOST)
  return [...(garbled ? [wrong(decoding)] : []), ...(decoding.unsure ? [unsure(decoding)] : []), ...(overruled === undefined ? [] : [belied(overruled, decoding)]), ...ordered]
}

const wrong = ({ label }: Decoding): ReadWarning => ({
  rule: 'reading.garbled',
  text: `按 ${label.toUpperCase()} 读出的多半是乱码`,
  reason: '这种编码读不通这份文件，请改选别的编码，或改回“自动”',
  raw: { start: 0, end: 0 },
})

const belied = (declared: string, { label }: Decoding): ReadWarning => ({
  rule: 'reading.declared',
  text: `文件声明的编码（${declared}）与内容不符，已按 ${label.toUpperCase()} 读出`,
  reason: '网页另存时常留下旧的编码声明；如果文字不通顺，请在这里改选编码',
  raw: { start: 0, end: 0 },
})

const unsure = (decoding: Decoding): ReadWarning => ({
  rule: 'reading.unsure',
  text: `文字编码是推断的（${decoding.label.toUpperCase()}）`,
  reason: '可供判断的汉字太少，或不止一种编码说得通，请核对文字是否通顺',
  raw: { start: 0, end: 0 },
})
