/** The door of the library room. */
export { openLibrary, type Library, type LibraryOptions } from './library.ts'
export { entryOf, type StoredEntry } from './repositories/entry-rows.ts'
export { GROUP, recordFailures, storeFiles, type FailedFile, type FileToStore, type StoredArticle, type StoredFile } from './storing.ts'
export { emptyTrash, remove, removeBatch, restore, type Moved } from './trash.ts'
export { disk, type FileLayer } from './files.ts'
export { sha256 } from './originals.ts'
export { create, edit, present, switchNotice, type KeywordsOf, type Revised } from './revising.ts'
export { undo, type Undone } from './undoing.ts'
