/** What a person may be typing (建议): earlier searches, words of the field and of the library, titles; by a piece of them or by sound. */
import type { z } from 'zod'
import type { Suggestion as Shape } from '../../contract/searching.ts'
import { foldText } from '../language/fold.ts'
import { lettersOf } from '../language/pinyin.ts'
import type { Vocabulary, Word, WordKind } from './vocabulary.ts'

export interface Suggested extends Omit<z.infer<typeof Shape>, 'id'> {
  /** Of a title: its entry. */
  readonly seq: number | null
}

/** Looked at for each kind: the best of the newest. */
const MOST_LOOKED_AT = 300
/** Of a list, at most this part is earlier searches, and at most this titles while there are words. */
const RECENT_PART = 0.3
const TITLE_PART = 0.4

const LABELS: Partial<Record<WordKind, string>> = { practice: '做法', label: '标签', place: '地区' }

interface Candidate {
  readonly word: Word
  readonly rank: number
}

/** `recent`: earlier searches, the newest first. Words of the dictionary are offered only where `holds` says that something holds them. */
export function suggestions(typed: string, vocabulary: Vocabulary, recent: readonly string[], limit: number, holds: (folded: string) => boolean): Suggested[] {
  const text = foldText(typed)
  const earlier = recent.filter((query) => foldText(query).includes(text) && foldText(query) !== text)
  if (text === '') return earlier.slice(0, limit).map(fromRecent)
  const letters = lettersOf(text)
  const words = (['practice', 'label', 'dictionary', 'keyword', 'place', 'name'] as const).flatMap((kind) => candidates(kind, text, letters, vocabulary))
  words.sort((a, b) => a.rank - b.rank || b.word.bearers - a.word.bearers || a.word.folded.length - b.word.folded.length || (a.word.folded < b.word.folded ? -1 : 1))
  // Titles are the longest list to go through by sound: only where words leave room.
  const titles = candidates('title', text, words.length < limit ? letters : null, vocabulary).sort((a, b) => a.rank - b.rank || (b.word.seq ?? 0) - (a.word.seq ?? 0))
  const before = distinct(earlier.map(fromRecent), new Set()).slice(0, Math.max(1, Math.floor(limit * RECENT_PART)))
  const seen = new Set(before.map((one) => foldText(one.text)))
  const told = distinct(titles.map(({ word }) => fromWord(word)), seen)
  const room = limit - before.length
  const titlesAtLeast = Math.min(told.length, Math.floor(limit * TITLE_PART))
  const first: Suggested[] = []
  for (const { word } of words) {
    if (first.length >= room - titlesAtLeast) break
    if (word.kind !== 'dictionary' || holds(word.folded)) first.push(...distinct([fromWord(word)], seen))
  }
  return [...before, ...first, ...told.slice(0, room - first.length)].slice(0, limit)
}

function candidates(kind: WordKind, text: string, letters: string | null, vocabulary: Vocabulary): Candidate[] {
  const found = new Map<number, number>()
  const take = (rows: Iterable<{ readonly row: number; readonly begins: boolean }>, rank: number): void => {
    let looked = 0
    for (const { row, begins } of rows) {
      const value = rank + (begins ? 0 : 1)
      if (value < (found.get(row) ?? Infinity)) found.set(row, value)
      if (++looked === MOST_LOOKED_AT) break
    }
  }
  const table = vocabulary.table(kind)
  take(table.holding(text), 0)
  // Two letters begin too many pieces of titles to mean one of them.
  if (letters !== null && (kind !== 'title' || letters.length > 3)) take(table.sounding(letters, true), 2)
  return [...found].flatMap(([row, rank]): Candidate[] => {
    const word = vocabulary.word(kind, row)
    return word && word.folded !== text ? [{ word, rank }] : []
  })
}

const fromRecent = (query: string): Suggested => ({ text: query, query, from: 'recent', seq: null })

function fromWord({ kind, text, seq }: Word): Suggested {
  const label = LABELS[kind]
  const value = /\s/.test(text) ? `"${text}"` : text
  return { text, query: label === undefined ? value : `${label}：${value}`, from: kind, seq }
}

/** What `seen` does not hold yet; it grows by what is answered. */
function distinct(all: readonly Suggested[], seen: Set<string>): Suggested[] {
  return all.filter(({ text }) => {
    const key = foldText(text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
