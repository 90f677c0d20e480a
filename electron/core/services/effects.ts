/** What changes of practices would make of the library's entries, before anything is done. */
import type { PracticeId } from '../../contract/practices.ts'
import type { Shift, TaxonomyChange, TaxonomyPreview } from '../../contract/taxonomy.ts'
import { practiceChangesOf } from '../describing/practices/index.ts'
import { paragraphsOf, shownTags, type PracticeRules } from '../library/index.ts'
import type { Context } from './context.ts'

/** A preview reads no more entries than these: seconds, not minutes. */
const MOST_LOOKED = 1000
const MOST_SHOWN = 100
/** Read between two breaths: some milliseconds each under two sets of rules. */
const GROUP = 8

type Used = Pick<Context, 'library' | 'practices' | 'indexing'>

export async function effectsOfChanges({ library, practices, indexing }: Used, changes: readonly TaxonomyChange[]): Promise<TaxonomyPreview> {
  const { reads } = library
  const [now, then] = [practices.rules(), practices.under([...practiceChangesOf(reads.taxonomy.steps()), ...changes])]

  /** Entries that may show otherwise: those that show the practices concerned, and those that hold a word that is new. */
  function candidates(change: TaxonomyChange): readonly number[] {
    if (change.type === 'rename' || change.type === 'define') return []
    const words = change.type === 'words' ? [...change.add, ...change.remove] : change.type === 'add' ? [...change.strong, ...change.weak] : []
    const holding = words.flatMap((word) => indexing.all({ query: `"${word.replaceAll('"', '')}"`, sort: 'imported' }))
    const concerned: readonly PracticeId[] = change.type === 'merge' ? [change.id, change.into] : change.type === 'words' || change.type === 'add' ? [] : [change.id]
    const showing = concerned.flatMap((practice) => reads.practices.cases('shown', { practice, place: null }, { offset: 0, limit: MOST_LOOKED }).page.map(({ seq }) => seq))
    return [...showing, ...holding]
  }
  const shownUnder = (rules: PracticeRules, { seq, state }: ReturnType<typeof reads.entries.readable>[number]): readonly PracticeId[] => {
    const found = rules.tag({ title: state.titleIsProvisional ? null : state.title, body: state.body, paragraphs: paragraphsOf(state.body, state.paragraphs), kind: state.kind })
    const aliased = <T extends { readonly practice: PracticeId }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, practice: rules.aliasOf(one.practice) })).filter(({ practice }) => rules.ids.includes(practice))
    return shownTags(found, aliased(reads.practices.passages(seq)), aliased(reads.practices.decisions(seq))).filter(({ shown }) => shown).map(({ id }) => id)
  }

  const seqs = [...new Set(changes.flatMap(candidates))]
  const looked = seqs.slice(0, MOST_LOOKED)
  const shifts: { readonly seq: number; readonly gained: PracticeId[]; readonly lost: PracticeId[] }[] = []
  for (let at = 0; at < looked.length; at += GROUP) {
    for (const entry of reads.entries.readable(looked.slice(at, at + GROUP))) {
      const [was, is] = [shownUnder(now, entry).map(then.aliasOf), shownUnder(then, entry)]
      const [gained, lost] = [is.filter((id) => !was.includes(id)), was.filter((id) => !is.includes(id))]
      if (gained.length + lost.length > 0) shifts.push({ seq: entry.seq, gained, lost })
    }
    await new Promise((resume) => setImmediate(resume))
  }
  const summaries = new Map(reads.entries.summaries(shifts.slice(0, MOST_SHOWN).map(({ seq }) => seq)).map(({ seq, ...summary }) => [seq, summary]))
  return { candidates: seqs.length, looked: looked.length, changed: shifts.length, shifts: shifts.flatMap(({ seq, gained, lost }): Shift[] => {
    const entry = summaries.get(seq)
    return entry ? [{ entry, gained, lost }] : []
  }) }
}
