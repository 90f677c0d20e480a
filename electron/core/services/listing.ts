/** Lists and searches by reading every entry: right at any size, fast enough for a small library. */
import type { Facets, Hit, SearchResult } from '../../contract/searching.ts'
import type { Parsed } from '../../contract/api.ts'
import type { Library } from '../library/index.ts'

type Query = Parsed<'search.run'>

export function list({ reads }: Library, { query, filters, sort, offset, limit }: Query): SearchResult {
  const began = performance.now()
  const seqs = reads.entries.indexed().map(({ seq }) => seq).reverse()
  const texts = query.trim() === '' ? null : reads.entries.texts(seqs)
  const wanted = query.trim()
  const found = reads.entries.summaries(seqs).filter((entry) => {
    const text = texts?.get(entry.seq)
    const place = [entry.place.province, entry.place.city, entry.place.district].filter((part) => part !== null)
    const places = place.length === 0 ? [''] : place.map((_, index) => place.slice(0, index + 1).join('/'))
    const any = <T>(chosen: readonly T[], values: readonly T[]): boolean => chosen.length === 0 || values.some((value) => chosen.includes(value))
    return (texts === null || text?.title.includes(wanted) === true || text?.body.includes(wanted) === true)
      && any(filters.place, places) && any(filters.year, [(entry.date.value ?? '').slice(0, 4)]) && any(filters.source, [entry.media ?? '']) && any(filters.kind, [entry.kind]) && any(filters.origin, [entry.origin])
  })
  if (sort === 'date') found.sort((a, b) => (b.date.value ?? '').localeCompare(a.date.value ?? ''))
  if (sort === 'title') found.sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'))
  const counts = (of: (entry: (typeof found)[number]) => string): Facets['place'] => [...Map.groupBy(found, of)].map(([value, entries]) => ({ value, count: entries.length }))
  const hits = found.slice(offset, offset + limit).map(({ seq: _seq, ...summary }): Hit => ({ ...summary, score: 0, titleMarks: [], snippets: [], occurrences: 0, missing: [] }))
  return {
    total: found.length, exact: true, tookMs: performance.now() - began, chips: [], hints: [], hits,
    facets: { place: counts((e) => e.place.province ?? ''), year: counts((e) => (e.date.value ?? '').slice(0, 4)), source: counts((e) => e.media ?? ''), kind: counts((e) => e.kind), origin: counts((e) => e.origin) },
  }
}
