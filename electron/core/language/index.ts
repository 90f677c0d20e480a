/** The door of this room. `fold.ts` may also be imported by itself: it needs nothing of Node. */
export { FOLD_VERSION, type Folded, fold, foldText, originalSpan } from './fold.ts'
export { type DictionaryWord, checkWord, loadDictionary, parseDictionary } from './dictionary.ts'
export { CUT_FOR_KEYWORDS } from './keywords.ts'
export { type Laid, lay, NO_OVERLAY, type WordOverlay } from './overlay.ts'
export { type Segmenter, type SegmenterOptions, type Token, createSegmenter } from './segment.ts'
export { NO_SYNONYMS, type Relation, type SynonymGroup, type Thesaurus, createThesaurus, faultIn, loadSynonyms, parseSynonyms } from './synonyms.ts'
export { sentences } from './sentences.ts'
export { ASKED_WORDS, PARTICLE_WORDS, QUESTION_WORDS, STOP_WORDS } from './stopwords.ts'
