/** Small sums that several steps of the layout need. */

/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The value that carries most weight, after rounding to `step`. */
export function mode(values: readonly { readonly value: number; readonly weight: number }[], step: number): number {
  const weights = new Map<number, number>()
  for (const { value, weight } of values) {
    const rounded = Math.round(value / step) * step
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight)
  }
  return [...weights].reduce<readonly [number, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}
