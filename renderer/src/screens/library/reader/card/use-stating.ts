/** Stating facts while one reads: which passage or fact is worked on, and what becomes of it. */
import { useEffect, useState } from 'react'
import type { CardFact } from '../../../../../../electron/contract/card.ts'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import type { FactKind, FactValue } from '../../../../../../electron/contract/fact.ts'
import { useFacts } from '../../../../app/deciding.tsx'
import { CARD_GROUPS, KIND_OF } from './arrange.ts'
import type { Stating } from './FactDialog.tsx'

export interface UseStating {
  readonly stating: Stating | null
  readonly add: (span: Span) => void
  readonly edit: (fact: CardFact) => void
  readonly state: (value: FactValue) => void
  readonly leave: () => void
}

export function useStating(entry: Entry | undefined): UseStating {
  const facts = useFacts()
  const [work, setWork] = useState<(Stating & { readonly span: Span }) | null>(null)
  useEffect(() => setWork(null), [entry?.id])
  const leave = (): void => setWork(null)
  return {
    stating: work,
    add: (span) => setWork({ fact: null, kind: 'indicator', passage: entry?.body.slice(span.start, span.end) ?? '', span }),
    edit: (fact) => setWork({ fact, kind: kindOf(fact, entry), passage: fact.sentence, span: { start: fact.start, end: fact.end } }),
    state: (value) => {
      if (work === null || entry === undefined) return
      const { fact, span } = work
      void (fact === null ? facts.add(entry, span, value) : facts.change(entry.id, fact, value)).then((done) => {
        if (!done) return
        leave()
        getSelection()?.removeAllRanges()
      })
    },
    leave,
  }
}

/** Lists hold facts of one kind. */
function kindOf(fact: CardFact, entry: Entry | undefined): FactKind {
  const list = CARD_GROUPS.flatMap(({ lists }) => [...lists]).find((one) => entry?.facts[one].some(({ id }) => id === fact.id))
  return list === undefined ? 'indicator' : KIND_OF[list]
}
