/** Who and what a case names: brands, platforms, mechanisms, honours, people, quotes, documents, places, problems, leads, spread. */
import type { Extractor, FactContext, FoundFact } from '../fact.ts'
import { brands } from './brands.ts'
import { honours } from './honours.ts'
import { leads } from './leads.ts'
import { mechanisms } from './mechanisms.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { platforms } from './platforms.ts'
import { policies } from './policies.ts'
import { problems } from './problems.ts'
import { quotes } from './quotes.ts'
import { createReading, openSpeech, type Reading } from './reading.ts'
import { spread } from './spread.ts'

type Read = (reading: Reading) => readonly FoundFact[]
const KINDS: readonly Read[] = [mechanisms, policies, problems, leads, spread]
/** What is named in words that somebody says counts, too. */
const SAID_TOO: readonly Read[] = [brands, platforms, honours]

export const createNames =
  ({ gazetteer }: FactContext): Extractor =>
  (article) => {
    if (article.body.trim() === '') return people(createReading(article, gazetteer))
    const reading = createReading(article, gazetteer)
    const named = people(reading)
    const opened = openSpeech(reading)
    return [...KINDS.flatMap((read) => read(reading)), ...SAID_TOO.flatMap((read) => read(opened)), ...named, ...quotes(reading, named.flatMap(({ kind, of }) => (kind === 'person' ? [of.name] : []))), ...places(reading, gazetteer)]
  }
