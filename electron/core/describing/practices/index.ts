/** The door of the practices: the taxonomy, and the tagger that is made of it. */
export { loadTaxonomy } from './load.ts'
export type { Taxonomy } from './taxonomy.ts'
export { createTagger, type FoundEvidence, type FoundTag, type Tagger } from './tagger.ts'
export type { Article } from './units.ts'
