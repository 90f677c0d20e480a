/**
 * Search inside a pack. The scan of the folded texts decides what is found: every text that holds what was typed, and no other.
 * lunr, over titles, keywords, places and practices, decides the order; where no text holds it all, entries with some of the words follow, said to be so.
 */
import lunr from 'lunr'
import type { PackData, PackedEntry } from '../../../electron/contract/pack-page.ts'
import { foldText } from '../../../electron/core/language/fold.ts'
import { count, holds } from './occurrences.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface Hit {
  /** Position in the pack. */
  readonly at: number
  readonly score: number
  /** Words of the query that it lacks; empty unless nothing has them all. */
  readonly missing: readonly string[]
}

export interface Found {
  /** What to mark, folded: what was typed, or its words where nothing holds it as typed. */
  readonly marked: readonly string[]
  /** false where no entry has what was typed, and these only have some or all of its words. */
  readonly exact: boolean
  readonly hits: readonly Hit[]
}

export interface Search {
  readonly run: (query: string) => Found
}

/** Nobody types more; a pasted article is cut off here. */
const LONGEST_QUERY = 1000
const EXACT_IN_TITLE = 40
/** A text that says a word more often than this is no better for it. */
const MOST_COUNTED = 20
/** Words of earlier queries whose entries are remembered: what is typed grows by a word, and the others were looked for before. */
const MOST_REMEMBERED = 100

/** What of an entry can be found, each piece by itself so that nothing is found across two of them. */
const textsOf = (entry: PackedEntry): readonly (string | null)[] => [
  entry.title, entry.kicker, entry.subtitle, ...entry.place, entry.media, entry.date, ...entry.authors.map(({ name }) => name), entry.editorNote, entry.body,
]

export function openSearch(data: Pick<PackData, 'entries' | 'index'>): Search {
  const index = lunr.Index.load(data.index)
  const vocabulary = vocabularyOf(frequencies(data.index))
  const titles = data.entries.map(({ title }) => foldText(title))
  const texts = data.entries.map((entry) => textsOf(entry).flatMap((text) => (text === null ? [] : foldText(text))).join('\n'))
  const everything: Found = { marked: [], exact: true, hits: data.entries.map((_, at) => ({ at, score: 0, missing: [] })) }

  /** lunr's score of each entry that has one of the words where lunr knows it. */
  const scores = (words: readonly string[]): ReadonlyMap<number, number> => {
    const known = [...new Set(words)]
    if (known.length === 0) return new Map()
    const found = index.query((query) => {
      for (const word of known) query.term(word, { usePipeline: false, boost: word.length, presence: lunr.Query.presence.OPTIONAL })
    })
    return new Map(found.map(({ ref, score }) => [Number(ref), score]))
  }

  const remembered = new Map<string, readonly boolean[]>()
  /** Which entries hold the word. */
  const holders = (word: string): readonly boolean[] => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const fresh = texts.map((text) => holds(text, word))
    remembered.set(word, fresh)
    return fresh
  }

  const exactly = (terms: readonly string[], words: readonly string[]): Hit[] => {
    const ranked = scores(words)
    const held = terms.map(holders)
    return texts.flatMap((text, at): Hit[] => {
      if (!held.every((one) => one[at] === true)) return []
      const title = titles[at] ?? ''
      const inTitle = terms.filter((term) => holds(title, term)).length
      return [{ at, score: (ranked.get(at) ?? 0) + EXACT_IN_TITLE * inTitle + Math.log1p(count(text, terms[0] ?? '', MOST_COUNTED)), missing: [] }]
    })
  }

  /** Only what has several telling words softens: of a short word that nobody wrote, not finding it is the answer. */
  const loosely = (words: readonly string[]): Hit[] => {
    const wanted = [...new Set(words.filter((word) => word.length > 1))]
    if (wanted.length < 2) return []
    const ranked = scores(wanted)
    const held = wanted.map(holders)
    const hits = texts.flatMap((_, at): Hit[] => {
      const missing = wanted.filter((_, n) => held[n]?.[at] !== true)
      const has = wanted.length - missing.length
      return has === 0 ? [] : [{ at, score: has * EXACT_IN_TITLE + (ranked.get(at) ?? 0), missing }]
    })
    const most = Math.max(0, ...hits.map(({ missing }) => wanted.length - missing.length))
    return hits.filter(({ missing }) => wanted.length - missing.length >= most / 2)
  }

  return {
    run: (query) => {
      const terms = termsOf(query)
      if (terms.length === 0) return everything
      const words = terms.flatMap(({ text }) => vocabulary.cut(text))
      const typed = terms.map(({ text }) => text)
      const exact = exactly(typed, words)
      if (exact.length > 0 || terms.some(({ quoted }) => quoted)) return { marked: typed, exact: true, hits: exact.sort(byScore) }
      const loose = loosely(words)
      return { marked: words.filter((word) => word.length > 1), exact: loose.length === 0, hits: loose.sort(byScore) }
    },
  }
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score || a.at - b.at

interface Term {
  readonly text: string
  readonly quoted: boolean
}

/** Pieces between blanks, and what stands in quotation marks as one; folded. The fold makes all double quotation marks one. */
function termsOf(query: string): readonly Term[] {
  const pieces = query.slice(0, LONGEST_QUERY).match(/["“”「」][^"“”「」]+["“”「」](?=\s|$)|\S+/gu) ?? []
  return pieces.flatMap((piece): Term[] => {
    const [, quoted] = /^["“”「」]([^"“”「」]+)["“”「」]$/u.exec(piece) ?? []
    const text = foldText(quoted ?? piece).trim()
    return text === '' ? [] : [{ text, quoted: quoted !== undefined }]
  })
}

/** lunr's serialised index lists, for each word, the fields and entries it stands in. */
function frequencies(index: object): ReadonlyMap<string, number> {
  const lists: unknown = Reflect.get(index, 'invertedIndex')
  const found = new Map<string, number>()
  if (!Array.isArray(lists)) return found
  for (const pair of lists) {
    if (!Array.isArray(pair)) continue
    const [word, fields]: readonly unknown[] = pair
    if (typeof word !== 'string' || typeof fields !== 'object' || fields === null) continue
    found.set(word, Object.values(fields).reduce((sum: number, refs: unknown) => sum + (typeof refs === 'object' && refs !== null ? Object.keys(refs).length : 0), 0))
  }
  return found
}
