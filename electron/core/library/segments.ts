/** Segments tie the body to the decoded original: ordered and disjoint in the body, neighbours that go on in both texts joined. */
import type { StoredSegment } from './state.ts'

const sameLength = ({ body, raw }: StoredSegment): boolean => body.end - body.start === raw.end - raw.start

/** Sorts, drops what overlaps an earlier one, and joins what continues in both texts. */
export function mergeSegments(segments: readonly StoredSegment[]): StoredSegment[] {
  const merged: StoredSegment[] = []
  for (const segment of segments.toSorted((a, b) => a.body.start - b.body.start)) {
    const last = merged.at(-1)
    if (!last || segment.body.start > last.body.end || (segment.body.start === last.body.end && !joins(last, segment))) merged.push(segment)
    else if (joins(last, segment)) merged[merged.length - 1] = { body: { start: last.body.start, end: segment.body.end }, raw: { start: last.raw.start, end: segment.raw.end } }
  }
  return merged
}

const joins = (last: StoredSegment, next: StoredSegment): boolean => last.body.end === next.body.start && last.raw.end === next.raw.start && sameLength(last) && sameLength(next)
