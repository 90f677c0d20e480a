/** Four characters at a time, as numbers: what of a text survives another title, other line breaks, other punctuation, 繁体. */
import { foldText } from '../../language/index.ts'

const LENGTH = 4
const SKIPPED = /[^\p{Script=Han}\p{L}\p{N}]/gu

/** The distinct shingles of the folded text without blanks and punctuation, as unsigned 32-bit hashes in no order. */
export function shinglesOf(text: string): Uint32Array {
  const plain = foldText(text).replaceAll(SKIPPED, '')
  const found = new Set<number>()
  for (let at = 0; at + LENGTH <= plain.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + LENGTH; i++) hash = Math.imul(hash ^ plain.charCodeAt(i), 0x01000193)
    found.add(mix(hash))
  }
  return Uint32Array.from(found)
}

/** The finaliser of MurmurHash3: neighbouring hashes must not stay neighbours, for the smallest ones stand for the text. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
