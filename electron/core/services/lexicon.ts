/** The words of this program (词典): how texts are cut and what words are called as well. What uses them asks anew each time, so that both can be exchanged while it runs. */
import { createSegmenter, createThesaurus, loadDictionary, loadSynonyms, type DictionaryWord, type Segmenter, type SynonymGroup, type Thesaurus } from '../language/index.ts'

export interface Lexicon {
  /** Made when first asked for, since its dictionary takes half a second. */
  readonly segmenter: () => Segmenter
  readonly thesaurus: () => Thesaurus
}

interface Shipped {
  readonly words: () => readonly DictionaryWord[]
  readonly groups: () => readonly SynonymGroup[]
  readonly lexicon: Lexicon
}

/** By content folder, as the taxonomy is kept: what comes with the program is read once, however many libraries are opened. */
const kept = new Map<string, Shipped>()

/** What comes with the program, before anyone adds words of their own. */
export function shipped(content: string): Shipped {
  const known = kept.get(content)
  if (known) return known
  const words = once(() => loadDictionary(content))
  const groups = once(() => loadSynonyms(content))
  const fresh: Shipped = { words, groups, lexicon: { segmenter: once(() => createSegmenter({ dictionary: words() })), thesaurus: once(() => createThesaurus(groups())) } }
  kept.set(content, fresh)
  return fresh
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
