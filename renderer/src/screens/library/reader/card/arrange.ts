/** How the facts of a case card are laid out: the groups and their lists, in the order they stand on screen. */
import type { Card, CardFact, CardList, FactJudgement } from '../../../../../../electron/contract/card.ts'
import type { FactKind } from '../../../../../../electron/contract/fact.ts'

export const CARD_GROUPS = [
  { id: 'data', lists: ['indicators'] },
  { id: 'means', lists: ['mechanisms', 'platforms', 'formulas'] },
  { id: 'brands', lists: ['brands'] },
  { id: 'honours', lists: ['honours'] },
  { id: 'people', lists: ['people', 'quotes'] },
  { id: 'conditions', lists: ['problems', 'leads', 'spread', 'limits', 'policies', 'places'] },
] as const satisfies readonly { readonly id: string; readonly lists: readonly CardList[] }[]
export type CardGroup = (typeof CARD_GROUPS)[number]['id']

export const KIND_OF: Readonly<Record<CardList, FactKind>> = {
  indicators: 'indicator', formulas: 'formula', brands: 'brand', platforms: 'platform', mechanisms: 'mechanism', honours: 'honour', people: 'person', quotes: 'quote', policies: 'policy', places: 'place',
  problems: 'problem', leads: 'lead', spread: 'spread', limits: 'limit',
}
export const LIST_OF = Object.fromEntries(Object.entries(KIND_OF).map(([list, kind]) => [kind, list])) as Readonly<Record<FactKind, CardList>>

/** What stands first in the line of a fact. */
export function headOf(fact: CardFact): string {
  if ('measures' in fact) return fact.measures
  if ('speaker' in fact) return fact.text
  return 'title' in fact ? fact.title : fact.name
}

/** How a person reads a fact, where they put it right or added it. */
export function readingOf({ decision, value: { kind, of } }: FactJudgement): string | null {
  if (decision !== 'changed' && decision !== 'added') return null
  if (kind === 'indicator') return `${of.measures} ${of.value}`
  return kind === 'quote' ? of.speaker : kind === 'policy' ? of.title : of.name
}

export interface Lines {
  readonly list: CardList
  /** One line for what is said several times; the first stands for all. */
  readonly lines: readonly { readonly fact: CardFact; readonly more: number }[]
}

/** What is not rejected. Names that come again stand once; numbers and quotes are each their own. */
export function linesOf(card: Card, list: CardList): Lines {
  const facts: readonly CardFact[] = card[list].filter(({ state }) => state !== 'rejected')
  if (list === 'indicators' || list === 'quotes') return { list, lines: facts.map((fact) => ({ fact, more: 0 })) }
  const byName = Map.groupBy(facts, headOf)
  return { list, lines: [...byName.values()].flatMap((same) => (same[0] ? [{ fact: same.find(({ state }) => state === 'confirmed') ?? same[0], more: same.length - 1 }] : [])) }
}

/** Which of the lines have no period in the text, where more than one has none: one sentence can say it for `all`, or for the `rest`. */
export function withoutPeriod({ lines }: Lines): 'all' | 'rest' | null {
  const without = lines.filter(({ fact }) => 'measures' in fact && fact.period === null).length
  if (without < 2) return null
  return without === lines.length ? 'all' : 'rest'
}

export const rejectedOf = (card: Card): { readonly list: CardList; readonly fact: CardFact }[] =>
  CARD_GROUPS.flatMap(({ lists }) => lists.flatMap((list) => card[list].filter(({ state }) => state === 'rejected').map((fact: CardFact) => ({ list, fact }))))

export const countOf = (card: Card): number => CARD_GROUPS.reduce((sum, { lists }) => sum + lists.reduce((all, list) => all + linesOf(card, list).lines.length, 0), 0)

/** The sentence that states it; null for what only the byline says. */
export const sentenceOf = ({ sentence, sentenceStart }: CardFact): { readonly start: number; readonly end: number } | null => (sentence === '' ? null : { start: sentenceStart, end: sentenceStart + sentence.length })
