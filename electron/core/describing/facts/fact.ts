/** What an extractor gives and gets. */
import type { FactValue } from '../../../contract/fact.ts'
import type { Author, Paragraph, Span } from '../../../contract/entry.ts'
import type { Gazetteer } from '../gazetteer.ts'

/** What extractors look things up in; the same for every article. */
export interface FactContext {
  /** `loadGazetteer(contentFolder)`, with its towns and streets. */
  readonly gazetteer: Gazetteer
}

/** One article as extractors read it. `date` is ISO 8601 cut to its precision: what periods are reckoned from. */
export interface FactArticle {
  /** null when the article has no title of its own. */
  readonly title: string | null
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  readonly date: string | null
  readonly place: { readonly province: string | null; readonly city: string | null; readonly district: string | null }
  readonly authors: readonly Author[]
}

/**
 * One statement. `start` and `end` are the words that state it, in the body; `sentence` is the sentence round them.
 * What only the title or the byline states (a formula, an author) has empty spans at 0.
 */
export type FoundFact = FactValue & Span & { readonly sentence: Span; readonly basis: 'stated' | 'inferred' }

/** Deterministic and pure; never throws, whatever the text. */
export type Extractor = (article: FactArticle) => readonly FoundFact[]
