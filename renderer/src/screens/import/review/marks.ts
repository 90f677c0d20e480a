/** Where in the clean body the marks of cleaning stand. */
import type { Notice, Paragraph } from '../../../../../electron/contract/entry.ts'

export interface Marked {
  readonly key: string
  readonly start: number
  readonly end: number
  /** Several where things were taken from one place. */
  readonly notices: readonly Notice[]
}

/** One mark for each paragraph that a notice touches, in order, and one for all that was taken from one place; a notice that is nowhere in the body has none. */
export function marksOf(paragraphs: readonly Paragraph[], notices: readonly Notice[]): readonly Marked[] {
  const placed = notices.flatMap((notice) => (notice.at === null || notice.action === 'inferred' ? [] : [{ notice, at: notice.at }]))
  const marks = placed.flatMap(({ notice, at }) => {
    const touched = paragraphs.filter(({ start, end }) => start <= at.end && end >= at.start && (at.start === at.end || (start < at.end && end > at.start)))
    return (at.start === at.end ? touched.slice(0, 1) : touched).map(({ n, start, end }): Marked => ({ key: `${notice.id}-${String(n)}`, start: Math.max(start, at.start), end: Math.min(end, at.end), notices: [notice] }))
  }).sort((a, b) => a.start - b.start || a.end - b.end)
  return marks.reduce<readonly Marked[]>((done, mark) => {
    const last = done.at(-1)
    const together = last !== undefined && mark.start === mark.end && last.start === last.end && last.start === mark.start
    return together ? [...done.slice(0, -1), { ...last, notices: [...last.notices, ...mark.notices] }] : [...done, mark]
  }, [])
}
