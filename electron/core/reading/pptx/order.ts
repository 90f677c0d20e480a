/** The order in which a person reads what stands on a slide: from top to bottom, and from left to right what stands side by side. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Placed<T> {
  readonly item: T
  /** null where neither the slide nor its layout places it: it stays behind what was written before it. */
  readonly box: Box | null
}

const MOST_CUTS = 64

export function inReadingOrder<T>(placed: readonly Placed<T>[]): readonly T[] {
  const known: { readonly items: T[]; readonly box: Box }[] = []
  const first: T[] = []
  for (const { item, box } of placed) {
    if (box !== null) known.push({ items: [item], box })
    else (known.at(-1)?.items ?? first).push(item)
  }
  return [...first, ...cut(known, 0).flatMap(({ items }) => items)]
}

/** Where a line goes across the slide and touches nothing, what is above it is read first; then the same from left to right. */
function cut<T extends { readonly box: Box }>(parts: readonly T[], depth: number): readonly T[] {
  if (parts.length < 2 || depth > MOST_CUTS) return parts
  for (const [start, length] of [['y', 'height'], ['x', 'width']] as const) {
    const bands = bandsOf(parts, (box) => box[start], (box) => box[length])
    if (bands.length > 1) return bands.flatMap((band) => cut(band, depth + 1))
  }
  return parts.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
}

/** People place things by hand: boxes that overlap by less than a fifth of the smaller one stand beside each other. */
function bandsOf<T extends { readonly box: Box }>(parts: readonly T[], from: (box: Box) => number, length: (box: Box) => number): readonly (readonly T[])[] {
  const bands: T[][] = []
  let end = -Infinity
  for (const part of parts.toSorted((a, b) => from(a.box) - from(b.box))) {
    const last = bands.at(-1)
    if (last === undefined || from(part.box) + length(part.box) / 5 >= end) bands.push([part])
    else last.push(part)
    end = Math.max(end, from(part.box) + length(part.box))
  }
  return bands
}
