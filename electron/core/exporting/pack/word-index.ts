/**
 * The words of a pack's entries, as lunr's index (decision 0900): it orders what is found and helps where nothing fits exactly;
 * what is found is decided by the page's scan of the folded texts.
 */
import lunr from 'lunr'
import { foldText } from '../../language/fold.ts'
import type { PackedEntry } from '../../../contract/pack-page.ts'

/** Letters, digits and what joins them in a figure: 97.6%, e治理, 1+2. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.+%-]*/gu

const wordsIn = (text: string): string[] => foldText(text).match(WORD) ?? []

export interface WordIndex {
  /** Takes entries in the order in which they stand in the pack. */
  readonly add: (entry: PackedEntry, keywords: readonly string[]) => void
  /** lunr's index in its own serialised form. */
  readonly finish: () => object
}

/** `cut` is the app's segmenter; `labels` names the practices. */
export function wordIndex(cut: (text: string) => readonly string[], labels: ReadonlyMap<string, readonly string[]>): WordIndex {
  const builder = new lunr.Builder()
  builder.ref('ref')
  builder.field('title', { boost: 8 })
  builder.field('keywords', { boost: 3 })
  builder.field('about', { boost: 4 })
  // No trimmer (it deletes every Chinese character), no stemmer, no stop words: the words are jieba's.
  let count = 0
  const words = (text: string): string[] => cut(text).flatMap(wordsIn)
  /** Whole and cut: 矛盾纠纷多元化解 is found by itself and by its parts. */
  const both = (text: string): string[] => [...new Set([...wordsIn(text), ...words(text)])]
  return {
    add: (entry, keywords) => {
      const practices = entry.tags.flatMap(({ practice }) => labels.get(practice) ?? [])
      builder.add({
        ref: String(count++),
        title: words(entry.title),
        keywords: keywords.flatMap(both),
        about: [...entry.place, entry.media, ...new Set(practices)].flatMap((text) => (text === null ? [] : both(text))),
      })
    },
    finish: () => builder.build().toJSON(),
  }
}
