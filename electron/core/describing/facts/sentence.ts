/** Sentences of a body as facts are tied to them: a paragraph's end ends one, too. */
import type { Paragraph, Span } from '../../../contract/entry.ts'
import { sentences } from '../../language/index.ts'

/** Every sentence of the paragraphs, in order, blanks at its ends left out. */
export const sentencesOf = (body: string, paragraphs: readonly Paragraph[]): Span[] =>
  paragraphs.flatMap(({ start, end }) => sentences(body.slice(start, end)).map((sentence) => ({ start: start + sentence.start, end: start + sentence.end })))

/** The sentence that holds the character at `at`; the nearest before it when that stands between two. `all` as `sentencesOf` gives it, not empty. */
export function sentenceAt(all: readonly Span[], at: number): Span {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((all[middle]?.start ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return all[low] ?? { start: at, end: at }
}
