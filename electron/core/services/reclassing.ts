import { Refusal } from '../../contract/errors.ts'
import type { Shift, TaxonomyChange, taxonomyMethods, TaxonomyStep } from '../../contract/taxonomy.ts'
import { labelsOf } from '../describing/labels.ts'
import { ownId, practiceChangesOf } from '../describing/practices/index.ts'
import type { BackgroundRun } from './background.ts'
import type { Context, Service } from './context.ts'
import { effectsOfChanges } from './effects.ts'

/** Changes of the taxonomy: tried, made, taken back; the library is read again in the background. */
export function reclassingService({ library, practices, indexing, ports }: Context, tagging: BackgroundRun): Service<keyof typeof taxonomyMethods> {
  const { connection, clock, reads, writes } = library
  const changesNow = (): readonly TaxonomyChange[] => practiceChangesOf(reads.taxonomy.steps())
  /** A new practice gets an id that none ever had. */
  const named = (change: TaxonomyChange): TaxonomyChange => (change.type === 'add' ? { ...change, id: ownId(change.parent, reads.taxonomy.ever()) } : change)
  const renewed = (): void => {
    // A new name is asked for at once, and the old one found no longer.
    indexing.index.wordsChanged()
    tagging.resume()
    ports.emit('library.changed', { ids: null })
  }

  return {
    'taxonomy.steps': () => reads.taxonomy.steps().toReversed(),
    'taxonomy.preview': ({ change }) => effectsOfChanges({ library, practices, indexing }, [named(change)]),
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
      const dropped = reads.taxonomy.steps().find(({ id }) => id === step)
      connection.write(() => {
        const left = reads.taxonomy.steps().filter(({ id }) => id !== step)
        try {
          practices.under(practiceChangesOf(left))
          labelsOf(left)
        } catch (error) {
          if (error instanceof Refusal) throw new Refusal('INVALID_INPUT', { reason: '后面的改动要靠这一步，请先撤销后面的改动' })
          throw error
        }
        if (!writes.taxonomy.drop(step)) throw new Refusal('INVALID_INPUT', { reason: '这一步已撤销' })
      })
      // A step of labels alone leaves the practices as they are.
      if (dropped !== undefined && practiceChangesOf([dropped]).length === 0) {
        indexing.index.wordsChanged()
        ports.emit('library.changed', { ids: [] })
      } else renewed()
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
