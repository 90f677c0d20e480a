import { useEffect, useRef, type RefObject } from 'react'
import type { Entry, Span } from '../../../../../electron/contract/entry.ts'
import { useView, type Spot } from '../../../app/view.ts'

/** The span of `entry` to light up, if it is the one that was asked for, and brings it into sight each time it is asked for. */
export function useSpotlight(spot: Spot | null, entry: Entry | undefined, pane: RefObject<HTMLElement | null>): Span | null {
  const span = spot !== null && spot.id === entry?.id ? spot.span : null
  const text = useRef(entry)
  useEffect(() => {
    const before = text.current
    text.current = entry
    // Another body has other offsets.
    if (before !== undefined && before.id === entry?.id && before.body !== entry.body) useView.getState().leaveSpot()
  }, [entry])
  useEffect(() => {
    if (span === null) return undefined
    const show = (): void => (pane.current?.querySelector('.lit') ?? pane.current?.querySelector('.spotlight'))?.scrollIntoView({ block: 'center' })
    show()
    // What was far away is laid out only now, which may have moved the place.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [span, pane])
  return span
}
