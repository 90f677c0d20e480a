/** Searching (搜索): one round trip gives hits, snippets, counts and facets. */
import { z } from 'zod'
import { EntryId, EntryKind, EntrySummary, Origin } from './entry.ts'
import { method } from './method.ts'
import { PracticeId } from './practice-tag.ts'

export const SortOrder = z.enum(['relevance', 'date', 'imported', 'title', 'place'])
export type SortOrder = z.infer<typeof SortOrder>

/** Values of one facet are joined by or, facets by and. A place is 'province', 'province/city' or 'province/city/district'; '' means 原文未述. */
export const Filters = z.strictObject({
  place: z.array(z.string().max(200)).max(200).default([]),
  year: z.array(z.string().max(4)).max(200).default([]),
  source: z.array(z.string().max(200)).max(200).default([]),
  kind: z.array(EntryKind).max(2).default([]),
  origin: z.array(Origin).max(3).default([]),
  /** Entries that show one of these practices; a practice holds what its sub-practices show. */
  practice: z.array(PracticeId).max(200).default([]),
})
export type Filters = z.infer<typeof Filters>
export const NO_FILTERS: Filters = { place: [], year: [], source: [], kind: [], origin: [], practice: [] }

export const Mark = z.tuple([z.int().min(0), z.int().min(0)])
export type Mark = z.infer<typeof Mark>

/** `text` is an exact slice of the body that begins at `start`; marks are [start, end) UTF-16 offsets into `text`. */
export const Snippet = z.strictObject({ text: z.string(), start: z.int().min(0), marks: z.array(Mark) })
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
})
export type Hit = z.infer<typeof Hit>

export const FacetValue = z.strictObject({ value: z.string(), count: z.int() })
export const Facets = z.strictObject({ place: z.array(FacetValue), year: z.array(FacetValue), source: z.array(FacetValue), kind: z.array(FacetValue), origin: z.array(FacetValue), practice: z.array(FacetValue) })
export type Facets = z.infer<typeof Facets>

/** What the query was understood as; `start`/`end` are where the chip stands in the query, so that it can be removed. */
export const QueryChip = z.strictObject({ label: z.string(), kind: z.enum(['phrase', 'words', 'field', 'not', 'or', 'prefix']), start: z.int(), end: z.int() })
export const QueryHint = z.enum(['soft', 'no-words', 'unbalanced', 'truncated', 'unknown-field'])

export const SearchResult = z.strictObject({
  total: z.int(),
  /** false when `total` is an estimate (shown as 约). */
  exact: z.boolean(),
  tookMs: z.number(),
  chips: z.array(QueryChip),
  hints: z.array(z.strictObject({ hint: QueryHint, detail: z.string() })),
  hits: z.array(Hit),
  facets: Facets,
})
export type SearchResult = z.infer<typeof SearchResult>

export const SavedSearch = z.strictObject({ id: z.string(), name: z.string(), query: z.string(), filters: Filters, sort: SortOrder, createdAt: z.string() })
export type SavedSearch = z.infer<typeof SavedSearch>

export const IndexState = z.strictObject({ state: z.enum(['ready', 'building']), done: z.int(), total: z.int() })
export type IndexState = z.infer<typeof IndexState>

const Query = z.string().max(1_000_000)
export const searchMethods = {
  /** An empty query lists everything. Any text is a query: nothing a person types is an error. */
  'search.run': method(z.strictObject({ query: Query, filters: Filters, sort: SortOrder, offset: z.int().min(0), limit: z.int().min(1).max(200) }), SearchResult),
  /** Every place in one entry that the query marks, for the reader. */
  'search.marks': method(z.strictObject({ id: EntryId, query: Query }), z.strictObject({ title: z.array(Mark), body: z.array(Mark) })),
  'search.segment': method(z.strictObject({ text: Query }), z.strictObject({ tokens: z.array(z.strictObject({ text: z.string(), start: z.int(), end: z.int() })) })),
  'search.indexState': method(z.strictObject({}), IndexState),
  'searches.recent': method(z.strictObject({}), z.array(z.strictObject({ query: z.string(), at: z.string() }))),
  'searches.remember': method(z.strictObject({ query: Query }), z.strictObject({})),
  'searches.forget': method(z.strictObject({}), z.strictObject({})),
  'searches.saved': method(z.strictObject({}), z.array(SavedSearch)),
  'searches.save': method(z.strictObject({ name: z.string().trim().min(1).max(100), query: Query, filters: Filters, sort: SortOrder }), SavedSearch),
  'searches.remove': method(z.strictObject({ id: z.string() }), z.strictObject({})),
} as const

export const searchEvents = { 'index.state': IndexState } as const
