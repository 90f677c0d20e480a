import type { Root } from 'mdast'
import type { Span } from '../../contract/entry.ts'

export type Format = 'txt' | 'md'

/** How the bytes were decoded, and why so. `label` is a WHATWG encoding label. */
export interface Decoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  readonly by: 'bom' | 'strict' | 'score' | 'given'
  /** true when too few characters spoke for the choice to be certain. */
  readonly unsure: boolean
}

/** Something wrong with the bytes that reading could not mend and will not hide. `text` and `reason` are Chinese sentences. */
export interface ReadWarning {
  readonly rule: 'reading.replaced' | 'reading.foreign' | 'reading.private-use' | 'reading.garbled' | 'reading.unsure'
  readonly text: string
  readonly reason: string
  readonly raw: Span
}

/**
 * A file after reading, before cleaning: its decoded text exactly as it stands, and its tree.
 * Every node's `position` offsets are UTF-16 code units into `text`; no character of `text` was changed
 * except that a byte-order mark is not part of it, and that bytes without a meaning stand as U+FFFD.
 */
export interface ReadDocument {
  readonly name: string
  readonly format: Format
  readonly decoding: Decoding
  readonly text: string
  readonly tree: Root
  /** YAML front matter of a Markdown file, already parsed; null elsewhere. */
  readonly frontMatter: Readonly<Record<string, unknown>> | null
  /** In the order of the text; empty for a file without damage. */
  readonly warnings: readonly ReadWarning[]
}
