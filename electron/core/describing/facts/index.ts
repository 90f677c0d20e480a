/** The door: every fact of an article, in the order of the text. */
import type { Extractor, FactContext } from './fact.ts'
import { createFigures } from './figures/index.ts'
import { createNames } from './names/index.ts'

export { sentenceAt, sentencesOf } from './sentence.ts'
export type { Extractor, FactArticle, FactContext, FoundFact } from './fact.ts'

/** Raised whenever the same text gives other facts: what was read under an earlier one is read again in the background. */
export const FACTS_VERSION = 66

/** Made once for a process; the extractor keeps no state between articles. */
export function createExtractor(context: FactContext): Extractor {
  const extractors: readonly Extractor[] = [createFigures(context), createNames(context)]
  return (article) => extractors.flatMap((extract) => extract(article)).toSorted((a, b) => a.start - b.start || a.end - b.end)
}
