import { Refusal } from '../../contract/errors.ts'
import type { EntryId } from '../../contract/entry.ts'
import type { factMethods, FactRow } from '../../contract/facts.ts'
import { addFact, adoptFact, cardFact, changeFact, decideFact, factJudgementsIn, present, wholeEntry } from '../library/index.ts'
import type { BackgroundRun } from './background.ts'
import type { Context, Service } from './context.ts'

export function factsService({ library, indexing, ports }: Context, extracting: BackgroundRun): Service<keyof typeof factMethods> {
  const { entries, facts } = library.reads
  const decided = (id: EntryId, undo: string) => {
    const stored = present(library, id)
    indexing.retag([stored.seq])
    ports.emit('library.changed', { ids: [id] })
    return { entry: wholeEntry(library, stored), undo }
  }

  return {
    'facts.extracting': () => extracting.state(),
    'facts.list': ({ query, sort, descending, offset, limit }) => {
      const measured = query.kind === 'indicator' ? facts.measured(query) : []
      if (sort === 'number' && measured.length > 1) {
        throw new Refusal('NOT_COMPARABLE', { reason: measured.map(({ name, unit }) => `${name}（${unit === '' ? '无单位' : unit}）`).join('、') })
      }
      const page = facts.page(query, sort, descending, offset, limit)
      const seqs = [...new Set(page.map(({ seq }) => seq))]
      const summaries = new Map(entries.summaries(seqs).map(({ seq, ...summary }) => [seq, summary]))
      const bodies = entries.bodies(seqs)
      const decidedOn = [...new Set(page.flatMap(({ seq, fact }) => (fact.decision === null ? [] : [seq])))]
      const judgements = new Map(decidedOn.map((seq) => [seq, factJudgementsIn(facts.decisions(seq))]))
      const rows = page.flatMap(({ seq, fact }): FactRow[] => {
        const entry = summaries.get(seq)
        return entry ? [{ entry, kind: fact.value.kind, fact: cardFact(fact, bodies.get(seq) ?? '', judgements.get(seq) ?? (() => [])) }] : []
      })
      const comparability = measured.length > 1 ? 'different' : facts.sameBasis(query) ? 'same' : 'reference'
      return { ...facts.count(query), rows, units: facts.units(query), comparability }
    },
    'facts.decide': ({ id, fact, decision, by }) => decided(id, decideFact(library, { id, fact, by }, decision)),
    'facts.adopt': ({ id, fact, judgement, by }) => decided(id, adoptFact(library, { id, fact, by }, judgement)),
    'facts.change': ({ id, fact, value, by }) => decided(id, changeFact(library, { id, fact, by }, value)),
    'facts.add': ({ id, revision, span, value, by }) => decided(id, addFact(library, { id, by }, revision, span, value)),
  }
}
