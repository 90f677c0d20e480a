import { startTransition, useEffect, useState } from 'react'

const FIRST = 120
const STEP = 400

/** How much of a long text is in the page: what fits a few screens at once, the rest without anyone waiting for it. Begins anew with another `key`. */
export function useGrowing(key: string, length: number): number {
  const [state, setState] = useState({ key, shown: FIRST })
  const shown = state.key === key ? state.shown : FIRST
  useEffect(() => {
    if (shown >= length) return undefined
    const timer = setTimeout(() => startTransition(() => setState({ key, shown: shown + STEP })), 30)
    return () => clearTimeout(timer)
  }, [key, shown, length])
  return Math.min(shown, length)
}
