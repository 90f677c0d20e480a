/** Searching (搜索): one round trip gives hits, snippets, counts and facets. */
import { z } from 'zod'
import { EntryId, EntryKind, EntrySummary, Origin, ReviewState, RightsLevel, ShelfStatus } from './entry.ts'
import { LabelId } from './labels.ts'
import { method } from './method.ts'
import { PracticeId } from './practice-tag.ts'

export const SortOrder = z.enum(['relevance', 'date', 'imported', 'title', 'place'])
export type SortOrder = z.infer<typeof SortOrder>

export const FACETS = ['place', 'year', 'source', 'kind', 'origin', 'practice', 'label', 'brand', 'platform', 'rights', 'status', 'review', 'opinion'] as const
export const FacetName = z.enum(FACETS)
export type FacetName = z.infer<typeof FacetName>

export const Opinion = z.literal('differ')

/** Chosen values by facet. A place is 'province', 'province/city' or 'province/city/district'; '' means 原文未述. */
const VALUES = {
  place: z.array(z.string().max(200)).max(200).default([]),
  year: z.array(z.string().max(4)).max(200).default([]),
  source: z.array(z.string().max(200)).max(200).default([]),
  kind: z.array(EntryKind).max(2).default([]),
  origin: z.array(Origin).max(3).default([]),
  /** Entries that show one of these practices; a practice holds what its sub-practices show. */
  practice: z.array(PracticeId).max(200).default([]),
  /** Entries with a passage that has one of these own labels; a label holds what those under it hold. */
  label: z.array(LabelId).max(200).default([]),
  brand: z.array(z.string().max(300)).max(200).default([]),
  platform: z.array(z.string().max(300)).max(200).default([]),
  rights: z.array(RightsLevel).max(4).default([]),
  status: z.array(ShelfStatus).max(3).default([]),
  review: z.array(ReviewState).max(2).default([]),
  /** 意见不一: entries that hold something on which people differ. */
  opinion: z.array(Opinion).max(1).default([]),
}
const Query = z.string().max(1_000_000)
const FilterValues = z.strictObject(VALUES)
export type FilterValues = z.infer<typeof FilterValues>
const NO_VALUES: FilterValues = { place: [], year: [], source: [], kind: [], origin: [], practice: [], label: [], brand: [], platform: [], rights: [], status: [], review: [], opinion: [] }

/** Values of one facet are joined by or (by and where `every` names the facet), facets by and. */
export const Filters = z.strictObject({
  ...VALUES,
  /** Facets of which an entry holds several values, and of which it must hold every chosen one. */
  every: z.array(z.enum(['practice', 'label', 'brand', 'platform'])).max(4).default([]),
  /** An entry with any of these is left out. */
  not: FilterValues.default(NO_VALUES),
  /** Earlier queries whose results are searched in (在结果中搜索): an entry must be found by each. */
  within: z.array(Query).max(20).default([]),
  /** Words of the query that are to be taken as they stand, without synonyms. */
  literal: z.array(z.string().max(1000)).max(50).default([]),
})
export type Filters = z.infer<typeof Filters>
export const NO_FILTERS: Filters = { ...NO_VALUES, every: [], not: NO_VALUES, within: [], literal: [] }

export const Mark = z.tuple([z.int().min(0), z.int().min(0)])
export type Mark = z.infer<typeof Mark>

/** `text` is an exact slice of the body that begins at `start`; marks are [start, end) UTF-16 offsets into `text`. `cutBefore`, `cutAfter`: it begins, or ends, within a sentence. */
export const Snippet = z.strictObject({ text: z.string(), start: z.int().min(0), cutBefore: z.boolean(), cutAfter: z.boolean(), marks: z.array(Mark) })
export type Snippet = z.infer<typeof Snippet>

