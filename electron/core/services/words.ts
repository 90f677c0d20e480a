import { createSegmenter, loadDictionary, type Segmenter } from '../language/index.ts'

/** One segmenter for queries, edits and the tokens shown: made when first asked for, since its dictionary takes half a second. */
export function lazySegmenter(content: string): () => Segmenter {
  let made: Segmenter | null = null
  return () => (made ??= createSegmenter({ dictionary: loadDictionary(content) }))
}
