/** Headline → its article, of which only the body is indexed: how high it stands, beside any of the words ranked by bm25 over the same index. */
import Database from 'better-sqlite3'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { foldText } from '../../../electron/core/language/fold.ts'
import { PARTICLE_WORDS } from '../../../electron/core/language/index.ts'
import type { SearchIndex } from '../../../electron/core/searching/index.ts'
import { phraseOf } from '../../../electron/core/searching/phrase.ts'
import { isKnownItem, segmenter, type Row, type Texts } from './shelf.ts'

export interface Ranked {
  readonly mrr: number
  readonly first: number
  readonly ten: number
  readonly times: readonly number[]
}

/** Of the documents, one in fifty is out of use, and a search leaves those out unless it is told otherwise. */
export const IN_ANY_STATE: Filters = { ...NO_FILTERS, status: ['active', 'recheck', 'retired'] }

/** Headlines that stand in their own body would be found as a phrase: there is nothing to measure. */
export function knownItems(texts: Texts, most: number, upTo: number): Row[] {
  const items: Row[] = []
  for (let at = 0; at < upTo && items.length < most; at += 500) items.push(...texts.page(at, 500).filter((row) => row.seq <= upTo && isKnownItem(row) && !foldText(row.body).includes(foldText(row.title)) && row.title.length >= 8))
  return items.slice(0, most)
}

export function ours(index: SearchIndex, items: readonly Row[]): Ranked {
  return measured(items, (title) => index.search({ query: title, filters: IN_ANY_STATE, facets: false, limit: 20 }).hits.map(({ seq }) => seq).slice(0, 10))
}

/** OR over words: what a full-text engine does with a sentence. */
export function anyWord(file: string, items: readonly Row[]): Ranked {
  const db = new Database(file, { readonly: true })
  const best = db.prepare<[string], number>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 10').pluck()
  const ranked = measured(items, (title) => {
    const words = new Set(segmenter().cut(title).map(foldText).filter((word) => /[\p{L}\p{N}]/u.test(word) && !PARTICLE_WORDS.has(word)))
    const phrases = [...words].flatMap((word) => phraseOf(word).match ?? [])
    return phrases.length === 0 ? [] : best.all(phrases.join(' OR '))
  })
  db.close()
  return ranked
}

function measured(items: readonly Row[], ask: (title: string) => readonly number[]): Ranked {
  const times: number[] = []
  const places = items.map(({ seq, title }) => {
    const from = performance.now()
    const place = ask(title).indexOf(seq)
    times.push(performance.now() - from)
    return place
  })
  const share = (test: (place: number) => boolean): number => places.filter(test).length / Math.max(1, places.length)
  return { mrr: places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / Math.max(1, places.length), first: share((place) => place === 0), ten: share((place) => place >= 0), times }
}
