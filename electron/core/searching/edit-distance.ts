/** How many characters lie between two words: one more, one less, another one, or two neighbours that changed places; more than `most` is told as `most + 1`. */
export function editDistance(first: string, second: string, most: number): number {
  const [a, b] = [[...first], [...second]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (const [i, character] of a.entries()) {
    const row = [i + 1]
    let least = i + 1
    for (const [k, other] of b.entries()) {
      const replaced = (last[k] ?? 0) + (character === other ? 0 : 1)
      let distance = Math.min((last[k + 1] ?? 0) + 1, (row[k] ?? 0) + 1, replaced)
      if (i > 0 && k > 0 && character === b[k - 1] && a[i - 1] === other) distance = Math.min(distance, (beforeLast[k - 1] ?? 0) + 1)
      row.push(distance)
      least = Math.min(least, distance)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
