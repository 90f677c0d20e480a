import { createSegmenter, loadDictionary, type Segmenter } from '../language/index.ts'

/** By content folder, as the taxonomy is kept: the dictionary comes with the program, however many libraries are opened. */
const kept = new Map<string, Segmenter>()

/** One segmenter for queries, edits and the tokens shown: made when first asked for, since its dictionary takes half a second. */
export const lazySegmenter = (content: string) => (): Segmenter => {
  const known = kept.get(content) ?? createSegmenter({ dictionary: loadDictionary(content) })
  kept.set(content, known)
  return known
}
