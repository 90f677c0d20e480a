/** The door of describing: a clean article in, what rules conclude about it out. Pure: same input, same output. */
import type { Basis, EntryKind, Inference, Place } from '../../contract/entry.ts'
import type { CleanArticle } from '../cleaning/article.ts'
import { absences } from './absent.ts'
import { inferDate, yearOf, type YearHint } from './dates.ts'
import type { Description } from './description.ts'
import type { Gazetteer } from './gazetteer.ts'
import { judgeKind } from './kind.ts'
import { resolvePlace, type LentCity, type PlaceTexts, type ResolvedPlace } from './places.ts'
import { rightsOf } from './rights.ts'
import { inferMedia } from './source.ts'
import { provisionalTitle } from './title.ts'

export type { Description } from './description.ts'
export { loadGazetteer, type Gazetteer } from './gazetteer.ts'

/** The part of the segmenter that describing needs. */
export interface KeywordSource {
  readonly keywords: (title: string, body: string, count?: number) => readonly string[]
}

export interface DescribingContext {
  readonly fileName: string
  readonly frontMatter: Readonly<Record<string, unknown>> | null
  readonly segmenter: KeywordSource
  /** `loadGazetteer(contentFolder)`, once for each process. */
  readonly gazetteer: Gazetteer
}

const KEYWORDS = 20

/** Describes the articles of one file together: what one of a page's articles says of city and year helps its neighbours. */
export function describeFile(articles: readonly CleanArticle[], context: DescribingContext): readonly Description[] {
  const found = articles.map((article) => ({ article, texts: placeTexts(article), year: yearOf(article) }))
  const alone = found.map(({ texts }) => resolvePlace(texts, context.gazetteer))
  return found.map(({ article, texts }, index) => {
    const others = <T>(values: readonly T[]): readonly T[] => values.filter((_, other) => other !== index)
    const city = cityOf(others(alone))
    const resolved = city === null ? (alone[index] ?? resolvePlace(texts, context.gazetteer)) : resolvePlace(texts, context.gazetteer, city)
    return conclude(article, resolved, commonYear(others(found.map(({ year }) => year))), articles.length > 1, context)
  })
}

/** Describes one article by itself. */
export function describe(article: CleanArticle, context: DescribingContext): Description {
  const resolved = resolvePlace(placeTexts(article), context.gazetteer)
  return conclude(article, resolved, null, false, context)
}

function conclude(article: CleanArticle, resolved: ResolvedPlace, pageYear: YearHint | null, page: boolean, context: DescribingContext): Description {
  const place = givenPlace(context.frontMatter) ?? resolved.place
  const headings = article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []))
  const paragraphs = article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [] : [text]))
  const stated = article.title?.trim() ?? ''
  const title = stated === '' ? provisionalTitle({ headings, paragraphs, body: article.body }, place, context.fileName, article.ordinal) : stated
  const judged = givenKind(context.frontMatter) ?? judgeKind({ title: stated === '' ? null : stated, headings, body: article.body })
  const statement = article.rightsStatement
  return {
    title,
    titleIsProvisional: stated === '',
    kind: judged.kind,
    kindReason: judged.reason,
    place,
    rightsLevel: rightsOf(statement).level,
    inferences: inferences(article, place, resolved, pageYear, page),
    absent: absences(article, place),
    keywords: context.segmenter.keywords(title, article.body, KEYWORDS).slice(0, KEYWORDS),
  }
}

function inferences(article: CleanArticle, place: Place, resolved: ResolvedPlace, pageYear: YearHint | null, page: boolean): readonly Inference[] {
  const date = article.date.value === null ? inferDate(article, pageYear) : null
  const ownReporter = article.authors.some(({ role }) => role === 'reporter' || role === 'photographer')
  const media = article.source.media === null ? inferMedia({ body: article.body, rightsStatement: article.rightsStatement, page, ownReporter }, place) : null
  const unclear = place.city === null ? resolved.ambiguous.map(({ name, paths }): Inference => ({ field: 'place.district', value: name, why: `文中写到“${name}”，同名的有 ${paths.join('、')}，原文没有说明是哪一个。` })) : []
  return [media, date, ...unclear].filter((inference) => inference !== null)
}

const placeTexts = (article: CleanArticle): PlaceTexts => ({
  title: present(article.title),
  headings: [...present(article.kicker), ...present(article.subtitle), ...article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []))],
  notes: [...article.authors.flatMap(({ note }) => present(note)), ...present(article.source.media), ...present(article.editorNote)],
  body: article.paragraphs.flatMap(({ kind, text }) => (kind === 'heading' ? [] : [text])),
})

const present = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text])

/** The city most of the other articles are about, when at least two are. */
function cityOf(places: readonly ResolvedPlace[]): LentCity | null {
  const votes = new Map<string, { readonly lent: LentCity; count: number }>()
  let all = 0
  for (const { place } of places) {
    if (place.province === null || place.city === null) continue
    all++
    const key = `${place.province}/${place.city}`
    const vote = votes.get(key)
    if (vote === undefined) votes.set(key, { lent: { province: place.province, city: place.city }, count: 1 })
    else vote.count++
  }
  const [first] = [...votes.values()].sort((a, b) => b.count - a.count)
  return first !== undefined && first.count >= 2 && first.count >= 0.6 * all ? first.lent : null
}

/** The year the articles of a page agree on. */
function commonYear(hints: readonly (YearHint | null)[]): YearHint | null {
  const named = hints.filter((hint) => hint !== null)
  const [first] = named
  return first !== undefined && named.every(({ year }) => year === first.year) ? first : null
}

function givenKind(frontMatter: DescribingContext['frontMatter']): { readonly kind: EntryKind; readonly reason: string } | null {
  const kind = frontMatter?.['kind']
  return kind === 'case' || kind === 'other' ? { kind, reason: '文件头的 kind 字段写明。' } : null
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
