/** Filled in by the build from the contract's tables: the sandboxed preload is one file and carries no zod. */
declare const __METHOD_NAMES__: readonly string[]
declare const __EVENT_NAMES__: readonly string[]
