/** Whether a text is the original that a bundled summary was made from. */
import type { Place } from '../../../contract/entry.ts'
import { foldText } from '../../language/index.ts'
import type { BundledCase } from './bundled-case.ts'

/** The same place, and enough of the original's own facts: numbers and names that no other text has together. */
export function isOriginalOf({ place, original }: Pick<BundledCase, 'place' | 'original'>, text: { readonly place: Place; readonly body: string }): boolean {
  if (text.place.province !== place.province || text.place.city !== place.city || (place.district !== null && text.place.district !== place.district)) return false
  const body = foldText(text.body)
  return original.facts.filter((fact) => occurs(foldText(fact), body)).length >= original.enough
}

/** 46% is not said by 146% or 99.46%. */
function occurs(fact: string, body: string): boolean {
  for (let at = body.indexOf(fact); at >= 0; at = body.indexOf(fact, at + 1)) {
    if (!/^\d/.test(fact) || !/[\d.]/.test(body.charAt(at - 1))) return true
  }
  return false
}
