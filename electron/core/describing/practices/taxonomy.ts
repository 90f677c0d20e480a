/** The practices and sub-practices in order, and what ties tags to the rules that made them. */
import type { Practice } from '../../../contract/practices.ts'

export interface Taxonomy {
  /** Changes whenever tags might: what was tagged under other rules is tagged anew. */
  readonly rules: string
  /** In their order, each practice followed by its sub-practices. */
  readonly practices: readonly Practice[]
}

/** Raised whenever the same lists lead to other tags: after a change here, in what `topic.ts` asks (kind, signs, vocabulary), in sentences or the fold. */
const TAGGER_VERSION = 5

export function taxonomyOf(practices: readonly Practice[]): Taxonomy {
  // What decides tags, not the words people read about a practice.
  const deciding = JSON.stringify([TAGGER_VERSION, practices.map(({ id, parent, strong, weak, patterns, negative }) => [id, parent, strong, weak, patterns, negative])])
  return { rules: digest(deciding), practices }
}

/** Sixteen hexadecimal digits (FNV-1a, twice): tells one state of the rules from the next, and guards against nobody. */
function digest(text: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4]
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
