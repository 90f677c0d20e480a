/** Scores all of one file: how it was parted, cleaned, tagged, and what its facts say. */
import type { FoundFact } from '../../electron/core/describing/facts/index.ts'
import type { Gold, GoldArticle } from './gold-file.ts'
import { spanToRaw, type RawFact, type ReadCase } from './read-case.ts'
import { answered, type Asked, type Score } from './score.ts'
import { scoreIndicators } from './score-indicators.ts'
import { scoreNames, type FoundName } from './score-names.ts'
import { scoreTags } from './score-tags.ts'
import { bare } from './words.ts'

type Of<K extends FoundFact['kind']> = RawFact & { readonly kind: K }

export function scoreFile(gold: Gold, cases: readonly ReadCase[]): readonly Score[] {
  const pairs = gold.articles.map((wanted) => ({ wanted, found: cases.find((one) => isSame(wanted, one)) }))
  const missed = pairs.filter(({ found }) => found === undefined)
  const split: Score = { kind: 'articles', right: pairs.length - missed.length, wanted: gold.document.article_count, found: cases.length, misses: missed.map(({ wanted }) => wanted.title ?? wanted.body.first15), wrong: cases.slice(gold.document.article_count).map(({ description }) => description.title) }
  const bodies = cases.map(({ article }) => article.body).join('\n')
  const cleaned: Asked[] = [
    ...gold.boilerplate.flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== '').map((line): Asked => [!bodies.includes(line.trim()), line.trim()])),
    ...gold.line_joins.map(({ repaired }): Asked => [bodies.includes(repaired), repaired]),
    ...pairs.flatMap(({ wanted, found }): Asked[] => (found === undefined ? [] : [[bare(found.article.body).startsWith(bare(wanted.body.first15)), wanted.body.first15], [bare(found.article.body).endsWith(bare(wanted.body.last15)), wanted.body.last15]])),
  ]
  return [split, answered('cleaning', cleaned), ...pairs.flatMap(({ wanted, found }) => (found === undefined ? [] : scoreArticle(wanted, found)))]
}

const isSame = (wanted: GoldArticle, { article }: ReadCase): boolean => (wanted.title === null ? article.title === null && bare(article.body).startsWith(bare(wanted.body.first15)) : bare(article.title ?? '') === bare(wanted.title))

function scoreArticle(gold: GoldArticle, { article, description, facts }: ReadCase): readonly Score[] {
  const of = <K extends FoundFact['kind']>(kind: K): readonly Of<K>[] => facts.filter((fact): fact is Of<K> => fact.kind === kind)
  const named = (all: readonly (RawFact & { readonly of: { readonly name: string } })[]): FoundName[] => all.map((fact) => ({ name: fact.of.name, raw: fact.raw }))
  const aims = new Set(gold.honours.filter(({ kind }) => kind === 'aspirational').flatMap(({ name = '', text }) => [bare(name), bare(text)]))
  return [
    scoreTags(gold, description.practices, (span) => spanToRaw(article, span)),
    ...scoreIndicators(gold, of('indicator')),
    scoreNames('formulas', gold.formulas, named(of('formula'))),
    scoreNames('brands', gold.mediation_brands, named(of('brand'))),
    scoreNames('platforms', gold.platforms, named(of('platform'))),
    scoreNames('honours', gold.honours, of('honour').map((fact) => ({ name: fact.of.name, raw: fact.raw, contrary: fact.of.kind !== 'aspirational' && aims.has(bare(fact.of.name)) }))),
    scoreNames('people', gold.people, named(of('person'))),
    scoreNames('quotes', gold.quotes, of('quote').map(({ text, raw }) => ({ name: text, raw }))),
    scoreNames('documents', gold.documents, of('policy').map((fact) => ({ name: fact.of.title, raw: fact.raw }))),
    ...(gold.places === undefined ? [] : [scoreNames('places', gold.places, named(of('place')))]),
  ]
}
