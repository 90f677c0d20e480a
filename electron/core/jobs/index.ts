/** The door of jobs. */
export { createImports, READERS, type ImportPorts, type Imports } from './imports.ts'
export { libraryStore, type OnStored } from './library-store.ts'
export { loadTools, prepareFile, type PrepareTools } from './prepare-file.ts'
export { takePortion } from './portion.ts'
export { createReaderPool, type ReadOutcome, type ReaderPool, type ReaderPoolOptions } from './reader-pool.ts'
export { load } from './load.ts'
export { MANY_FILES, MAX_DEPTH } from './scan.ts'
export type { ImportStore } from './ports.ts'
