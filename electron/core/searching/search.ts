/** One search: what is meant, what is found, in which order, and the pieces of text to show. */
import type { Origin } from '../../contract/entry.ts'
import { FACETS, type Facets, type Filters, type Mark, NO_FILTERS, type SearchHelp, type Snippet, type SortOrder } from '../../contract/searching.ts'
import { foldText } from '../language/fold.ts'
import type { Segmenter } from '../language/segment.ts'
import type { Thesaurus } from '../language/synonyms.ts'
import type { Bits } from './bits.ts'
import type { EntryText } from './entry.ts'
import { ORIGINS } from './columns.ts'
import { type Filtered, NO_FACETS, filter } from './facets.ts'
import { type Group, grouped } from './grouping.ts'
import { failingParts, unheldAlternatives } from './help.ts'
import { marksIn, snippetOf } from './marks.ts'
import { type Needle, find } from './match.ts'
import type { Orders } from './orders.ts'
import type { QueryChip } from './chips.ts'
import { type Hint, type Query, type QueryNode, type TextNode, parseQuery } from './query.ts'
import { Ordered } from './ordered.ts'
import type { Opinions } from './opinions.ts'
import type { OwnLabels } from './own-labels.ts'
import { quotedApart } from './quoted.ts'
import { type RankContext, byRelevance, positiveLeaves, termsOf } from './rank.ts'
import { type Explained, type Term, explained, rounded, scoreOf, sumOf } from './score.ts'
import { type SoftWord, softSearch, softWords, unheldPieces } from './soft.ts'
import { voiced } from './sounds.ts'
import { alternatives, synonymChip, tellingOf, widened } from './synonyms.ts'

export interface SearchRequest {
  readonly query: string
  readonly filters?: Filters
  readonly sort?: SortOrder
  /** Entries of one story stand as one hit. */
  readonly grouped?: boolean
  /** false where nobody looks at them. */
  readonly facets?: boolean
  readonly offset?: number
  readonly limit?: number
}

export interface FoundEntry {
  readonly seq: number
  readonly score: number
  readonly titleMarks: Mark[]
  readonly snippets: Snippet[]
  readonly occurrences: number
  readonly missing: string[]
  /** The others of its story that a grouped search found, best first. */
  readonly alike: readonly number[]
}

export interface Found {
  /** Lines of the list. */
  readonly total: number
  readonly entries: number
  readonly exact: boolean
  readonly chips: readonly QueryChip[]
  readonly hints: readonly Hint[]
  readonly hits: readonly FoundEntry[]
  readonly facets: Facets
  readonly help: SearchHelp | null
}

export interface SearchContext extends RankContext {
  readonly orders: Orders
  readonly own: OwnLabels
  readonly opinions: Opinions
  readonly segmenter: () => Segmenter
  readonly thesaurus: () => Thesaurus
  /** Entries of these origins are not found. */
  readonly hidden: readonly Origin[]
  /** The number of an entry → the number that stands for its story. */
  readonly stories: () => ReadonlyMap<number, number>
  readonly nearest: Nearest
  /** What letters mean when they are the sounds of words; of these what `holds` says is there. */
  readonly meant: (letters: string, holds: (folded: string) => boolean) => readonly string[]
}

/** The nearest wordings of a query of which `failing` is held by nothing; `total` tells how many another query finds. */
export type Nearest = (query: string, failing: readonly string[], total: (query: string) => number) => SearchHelp['nearest']

/** What a query found before anyone asks for a page of it: kept while its pages, facets and orders are asked for. */
export interface Answer {
  readonly query: Query
  readonly matched: Bits
  readonly exact: boolean
  readonly terms: readonly Term[]
  readonly typed: string | null
  /** Where synonyms widened the query: what the words as typed find. They stand before all that only synonyms find. */
  readonly asTyped: { readonly node: QueryNode | null; readonly entries: Bits } | null
  /** Of a soft search: its words as typed and as texts write them, and its entries best first. */
  readonly soft: { readonly words: readonly SoftWord[]; readonly order: Ordered } | null
  /** What filters left of it, by the filters, labels and opinions it was made for, and the orders of relevance of that: the next page asks the same. */
  readonly filtered: Map<string, Filtered>
  readonly orders: WeakMap<Bits, Ordered>
}

/** Each of them holds numbers of all that was found. */
const MOST_FILTERED = 4
/** So few hits of a query of letters leave room for what they sound like. */
const FEW = 3

