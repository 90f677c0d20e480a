import { Refusal } from '../../contract/errors.ts'
import type { EntrySummary } from '../../contract/entry.ts'
import type { PracticeCase, PracticeId, practiceMethods, PracticeSentence } from '../../contract/practices.ts'
import { addPassage, decide, present, removePassage, slices, wholeEntry, type PracticeCell } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import type { BackgroundRun } from './background.ts'

export function practicesService({ library, practices, indexing, ports }: Context, tagging: BackgroundRun): Service<keyof typeof practiceMethods> {
  const { entries, practices: tags } = library.reads
  const known = (practice: PracticeId): PracticeId => {
    if (practices.known(practice) === null) throw new Refusal('NO_SUCH_PRACTICE', { practice })
    return practice
  }
  const decided = (id: EntrySummary['id'], undo: string) => {
    const stored = present(library, id)
    indexing.retag([stored.seq])
    ports.emit('library.changed', { ids: [id] })
    return { entry: wholeEntry(library, stored), undo }
  }
  /** Summaries and bodies of the entries of these tags. */
  const texts = (cells: readonly PracticeCell[]) => {
    const seqs = [...new Set(cells.map(({ seq }) => seq))]
    return { summaries: new Map(entries.summaries(seqs).map(({ seq, ...summary }) => [seq, summary])), bodies: entries.bodies(seqs) }
  }

  return {
    'practices.list': () => {
      const { rules, practices: all } = practices.taxonomy()
      return { rules, practices: [...all], former: [...practices.former()] }
    },
    'practices.tagging': () => tagging.state(),
    'practices.places': ({ practice }) => {
      const places = tags.places(known(practice))
      return { entries: places.reduce((sum, place) => sum + place.entries, 0), mentions: tags.mentions(practice), places }
    },
    'practices.cases': ({ practice, place, only, offset, limit }) => {
      const { total, page } = tags.cases(only, { practice: known(practice), place }, { offset, limit })
      const { summaries, bodies } = texts(page)
      const evidence = new Map(tags.evidence(page.map(({ seq }) => seq), [practice]).map((row) => [row.seq, row.evidence]))
      const cases = page.flatMap(({ seq, strength, state, sentences, lead }): PracticeCase[] => {
        const entry = summaries.get(seq)
        const best = evidence.get(seq)?.find((one) => one.start === lead?.start && one.end === lead.end)
        return entry ? [{ entry, strength, state, sentences, lead: best ? (slices([best], bodies.get(seq) ?? '')[0] ?? null) : null }] : []
      })
      return { total, cases }
    },
    'practices.sentences': ({ practice, place, only, offset, limit }) => {
      const { page, skipped, total } = tags.sentences(only, { practice: known(practice), place }, { offset, limit })
      const { summaries, bodies } = texts(page)
      const evidence = new Map(tags.evidence(page.map(({ seq }) => seq), [practice]).map((row) => [row.seq, row.evidence]))
      const all = page.flatMap(({ seq, strength, state }): PracticeSentence[] => {
        const entry = summaries.get(seq)
        return entry ? slices(evidence.get(seq) ?? [], bodies.get(seq) ?? '').map((one) => ({ entry, strength, state, evidence: one })) : []
      })
      return { total, sentences: all.slice(skipped, skipped + limit) }
    },
    'practices.decide': ({ id, practice, decision, by, settles }) => decided(id, decide(library, { id, practice, by }, decision, settles)),
    'practices.addPassage': ({ id, revision, practice, span, by }) => decided(id, addPassage(library, { id, practice, by }, revision, span).undo),
    'practices.removePassage': ({ id, passage, by }) => decided(id, removePassage(library, id, passage, by)),
  }
}
