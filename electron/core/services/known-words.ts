import type { Label } from '../../contract/labels.ts'
import type { KnownWords } from '../searching/index.ts'
import type { OwnLexicon } from './lexicon.ts'
import { remembered } from './remembered.ts'
import type { Practices } from './taxonomy.ts'

/** The words that queries are compared with beside those of the library: the dictionary in force, synonyms, practices, own labels. The same object, and the same lists in it, until one of them changes. */
export function knownWords(lexicon: Pick<OwnLexicon, 'words' | 'thesaurus'>, practices: Pick<Practices, 'taxonomy'>, labels: () => readonly Label[]): () => KnownWords {
  const dictionary = remembered(() => [lexicon.words(), lexicon.thesaurus()] as const, ([words, thesaurus]) => [...words.filter(({ on }) => on).map(({ text }) => text), ...thesaurus.words()])
  const practiceNames = remembered(() => [practices.taxonomy()] as const, ([taxonomy]) => taxonomy.practices.map(({ zh }) => zh))
  const labelNames = remembered(() => [labels()] as const, ([all]) => all.map(({ name }) => name))
  return remembered(() => [dictionary(), practiceNames(), labelNames()] as const, ([words, names, own]) => ({ dictionary: words, practices: names, labels: own }))
}
