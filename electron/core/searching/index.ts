/** The door of this room. */
export type { EntryText, Filing, IndexEntry, TextReader } from './entry.ts'
export { type Aside, type AsideFields, NO_ASIDE, asideOf } from './aside.ts'
export { indexText, TOKEN_VERSION } from './tokens.ts'
export { type IndexDifference, type IndexOptions, type IndexedLibrary, SearchIndex, openIndex } from './search-index.ts'
export type { Tagged } from './store.ts'
export type { Found, FoundEntry, SearchRequest } from './search.ts'
export { placesIn } from './places.ts'
export { parseQuery } from './query.ts'
