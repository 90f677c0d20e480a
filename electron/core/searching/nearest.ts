/** Nearest wording (您是不是要找): words of the library and of the field that are almost what was typed, or are read the same. */
import { foldText } from '../language/fold.ts'
import type { Reader } from '../language/pinyin.ts'
import { editDistance } from './edit-distance.ts'
import { type Vocabulary, WORD_KINDS, type WordKind } from './vocabulary.ts'

export interface Near {
  readonly text: string
  readonly kind: WordKind
}

interface Candidate extends Near {
  /** The smaller the nearer: 0 read the same, 1 one change, 2 two. */
  readonly distance: number
  readonly bearers: number
}

/** From here on two characters may be wrong. */
const LONG = 6
const SHORTEST = 2
/** A piece of a title says little unless it has some length. */
const SHORTEST_IN_TITLES = 3
const LONGEST = 30
const MOST_PIECES = 200

/** Nearest first; `reader` is null until readings are known. */
export function nearestTo(typed: string, vocabulary: Vocabulary, reader: Reader | null, limit: number): Near[] {
  const word = foldText(typed)
  const length = [...word].length
  if (length < SHORTEST || length > LONGEST) return []
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate): void => {
    const key = foldText(candidate.text)
    const known = found.get(key)
    if (key !== word && (known === undefined || candidate.distance < known.distance)) found.set(key, candidate)
  }
  const most = length >= LONG ? 2 : 1
  for (const kind of WORD_KINDS) {
    if (kind === 'title') continue
    const table = vocabulary.table(kind)
    for (let row = 0; row < table.size; row++) {
      if (Math.abs(table.lengthOf(row) - word.length) > most) continue
      const folded = table.text(row)
      if (!sharesEnough(folded, word)) continue
      const distance = editDistance(folded, word, most)
      const known = distance > 0 && distance <= most ? vocabulary.word(kind, row) : null
      if (known) add({ text: known.text, kind, distance, bearers: known.bearers })
    }
  }
  for (const candidate of readTheSame(word, vocabulary, reader)) add(candidate)
  if (length >= SHORTEST_IN_TITLES) for (const text of piecesOfTitles(word, vocabulary)) add({ text, kind: 'title', distance: 1, bearers: 0 })
  return [...found.values()]
    .sort((a, b) => a.distance - b.distance || WORD_KINDS.indexOf(a.kind) - WORD_KINDS.indexOf(b.kind) || b.bearers - a.bearers || (foldText(a.text) < foldText(b.text) ? -1 : 1))
    .slice(0, limit)
    .map(({ text, kind }) => ({ text, kind }))
}

/** One of two characters may be wrong only where they are read the same: half a word is another word. */
const sharesEnough = (folded: string, word: string): boolean => {
  const shared = [...word].filter((character) => folded.includes(character)).length
  return shared >= 2 || (shared === 1 && Math.max(folded.length, word.length) > 2 && Math.min(folded.length, word.length) === 1)
}

function readTheSame(word: string, vocabulary: Vocabulary, reader: Reader | null): Candidate[] {
  if (reader === null || !/^[\p{Script=Han}a-z\d]+$/u.test(word)) return []
  const letters = reader(word, 'words').join('')
  if (letters.length < 2) return []
  return WORD_KINDS.flatMap((kind) => {
    const same: Candidate[] = []
    let looked = 0
    for (const heard of vocabulary.table(kind).sounding(letters, false)) {
      if (++looked > MOST_PIECES) break
      if (heard.initials || (!heard.whole && (kind !== 'title' || [...heard.text].length < SHORTEST_IN_TITLES))) continue
      const known = vocabulary.word(kind, heard.row)
      if (known) same.push({ text: kind === 'title' ? heard.text : known.text, kind, distance: 0, bearers: known.bearers })
    }
    return same
  })
}

/** Pieces of titles that differ from `word` by one character: another one, one more, one less, or two that changed places. */
function piecesOfTitles(word: string, vocabulary: Vocabulary): Set<string> {
  const pieces = new Set<string>()
  const titles = vocabulary.table('title')
  const collect = (head: string, gap: number, tail: string): void => {
    const anchor = head.length >= tail.length ? head : tail
    if ([...anchor].length < SHORTEST) return
    let looked = 0
    for (const { row } of titles.holding(anchor)) {
      if (++looked > MOST_PIECES || pieces.size >= MOST_PIECES) return
      const title = titles.text(row)
      for (let at = title.indexOf(anchor); at >= 0; at = title.indexOf(anchor, at + 1)) {
        const start = anchor === head ? at : at - gap - head.length
        const piece = title.slice(Math.max(0, start), start + head.length + gap + tail.length)
        if (start >= 0 && piece.startsWith(head) && piece.endsWith(tail) && piece.length === head.length + gap + tail.length && /^[\p{L}\p{N}]+$/u.test(piece)) pieces.add(piece)
      }
    }
  }
  for (let i = 0; i < word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i + 1)]
    collect(head, 1, tail)
    if (i > 0) collect(head, 1, word.slice(i))
    if (word.length > SHORTEST_IN_TITLES) collect(head, 0, tail)
    if (i > 0) collect(`${word.slice(0, i - 1)}${word.charAt(i)}${word.charAt(i - 1)}`, 0, tail)
  }
  return pieces
}
