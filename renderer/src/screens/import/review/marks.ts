/** Where in the clean body the marks of cleaning stand. */
import type { Notice, Paragraph } from '../../../../../electron/contract/entry.ts'

export interface Marked {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly notice: Notice
}

/** One mark for each paragraph that a notice touches, in order; a notice that is nowhere in the body has none. */
export function marksOf(paragraphs: readonly Paragraph[], notices: readonly Notice[]): readonly Marked[] {
  const placed = notices.flatMap((notice) => (notice.at === null || notice.action === 'inferred' ? [] : [{ notice, at: notice.at }]))
  return placed.flatMap(({ notice, at }) => {
    const touched = paragraphs.filter(({ start, end }) => start <= at.end && end >= at.start && (at.start === at.end || (start < at.end && end > at.start)))
    return (at.start === at.end ? touched.slice(0, 1) : touched).map(({ n, start, end }) => ({ key: `${notice.id}-${String(n)}`, start: Math.max(start, at.start), end: Math.min(end, at.end), notice }))
  }).sort((a, b) => a.start - b.start || a.end - b.end)
}
