import { useEffect, useRef, type RefObject } from 'react'
import type { Entry, Span } from '../../../../../electron/contract/entry.ts'
import { useView, type Spot } from '../../../app/view.ts'

/** What was asked for in `entry`, if anything. It is let go when the entry gets another text, which has other offsets. */
export function useSpot(spot: Spot | null, entry: Entry | undefined): Spot | null {
  const before = useRef(entry)
  useEffect(() => {
    const former = before.current
    before.current = entry
    if (former !== undefined && former.id === entry?.id && (former.body !== entry.body || former.title !== entry.title)) useView.getState().leaveSpot()
  }, [entry])
  return spot !== null && spot.id === entry?.id ? spot : null
}

/** Brings what is lit up into sight, each time it is another object. */
export function useInSight(span: Span | null, pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (span === null) return undefined
    const show = (): void => (pane.current?.querySelector('.lit') ?? pane.current?.querySelector('.spotlight'))?.scrollIntoView({ block: 'center' })
    show()
    // What was far away is laid out only now, which may have moved the place.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [span, pane])
}
