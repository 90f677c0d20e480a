/** When two wordings of an annotator and a rule name the same. Pure. */

/** Without quotation marks, book marks, blanks and line breaks; full-width forms as plain ones. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[“”‘’「」『』《》〈〉"'\s]/gu, '').toLowerCase()

/** What only says that there are many, or all. */
const EMPTY = /各类|各种|相关|全市|全区|全县|共|的|了|个案|[()]/gu
const SAME_ENOUGH = 0.6

/**
 * An annotator words a measure freely (a verb before it or not, its modifier taken from the sentence before). Two measures are the same when one
 * holds the other, or when most signs of the shorter stand in the longer and both end in the same noun.
 */
export function sameMeasure(found: string, wanted: string): boolean {
  const [a, b] = [bare(found).replace(EMPTY, ''), bare(wanted).replace(EMPTY, '')]
  if (a.length < 2 || b.length < 2) return a === b
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) >= 3 || a === b
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const shared = common(short, long) / short.length
  return shared >= SAME_ENOUGH && (a.slice(-2) === b.slice(-2) || shared >= 0.8)
}

/** Signs of `a` that stand in `b`, each counted once. */
function common(a: string, b: string): number {
  const left = [...b]
  return [...a].filter((sign) => {
    const at = left.indexOf(sign)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