export const Hit = z.strictObject({
  ...EntrySummary.shape,
  score: z.number(),
  titleMarks: z.array(Mark),
  snippets: z.array(Snippet),
  /** How often the query occurs in title and body. */
  occurrences: z.int(),
  /** Words of a soft search that this entry lacks; empty when it has them all. */
  missing: z.array(z.string()),
  /** Entries of the same story that a grouped search lets this hit stand for, best first. */
  alike: z.array(z.strictObject({ id: EntryId, title: z.string(), media: z.string().nullable() })),
})
export type Hit = z.infer<typeof Hit>

export const FacetValue = z.strictObject({ value: z.string(), count: z.int() })
export const Facets = z.strictObject({ place: z.array(FacetValue), year: z.array(FacetValue), source: z.array(FacetValue), kind: z.array(FacetValue), origin: z.array(FacetValue), practice: z.array(FacetValue), label: z.array(FacetValue), brand: z.array(FacetValue), platform: z.array(FacetValue), rights: z.array(FacetValue), status: z.array(FacetValue), review: z.array(FacetValue), opinion: z.array(FacetValue) })
export type Facets = z.infer<typeof Facets>

/** What the query was understood as; a blank in place of the query's [start, end) takes the chip away and leaves the meaning of the others. */
export const QueryChip = z.strictObject({
  label: z.string(),
  /** `synonym` and `pinyin` stand beside the chip of their word: what else it is taken for. They are taken away by naming the word in `literal`. */
  kind: z.enum(['phrase', 'words', 'field', 'not', 'or', 'prefix', 'synonym', 'pinyin']),
  start: z.int(),
  end: z.int(),
  /** Where in this list the chip of the group stands that this one is a part of; null at the top. */
  group: z.int().nullable(),
  /** Of a synonym or pinyin chip: the word as typed, and what is looked for as well. */
  word: z.string().nullable(),
  alternatives: z.array(z.string()),
})
export const QueryHint = z.enum(['soft', 'no-words', 'unbalanced', 'truncated', 'unknown-field', 'unknown-value', 'stray-operator'])

/** What to do when nothing is found, or when something is, but not by a part of the query that nothing holds. */
export const SearchHelp = z.strictObject({
  /** Parts of the query that nothing holds, as typed; empty when each is held by something and only all together by nothing. */
  failing: z.array(z.string()),
  /** Nearest wording: the query with `word` put right. */
  nearest: z.array(z.strictObject({ word: z.string(), text: z.string(), from: z.enum(['title', 'dictionary', 'keyword', 'practice', 'label', 'place', 'name']), query: z.string(), total: z.int() })),
  /** Filters in the way: how many the query finds without them. */
  withoutFilters: z.int().nullable(),
})
export type SearchHelp = z.infer<typeof SearchHelp>

/** Why a hit stands where it does: its score in parts, greatest first. `detail` names the words or the place concerned. */
export const Explanation = z.strictObject({
  score: z.number(),
  parts: z.array(z.strictObject({ part: z.enum(['words', 'phrase', 'title', 'keywords', 'together', 'boundary', 'freshness']), value: z.number(), detail: z.string() })),
})
export type Explanation = z.infer<typeof Explanation>

export const Similar = z.strictObject({ entry: EntrySummary, keywords: z.array(z.string()), practices: z.array(PracticeId), score: z.number() })
export type Similar = z.infer<typeof Similar>

/** What a person may be typing: `query` is what the box would hold. */
export const Suggestion = z.strictObject({ text: z.string(), query: z.string(), from: z.enum(['title', 'dictionary', 'keyword', 'practice', 'label', 'place', 'name', 'recent']), id: EntryId.nullable() })
export type Suggestion = z.infer<typeof Suggestion>