/** `literal`: words that no synonym may stand for. */
export function answer(query: string, literal: readonly string[], context: SearchContext): Answer {
  const { evaluator } = context
  const parsed = parseQuery(query)
  const exact = asWritten(parsed, context)
  const wide = asSounded(widened(exact.query, context.thesaurus(), literal), exact.matched, literal, context)
  const isWider = wide !== exact.query
  const matched = isWider ? shown(evaluator.evaluate(wide.node), context) : exact.matched
  // While a library is empty nothing is found by any word: its first import is not held up for the dictionary.
  if (matched.size === 0 && context.columns.count > 0) {
    const words = softWords(parsed.bare, context.segmenter)
    if (words) return softAnswer(exact.query, words, literal, context)
  }
  const typed = parsed.bare.length > 1 ? parsed.bare.map(({ text }) => text).join('') : null
  const asTyped = isWider ? { node: exact.query.node, entries: exact.matched } : null
  return { query: wide, matched, exact: evaluator.isExact(wide.node), terms: termsOf(positiveLeaves(wide.node), context), typed, asTyped, soft: null, filtered: new Map(), orders: new WeakMap() }
}

/** Letters that hardly anything holds as they stand may be the sounds of words. */
function asSounded(query: Query, matched: Bits, literal: readonly string[], context: SearchContext): Query {
  if (matched.size >= FEW || query.bare.length === 0) return query
  const holds = (text: string): boolean => shown(context.evaluator.leaf({ field: 'text', text, prefix: false }), context).size > 0
  return voiced(query, (letters) => context.meant(letters, holds), literal)
}

/** The query and what it finds; bare words that nothing holds as they were typed, as texts write them with quotation marks inside. */
function asWritten(parsed: Query, context: SearchContext): { readonly query: Query; readonly matched: Bits } {
  const matched = shown(context.evaluator.evaluate(parsed.node), context)
  if (matched.size > 0 || parsed.bare.length === 0) return { query: parsed, matched }
  const nodes = parsed.bare.map((leaf): TextNode => ({ ...leaf, text: written(leaf.text, context) }))
  const [first] = nodes
  const node: QueryNode | null = nodes.length === 1 && first ? first : { type: 'and', nodes, start: 0, end: parsed.bare.at(-1)?.end ?? 0 }
  const found = shown(context.evaluator.evaluate(node), context)
  return found.size > 0 ? { query: { ...parsed, node }, matched: found } : { query: parsed, matched }
}

/** One request: its query's answer, and the answers of the queries it searches in. */
export interface Asked {
  readonly answer: Answer
  readonly within: readonly Answer[]
  /** false when nothing was typed, so that the last of the earlier queries gives the order and the marks. */
  readonly said: boolean
}

/** What of these entries is not hidden. */
export function shown(entries: Bits, { columns, hidden }: SearchContext): Bits {
  if (hidden.length === 0) return entries
  const numbers = new Set(hidden.map((origin) => ORIGINS.indexOf(origin)))
  return entries.without(columns.where((seq) => numbers.has(columns.origin(seq))))
}

/** A text without quotation marks as the library writes it. */
function written(text: string, { evaluator }: SearchContext): string {
  const holds = (piece: string): boolean => evaluator.holds(piece)
  return holds(text) ? text : (quotedApart(text, holds) ?? text)
}

function softAnswer(parsed: Query, words: readonly string[], literal: readonly string[], context: SearchContext): Answer {
  const exact = new Set(literal.map(foldText))
  const called = words.map((word) => ({ word, others: alternatives(word, context.thesaurus(), exact) }))
  const spelled = called.map(({ word, others }): SoftWord => ({ typed: word, written: written(word, context), others: tellingOf(word, others) }))
  const typed = parsed.bare.map(({ text }) => text).join('')
  const { entries, order, terms } = softSearch(spelled, typed, context, (found) => shown(found, context))
  const hints = entries.size === 0 ? parsed.hints : [...parsed.hints, { hint: 'soft' as const, detail: words.join(' ') }]
  const chips = called.filter(({ others }) => others.length > 0).map(({ word, others }) => synonymChip(word, others, { start: 0, end: parsed.bare.at(-1)?.end ?? 0 }))
  return { query: { ...parsed, hints, chips: entries.size === 0 ? parsed.chips : [...parsed.chips, ...chips] }, matched: entries, exact: true, terms, typed, asTyped: null, soft: { words: spelled, order }, filtered: new Map(), orders: new WeakMap() }
}

export function pageOf(asked: Asked, request: SearchRequest, context: SearchContext): Found {
  const { filters = NO_FILTERS, sort = 'relevance', facets: counted = true, offset = 0, limit = 20 } = request
  const { answer: found, within, said } = asked
  const { entries, facets } = filtered(asked, filters, context)
  const lines = linesOf(asked, entries, request, context)
  const exact = found.exact && within.every((earlier) => earlier.exact)
  return { total: lines.total, entries: entries.size, exact, chips: said ? found.query.chips : [], hints: said ? found.query.hints : [], facets: counted ? facets() : NO_FACETS, hits: hitsOf(lines.of(offset, limit), found, sort, context), help: entries.size > 0 ? betterHelp(asked, request, context) : helpOf(asked, request, context) }
}

