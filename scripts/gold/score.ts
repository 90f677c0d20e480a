/** How much of what is wanted was found, and how much of what was found is wanted. Pure. */

export interface Score {
  readonly kind: string
  /** What was found and wanted, counted among the required. */
  readonly right: number
  readonly wanted: number
  /** What was found and counts: neither optional nor a further mention of the same. */
  readonly found: number
  readonly misses: readonly string[]
  readonly wrong: readonly string[]
}

export const precision = ({ found, wrong }: Score): number => (found === 0 ? 1 : (found - wrong.length) / found)
export const recall = ({ wanted, right }: Score): number => (wanted === 0 ? 1 : right / wanted)

export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Scores of the same kind over several articles as one. */
export function together(scores: readonly Score[]): readonly Score[] {
  return [...Map.groupBy(scores, ({ kind }) => kind)].map(([kind, all]) => ({
    kind,
    right: all.reduce((sum, { right }) => sum + right, 0),
    wanted: all.reduce((sum, { wanted }) => sum + wanted, 0),
    found: all.reduce((sum, { found }) => sum + found, 0),
    misses: all.flatMap(({ misses }) => misses),
    wrong: all.flatMap(({ wrong }) => wrong),
  }))
}

/** One wanted thing and whether it was got. */
export type Asked = readonly [right: boolean, what: string]

/** For questions that have one answer each: nothing can be found besides. */
export const answered = (kind: string, asked: readonly Asked[]): Score => {
  const misses = asked.flatMap(([right, what]) => (right ? [] : [what]))
  return { kind, right: asked.length - misses.length, wanted: asked.length, found: asked.length - misses.length, misses, wrong: [] }
}
