/** What a library's people changed of the shipped dictionary, laid over it: own words, and words that may not stand as one. */
import type { DictionaryWord } from './dictionary.ts'

export interface WordOverlay {
  readonly words: readonly DictionaryWord[]
  /** Never one token, whether our dictionary or the segmenter's own knows them. */
  readonly off: readonly string[]
}

export const NO_OVERLAY: WordOverlay = { words: [], off: [] }

export interface Laid {
  readonly dictionary: readonly DictionaryWord[]
  readonly forbidden: readonly string[]
}

/** An own word stands in the place of a shipped one of the same text; an off word stands nowhere. */
export function lay(base: readonly DictionaryWord[], { words, off }: WordOverlay): Laid {
  const gone = new Set(off)
  const own = new Set(words.map(({ word }) => word))
  return { dictionary: [...base.filter(({ word }) => !own.has(word)), ...words].filter(({ word }) => !gone.has(word)), forbidden: [...gone] }
}
