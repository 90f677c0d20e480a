/** `work` at once, and then at most once per `ms`; the last call is never lost. While an import runs, the library changes many times a second. */
export function calmly(work: () => void, ms: number): () => void {
  let resting = false
  let again = false
  const go = (): void => {
    resting = true
    work()
    setTimeout(() => {
      resting = false
      if (!again) return
      again = false
      go()
    }, ms)
  }
  return () => {
    if (resting) again = true
    else go()
  }
}
