/** Where in the original stands what is in the body, so that the one scrolls with the other. */
import type { OriginalView } from '../../../../../electron/contract/library.ts'

type Segments = OriginalView['segments']

/** The place in the original of place `at` of the body: in the same measure where a repair made a stretch longer or shorter. Null when nothing of the body comes from the original. */
export function rawAt(segments: Segments, at: number): number | null {
  let found = segments[0]
  for (const segment of segments) {
    if (segment.body.start > at) break
    found = segment
  }
  if (found === undefined) return null
  const { body, raw } = found
  const length = body.end - body.start
  const into = Math.max(0, Math.min(length, at - body.start))
  const reach = raw.end - raw.start
  return raw.start + (length === reach || length === 0 ? Math.min(into, reach) : Math.floor((into * reach) / length))
}
