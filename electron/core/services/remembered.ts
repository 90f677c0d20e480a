/** What `make` makes of its sources, until one of them is another. */
export function remembered<From extends readonly unknown[], T>(sources: () => From, make: (from: From) => T): () => T {
  let made: { readonly from: From; readonly value: T } | null = null
  return () => {
    const from = sources()
    if (made === null || from.some((source, n) => source !== made?.from[n])) made = { from, value: make(from) }
    return made.value
  }
}
