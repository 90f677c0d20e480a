/** How many of the children of a wrapping row stand on its first line. */
import { useCallback, useState } from 'react'

function onFirstLine(row: HTMLElement): number {
  const children = [...row.children].filter((child) => child instanceof HTMLElement)
  const next = children.findIndex((child) => child.offsetTop > (children[0]?.offsetTop ?? 0))
  return next < 0 ? children.length : next
}

/** The number, and the ref of the row; all `count` until it was measured. */
export function useFitting(count: number): readonly [number, (row: HTMLElement | null) => (() => void) | undefined] {
  const [fitting, setFitting] = useState(count)
  const measure = useCallback((row: HTMLElement | null) => {
    if (row === null) return undefined
    const observer = new ResizeObserver(() => {
      // A row that is not shown has no lines.
      if (row.offsetParent !== null) setFitting(onFirstLine(row))
    })
    observer.observe(row)
    // A name that changes, or its language, moves the others.
    for (const child of row.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])
  return [fitting, measure]
}
