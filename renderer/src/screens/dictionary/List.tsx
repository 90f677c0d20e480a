/** One list of any length: the focus is the list's, the chosen row moves with the arrows, and only rows on screen are in the page. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import { guarded } from '../../app/keyboard.ts'
import { useHere } from './hooks.ts'

export function List({ count, label, name, estimate, chosen, onChoose, onEnter, onShow, renderRow }: {
  readonly count: number
  readonly label: string
  /** Tells this list from others in the page. */
  readonly name: string
  /** Height of a row in rem. */
  readonly estimate: number
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onEnter?: (() => void) | undefined
  readonly onShow?: ((from: number, to: number) => void) | undefined
  readonly renderRow: (index: number) => ReactNode
}) {
  const page = useRef<HTMLDivElement>(null)
  const here = useHere()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  // The page is not compiled: nothing here is memoised behind its back.
  // eslint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({ count, getScrollElement: () => page.current, estimateSize: () => estimate * rem, overscan: 8, useFlushSync: false, useCachedMeasurements: !here })
  const items = rows.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => { onShow?.(from, to) }, [from, to, onShow])
  useEffect(() => { if (count > 0) rows.scrollToIndex(Math.min(chosen, count - 1), { align: 'auto' }) }, [chosen, count, rows])
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + 10, PageUp: chosen - 10, Home: 0, End: count - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      onChoose(Math.max(0, Math.min(count - 1, next)))
    } else if (event.key === 'Enter' && onEnter !== undefined) {
      event.preventDefault()
      onEnter()
    }
  })
  const active = items.some(({ index }) => index === chosen) ? `${name}-${String(chosen)}` : undefined
  return (
    <div className="word-list" ref={page} role="listbox" aria-label={label} tabIndex={0} data-word-list onKeyDown={press} {...(active === undefined ? {} : { 'aria-activedescendant': active })}>
      <div role="presentation" className="word-rows" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            id={`${name}-${String(item.index)}`}
            ref={rows.measureElement}
            data-index={item.index}
            role="option"
            aria-selected={item.index === chosen}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className="word-row"
            style={{ transform: `translateY(${String(item.start)}px)` }}
            onClick={() => onChoose(item.index)}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}
