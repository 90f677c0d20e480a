/** How many panes fit side by side. Measured in rem, so that 150 % on a small screen is treated as the small screen it is. */
import { useCallback, useState } from 'react'

/** `three`: facets · list · reader. `two`: facets in a drawer. `one`: list or reader. */
export type Layout = 'three' | 'two' | 'one'
const THREE_REM = 62
const TWO_REM = 42

export const layoutFor = (rem: number): Layout => (rem >= THREE_REM ? 'three' : rem >= TWO_REM ? 'two' : 'one')

/** A layout, and the ref of the element whose width decides. */
export function useLayout(): readonly [Layout, (element: HTMLElement | null) => (() => void) | undefined] {
  const [layout, setLayout] = useState<Layout>('three')
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const width = entry?.contentRect.width ?? 0
      // A hidden screen has no width and keeps the layout it had.
      if (width > 0) setLayout(layoutFor(width / rem))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [layout, measure]
}
