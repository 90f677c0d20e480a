/** The door of this room. `fold.ts` may also be imported by itself: it needs nothing of Node. */
export { FOLD_VERSION, type Folded, fold, foldText, originalSpan } from './fold.ts'
export { type DictionaryWord, loadDictionary, parseDictionary } from './dictionary.ts'
export { type Segmenter, type Token, createSegmenter } from './segment.ts'
export { NO_SYNONYMS, type Relation, type SynonymGroup, type Thesaurus, createThesaurus, faultIn, loadSynonyms, parseSynonyms } from './synonyms.ts'
export { sentences } from './sentences.ts'
export { PARTICLE_WORDS, STOP_WORDS } from './stopwords.ts'
