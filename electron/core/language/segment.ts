/** Words (词): cutting Chinese text with jieba-wasm and our dictionary. Words decide order and meaning, never what is found. */
import { createCutter, type Cutter, type Tokens } from './cutter.ts'
import type { DictionaryWord } from './dictionary.ts'
import { instantiateJieba } from './jieba.ts'
import { createPicker, type VisitToken } from './keywords.ts'

export interface Token {
  readonly text: string
  /** UTF-16 offsets into the text that was cut. */
  readonly start: number
  readonly end: number
}

export interface Segmenter {
  /** All tokens in order, blanks and signs included: joined, they are the text. */
  readonly cut: (text: string) => string[]
  /** The tokens that are not blank, with their place. */
  readonly tokens: (text: string) => Token[]
  /** The words that tell this text from others, best first; each occurs in title or body. */
  readonly keywords: (title: string, body: string, count?: number) => string[]
  /** true when `word` is in the dictionary this segmenter was given. */
  readonly knows: (word: string) => boolean
  /** true when a dictionary has `word`, this segmenter's or its own of a general kind. */
  readonly isWord: (word: string) => boolean
  /** Does the slow first cut (about half a second) now instead of later. */
  readonly warm: () => void
}

/** Cutting is linear, but wasm memory never shrinks: a long text goes through in pieces, parted where words end. */
const PIECE = 1 << 15

export interface SegmenterOptions {
  readonly dictionary?: readonly DictionaryWord[]
  /** Words that are never one token, also where the segmenter's own dictionary has them. */
  readonly forbidden?: readonly string[]
}

/** Nothing is loaded before the first cut. */
export function createSegmenter({ dictionary = [], forbidden = [] }: SegmenterOptions = {}): Segmenter {
  const known = new Set(dictionary.map(({ word }) => word))
  let cutter: Cutter | null = null

  function load(): Cutter {
    const fresh = createCutter(instantiateJieba())
    for (const { word, frequency, tag } of dictionary) fresh.add(word, frequency, tag)
    // A word that never occurs is on no best way through a text.
    for (const word of forbidden) fresh.add(word, 0)
    return fresh
  }

  /** A trap leaves an instance in an unknown state: the piece is tried once more with a new one. */
  function cutPiece(text: string, from: number, to: number): Tokens {
    try {
      return (cutter ??= load()).cut(text, from, to)
    } catch {
      return (cutter = load()).cut(text, from, to)
    }
  }

  const apart = new Set(forbidden)
  function visitPiece(text: string, from: number, to: number, visit: VisitToken): void {
    const { ends, words, count } = cutPiece(text, from, to)
    for (let i = 0, start = from; i < count; i++) {
      const end = ends[i] ?? start
      visit(text, start, end, words[i] ?? 0)
      start = end
    }
  }

  /** Single characters are put together by guessing, also to a word that may not be one. Cut by itself it falls apart. */
  function visitApart(text: string, from: number, to: number, visit: VisitToken): void {
    const whole: [number, number, number][] = []
    visitPiece(text, from, to, (_, start, end, word) => { whole.push([start, end, word]) })
    for (const [start, end, word] of whole) {
      if (apart.has(text.slice(start, end))) visitPiece(text, start, end, visit)
      else visit(text, start, end, word)
    }
  }

  function walk(text: string, visit: VisitToken): void {
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start)
      if (apart.size === 0) visitPiece(text, start, end, visit)
      else visitApart(text, start, end, visit)
      start = end
    }
  }

  const pick = createPicker(walk, known)

  return {
    cut: (text) => {
      const words: string[] = []
      walk(text, (_, start, end) => { words.push(text.slice(start, end)) })
      return words
    },
    tokens: (text) => {
      const tokens: Token[] = []
      walk(text, (_, start, end) => {
        const word = text.slice(start, end)
        if (word.trim() !== '') tokens.push({ text: word, start, end })
      })
      return tokens
    },
    keywords: (title, body, count = 20) => pick(title, body, count),
    knows: (word) => known.has(word),
    isWord: (word) => known.has(word) || (cutter ??= load()).isOne(word),
    warm: () => {
      ;(cutter ??= load()).cut('网格员', 0, 3)
    },
  }
}

function pieceEnd(text: string, start: number): number {
  const limit = start + PIECE
  if (limit >= text.length) return text.length
  for (let at = limit; at > start + PIECE / 2; at--) if ('\n。！？；，,.'.includes(text.charAt(at - 1))) return at
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
}
