/** One search: what is meant, what is found, in which order, and the pieces of text to show. */
import type { Origin } from '../../contract/entry.ts'
import { type Facets, type Filters, type Mark, NO_FILTERS, type Snippet, type SortOrder } from '../../contract/searching.ts'
import { foldText } from '../language/fold.ts'
import type { Segmenter } from '../language/segment.ts'
import type { Bits } from './bits.ts'
import type { EntryText } from './entry.ts'
import { ORIGINS } from './columns.ts'
import { type Filtered, filter } from './facets.ts'
import { marksIn, snippetOf } from './marks.ts'
import { type Needle, find } from './match.ts'
import type { Orders } from './orders.ts'
import { phraseOf } from './phrase.ts'
import { type Hint, type Query, type QueryChip, type QueryNode, type TextNode, parseQuery } from './query.ts'
import { quotedApart } from './quoted.ts'
import { type RankContext, byRelevance, positiveLeaves, termsOf } from './rank.ts'
import { type Term, scoreOf } from './score.ts'
import { softSearch, softWords } from './soft.ts'

export interface SearchRequest {
  readonly query: string
  readonly filters?: Filters
  readonly sort?: SortOrder
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
}

export interface Found {
  readonly total: number
  readonly exact: boolean
  readonly chips: readonly QueryChip[]
  readonly hints: readonly Hint[]
  readonly hits: readonly FoundEntry[]
  readonly facets: Facets
}

export interface SearchContext extends RankContext {
  readonly orders: Orders
  readonly segmenter: () => Segmenter
  /** Entries of these origins are not found. */
  readonly hidden: readonly Origin[]
}

/** What a query found before anyone asks for a page of it: kept while its pages, facets and orders are asked for. */
export interface Answer {
  readonly query: Query
  readonly matched: Bits
  readonly exact: boolean
  readonly terms: readonly Term[]
  readonly typed: string | null
  /** Of a soft search: its words as typed and as texts write them, and its entries best first. */
  readonly soft: { readonly words: readonly { readonly typed: string; readonly written: string }[]; readonly order: readonly number[] } | null
  /** Orders of relevance already made, by the filters they were made for. */
  readonly orders: Map<string, readonly number[]>
}

export function answer(query: string, context: SearchContext): Answer {
  const parsed = parseQuery(query)
  const { evaluator } = context
  const matched = shown(evaluator.evaluate(parsed.node), context)
  const leaves = positiveLeaves(parsed.node)
  const typed = parsed.bare.length > 1 ? parsed.bare.map(({ text }) => text).join('') : null
  if (matched.size === 0 && parsed.bare.length > 0) {
    const quoted = parsed.bare.map((leaf): TextNode => ({ ...leaf, text: written(leaf.text, context) }))
    const node: QueryNode = { type: 'and', nodes: quoted, start: 0, end: query.length }
    const found = shown(evaluator.evaluate(node), context)
    if (found.size > 0) return { query: { ...parsed, node }, matched: found, exact: evaluator.isExact(node), terms: termsOf(quoted, context), typed, soft: null, orders: new Map() }
    const words = softWords(parsed.bare, context.segmenter)
    if (words) return softAnswer(parsed, words, context)
  }
  return { query: parsed, matched, exact: evaluator.isExact(parsed.node), terms: termsOf(leaves, context), typed, soft: null, orders: new Map() }
}

/** One request: its query's answer, and the answers of the queries it searches in. */
export interface Asked {
  readonly answer: Answer
  readonly within: readonly Answer[]
  /** false when nothing was typed, so that the last of the earlier queries gives the order and the marks. */
  readonly said: boolean
}

/** What of these entries is not hidden. */
function shown(entries: Bits, { columns, hidden }: SearchContext): Bits {
  if (hidden.length === 0) return entries
  const numbers = new Set(hidden.map((origin) => ORIGINS.indexOf(origin)))
  return entries.without(columns.where((seq) => numbers.has(columns.origin(seq))))
}

/** A text without quotation marks as the library writes it. */
function written(text: string, { store }: SearchContext): string {
  const holds = (piece: string): boolean => store.count(phraseOf(piece).match ?? '""', 1) > 0
  return holds(text) ? text : (quotedApart(text, holds) ?? text)
}

function softAnswer(parsed: Query, words: readonly string[], context: SearchContext): Answer {
  const spelled = words.map((word) => ({ typed: word, written: written(word, context) }))
  const typed = parsed.bare.map(({ text }) => text).join('')
  const { entries, order, terms } = softSearch(spelled.map((word) => word.written), typed, context, (found) => shown(found, context))
  const hints = entries.size === 0 ? parsed.hints : [...parsed.hints, { hint: 'soft' as const, detail: words.join(' ') }]
  return { query: { ...parsed, hints }, matched: entries, exact: true, terms, typed, soft: { words: spelled, order }, orders: new Map() }
}

