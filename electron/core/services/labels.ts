/** Own labels: made, changed and taken away as steps of the record of changes; given to passages and taken from them. */
import { Refusal } from '../../contract/errors.ts'
import type { EntryId } from '../../contract/entry.ts'
import { LabelId, type Label, type LabelDefinition, type LabelledSentence, type labelMethods, type LabelPassage } from '../../contract/labels.ts'
import type { TaxonomyStep } from '../../contract/taxonomy.ts'
import { definitionOf, labelsOf } from '../describing/labels.ts'
import { labelPassage, present, unlabelPassage } from '../library/index.ts'
import type { Context, Service } from './context.ts'

export function labelsService({ library, ports, indexing }: Context): Service<keyof typeof labelMethods> {
  const { connection, clock, reads, writes } = library
  const all = (): readonly Label[] => labelsOf(reads.taxonomy.steps())
  /** Names and what stands under what are other ones: searches by them are answered anew. */
  const renamed = (): void => {
    indexing.index.wordsChanged()
    ports.emit('library.changed', { ids: [] })
  }
  const told = (id: EntryId): void => {
    indexing.retag([present(library, id).seq])
    ports.emit('library.changed', { ids: [id] })
  }

  /** One step that makes `id` what `after` says; refused where the whole would not fit. */
  function step(id: LabelId, by: string, after: LabelDefinition | null): TaxonomyStep {
    const made = connection.write(() => {
      const steps = reads.taxonomy.steps()
      const now = labelsOf(steps).find((label) => label.id === id)
      if (after === null && now === undefined) throw new Refusal('NO_SUCH_LABEL')
      const next: TaxonomyStep = { id: clock.id(), at: clock.at(), by, change: { type: 'label', id, before: now === undefined ? null : definitionOf(now), after } }
      labelsOf([...steps, next])
      writes.taxonomy.add(next)
      return next
    })
    renamed()
    return made
  }
  const shown = (passage: ReturnType<typeof reads.labels.ofEntry>[number]): LabelPassage => ({ id: passage.id, label: passage.label, ...passage.span, text: passage.quote, lost: passage.lost, by: passage.by, at: passage.at })

  return {
    'labels.list': () => {
      const counts = reads.labels.counts()
      return all().map((label) => ({ label, passages: counts.get(label.id) ?? 0 }))
    },
    'labels.put': ({ id: asked, label, by }) => {
      const id = asked ?? LabelId.parse(clock.id())
      if (asked !== null && !all().some((one) => one.id === asked)) throw new Refusal('NO_SUCH_LABEL')
      const { id: made, at } = step(id, by, label)
      return { label: { ...label, id, by, at }, step: made }
    },
    'labels.remove': ({ id, by }) => ({ step: step(id, by, null).id }),
    'labels.ofEntry': ({ id }) => {
      const known = new Set(all().map((label) => label.id))
      return reads.labels.ofEntry(present(library, id).seq).filter(({ label }) => known.has(label)).map(shown)
    },
    'labels.passages': ({ label, offset, limit }) => {
      if (!all().some(({ id }) => id === label)) throw new Refusal('NO_SUCH_LABEL')
      const page = reads.labels.page(label, offset, limit)
      const summaries = new Map(reads.entries.summaries(page.map(({ seq }) => seq)).map(({ seq, ...summary }) => [seq, summary]))
      return { ...reads.labels.count(label), passages: page.flatMap((passage): LabelledSentence[] => {
        const entry = summaries.get(passage.seq)
        return entry ? [{ entry, passage: shown(passage) }] : []
      }) }
    },
    'labels.addPassage': ({ id, revision, label, span, by }) => {
      const made = labelPassage(library, { id, label, by }, revision, span)
      told(id)
      return made
    },
    'labels.removePassage': ({ id, passage, by }) => {
      const undo = unlabelPassage(library, id, passage, by)
      told(id)
      return { undo }
    },
  }
}
