import { Refusal } from '../../contract/errors.ts'
import type { Hit, searchMethods } from '../../contract/searching.ts'
import { asideOf } from '../searching/index.ts'
import { alike } from './alike.ts'
import type { Context, Service } from './context.ts'

export function searchService({ library, indexing, lexicon }: Context): Service<Extract<keyof typeof searchMethods, `search.${string}`>> {
  const { entries } = library.reads
  const { index } = indexing
  return {
    'search.run': (request) => {
      const { hits, ...found } = indexing.search(request)
      const summaries = new Map(entries.summaries(hits.map(({ seq }) => seq)).map(({ seq, ...summary }) => [seq, summary]))
      // An entry that went to the trash since the index last heard is not shown.
      const shown = hits.flatMap(({ seq, ...hit }): Hit[] => {
        const summary = summaries.get(seq)
        return summary ? [{ ...summary, ...hit, alike: [] }] : []
      })
      return { ...found, entries: found.total, help: null, chips: [...found.chips], hints: [...found.hints], hits: shown }
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
    'search.segment': ({ text }) => ({ tokens: lexicon.segmenter().tokens(text) }),
    'search.indexState': () => index.state,
  }
}
