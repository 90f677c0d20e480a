/** Hits of one story (同源) stand as one: the best of them, and after it the others. */

/** One line of a grouped list: the entry that stands for its story, and the others of it that were found. */
export interface Group {
  readonly seq: number
  readonly alike: readonly number[]
}

/** Pairs tell the same story, and so does what they are joined by: the number of an entry → the number that stands for its story. */
export function storiesOf(pairs: Iterable<readonly [number, number]>): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  const rootOf = (seq: number): number => {
    let root = seq
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    for (let at = seq; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const [one, other] of pairs) {
    const [a, b] = [rootOf(one), rootOf(other)]
    parents.set(Math.max(a, b), Math.min(a, b)).set(Math.min(a, b), Math.min(a, b))
  }
  return new Map([...parents.keys()].map((seq) => [seq, rootOf(seq)]))
}

/** In the order of the first of each story. */
export function grouped(seqs: readonly number[], stories: ReadonlyMap<number, number>): Group[] {
  const groups: { readonly seq: number; readonly alike: number[] }[] = []
  const known = new Map<number, number[]>()
  for (const seq of seqs) {
    const story = stories.get(seq)
    const others = story === undefined ? undefined : known.get(story)
    if (others) {
      others.push(seq)
      continue
    }
    const alike: number[] = []
    groups.push({ seq, alike })
    if (story !== undefined) known.set(story, alike)
  }
  return groups
}
