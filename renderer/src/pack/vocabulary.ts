/**
 * Cutting a query with the words of the index itself: no dictionary travels with a pack, and what comes out are words that the index knows.
 * The cut with the greatest probability wins, words being as probable as they are frequent among the entries.
 */

export interface Vocabulary {
  /** The words of a folded text, in its order; characters that stand in no word stand together as one. */
  readonly cut: (folded: string) => readonly string[]
}

const LONGEST = 16
/** Han characters, or letters and digits with what joins them in a figure: 97.6%, 1+2. */
const RUN = /\p{Script=Han}+|(?!\p{Script=Han})[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}]|[.+%-](?=[\da-z])|[+%])*/gu
const HAN = /^\p{Script=Han}/u
/** A single character is a worse guess than any word; one that the index does not know is worse still. */
const SINGLE = 2
const UNKNOWN = 0.1

/** `frequency` says in how many entries each word of the index stands. */
export function vocabularyOf(frequency: ReadonlyMap<string, number>): Vocabulary {
  let total = 1
  let longest = 1
  for (const [word, count] of frequency) {
    total += count
    longest = Math.min(LONGEST, Math.max(longest, word.length))
  }
  const weight = (word: string, single: boolean): number => Math.log((frequency.get(word) ?? UNKNOWN) / total) - (single ? SINGLE : 0)

  const cutRun = (run: string): readonly string[] => {
    const characters = [...run]
    const best: number[] = [0]
    const from: number[] = [0]
    for (let end = 1; end <= characters.length; end++) {
      best[end] = -Infinity
      for (let start = end - 1; start >= 0 && end - start <= longest; start--) {
        const word = characters.slice(start, end).join('')
        if (end - start > 1 && !frequency.has(word)) continue
        const score = (best[start] ?? 0) + weight(word, end - start === 1)
        if (score > (best[end] ?? 0)) {
          best[end] = score
          from[end] = start
        }
      }
    }
    const words: string[] = []
    let unknown = false
    for (let end = characters.length; end > 0; end = from[end] ?? 0) {
      const word = characters.slice(from[end], end).join('')
      const joins = unknown && !frequency.has(word)
      unknown = !frequency.has(word)
      if (joins) words[0] = word + (words[0] ?? '')
      else words.unshift(word)
    }
    return words
  }
  return { cut: (folded) => (folded.match(RUN) ?? []).flatMap((run) => (HAN.test(run) ? cutRun(run) : [run])) }
}
