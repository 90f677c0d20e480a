/** Text with marks; offsets are UTF-16 units, as everywhere. */
import type { ReactNode } from 'react'
import type { Span } from '../../../electron/contract/entry.ts'
import type { Mark } from '../../../electron/contract/searching.ts'

/** `offset` is where `text` begins in what the marks count from; `first` the number of the first of `marks`. */
export function marked(text: string, marks: readonly Mark[], offset = 0, first = 0, current: number | null = null): ReactNode {
  const out: ReactNode[] = []
  let at = 0
  marks.forEach(([start, end], index) => {
    const from = Math.max(at, start - offset)
    const to = Math.min(text.length, end - offset)
    if (to <= from) return
    if (from > at) out.push(text.slice(at, from))
    const n = first + index
    out.push(<mark key={`${String(start)}`} data-mark={n} {...(n === current ? { className: 'current' } : {})}>{text.slice(from, to)}</mark>)
    at = to
  })
  out.push(text.slice(at))
  return out
}

/** As above, with one stretch of it lit up: the sentence that somebody was led to. Marks inside it stay. */
export function lit(text: string, spot: Span | null, marks: readonly Mark[], offset = 0, first = 0, current: number | null = null): ReactNode {
  const inside = (at: number): number => Math.max(0, Math.min(text.length, at - offset))
  const [from, to] = spot === null ? [0, 0] : [inside(spot.start), inside(spot.end)]
  const part = (start: number, end: number): ReactNode => marked(text.slice(start, end), marks, offset + start, first, current)
  if (to <= from) return part(0, text.length)
  return <>{part(0, from)}<mark className="lit">{part(from, to)}</mark>{part(to, text.length)}</>
}