export function pageOf(asked: Asked, request: SearchRequest, context: SearchContext): Found {
  const { filters = NO_FILTERS, sort = 'relevance', offset = 0, limit = 20 } = request
  const { answer: found, within, said } = asked
  const { entries, facets } = filtered(asked, filters, context)
  const seqs = sort === 'relevance' && found.terms.length > 0 ? relevant(found, entries, filters, context).slice(offset, offset + limit) : context.orders.page(sort, entries, offset, limit)
  const exact = found.exact && within.every((earlier) => earlier.exact)
  return { total: entries.size, exact, chips: said ? found.query.chips : [], hints: said ? found.query.hints : [], facets, hits: hitsOf(seqs, found, sort, context) }
}

function filtered({ answer: found, within }: Asked, filters: Filters, { columns }: SearchContext): Filtered {
  const matched = within.reduce((all, earlier) => all.and(earlier.matched), found.matched)
  return filter(columns, matched, filters, found.query.namesStatus || within.some(({ query }) => query.namesStatus))
}

/** Every entry that a search finds, in its order. */
export function entriesOf(asked: Asked, { filters = NO_FILTERS, sort = 'relevance' }: SearchRequest, context: SearchContext): readonly number[] {
  const { answer: found } = asked
  const { entries } = filtered(asked, filters, context)
  return sort === 'relevance' && found.terms.length > 0 ? relevant(found, entries, filters, context) : context.orders.page(sort, entries, 0, Infinity)
}

function relevant(found: Answer, entries: Bits, filters: Filters, context: SearchContext): readonly number[] {
  const key = JSON.stringify(filters)
  const known = found.orders.get(key)
  if (known) return known
  const order = found.soft ? found.soft.order.filter((seq) => entries.has(seq)) : byRelevance(entries, found.query.node, found.terms, found.typed, context)
  found.orders.set(key, order)
  return order
}

function hitsOf(seqs: readonly number[], found: Answer, sort: SortOrder, context: SearchContext): FoundEntry[] {
  let ceiling = Infinity
  return context.texts.of(seqs).map((entry) => {
    const { seq, original } = entry
    const score = found.terms.length === 0 ? 0 : scoreOf(entry, found.terms, found.typed, context.columns.year(seq))
    /** Entries behind the head are ranked by the index alone; their scores never rise above those before them. */
    if (sort === 'relevance') ceiling = Math.min(ceiling, score)
    const titleMarks = marksIn(original.title, needlesFor('title', found.terms))
    const bodyMarks = marksIn(original.body, needlesFor('body', found.terms))
    const snippet = snippetOf(original.body, bodyMarks)
    const missing = found.soft ? found.soft.words.filter((word) => !stands(entry, word.written)).map((word) => word.typed) : []
    return { seq, score: round(sort === 'relevance' ? ceiling : score), titleMarks, snippets: snippet ? [snippet] : [], occurrences: titleMarks.length + bodyMarks.length, missing }
  })
}

const stands = ({ title, headings, body, notes }: MarkedText, word: string): boolean => [title, ...headings, body, ...notes].some((text) => find(text, { text: word, prefix: false }) >= 0)

const round = (score: number): number => Math.round(score * 1000) / 1000

const needlesFor = (place: 'title' | 'body', terms: readonly Term[]): Needle[] => terms.filter(({ field }) => field === 'text' || field === 'keywords' || field === place)

export type MarkedText = Omit<EntryText, 'seq' | 'keywords'>

/** Every place in one entry that the query marks. A sentence that stands nowhere in it is marked by its words. */
export function marksOf(query: string, text: MarkedText, segmenter: () => Segmenter): { title: Mark[]; body: Mark[] } {
  const parsed = parseQuery(query)
  const leaves = positiveLeaves(parsed.node)
  const within = (needles: readonly Needle[]): { title: Mark[]; body: Mark[] } => ({ title: marksIn(text.title, needles), body: marksIn(text.body, needles) })
  const folded = { title: foldText(text.title), body: foldText(text.body), headings: text.headings.map(foldText), notes: text.notes.map(foldText) }
  const asWritten = (word: string): string => (stands(folded, word) ? word : (quotedApart(word, (piece) => stands(folded, piece)) ?? word))
  const bare = parsed.bare.map(({ text: word, prefix }) => ({ text: asWritten(word), prefix }))
  if (bare.some((needle) => !stands(folded, needle.text))) {
    const words = softWords(parsed.bare, segmenter)
    if (words) return within([...leaves, ...words.map((word) => ({ text: asWritten(word), prefix: false }))])
  }
  if (bare.length > 0) return within(bare)
  return { title: marksIn(text.title, leaves.filter(({ field }) => field !== 'body')), body: marksIn(text.body, leaves.filter(({ field }) => field !== 'title')) }
}
