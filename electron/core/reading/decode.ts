import type { Span } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Decoding } from './document.ts'
import { mendUtf8, type Mended } from './mend.ts'
import { score, tolerable, total, weigh, type Weight } from './weigh.ts'

export type Label = Decoding['label']
export interface Decoded {
  readonly text: string
  readonly decoding: Decoding
  /** Lines of a UTF-8 file that were GB18030, in the text. */
  readonly foreign: readonly Span[]
  /** The encoding that the file states and its bytes belie, as it stands there. */
  readonly overruled?: string
  /** A person chose an encoding in which it does not read as text. */
  readonly garbled?: boolean
}

const BOMS: readonly { readonly label: Label; readonly bytes: readonly number[] }[] = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
]
const UTF8_MARK = [0xef, 0xbb, 0xbf]
const CANDIDATES: readonly Label[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
export const isLabel = (name: string): name is Label => CANDIDATES.some((label) => label === name)

/** Measured (decision 0200): right decodings of Chinese score 1.6–2.0, wrong ones below 0; foreign encodings read as Chinese reach 0.4. */
const PLAUSIBLE = 0.7
const MARGIN = 0.2
const SHORT = 64
const WHOLE = 512 * 1024
const WINDOW = 128 * 1024

/**
 * Turns bytes into text, or refuses: a guess that does not read as text is never handed out.
 *
 * In order: the encoding a person chose; the byte-order mark; strict UTF-8; else UTF-8 with a few broken bytes,
 * GB18030, Big5 and UTF-16 compete by how much of the result is Chinese as it is written, and of two alike `declared` wins.
 * The same bytes decoded with the resulting label as `given` yield the same text.
 * Throws BINARY for binary data and UNDECODABLE when nothing fits, naming `file`; what a person chose is never undecodable, only `garbled`.
 */
export function decode(bytes: Uint8Array, given?: Label, file = '', declared: Label | null = null): Decoded {
  const bom = BOMS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  const told = given ?? bom?.label
  if (told) {
    const found = settle(bytes, { label: told, by: given ? 'given' : 'bom', unsure: false })
    // Programs put the mark of UTF-8 before bytes that are none: then the rest says what it is.
    if (found === 'UNDECODABLE' && given === undefined && told === 'utf-8') return { ...best(bytes, file, declared), overruled: 'UTF-8' }
    return accept(found, { bytes, given, file })
  }
  return strictUtf8(bytes, file) ?? best(bytes, file, declared)
}

/** No text begins with the mark of another encoding. */
function convert(bytes: Uint8Array, label: Label): string {
  const belied = (label === 'gb18030' || label === 'big5') && UTF8_MARK.every((byte, i) => bytes[i] === byte)
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(belied ? bytes.subarray(UTF8_MARK.length) : bytes)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** What a person chose is shown to them, however it reads: they compare. */
function accept(found: ReturnType<typeof settle>, { bytes, given, file }: { readonly bytes: Uint8Array; readonly given: Label | undefined; readonly file: string }): Decoded {
  if (found === 'UNDECODABLE' && given !== undefined) return { text: convert(bytes, given), decoding: { label: given, by: 'given', unsure: false }, foreign: [], garbled: true }
  if (typeof found === 'string') throw new Refusal(found, { file })
  return found
}

/** The whole text, with the foreign lines of a mixed file mended; or why it is none. */
function settle(bytes: Uint8Array, decoding: Decoding): Decoded | 'BINARY' | 'UNDECODABLE' {
  const { label } = decoding
  const { text, foreign } = convertMended(bytes, label)
  const weight = weigh(withoutFilling(text))
  if (binary(weight)) return 'BINARY'
  if (!tolerable(weight)) return 'UNDECODABLE'
  return { text, foreign, decoding: { ...decoding, unsure: decoding.unsure || (decoding.by === 'score' && few(weight, label)) } }
}

/** Only a file that is UTF-8 for the most part is mended: otherwise it is GB18030, and its ASCII lines are no witnesses. */
function convertMended(bytes: Uint8Array, label: Label): Mended {
  const text = convert(bytes, label)
  if (label !== 'utf-8' || !text.includes('\uFFFD')) return { text, foreign: [] }
  const mended = mendUtf8(bytes)
  const strange = mended.foreign.reduce((sum, { start, end }) => sum + weigh(mended.text.slice(start, end)).han, 0)
  return strange * 2 <= weigh(mended.text).han ? mended : { text, foreign: [] }
}

/** A disk that lost its power leaves the end of a file filled with NUL: that says nothing of what stands before. */
function withoutFilling(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--
  return end === 0 || end === text.length ? text : text.slice(0, end)
}

const binary = (weight: Weight): boolean => weight.controls * 4 > weight.visible

function strictUtf8(bytes: Uint8Array, file: string): Decoded | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
  const weight = weigh(withoutFilling(text))
  // Latin letters in UTF-16 are valid UTF-8 with a NUL beside each.
  if (binary(weight)) return null
  // ISO-2022-CN and HZ hide Chinese behind plain ASCII: it would come out as a salad of letters.
  if (weight.han === 0 && /\u001B\$[)*]?[A-Z]|~\{[!-w][!-~]/.test(text)) throw new Refusal('UNDECODABLE', { file })
  if (looksLikeShortChinese(text, weight, bytes)) return null
  if (!tolerable(weight)) throw new Refusal('UNDECODABLE', { file })
  return { text, decoding: { label: 'utf-8', by: 'strict', unsure: false }, foreign: [] }
}

/** A few Chinese characters in another encoding can be valid UTF-8 by chance, which reads as Greek, Arabic or controls; frequent Han characters speak louder. */
function looksLikeShortChinese(text: string, weight: Weight, bytes: Uint8Array): boolean {
  if (weight.han > 0 || weight.other + weight.controls === 0 || /[^\0-\u07FF]/.test(text)) return false
  const labels: readonly Label[] = bytes.length > SHORT || bytes.length % 2 === 1 ? ['gb18030'] : ['gb18030', 'utf-16le', 'utf-16be']
  return labels.some((label) => {
    if (label === 'gb18030' && weight.other <= weight.ascii) return false
    const chinese = weigh(convert(bytes, label))
    return chinese.han >= 2 && chinese.rare === 0 && tolerable(chinese) && score(chinese, false) > 1.9
  })
}

function best(bytes: Uint8Array, file: string, declared: Label | null): Decoded {
  const parts = windows(bytes.subarray(0, filledFrom(bytes)))
  const ranked = CANDIDATES.map((label) => ({ label, value: score(total(parts.map((part) => weigh(convertMended(part, label).text))), label.startsWith('utf-16')) })).sort((a, b) => b.value - a.value)
  const own = ranked.find(({ label }) => label === declared)
  if (own !== undefined && own.value >= (ranked[0]?.value ?? 0) - MARGIN) {
    const found = settle(bytes, { label: own.label, by: 'declared', unsure: false })
    if (typeof found !== 'string') return found
  }
  for (const [i, { label, value }] of ranked.entries()) {
    if (value < PLAUSIBLE) break
    const next = ranked[i + 1]?.value ?? -Infinity
    const close = next >= PLAUSIBLE && value - next < MARGIN
    const found = settle(bytes, { label, by: 'score', unsure: close })
    if (typeof found !== 'string') return found
  }
  const found = monotonous(bytes) ? settle(bytes, { label: 'gb18030', by: 'score', unsure: true }) : 'UNDECODABLE'
  if (typeof found !== 'string') return found
  throw new Refusal(controlBytes(bytes) > 0.01 ? 'BINARY' : 'UNDECODABLE', { file })
}

/** Where the filling begins, on an even byte: UTF-16 stays whole. A file that is nothing else has none. */
function filledFrom(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return end === 0 ? bytes.length : Math.min(bytes.length, end + (end % 2))
}

/** A few characters over and over say nothing by their frequency; when every pair of bytes has the form of GB2312, they are most likely that. */
function monotonous(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    if (!isEuc(bytes[i]) || !isEuc(bytes[++i])) return false
  }
  const text = convert(bytes, 'gb18030')
  const { han, other, privateUse, replaced } = weigh(text)
  return other + privateUse + replaced === 0 && han >= FEW && new Set(text.match(/\p{Script=Han}/gu)).size < FEW
}
const isEuc = (byte = 0): boolean => byte >= 0xa1 && byte <= 0xf7

const FEW = 8
const few = (weight: Weight, label: Label): boolean => (label.startsWith('utf-16') ? weight.visible : weight.han) < FEW

/** Start, middle and end of a large file: a long English preface must not decide for the Chinese that follows. Even offsets keep UTF-16 whole. */
function windows(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= WHOLE) return [bytes]
  const middle = (bytes.length >> 2) * 2
  const end = (bytes.length >> 1) * 2
  return [bytes.subarray(0, WINDOW), bytes.subarray(middle, middle + WINDOW), bytes.subarray(end - WINDOW, end)]
}

/** Share of control bytes; text in any encoding we read has none to speak of, random data has a tenth. */
function controlBytes(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) count++
  return count / bytes.length
}
