/** Facts as the contract shows them: with the words that state them, cut from the body. */
import { emptyCard, type Card, type CardFact, type FactJudgement, type Standing } from '../../../contract/card.ts'
import { factId, type ShownFact } from '../card.ts'

/** Everybody's word on the fact that this decision is about. */
export type JudgementsOf = (decision: string | null) => readonly FactJudgement[]

const standing = (fact: ShownFact, body: string, judgements: JudgementsOf): Standing => ({
  id: factId(fact), start: fact.start, end: fact.end, text: body.slice(fact.start, fact.end), sentence: body.slice(fact.sentence.start, fact.sentence.end), sentenceStart: fact.sentence.start,
  basis: fact.basis, state: fact.state, decided: fact.decided && { ...fact.decided }, judgements: [...judgements(fact.decision)], differ: fact.differ, refused: fact.refused && { ...fact.refused },
})

export const cardFact = (fact: ShownFact, body: string, judgements: JudgementsOf): CardFact => ({ ...fact.value.of, ...standing(fact, body, judgements) })

export function cardOf(facts: readonly ShownFact[], body: string, judgements: JudgementsOf): Card {
  const card = emptyCard()
  for (const fact of facts) put(card, fact, standing(fact, body, judgements))
  return card
}

function put(card: Card, { value }: ShownFact, at: Standing): void {
  switch (value.kind) {
    case 'indicator':
      return void card.indicators.push({ ...value.of, ...at })
    case 'formula':
      return void card.formulas.push({ ...value.of, ...at })
    case 'brand':
      return void card.brands.push({ ...value.of, ...at })
    case 'platform':
      return void card.platforms.push({ ...value.of, ...at })
    case 'mechanism':
      return void card.mechanisms.push({ ...value.of, ...at })
    case 'honour':
      return void card.honours.push({ ...value.of, ...at })
    case 'person':
      return void card.people.push({ ...value.of, ...at })
    case 'quote':
      return void card.quotes.push({ ...value.of, ...at })
    case 'policy':
      return void card.policies.push({ ...value.of, ...at })
    case 'place':
      return void card.places.push({ ...value.of, ...at })
    case 'lead':
      return void card.leads.push({ ...value.of, ...at })
    case 'problem':
      return void card.problems.push({ ...value.of, ...at })
    case 'spread':
      return void card.spread.push({ ...value.of, ...at })
    case 'limit':
      return void card.limits.push({ ...value.of, ...at })
  }
}