interface Lines {
  readonly total: number
  readonly of: (offset: number, limit: number) => readonly Group[]
}

function linesOf({ answer: found }: Asked, entries: Bits, { sort = 'relevance', grouped: together = false }: SearchRequest, context: SearchContext): Lines {
  const isRanked = sort === 'relevance' && found.terms.length > 0
  const order = (offset: number, limit: number): readonly number[] => (isRanked ? relevant(found, entries, context).slice(offset, offset + limit) : context.orders.page(sort, entries, offset, limit))
  if (!together) return { total: entries.size, of: (offset, limit) => order(offset, limit).map((seq) => ({ seq, alike: [] })) }
  const groups = grouped(order(0, Infinity), context.stories())
  return { total: groups.length, of: (offset, limit) => groups.slice(offset, offset + limit) }
}

function filtered({ answer: found, within }: Asked, filters: Filters, { columns, own, opinions }: SearchContext): Filtered {
  const key = JSON.stringify([filters, own.all, opinions.differing])
  const known = found.filtered.get(key)
  if (known) return known
  const matched = within.reduce((all, earlier) => all.and(earlier.matched), found.matched)
  const made = filter(columns, matched, filters, found.query.namesStatus || within.some(({ query }) => query.namesStatus), { label: own, opinion: opinions })
  if (found.filtered.size >= MOST_FILTERED) found.filtered.clear()
  found.filtered.set(key, made)
  return made
}

/** null when nothing was asked for: then the library is empty. */
function helpOf({ answer: found, said }: Asked, { query, filters = NO_FILTERS }: SearchRequest, context: SearchContext): SearchHelp | null {
  const isNarrowed = filters.within.length > 0 || FACETS.some((facet) => filters[facet].length + filters.not[facet].length > 0)
  if (!isNarrowed && query.trim() === '') return null
  const everything = (asked: Answer): number => filtered({ answer: asked, within: [], said: true }, NO_FILTERS, context).entries.size
  const failing = said ? failingParts(found.query.asked, query, (node) => shown(context.evaluator.evaluate(node), context)) : []
  return {
    failing,
    nearest: said && found.matched.size === 0 && context.columns.count > 0 ? context.nearest(query, failing, (other) => everything(answer(other, filters.literal, context))) : [],
    withoutFilters: isNarrowed ? everything(said ? found : answer('', [], context)) : null,
  }
}

/** Until the answer is forgotten: each page of it would look for the same again. */
const better = new WeakMap<Answer, SearchHelp | null>()

/** Something was found, though not by a part of the query that nothing holds: the nearest wordings of that. null where there are none. */
function betterHelp({ answer: found, said }: Asked, { query, filters = NO_FILTERS }: SearchRequest, context: SearchContext): SearchHelp | null {
  if (!said) return null
  const known = better.get(found)
  if (known !== undefined) return known
  const failing = unheldIn(found, query, context)
  const total = (other: string): number => shown(answer(other, filters.literal, context).matched, context).size
  const nearest = failing.length === 0 ? [] : context.nearest(query, failing, total).filter((one) => one.query !== query && total(one.text) > 0)
  const help = nearest.length === 0 ? null : { failing, nearest, withoutFilters: null }
  better.set(found, help)
  return help
}

function unheldIn({ query, soft }: Answer, typed: string, context: SearchContext): string[] {
  const holds = (text: string): boolean => context.evaluator.holds(text)
  if (soft) return unheldPieces(query.bare, context.segmenter, holds).filter((piece) => alternatives(piece, context.thesaurus(), new Set()).length === 0)
  const widened = new Set(query.chips.flatMap(({ word }) => (word === null ? [] : [foldText(word)])))
  return unheldAlternatives(query.asked, typed, (node) => shown(context.evaluator.evaluate(node), context), (part) => widened.has(foldText(part)))
}

/** Why an entry stands where it does; nothing where it was not asked for by words. */
export function explain(seq: number, { answer: found }: Asked, context: SearchContext): Explained {
  const [entry] = found.terms.length === 0 || !found.matched.has(seq) ? [] : context.texts.of([seq])
  return entry ? explained(entry, found.terms, found.typed, context.columns.year(seq), context.weights) : { score: 0, parts: [] }
}

/** How many entries a search finds. */
export const totalOf = (asked: Asked, { filters = NO_FILTERS }: SearchRequest, context: SearchContext): number => filtered(asked, filters, context).entries.size

