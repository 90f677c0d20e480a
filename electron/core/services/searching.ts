import { Refusal } from '../../contract/errors.ts'
import type { Hit, searchMethods } from '../../contract/searching.ts'
import { alike } from './alike.ts'
import { asideOf, placesIn } from '../searching/index.ts'
import type { Context, Service } from './context.ts'

export function searchService({ library, indexing, lexicon }: Context): Service<Extract<keyof typeof searchMethods, `search.${string}`>> {
  const { entries, preferences } = library.reads
  const { index } = indexing
  return {
    'search.run': (request) => {
      const { hits, ...found } = indexing.search(request)
      const summaries = new Map(entries.summaries(hits.flatMap(({ seq, alike }) => [seq, ...alike])).map(({ seq, ...summary }) => [seq, summary]))
      const alikeOf = (seqs: readonly number[]): Hit['alike'] => seqs.flatMap((seq) => {
        const summary = summaries.get(seq)
        return summary ? [{ id: summary.id, title: summary.title, media: summary.media }] : []
      })
      // An entry that went to the trash since the index last heard is not shown.
      const shown = hits.flatMap(({ seq, alike, ...hit }): Hit[] => {
        const summary = summaries.get(seq)
        return summary ? [{ ...summary, ...hit, alike: alikeOf(alike) }] : []
      })
      return { ...found, chips: [...found.chips], hints: [...found.hints], hits: shown }
    },
    'search.explain': ({ id, query, filters }) => {
      const place = entries.place(id)
      if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
      return indexing.explain(place.seq, { query, filters })
    },
    'search.marks': ({ id, query, literal }) => {
      const entry = entries.stored(id)
      if (entry === null) throw new Refusal('NO_SUCH_ENTRY', { id })
      const { state } = entry
      return index.marks(query, { ...state, ...asideOf({ ...state, media: state.source.media, rightsStatement: state.rights.statement }) }, literal)
    },
    'search.similar': ({ id, limit }) => {
      const place = entries.place(id)
      if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
      return alike(library, indexing, place.seq, limit)
    },
    'search.find': ({ texts, text }) => ({ marks: placesIn(texts, text) }),
    'search.suggest': ({ text, limit }) => {
      const found = index.wordings?.suggest(text, preferences.recent().map(({ query }) => query), limit) ?? []
      const ids = new Map(entries.heads(found.flatMap(({ seq }) => (seq === null ? [] : [seq]))).map(({ seq, id }) => [seq, id]))
      return found.map(({ seq, ...one }) => ({ ...one, id: seq === null ? null : (ids.get(seq) ?? null) }))
    },
    'search.learned': async () => {
      await index.wordings?.learned()
      return {}
    },
    'search.segment': ({ text }) => ({ tokens: lexicon.segmenter().tokens(text) }),
    'search.indexState': () => index.state,
  }
}
