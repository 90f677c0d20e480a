/** What tells a short text again that has no fingerprint: which of 4096 boxes its pairs of characters fall into. Each box holds thousands of pairs, so that nobody can read the text out of it. Pure. */
import { createHash } from 'node:crypto'

const BOXES = 4096
/** Longer texts have a fingerprint. */
const LONGEST = 400

export function sketchOf(body: string): readonly number[] {
  const characters = [...body].filter((character) => /[\p{L}\p{N}]/u.test(character))
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
  return [...new Set(pairs.map((pair) => createHash('sha256').update(pair).digest().readUInt16BE(0) % BOXES))].toSorted((a, b) => a - b)
}

/** Of a text that is told by its fingerprint, nothing. */
export const sketchOfShort = (body: string, keys: number): readonly number[] => (keys > 0 || body.length > LONGEST ? [] : sketchOf(body))

/** How much of the shorter is in the longer, from 0 to 1. */
export function sketchesShare(a: readonly number[], b: readonly number[]): number {
  const [short, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)]
  return short.length === 0 ? 0 : short.filter((box) => long.has(box)).length / short.length
}