/** Every entry that a search finds, in its order. */
export function entriesOf(asked: Asked, request: SearchRequest, context: SearchContext): readonly number[] {
  const { entries } = filtered(asked, request.filters ?? NO_FILTERS, context)
  return linesOf(asked, entries, { ...request, grouped: false }, context).of(0, Infinity).map(({ seq }) => seq)
}

function relevant(found: Answer, entries: Bits, context: SearchContext): Ordered {
  const known = found.orders.get(entries)
  if (known) return known
  const order = found.soft ? found.soft.order.among((seq) => entries.has(seq)) : inTiers(found, entries, context)
  found.orders.set(entries, order)
  return order
}

/** By relevance; what the words as typed find comes before what only synonyms find. */
function inTiers({ query, terms, typed, asTyped }: Answer, entries: Bits, context: SearchContext): Ordered {
  const byRank = (some: Bits, node: QueryNode | null): Ordered => (some.size === 0 ? new Ordered([]) : byRelevance(some, node, terms, typed, context))
  return asTyped ? byRank(entries.and(asTyped.entries), asTyped.node).followedBy(byRank(entries.without(asTyped.entries), query.node)) : byRank(entries, query.node)
}

function hitsOf(lines: readonly Group[], found: Answer, sort: SortOrder, context: SearchContext): FoundEntry[] {
  let ceiling = Infinity
  const alike = new Map(lines.map((line) => [line.seq, line.alike]))
  return context.texts.of(lines.map(({ seq }) => seq)).map((entry) => {
    const { seq, original } = entry
    const score = found.terms.length === 0 ? 0 : sumOf(scoreOf(entry, found.terms, found.typed, context.columns.year(seq), context.weights))
    /** Entries behind the head are ranked by the index alone; their scores never rise above those before them. */
    if (sort === 'relevance') ceiling = Math.min(ceiling, score)
    const titleMarks = marksIn(original.title, needlesFor('title', found.terms))
    const bodyMarks = marksIn(original.body, needlesFor('body', found.terms))
    const snippet = snippetOf(original.body, bodyMarks)
    const missing = found.soft ? found.soft.words.filter((word) => ![word.written, ...word.others].some((one) => stands(entry, one))).map((word) => word.typed) : []
    return { seq, score: rounded(sort === 'relevance' ? ceiling : score), titleMarks, snippets: snippet ? [snippet] : [], occurrences: titleMarks.length + bodyMarks.length, missing, alike: alike.get(seq) ?? [] }
  })
}

const stands = ({ title, headings, body, notes }: MarkedText, word: string): boolean => [title, ...headings, body, ...notes].some((text) => find(text, { text: word, prefix: false }) >= 0)

const needlesFor = (place: 'title' | 'body', terms: readonly Term[]): Needle[] => terms.filter(({ field }) => field === 'text' || field === 'keywords' || field === place)

export type MarkedText = Omit<EntryText, 'seq' | 'keywords'>

export interface MarkingContext {
  readonly segmenter: () => Segmenter
  readonly thesaurus: () => Thesaurus
}

/** Every place in one entry that the query marks, synonyms included. A sentence that stands nowhere in it is marked by its words. */
export function marksOf(query: string, literal: readonly string[], text: MarkedText, { segmenter, thesaurus }: MarkingContext): { title: Mark[]; body: Mark[] } {
  const parsed = parseQuery(query)
  const folded = { title: foldText(text.title), body: foldText(text.body), headings: text.headings.map(foldText), notes: text.notes.map(foldText) }
  const asStanding = (word: string): string => (stands(folded, word) ? word : (quotedApart(word, (piece) => stands(folded, piece)) ?? word))
  const exact = new Set(literal.map(foldText))
  const others = (word: string): Needle[] => tellingOf(word, alternatives(word, thesaurus(), exact)).map((other) => ({ text: other, prefix: false }))
  const leaves = positiveLeaves(widened(parsed, thesaurus(), literal).node)
  const within = (needles: readonly Needle[]): { title: Mark[]; body: Mark[] } => ({ title: marksIn(text.title, needles), body: marksIn(text.body, needles) })
  const bare = parsed.bare.map(({ text: word, prefix }) => ({ text: asStanding(word), prefix, others: others(word) }))
  const needles = bare.flatMap((word) => [word, ...word.others])
  if (bare.some((word) => ![word, ...word.others].some((needle) => stands(folded, needle.text)))) {
    const words = softWords(parsed.bare, segmenter)
    if (words) return within([...needles, ...words.flatMap((word) => [{ text: asStanding(word), prefix: false }, ...others(word)])])
  }
  if (bare.length > 0) return within(needles)
  return { title: marksIn(text.title, leaves.filter(({ field }) => field !== 'body')), body: marksIn(text.body, leaves.filter(({ field }) => field !== 'title')) }
}
