/** Why a field is null: 原文未述, 未核对 or 不适用. */
import type { Absence, AbsentField, Place } from '../../contract/entry.ts'
import type { CleanArticle } from '../cleaning/article.ts'

/**
 * A field is 未核对 (`not-checked`) when the part of the text that would hold it is missing: an article that goes on elsewhere may be signed
 * there; or when the text does name a place, but which one it is could not be settled. It is 不适用 (`not-applicable`) when something else stands in its place: a web page has no page number, a printed page no address,
 * and work of a whole city no district. Everything else that is null is 原文未述 (`not-stated`).
 */
export function absences(article: CleanArticle, place: Place, offered: ReadonlySet<AbsentField> = new Set()): Readonly<Partial<Record<AbsentField, Absence>>> {
  const tail: Absence = article.incomplete ? 'not-checked' : 'not-stated'
  const absent: Partial<Record<AbsentField, Absence>> = {}
  const note = (field: AbsentField, missing: boolean, reason: Absence): void => {
    if (missing) absent[field] = reason
  }
  note('title', article.title === null, 'not-stated')
  note('kicker', article.kicker === null, 'not-stated')
  note('subtitle', article.subtitle === null, 'not-stated')
  note('authors', article.authors.length === 0, tail)
  note('editorNote', article.editorNote === null, 'not-stated')
  note('source.media', article.source.media === null, 'not-stated')
  note('source.page', article.source.page === null, article.source.url === null ? 'not-stated' : 'not-applicable')
  note('source.url', article.source.url === null, article.source.page === null ? 'not-stated' : 'not-applicable')
  note('date', article.date.value === null, 'not-stated')
  note('place.province', place.province === null, offered.has('place.province') ? 'not-checked' : 'not-stated')
  note('place.city', place.city === null, offered.has('place.city') ? 'not-checked' : 'not-stated')
  note('place.district', place.district === null, offered.has('place.district') ? 'not-checked' : place.city === null ? 'not-stated' : 'not-applicable')
  note('rights.statement', article.rightsStatement === null, tail)
  return absent
}
