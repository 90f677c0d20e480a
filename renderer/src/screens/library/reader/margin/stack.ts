/** Where notes stand beside a text so that none lies over another. Pure. */

/** `tops` are where each would like to stand, in order; each keeps its place or stands right under the one before it. */
export function stacked(tops: readonly number[], height: number, gap: number): readonly number[] {
  const placed: number[] = []
  for (const top of tops) placed.push(Math.max(top, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + height + gap))
  return placed
}

export interface Pile<T> {
  readonly top: number
  readonly items: readonly T[]
}

/** Where there is room for a number only: what would overlap becomes one pile. */
export function piled<T>(items: readonly T[], tops: readonly number[], height: number, gap: number): readonly Pile<T>[] {
  const piles: { readonly top: number; readonly items: T[] }[] = []
  items.forEach((item, index) => {
    const top = tops[index] ?? 0
    const last = piles.at(-1)
    if (last !== undefined && top < last.top + height + gap) last.items.push(item)
    else piles.push({ top, items: [item] })
  })
  return piles
}
