/** The door of describing: a clean article in, what rules conclude about it out. Pure: same input, same output. */
import type { Basis, EntryKind, Inference, Place } from '../../contract/entry.ts'
import type { CleanArticle } from '../cleaning/article.ts'
import type { Segmenter } from '../language/index.ts'
import { absences } from './absent.ts'
import { inferDate, pageDate, type PageDate } from './dates.ts'
import type { Description } from './description.ts'
import type { Gazetteer } from './gazetteer.ts'
import { judgeKind } from './kind.ts'
import type { Tagger } from './practices/index.ts'
import { resolvePlace, type LentCity, type PlaceTexts, type ResolvedPlace } from './places.ts'
import { rightsOf } from './rights.ts'
import { inferMedia } from './source.ts'
import { streetOffers } from './street-offers.ts'
import { provisionalTitle } from './title.ts'
import { findUnlisted, unlistedInferences } from './unlisted.ts'

export type { Description } from './description.ts'
export { loadGazetteer, type Gazetteer } from './gazetteer.ts'

export interface DescribingContext {
  readonly fileName: string
  readonly frontMatter: Readonly<Record<string, unknown>> | null
  readonly segmenter: Pick<Segmenter, 'keywords'>
  /** `loadGazetteer(contentFolder)`, once for each process. */
  readonly gazetteer: Gazetteer
  /** `createTagger(loadTaxonomy(contentFolder))`, once for each process. */
  readonly tagger: Tagger
}

const KEYWORDS = 20
const NO_DATE: PageDate = { year: null, day: null }

/** Describes the articles of one file together: what one of a page's articles says of city and year helps its neighbours. */
export function describeFile(articles: readonly CleanArticle[], context: DescribingContext): readonly Description[] {
  if (articles.length < 2) return articles.map((article) => describe(article, context))
  const found = articles.map((article) => {
    const texts = placeTexts(article)
    return { article, texts, alone: resolvePlace(texts, context.gazetteer) }
  })
  const votes = countCities(found.map(({ alone }) => alone))
  const date = pageDate(articles)
  return found.map(({ article, texts, alone }) => {
    const city = cityOf(votes, alone)
    const resolved = city === null ? alone : resolvePlace(texts, context.gazetteer, city)
    return conclude(article, resolved, date, true, context)
  })
}

/** Describes one article by itself. */
export function describe(article: CleanArticle, context: DescribingContext): Description {
  const resolved = resolvePlace(placeTexts(article), context.gazetteer)
  return conclude(article, resolved, NO_DATE, false, context)
}

function conclude(article: CleanArticle, resolved: ResolvedPlace, date: PageDate, page: boolean, context: DescribingContext): Description {
  const place = givenPlace(context.frontMatter) ?? statedPlace(article.statedPlace, context.gazetteer) ?? resolved.place
  const headings = article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []))
  const paragraphs = article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [] : [text]))
  const stated = article.title?.trim() ?? ''
  const title = stated === '' ? provisionalTitle({ headings, paragraphs, body: article.body }, place, context.fileName, article.ordinal) : stated
  const judged = givenKind(context.frontMatter) ?? judgeKind({ title: stated === '' ? null : stated, headings: [...present(article.kicker), ...present(article.subtitle), ...headings], body: article.body })
  const statement = article.rightsStatement
  const inferred = inferences(article, place, resolved, date, page, context.gazetteer)
  return {
    title,
    titleIsProvisional: stated === '',
    kind: judged.kind,
    kindReason: judged.reason,
    place,
    rightsLevel: rightsOf(statement).level,
    inferences: inferred,
    absent: absences(article, place, new Set(inferred.map(({ field }) => field))),
    practices: context.tagger({ title: stated === '' ? null : stated, body: article.body, paragraphs: article.paragraphs, kind: judged.kind }),
    // A provisional title is ours; keywords are the text's own.
    keywords: context.segmenter.keywords(stated, article.body, KEYWORDS).slice(0, KEYWORDS),
  }
}

