/** What readings under new rules changed of facts, shown and put aside. */
import type { FactShift, factShiftMethods } from '../../contract/fact-shifts.ts'
import { cardFact } from '../library/index.ts'
import type { Context, Service } from './context.ts'

export function factShiftsService({ library, ports }: Context): Service<keyof typeof factShiftMethods> {
  const { reads, writes, connection } = library
  return {
    'facts.shifts': ({ seen, offset, limit }) => {
      const page = reads.factShifts.page(seen, offset, limit)
      const seqs = [...new Set(page.map(({ seq }) => seq))]
      const summaries = new Map(reads.entries.summaries(seqs).map(({ seq, ...summary }) => [seq, summary]))
      const bodies = reads.entries.bodies(seqs)
      const shifts = page.flatMap(({ seq, how, before, after }): FactShift[] => {
        const entry = summaries.get(seq)
        const kind = (after ?? before)?.value.kind
        const side = (fact: typeof before) => fact && cardFact(fact, bodies.get(seq) ?? '', () => [])
        return entry && kind ? [{ entry, kind, how, before: side(before), after: side(after) }] : []
      })
      return { ...reads.factShifts.count(seen), shifts }
    },
    'facts.look': ({ last, seen }) => {
      connection.write(() => writes.factShifts.look(last, seen))
      ports.emit('library.changed', { ids: [] })
      return {}
    },
  }
}
