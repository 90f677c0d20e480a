/** What a few lines name, as short as a test can read it. */
import type { Author, Place } from '../../../../../electron/contract/entry.ts'
import { createExtractor, type FoundFact } from '../../../../../electron/core/describing/facts/index.ts'
import { articleOf, gazetteer } from '../../article.ts'

export const extract = createExtractor({ gazetteer })

const NOWHERE: Place = { province: null, city: null, district: null, basis: null }

/** Facts of one kind in `text`, whose lines are paragraphs. */
export function named<K extends FoundFact['kind']>(kind: K, text: string, { place = NOWHERE, authors = [] }: { readonly place?: Place; readonly authors?: readonly Author[] } = {}): readonly Extract<FoundFact, { readonly kind: K }>[] {
  const { title, body, paragraphs } = articleOf(text.split('\n'))
  const all = extract({ title, body, paragraphs, date: null, place, authors })
  return all.filter((fact): fact is Extract<FoundFact, { readonly kind: K }> => fact.kind === kind)
}

/** The words that state each fact of one kind. */
export const words = (kind: FoundFact['kind'], text: string): readonly string[] => named(kind, text).map(({ start, end }) => text.slice(start, end))
