import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

/** Rows of a long list inside a page that scrolls as a whole; only those on screen are in the page. */
export function VirtualRows({ count, label, page, estimate, here, onShow, renderRow }: {
  readonly count: number
  readonly label: string
  /** What scrolls. */
  readonly page: RefObject<HTMLElement | null>
  /** Height of a row in rem, before it is measured. */
  readonly estimate: number
  /** false behind another screen, where nothing can be measured. */
  readonly here: boolean
  readonly onShow: (from: number, to: number) => void
  readonly renderRow: (index: number) => ReactNode
}) {
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  // What stands above can grow and shrink: the details of the rules open, places wrap.
  useLayoutEffect(() => {
    // Behind another screen nothing has a place.
    const measure = (): void => {
      if (list.current !== null && page.current?.checkVisibility() === true) setMargin(list.current.getBoundingClientRect().top - page.current.getBoundingClientRect().top + page.current.scrollTop)
    }
    const observer = new ResizeObserver(measure)
    if (page.current !== null) for (const part of page.current.children) observer.observe(part)
    measure()
    return () => observer.disconnect()
  }, [page])
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  // The page is not compiled: nothing here is memoised behind its back.
  // eslint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({ count, getScrollElement: () => page.current, estimateSize: () => estimate * rem, overscan: 6, useFlushSync: false, useCachedMeasurements: !here, scrollMargin: margin })
  const items = rows.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => { onShow(from, to) }, [from, to, onShow])
  return (
    <ul className="virtual-rows" ref={list} aria-label={label} style={{ height: rows.getTotalSize() }}>
      {items.map((item) => (
        <li key={item.key} ref={rows.measureElement} data-index={item.index} aria-setsize={count} aria-posinset={item.index + 1} style={{ transform: `translateY(${String(item.start - margin)}px)` }}>{renderRow(item.index)}</li>
      ))}
    </ul>
  )
}