export const SearchResult = z.strictObject({
  /** Rows of the list: entries, or stories where the search is grouped. */
  total: z.int(),
  /** Entries behind them. */
  entries: z.int(),
  /** false when `total` is an estimate (shown as 约). */
  exact: z.boolean(),
  tookMs: z.number(),
  chips: z.array(QueryChip),
  hints: z.array(z.strictObject({ hint: QueryHint, detail: z.string() })),
  hits: z.array(Hit),
  facets: Facets,
  /** null when nothing was asked for, or no other wording is near. */
  help: SearchHelp.nullable(),
})
export type SearchResult = z.infer<typeof SearchResult>

export const SavedSearch = z.strictObject({ id: z.string(), name: z.string(), query: z.string(), filters: Filters, sort: SortOrder, createdAt: z.string() })
export type SavedSearch = z.infer<typeof SavedSearch>

export const IndexState = z.strictObject({ state: z.enum(['ready', 'building']), done: z.int(), total: z.int() })
export type IndexState = z.infer<typeof IndexState>

export const searchMethods = {
  /** An empty query lists everything. Any text is a query: nothing a person types is an error. `facets` false: they are not counted, and come empty. */
  'search.run': method(z.strictObject({ query: Query, filters: Filters, sort: SortOrder, grouped: z.boolean().default(false), facets: z.boolean().default(true), offset: z.int().min(0), limit: z.int().min(1).max(200) }), SearchResult),
  /** Why an entry stands where it does (为什么在这里); its parts add up to its score. Empty where the query asks by no words, or does not find it. */
  'search.explain': method(z.strictObject({ id: EntryId, query: Query, filters: Filters }), Explanation),
  /** Every place in one entry that the query marks, for the reader. */
  'search.marks': method(z.strictObject({ id: EntryId, query: Query, literal: Filters.shape.literal }), z.strictObject({ title: z.array(Mark), body: z.array(Mark) })),
  /** Cases that are like this one, best first; other prints of the same story are left out. */
  'search.similar': method(z.strictObject({ id: EntryId, limit: z.int().min(1).max(50).default(6) }), z.array(Similar)),
  /** Where these texts hold `text`, letter for letter but for what folding makes equal (width, case, 繁体): for looking through a page. */
  'search.find': method(z.strictObject({ texts: z.array(z.string().max(10_000_000)).max(100_000), text: z.string().max(1000) }), z.strictObject({ marks: z.array(z.array(Mark)) })),
  /** Earlier searches, words and titles that go on as what was typed, or sound like it. */
  'search.suggest': method(z.strictObject({ text: z.string().max(1000), limit: z.int().min(1).max(50).default(8) }), z.array(Suggestion)),
  /** Answered once titles, words and names are learnt with their readings; until then a search, a suggestion and nearest words know only part of them. */
  'search.learned': method(z.strictObject({}), z.strictObject({})),
  'search.segment': method(z.strictObject({ text: Query }), z.strictObject({ tokens: z.array(z.strictObject({ text: z.string(), start: z.int(), end: z.int() })) })),
  'search.indexState': method(z.strictObject({}), IndexState),
  'searches.recent': method(z.strictObject({}), z.array(z.strictObject({ query: z.string(), at: z.string() }))),
  'searches.remember': method(z.strictObject({ query: Query }), z.strictObject({})),
  'searches.forget': method(z.strictObject({}), z.strictObject({})),
  'searches.saved': method(z.strictObject({}), z.array(SavedSearch)),
  'searches.save': method(z.strictObject({ name: z.string().trim().min(1).max(100), query: Query, filters: Filters, sort: SortOrder }), SavedSearch),
  /** What saved searches find now; those that are gone are left out. */
  'searches.counts': method(z.strictObject({ ids: z.array(z.string()).max(500) }), z.array(z.strictObject({ id: z.string(), total: z.int() }))),
  'searches.rename': method(z.strictObject({ id: z.string(), name: z.string().trim().min(1).max(100) }), SavedSearch),
  'searches.remove': method(z.strictObject({ id: z.string() }), z.strictObject({})),
} as const

export const searchEvents = { 'index.state': IndexState } as const
