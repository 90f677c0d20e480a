/** What a change of the dictionary would do, before it is made: entries that hold its words, and how the newest of them would be told by other keywords. */
import type { Draft, Effects } from '../../contract/lexicon.ts'
import { NO_FILTERS } from '../../contract/searching.ts'
import { CUT_FOR_KEYWORDS } from '../language/index.ts'
import type { Context } from './context.ts'

const MOST_LOOKED = 100
const MOST_EXAMPLES = 5
/** The search for a draft's entries asks for its first words; a list that came in by text may hold thousands. */
const MOST_WORDS = 30
const SLICE_MS = 20

export async function effectsOf({ library, lexicon, indexing }: Context, draft: Draft): Promise<Effects> {
  const words = [...new Set([...draft.add.map(({ text }) => text.trim()), ...draft.remove, ...draft.off])].filter((word) => word !== '').slice(0, MOST_WORDS)
  const quoted = words.map((word) => `“${word}”`)
  const holding = (query: string): readonly number[] => (words.length === 0 ? [] : indexing.all({ query, filters: NO_FILTERS, sort: 'imported' }))
  const entries = holding(quoted.join(' 或 '))
  const titles = holding(quoted.map((word) => `标题：${word}`).join(' 或 '))
  const segmenter = lexicon.drafted(draft)
  const examples: Effects['examples'] = []
  let [looked, rekeyed] = [0, 0]
  let until = performance.now() + SLICE_MS
  for (const { id, origin, state: { title, titleIsProvisional, body, keywords } } of library.reads.entries.storedMany(entries.slice(0, MOST_LOOKED))) {
    looked++
    if (origin === 'bundled') continue
    const now = segmenter.keywords(titleIsProvisional ? '' : title, body.slice(0, CUT_FOR_KEYWORDS))
    if (now.join('\n') !== keywords.join('\n')) {
      rekeyed++
      if (examples.length < MOST_EXAMPLES) examples.push({ id, title, gained: now.filter((word) => !keywords.includes(word)), lost: keywords.filter((word) => !now.includes(word)) })
    }
    if (performance.now() < until) continue
    await new Promise<void>((resume) => { setImmediate(resume) })
    until = performance.now() + SLICE_MS
  }
  return { entries: entries.length, titles: titles.length, looked, rekeyed, textsIndexed: 0, examples }
}
