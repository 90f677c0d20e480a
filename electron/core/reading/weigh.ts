/** Weighs a decoding by its characters: how much of it is Chinese as it is written, and how much cannot be meant. */
import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from './common-characters.ts'

export interface Weight {
  /** Everything but blanks, in UTF-16 code units. */
  readonly visible: number
  readonly ascii: number
  /** Frequent Han characters and Chinese punctuation. */
  readonly common: number
  readonly han: number
  /** Han characters that prose hardly uses. */
  readonly rare: number
  readonly replaced: number
  readonly privateUse: number
  /** C0 and C1 controls other than line breaks and tabs. */
  readonly controls: number
  /** Letters of other scripts and symbols. */
  readonly other: number
}

const OTHER = 0
const BLANK = 1
const ASCII = 2
const MARK = 3
const COMMON = 4
const RARE = 5
const PRIVATE = 6
const REPLACED = 7
const CONTROL = 8

const classes = new Uint8Array(0x10000)
function mark(from: number, to: number, kind: number): void {
  classes.fill(kind, from, to + 1)
}
mark(0x00, 0x1f, CONTROL)
for (const blank of [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xa0, 0x2028, 0x2029, 0x3000, 0xfeff]) classes[blank] = BLANK
mark(0x21, 0x7e, ASCII)
mark(0x7f, 0x9f, CONTROL)
mark(0x3400, 0x4dbf, RARE)
mark(0x4e00, 0x9fff, RARE)
mark(0xf900, 0xfaff, RARE)
/** Surrogates: half of a rare character of a higher plane. */
mark(0xd800, 0xdfff, RARE)
mark(0xe000, 0xf8ff, PRIVATE)
mark(0xfff0, 0xffff, CONTROL)
classes[0xfffd] = REPLACED
for (const character of COMMON_SIMPLIFIED + COMMON_TRADITIONAL) classes[character.charCodeAt(0)] = COMMON
for (const character of '，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％０１２３４５６７８９○■□◆●▲◎★☆①②③④⑤⑥⑦⑧⑨⑩─﹏～＂－') classes[character.charCodeAt(0)] = MARK

export function weigh(text: string): Weight {
  const counts = new Float64Array(9)
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)] ?? OTHER
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const of = (kind: number): number => counts[kind] ?? 0
  return {
    visible: text.length - of(BLANK),
    ascii: of(ASCII),
    common: of(COMMON) + of(MARK),
    han: of(COMMON) + of(RARE),
    rare: of(RARE),
    replaced: of(REPLACED),
    privateUse: of(PRIVATE),
    controls: of(CONTROL),
    other: of(OTHER),
  }
}

/** The weights of several parts of one text as one. */
export function total(weights: readonly Weight[]): Weight {
  const sum = (pick: (weight: Weight) => number): number => weights.reduce((all, weight) => all + pick(weight), 0)
  return { visible: sum((w) => w.visible), ascii: sum((w) => w.ascii), common: sum((w) => w.common), han: sum((w) => w.han), rare: sum((w) => w.rare), replaced: sum((w) => w.replaced), privateUse: sum((w) => w.privateUse), controls: sum((w) => w.controls), other: sum((w) => w.other) }
}

/** The mean vote of the characters that are not ASCII; a right decoding scores near 2, a wrong one below 0.5. */
export function score(weight: Weight, countAscii: boolean): number {
  const ascii = countAscii ? weight.ascii : 0
  const voters = weight.visible - weight.ascii + ascii
  if (voters === 0) return 0
  return (2 * weight.common + ascii - 0.5 * weight.rare - 0.5 * weight.other - 3 * weight.privateUse - 10 * (weight.replaced + weight.controls)) / voters
}

/** Damage a reader can live with when it is pointed out: up to 5 % of the characters, or three in a very short text. */
export function tolerable(weight: Weight): boolean {
  const damage = weight.replaced + weight.privateUse
  return damage <= Math.max(0.05 * weight.visible, Math.min(3, weight.visible / 4))
}
