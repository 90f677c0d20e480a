/**
 * The most likely way through a text, word by word, as jieba goes it (decision 0520): its dictionary and frequencies, its sums, its choice between equals.
 * jieba itself is asked only what it guesses of characters that stay single side by side; those recur, and its answers are kept.
 */
import type { Jieba } from './jieba.ts'
import { createWordTrie, type WordTrie } from './word-trie.ts'

/** The tokens of a piece in order; they cover all of it. The arrays are overwritten by the next call. */
export interface Tokens {
  /** Where they end in the text, in UTF-16 units. */
  readonly ends: Int32Array
  /** Which words of the dictionary they are, by numbers that the same dictionary always gives; 0 for what it does not have. */
  readonly words: Int32Array
  readonly count: number
}

export interface Cutter {
  /** Cuts what stands in `text` from `from` to `to`. */
  readonly cut: (text: string, from: number, to: number) => Tokens
  /** Adds a word; without a frequency, one is chosen that keeps it whole. */
  readonly add: Jieba['add']
  /** Whether the whole of `text` is one word or sign. */
  readonly isOne: (text: string) => boolean
}

/** What jieba takes for text made of words; all else is cut into its characters. */
const WORDED = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{2ceb0}-\u{2ebef}\u{2f800}-\u{2fa1f}a-zA-Z0-9+#&._%-]/u
/** 1 where a unit of its own is worded; pairs are asked one by one. */
const worded = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(WORDED.test(String.fromCharCode(unit))))

/** Nodes of the shipped dictionary, and some room. */
const ROOM = 1 << 19
/** Guesses kept, and how long a run may be to be kept. */
const KEPT = 1 << 15
const KEPT_UNITS = 12

export function createCutter(jieba: Jieba): Cutter {
  const trie = wordsOf(jieba)
  /** By the distance from the beginning of the piece: the sum of the best way from here on, where its first word ends, and which it is. */
  let scores = new Float64Array(1 << 12)
  let reach = new Int32Array(1 << 12)
  let chosen = new Int32Array(1 << 12)
  let base = 0
  let ends = new Int32Array(1 << 12)
  let words = new Int32Array(1 << 12)
  let count = 0
  let guesses = new Map<string, readonly number[]>()

  /** Behind the block all sums are 0. */
  function weigh(text: string, from: number, to: number): void {
    const logTotal = Math.log(trie.total())
    scores[to - base] = 0
    for (let at = to - 1; at >= from; at--) {
      if (isSecondHalf(text, at, from)) continue
      let best = 0
      let far = 0
      let word = 0
      let end = at + 1
      for (let node = trie.first(text.charCodeAt(at)); node !== 0; node = trie.next(node, text.charCodeAt(end)), end++) {
        const score = trie.logarithm(node) - logTotal + (scores[end - base] ?? 0)
        // Of equals the longer one; a comparison with NaN, where no word ends, is never true.
        if (score >= best || (far === 0 && score < 0)) {
          best = score
          far = end
          word = node
        }
        if (end === to) break
      }
      if (far === 0) {
        far = at + widthAt(text, at, to)
        best = 0 - logTotal + (scores[far - base] ?? 0)
      }
      scores[at - base] = best
      reach[at - base] = far
      chosen[at - base] = word
    }
  }

  function emit(end: number, word: number): void {
    ends[count] = end
    words[count++] = word
  }

  /** Characters that stay single side by side: jieba guesses which of them belong together. */
  function emitRun(text: string, from: number, to: number): void {
    const run = text.slice(from, to)
    let lengths = guesses.get(run)
    if (lengths === undefined) {
      lengths = trie.has(run) ? [...run].map(({ length }) => length) : guess(run)
      if (guesses.size >= KEPT) guesses = new Map()
      if (run.length <= KEPT_UNITS) guesses.set(run, lengths)
    }
    let end = from
    for (const length of lengths) emit((end += length), 0)
  }

  function guess(run: string): readonly number[] {
    const { bytes, count: tokens } = jieba.cut(run)
    let start = 0
    return Array.from({ length: tokens }, (_, i) => {
      const end = advance(run, start, bytes[i] ?? 0)
      const length = end - start
      start = end
      return length
    })
  }

  function cutBlock(text: string, from: number, to: number): void {
    weigh(text, from, to)
    let single = -1
    for (let at = from; at < to; ) {
      const end = reach[at - base] ?? to
      const alone = end - at === widthAt(text, at, to)
      if (alone && single < 0) single = at
      if (!alone) {
        leave(text, single, at)
        single = -1
        emit(end, chosen[at - base] ?? 0)
      }
      at = end
    }
    leave(text, single, to)
  }

  function leave(text: string, from: number, to: number): void {
    if (from < 0) return
    if (to - from === widthAt(text, from, to)) emit(to, chosen[from - base] ?? 0)
    else emitRun(text, from, to)
  }

  function reserve(units: number): void {
    if (units <= scores.length) return
    scores = new Float64Array(units * 2)
    reach = new Int32Array(units * 2)
    chosen = new Int32Array(units * 2)
    ends = new Int32Array(units * 2)
    words = new Int32Array(units * 2)
  }

  function cut(text: string, from: number, to: number): Tokens {
    reserve(to - from + 1)
    count = 0
    base = from
    for (let at = from; at < to; ) {
      let end = at
      while (end < to && isWorded(text, end, to)) end += widthAt(text, end, to)
      if (end > at) cutBlock(text, at, end)
      else emit((end = at + (at + 1 < to && text.startsWith('\r\n', at) ? 2 : widthAt(text, at, to))), 0)
      at = end
    }
    return { ends, words, count }
  }

  return {
    cut,
    add(...word) {
      const frequency = jieba.add(...word)
      trie.add(word[0], frequency)
      guesses = new Map()
      return frequency
    },
    isOne: (text) => jieba.cut(text, false).count === 1,
  }
}

/** The dictionary that jieba carries, a word a line: `word frequency tag`. */
function wordsOf(jieba: Jieba): WordTrie {
  const trie = createWordTrie(ROOM)
  const text = jieba.dictionary()
  for (let start = 0; start < text.length; ) {
    const blank = text.indexOf(' ', start)
    let frequency = 0
    let at = blank + 1
    for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) frequency = frequency * 10 + digit
    trie.add(text.slice(start, blank), frequency)
    const end = text.indexOf('\n', at)
    start = end < 0 ? text.length : end + 1
  }
  return trie
}

const isFirst = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isSecond = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isSecondHalf = (text: string, at: number, from: number): boolean => isSecond(text.charCodeAt(at)) && at > from && isFirst(text.charCodeAt(at - 1))
const widthAt = (text: string, at: number, to: number): number => (isFirst(text.charCodeAt(at)) && at + 1 < to && isSecond(text.charCodeAt(at + 1)) ? 2 : 1)
const isWorded = (text: string, at: number, to: number): boolean => worded[text.charCodeAt(at)] === 1 || (widthAt(text, at, to) === 2 && WORDED.test(String.fromCodePoint(text.codePointAt(at) ?? 0)))

/** Where `bytes` bytes of UTF-8 end in `text` when they begin at `from`. A lone surrogate was sent as U+FFFD, three bytes. */
function advance(text: string, from: number, bytes: number): number {
  let at = from
  for (let left = bytes; left > 0 && at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3
    at += code > 0xffff ? 2 : 1
  }
  return at
}
