/** What the extractor makes of sentences written for a test. */
import { createFigures } from '../../../../../electron/core/describing/facts/figures/index.ts'
import type { FoundFact } from '../../../../../electron/core/describing/facts/fact.ts'
import type { Formula, Indicator } from '../../../../../electron/contract/fact.ts'
import { articleOf, gazetteer } from '../../article.ts'

const figures = createFigures({ gazetteer })

export function figuresOf(text: string, date: string | null = '2023-08-15', title: string | null = null): readonly FoundFact[] {
  const { body, paragraphs } = articleOf(text.split('\n'))
  return figures({ title, body, paragraphs, date, place: { province: null, city: null, district: null }, authors: [] })
}

export const indicatorsOf = (text: string, date?: string | null): readonly Indicator[] => figuresOf(text, date).flatMap((fact) => (fact.kind === 'indicator' ? [fact.of] : []))
export const formulasOf = (text: string, title: string | null = null): readonly Formula[] => figuresOf(text, null, title).flatMap((fact) => (fact.kind === 'formula' ? [fact.of] : []))
