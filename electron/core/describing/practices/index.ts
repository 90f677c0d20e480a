/** The door of the practices: the taxonomy, and the tagger that is made of it. */
export { cameId, overlaid, ownId, practiceChangesOf, type Overlaid } from './overlay.ts'
export { loadTaxonomy } from './load.ts'
export { taxonomyOf, type Taxonomy } from './taxonomy.ts'
export { createTagger, type FoundEvidence, type FoundTag, type Tagger } from './tagger.ts'
export type { Article } from './units.ts'