function inferences(article: CleanArticle, place: Place, resolved: ResolvedPlace, date: PageDate, page: boolean, gazetteer: Gazetteer): readonly Inference[] {
  const day = article.date.value === null ? inferDate(article, date) : null
  const ownReporter = article.authors.some(({ role }) => role === 'reporter' || role === 'photographer')
  const media = article.source.media === null ? inferMedia({ body: article.body, rightsStatement: article.rightsStatement, page, ownReporter }, place, gazetteer) : null
  const towns = streetOffers(placeTexts(article), place, gazetteer.streets)
  const settled = new Set(towns.map(({ value }) => value))
  const unsettled = place.city === null ? unsettledPlaces(article, resolved, gazetteer).filter(({ value }) => !settled.has(value)) : []
  const offers = day === null && article.date.value === null ? article.offers : article.offers.filter(({ field }) => field !== 'date')
  return [media, day, ...towns, ...unsettled, ...offers].filter((inference) => inference !== null)
}

/** Places the text does state, and that stay open: one of several that share a name, or one the gazetteer does not know. */
function unsettledPlaces(article: CleanArticle, resolved: ResolvedPlace, gazetteer: Gazetteer): readonly Inference[] {
  const unclear = resolved.ambiguous.map(({ name, paths }): Inference => ({ field: 'place.district', value: name, why: `文中写到“${name}”，同名的有 ${paths.join('、')}，原文没有说明是哪一个。` }))
  const unlisted = findUnlisted(placeTexts(article), gazetteer)
  return [...unclear, ...(unlisted === null ? [] : unlistedInferences(unlisted))]
}

const placeTexts = (article: CleanArticle): PlaceTexts => ({
  title: present(article.title),
  headings: [...present(article.kicker), ...present(article.subtitle), ...article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []))],
  notes: [...article.authors.flatMap(({ note }) => present(note)), ...present(article.source.media), ...present(article.editorNote)],
  body: article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [] : [text])),
})

const present = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text])

interface CityVotes {
  readonly all: number
  readonly byCity: ReadonlyMap<string, { readonly city: LentCity; readonly count: number }>
}

const keyOf = ({ place }: ResolvedPlace): string | null => (place.city === null ? null : `${place.province}/${place.city}`)

function countCities(places: readonly ResolvedPlace[]): CityVotes {
  const byCity = new Map<string, { readonly city: LentCity; readonly count: number }>()
  let all = 0
  for (const resolved of places) {
    const key = keyOf(resolved)
    const { province, city } = resolved.place
    if (key === null || province === null || city === null) continue
    all++
    byCity.set(key, { city: { province, city }, count: (byCity.get(key)?.count ?? 0) + 1 })
  }
  return { all, byCity }
}

/** The city most of the other articles are about, when at least two are. `own` does not vote for itself. */
function cityOf({ all, byCity }: CityVotes, own: ResolvedPlace): LentCity | null {
  const ownKey = keyOf(own)
  const others = all - (ownKey === null ? 0 : 1)
  for (const [key, { city, count }] of byCity) {
    const votes = key === ownKey ? count - 1 : count
    if (votes >= 2 && votes >= 0.6 * others) return city
  }
  return null
}

function givenKind(frontMatter: DescribingContext['frontMatter']): { readonly kind: EntryKind; readonly reason: string } | null {
  const kind = frontMatter?.['kind']
  return kind === 'case' || kind === 'other' ? { kind, reason: '文件头的 kind 字段写明。' } : null
}

/** A place that a column or a tag of the file names. */
function statedPlace(stated: string | null, gazetteer: Gazetteer): Place | null {
  if (stated === null) return null
  const { place } = resolvePlace({ title: [stated], headings: [], notes: [], body: [] }, gazetteer)
  return place.province === null ? null : { ...place, basis: 'stated' }
}

/** A place that the file's own head states outranks every rule. */
function givenPlace(frontMatter: DescribingContext['frontMatter']): Place | null {
  const field = (name: string): string | null => {
    const value = frontMatter?.[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const [province, city, district] = [field('province'), field('city'), field('district')]
  const basis: Basis = 'stated'
  return province === null && city === null ? null : { province, city, district, basis }
}
