/** Words (词): cutting Chinese text with jieba-wasm and our dictionary. Words decide order and meaning, never what is found. */
import type { DictionaryWord } from './dictionary.ts'
import { type Jieba, instantiateJieba } from './jieba.ts'
import { pickKeywords } from './keywords.ts'

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
  let jieba: Jieba | null = null

  function load(): Jieba {
    const fresh = instantiateJieba()
    for (const { word, frequency, tag } of dictionary) fresh.add(word, frequency, tag)
    // A word that never occurs is on no best way through a text.
    for (const word of forbidden) fresh.add(word, 0)
    return fresh
  }

  /** A trap leaves an instance in an unknown state: the piece is tried once more with a new one. */
  function cutPiece(piece: string, into: Token[], offset: number): void {
    let lengths
    try {
      lengths = (jieba ??= load()).cut(piece)
    } catch {
      lengths = (jieba = load()).cut(piece)
    }
    let start = 0
    for (let i = 0; i < lengths.count; i++) {
      const end = advance(piece, start, lengths.bytes[i] ?? 0)
      into.push({ text: piece.slice(start, end), start: offset + start, end: offset + end })
      start = end
    }
  }

  const apart = new Set(forbidden)
  /** Single characters are put together by guessing, also to a word that may not be one. Cut by itself it falls apart. */
  const asunder = (token: Token): Token[] => {
    if (!apart.has(token.text)) return [token]
    const parts: Token[] = []
    cutPiece(token.text, parts, token.start)
    return parts
  }

  function all(text: string): Token[] {
    const tokens: Token[] = []
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start)
      cutPiece(text.slice(start, end), tokens, start)
      start = end
    }
    return apart.size === 0 ? tokens : tokens.flatMap(asunder)
  }

  return {
    cut: (text) => all(text).map((token) => token.text),
    tokens: (text) => all(text).filter((token) => token.text.trim() !== ''),
    keywords: (title, body, count = 20) => pickKeywords(all(title), all(body), count, known),
    knows: (word) => known.has(word),
    isWord: (word) => known.has(word) || (jieba ??= load()).cut(word, false).count === 1,
    warm: () => {
      ;(jieba ??= load()).cut('网格员')
    },
  }
}

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

function pieceEnd(text: string, start: number): number {
  const limit = start + PIECE
  if (limit >= text.length) return text.length
  for (let at = limit; at > start + PIECE / 2; at--) if ('\n。！？；，,.'.includes(text.charAt(at - 1))) return at
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
}
