/** Places of a page by six numbers, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number]

export function matrix(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values.map((value) => (typeof value === 'number' ? value : 0))
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** First `n`, then `m`. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5]]
}

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f]
