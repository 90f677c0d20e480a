/** The door: every fact of an article, in the order of the text. */
import type { Extractor, FoundFact } from './fact.ts'
import { figures } from './figures/index.ts'
import { names } from './names/index.ts'

export type { Extractor, FactArticle, FoundFact } from './fact.ts'

/** Raised whenever the same text gives other facts: what was read under an earlier one is read again in the background. */
export const FACTS_VERSION = 1

const EXTRACTORS: readonly Extractor[] = [figures, names]

export const extractFacts: Extractor = (article): readonly FoundFact[] =>
  EXTRACTORS.flatMap((extract) => extract(article)).toSorted((a, b) => a.start - b.start || a.end - b.end)
