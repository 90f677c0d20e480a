import { Refusal } from '../../contract/errors.ts'
import type { PracticeId } from '../../contract/practices.ts'
import type { Shift, TaxonomyChange, taxonomyMethods, TaxonomyStep } from '../../contract/taxonomy.ts'
import { ownId } from '../describing/practices/index.ts'
import { paragraphsOf, shownTags, type PracticeRules } from '../library/index.ts'
import type { BackgroundRun } from './background.ts'
import type { Context, Service } from './context.ts'

/** A preview reads no more entries than these: seconds, not minutes. */
const MOST_LOOKED = 1000
const MOST_SHOWN = 100
/** Read between two breaths: some milliseconds each under two sets of rules. */
const GROUP = 8

/** Changes of the taxonomy: tried, made, taken back; the library is read again in the background. */
export function reclassingService({ library, practices, indexing, ports }: Context, tagging: BackgroundRun): Service<keyof typeof taxonomyMethods> {
  const { connection, clock, reads, writes } = library
  const changesNow = (): readonly TaxonomyChange[] => reads.taxonomy.steps().map(({ change }) => change)
  /** A new practice gets an id that none ever had. */
  const named = (change: TaxonomyChange): TaxonomyChange => (change.type === 'add' ? { ...change, id: ownId(change.parent, reads.taxonomy.ever()) } : change)
  const renewed = (): void => {
    // A new name is asked for at once, and the old one found no longer.
    indexing.index.wordsChanged()
    tagging.resume()
    ports.emit('library.changed', { ids: null })
  }

  /** Entries that may show otherwise: those that show the practices concerned, and those that hold a word that is new. */
  function candidates(change: TaxonomyChange): readonly number[] {
    if (change.type === 'rename' || change.type === 'define') return []
    const words = change.type === 'words' ? [...change.add, ...change.remove] : change.type === 'add' ? [...change.strong, ...change.weak] : []
    const holding = words.flatMap((word) => indexing.all({ query: `"${word.replaceAll('"', '')}"`, sort: 'imported' }))
    const concerned: readonly PracticeId[] = change.type === 'merge' ? [change.id, change.into] : change.type === 'words' || change.type === 'add' ? [] : [change.id]
    const showing = concerned.flatMap((practice) => reads.practices.cases('shown', { practice, place: null }, { offset: 0, limit: MOST_LOOKED }).page.map(({ seq }) => seq))
    return [...new Set([...showing, ...holding])]
  }

  const shownUnder = (rules: PracticeRules, entry: ReturnType<typeof reads.entries.readable>[number]): readonly PracticeId[] => {
    const { seq, state } = entry
    const found = rules.tag({ title: state.titleIsProvisional ? null : state.title, body: state.body, paragraphs: paragraphsOf(state.body, state.paragraphs), kind: state.kind })
    const aliased = <T extends { readonly practice: PracticeId }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, practice: rules.aliasOf(one.practice) })).filter(({ practice }) => rules.ids.includes(practice))
    return shownTags(found, aliased(reads.practices.passages(seq)), aliased(reads.practices.decisions(seq))).filter(({ shown }) => shown).map(({ id }) => id)
  }

  return {
    'taxonomy.steps': () => reads.taxonomy.steps().toReversed(),
    'taxonomy.preview': async ({ change: asked }) => {
      const change = named(asked)
      const before = changesNow()
      const [now, then] = [practices.rules(), practices.under([...before, change])]
      const seqs = candidates(change)
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
    },
    'taxonomy.change': ({ change: asked, by }): TaxonomyStep => {
      const step = connection.write(() => {
        const change = named(asked)
        practices.under([...changesNow(), change])
        const made: TaxonomyStep = { id: clock.id(), at: clock.at(), by, change }
        writes.taxonomy.add(made)
        return made
      })
      renewed()
      return step
    },
    'taxonomy.undo': ({ step }) => {
      connection.write(() => {
        const left = reads.taxonomy.steps().filter(({ id }) => id !== step)
        try {
          practices.under(left.map(({ change }) => change))
        } catch (error) {
          if (error instanceof Refusal) throw new Refusal('INVALID_INPUT', { reason: '后面的改动要靠这一步，请先撤销后面的改动' })
          throw error
        }
        if (!writes.taxonomy.drop(step)) throw new Refusal('INVALID_INPUT', { reason: '这一步已撤销' })
      })
      renewed()
      return {}
    },
    'taxonomy.shifts': ({ offset, limit }) => {
      const page = reads.taxonomy.shifts(offset, limit)
      const summaries = new Map(reads.entries.summaries(page.map(({ seq }) => seq)).map(({ seq, ...summary }) => [seq, summary]))
      return { total: reads.taxonomy.shiftCount(), shifts: page.flatMap(({ seq, gained, lost }): Shift[] => {
        const entry = summaries.get(seq)
        return entry ? [{ entry, gained, lost }] : []
      }) }
    },
  }
}
