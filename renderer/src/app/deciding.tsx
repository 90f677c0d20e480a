/** What a person decides about practices: signed, shown at once, and open to be taken back. */
import { useTranslation } from 'react-i18next'
import type { CardFact, FactJudgement } from '../../../electron/contract/card.ts'
import type { Entry, EntryId, Span } from '../../../electron/contract/entry.ts'
import type { FactValue } from '../../../electron/contract/fact.ts'
import type { Judgement } from '../../../electron/contract/practice-tag.ts'
import type { DecisionResult, PracticeId } from '../../../electron/contract/practices.ts'
import { client } from '../api/index.ts'
import { queries, refresh, useCall } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { signature } from './person.tsx'
import { useTaxonomy } from './use-taxonomy.ts'
import { useUndo } from './undo.tsx'

type Decision = 'confirmed' | 'rejected' | null

/** Does one thing, shows what became of the entry, and offers to take it back under `label`. */
function useSettle(): (label: string, work: () => Promise<DecisionResult | null>) => Promise<boolean> {
  const fault = useFaults()
  const undo = useUndo()
  return async (label, work) => {
    try {
      const result = await work()
      if (result === null) return false
      queries.setQueryData(['entries.get', { id: result.entry.id }], result.entry)
      undo.offer(label, result.undo)
      void refresh()
      return true
    } catch (error) {
      fault(error)
      return false
    }
  }
}

type Word = Judgement['decision'] | FactJudgement['decision']

/** Who decides at this computer; null before they were asked. */
export const useSigner = (): string | null => useCall('person.get', {}).data?.name ?? null

/** What this person has said here of a practice or a fact; null before they said anything. */
export function useMine(): <D extends Word>(of: { readonly judgements: readonly { readonly by: string; readonly came: boolean; readonly decision: D }[] }) => D | null {
  const name = useSigner()
  return ({ judgements }) => judgements.find(({ by, came }) => !came && by === name)?.decision ?? null
}

export interface Adopting {
  readonly practice: (id: EntryId, practice: PracticeId, word: Judgement) => void
  readonly fact: (id: EntryId, fact: CardFact, word: FactJudgement) => void
}

/** 以此为准: what somebody said becomes this person's own word, and settles what people differ on. */
export function useAdopting(): Adopting {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const settle = useSettle()
  const signed = async (work: (by: string) => Promise<DecisionResult>): Promise<DecisionResult | null> => {
    const by = await signature()
    return by === null ? null : work(by)
  }
  return {
    practice: (id, practice, { by: whose, decision }) => void settle(t('judgement.adopted', { name: label(practice), by: whose }), () => signed((by) => client.call('practices.decide', { id, practice, decision, by, settles: true }))),
    fact: (id, fact, { by: whose, id: judgement }) => void settle(t('judgement.adopted', { name: called(fact), by: whose }), () => signed((by) => client.call('facts.adopt', { id, fact: fact.id, judgement, by }))),
  }
}

/** Confirms or rejects a tag, or takes the decision back; asks for the 署名 the first time. */
export function useDecide(): (id: EntryId, practice: PracticeId, decision: Decision) => void {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const settle = useSettle()
  return (id, practice, decision) => void settle(t(`practice.done.${decision ?? 'open'}`, { practice: label(practice) }), async () => {
    const by = await signature()
    return by === null ? null : client.call('practices.decide', { id, practice, decision, by })
  })
}

export interface Facts {
  readonly decide: (id: EntryId, fact: CardFact, decision: Decision) => void
  /** Both answer whether it was done. */
  readonly change: (id: EntryId, fact: CardFact, value: FactValue) => Promise<boolean>
  readonly add: (entry: Pick<Entry, 'id' | 'revision'>, span: Span, value: FactValue) => Promise<boolean>
}

const called = (fact: CardFact): string => ('measures' in fact ? fact.measures : 'speaker' in fact ? fact.text.slice(0, 20) : 'title' in fact ? fact.title : fact.name)
const stated = ({ kind, of }: FactValue): string => (kind === 'indicator' ? of.measures : kind === 'quote' ? (of.speaker ?? '') : kind === 'policy' ? of.title : of.name)

/** The facts of an entry: confirmed, rejected, put right, stated by hand. */
export function useFacts(): Facts {
  const { t } = useTranslation()
  const settle = useSettle()
  const signed = async (work: (by: string) => Promise<DecisionResult>): Promise<DecisionResult | null> => {
    const by = await signature()
    return by === null ? null : work(by)
  }
  return {
    decide: (id, fact, decision) => void settle(t(`card.done.${decision ?? 'open'}`, { name: called(fact) }), () => signed((by) => client.call('facts.decide', { id, fact: fact.id, decision, by }))),
    change: (id, fact, value) => settle(t('card.done.changed', { name: called(fact) }), () => signed((by) => client.call('facts.change', { id, fact: fact.id, value, by }))),
    add: ({ id, revision }, span, value) => settle(t('card.done.added', { name: stated(value) }), () => signed((by) => client.call('facts.add', { id, revision, span, value, by }))),
  }
}

export interface Passages {
  /** Answers whether it was added. */
  readonly add: (entry: Pick<Entry, 'id' | 'revision'>, practice: PracticeId, span: Span) => Promise<boolean>
  readonly remove: (id: EntryId, practice: PracticeId, passage: string) => void
}

/** The passages that people choose as evidence. */
export function usePassages(): Passages {
  const { t } = useTranslation()
  const { label } = useTaxonomy()
  const settle = useSettle()
  return {
    add: ({ id, revision }, practice, span) => settle(t('practice.done.added', { practice: label(practice) }), async () => {
      const by = await signature()
      return by === null ? null : client.call('practices.addPassage', { id, revision, practice, span, by })
    }),
    remove: (id, practice, passage) => void settle(t('practice.done.removed', { practice: label(practice) }), async () => {
      const by = await signature()
      return by === null ? null : client.call('practices.removePassage', { id, passage, by })
    }),
  }
}
