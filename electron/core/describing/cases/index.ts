/** The door of the bundled summaries: read, checked, and recognised when their original comes in. */
export type { BundledCase } from './bundled-case.ts'
export { loadCases } from './load.ts'
export { isOriginalOf } from './original.ts'
