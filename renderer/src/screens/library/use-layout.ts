/** How many panes fit side by side. Measured in rem, so that 150 % on a small screen is treated as the small screen it is. */
import { useCallback, useState } from 'react'

/** `three`: facets · list · reader. `two`: facets in a drawer. `one`: list or reader. */
export type Layout = 'three' | 'two' | 'one'
const THREE_REM = 62
const TWO_REM = 42
/** With the case card beside the text the reader needs the room of another pane: the facets give way first, then the list. */
const THREE_WITH_CARD_REM = 100
const TWO_WITH_CARD_REM = 68

export function layoutFor(rem: number, card: boolean): Layout {
  if (rem >= (card ? THREE_WITH_CARD_REM : THREE_REM)) return 'three'
  return rem >= (card ? TWO_WITH_CARD_REM : TWO_REM) ? 'two' : 'one'
}

interface Layouts {
  readonly plain: Layout
  readonly carded: Layout
}

/** The layout without and with something beside the text, and the ref of the element whose width decides. */
export function useLayouts(): readonly [Layouts, (element: HTMLElement | null) => (() => void) | undefined] {
  const [layouts, setLayouts] = useState<Layouts>({ plain: 'three', carded: 'two' })
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const width = entry?.contentRect.width ?? 0
      // A hidden screen has no width and keeps the layout it had.
      if (width === 0) return
      const plain = layoutFor(width / rem, false)
      const carded = layoutFor(width / rem, true)
      setLayouts((before) => (before.plain === plain && before.carded === carded ? before : { plain, carded }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [layouts, measure]
}
