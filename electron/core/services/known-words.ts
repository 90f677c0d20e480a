import type { KnownWords } from '../searching/index.ts'
import type { OwnLexicon } from './lexicon.ts'
import type { Practices } from './taxonomy.ts'

/** The words that queries are compared with beside those of the library: the dictionary in force, synonyms, practices. The same object until one of them changes. */
export function knownWords(lexicon: Pick<OwnLexicon, 'words' | 'thesaurus'>, practices: Pick<Practices, 'taxonomy'>): () => KnownWords {
  let made: { readonly words: unknown; readonly thesaurus: unknown; readonly taxonomy: unknown; readonly known: KnownWords } | null = null
  return () => {
    const [words, thesaurus, taxonomy] = [lexicon.words(), lexicon.thesaurus(), practices.taxonomy()]
    if (made?.words === words && made.thesaurus === thesaurus && made.taxonomy === taxonomy) return made.known
    const known = { dictionary: [...words.filter(({ on }) => on).map(({ text }) => text), ...thesaurus.words()], practices: taxonomy.practices.map(({ zh }) => zh) }
    made = { words, thesaurus, taxonomy, known }
    return known
  }
}
