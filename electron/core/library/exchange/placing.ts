/** Where the words of a judgement stand. A file tells no surroundings: they would be text that nobody judged. Pure. */
import type { Span } from '../../../contract/entry.ts'

export interface Words {
  readonly start: number | null
  readonly quote: string
  readonly nth: number
  readonly of: number
}

/** More places of the same few words are not told apart. */
const MOST_PLACES = 1000

export function wordsAt(body: string, quote: string, start: number | null): Words {
  const places = placesOf(body, quote)
  return { start, quote, nth: Math.max(0, start === null ? 0 : places.indexOf(start)), of: places.length }
}

/** `same`: the text is the very one the words were chosen in. Null where they cannot be told. */
export function placeOf(body: string, { start, quote, nth, of }: Words, same: boolean): Span | null {
  if (quote === '') return { start: 0, end: 0 }
  if (start !== null && same) return body.startsWith(quote, start) ? { start, end: start + quote.length } : null
  const places = placesOf(body, quote)
  const at = places.length === 1 ? places[0] : start !== null && places.length === of ? places[nth] : undefined
  return at === undefined ? null : { start: at, end: at + quote.length }
}

function placesOf(body: string, quote: string): readonly number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = body.indexOf(quote); at >= 0 && places.length < MOST_PLACES; at = body.indexOf(quote, at + 1)) places.push(at)
  return places
}
