/** Looking through texts that are on screen: any part of a word counts, and nothing is a query. */
import type { Mark } from '../../contract/searching.ts'
import { fold, foldText, originalSpan } from '../language/fold.ts'

/** Where each text holds `words`, rising, none overlapping another. */
export function placesIn(texts: readonly string[], words: string): Mark[][] {
  const wanted = foldText(words)
  return texts.map((text) => (wanted === '' ? [] : placesOf(text, wanted)))
}

function placesOf(text: string, wanted: string): Mark[] {
  const folded = fold(text)
  const found: Mark[] = []
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const [start, end] = originalSpan(text, folded.map, at, at + wanted.length)
    // Two letters of the fold may be one of the text; it is marked once.
    if (start >= (found.at(-1)?.[1] ?? 0) && end > start) found.push([start, end])
  }
  return found
}
