import type { Entry } from '../../contract/entry.ts'
import type { Judgement, PracticeId } from '../../contract/practice-tag.ts'
import { summaryOfEntry } from './bundling.ts'
import { factJudgements, judgedFacts, type FactDecision } from './card.ts'
import { factsNow } from './extracting.ts'
import { judgementsOf, wordsOn } from './judgements.ts'
import { entryOf, type StoredEntry } from './repositories/entry-rows.ts'
import { cardOf, type JudgementsOf } from './repositories/card-rows.ts'
import { practiceTag } from './repositories/practice-rows.ts'
import type { Shelf } from './shelf.ts'
import { isSetAside, type Passage } from './showing.ts'

/** An entry as the contract shows it, with everything that is kept beside it. */
export function wholeEntry({ reads, facts, rules }: Pick<Shelf, 'reads' | 'facts' | 'rules'>, stored: StoredEntry): Entry {
  const passages = reads.practices.passages(stored.seq)
  const judgements = judgementsIn({ reads, rules }, stored.seq, passages)
  const practices = reads.practices.tags(stored.seq).flatMap((tag) => (isSetAside(tag) ? [] : [practiceTag(tag, stored.state, passages, judgements(tag.id))]))
  return entryOf(stored, practices, summaryOfEntry({ reads }, stored), cardOf(factsNow({ reads, facts }, stored), stored.state.body, factJudgementsIn(reads.facts.decisions(stored.seq))))
}

/** Everybody's word on each practice, under the names that practices have today. */
export function judgementsIn({ reads, rules }: Pick<Shelf, 'reads' | 'rules'>, seq: number, passages: readonly Passage[]): (practice: PracticeId) => Judgement[] {
  const decisions = reads.practices.decisions(seq)
  if (decisions.length + passages.length === 0) return () => []
  const { aliasOf } = rules()
  const today = <T extends { readonly practice: PracticeId }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, practice: aliasOf(one.practice) }))
  const [said, chosen] = [today(decisions), today(passages)]
  return (practice) => judgementsOf(wordsOn(practice, said, chosen))
}

/** Everybody's word on a fact, by the decision that it is shown under. */
export function factJudgementsIn(decisions: readonly FactDecision[]): JudgementsOf {
  if (decisions.length === 0) return () => []
  const byDecision = new Map(judgedFacts(decisions).map((judged) => [judged.counted.id, factJudgements(judged)]))
  return (decision) => (decision === null ? [] : (byDecision.get(decision) ?? []))
}
