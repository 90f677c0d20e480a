/** View state: what is shown, not what is known. Data from the core lives in the query cache. */
import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { NO_FILTERS, type Filters, type SortOrder } from '../../../electron/contract/searching.ts'
import type { EntryId, Span } from '../../../electron/contract/entry.ts'
import type { LabelId } from '../../../electron/contract/labels.ts'
import type { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { BatchId } from '../../../electron/contract/importing.ts'

export type Screen = 'library' | 'compare' | 'practices' | 'facts' | 'dictionary' | 'judgements' | 'import' | 'trash' | 'settings'
export type Dialog = 'palette' | 'keys' | 'create' | 'edit' | 'paste' | 'save-search' | 'pack' | 'export-judgements' | 'import-judgements'

/** Words from the clipboard; `html` is the same with their form, where it has one. */
export interface Pasted {
  readonly text: string
  readonly html: string | null
}
export const NOTHING_PASTED: Pasted = { text: '', html: null }

export function pastedFrom(data: DataTransfer): Pasted {
  const html = data.getData('text/html')
  return { text: data.getData('text/plain'), html: html.trim() === '' ? null : html }
}

export interface Spot {
  readonly id: EntryId
  readonly span: Span
  /** What `span` counts in. */
  readonly part: 'body' | 'title'
}
export interface View {
  readonly screen: Screen
  readonly dialog: Dialog | null
  readonly query: string
  readonly filters: Filters
  readonly sort: SortOrder | null
  /** Entries of one story (同源) stand in the list once. */
  readonly grouped: boolean
  readonly selected: EntryId | null
  /** What was asked for has changed: once its results are there, the first of them is shown. */
  readonly following: boolean
  /** Where there is room for one pane only: the reader rather than the list. */
  readonly reading: boolean
  /** A place in an entry that was asked for; asking again for the same one is a new object. */
  readonly spot: Spot | null
  /** The entries one came from, following what is like them; the last is the one to go back to. */
  readonly trail: readonly EntryId[]
  readonly original: boolean
  /** Where the find bar (查找) is open: over the text that is read, or over the screen. */
  readonly finding: 'reader' | 'screen' | null
  /** What was looked for last. */
  readonly sought: string
  /** What stands beside the text, if anything. */
  readonly panel: 'notices' | 'practices' | null
  /** What rules found stands in the margin, too. */
  readonly ruleNotes: boolean
  /** The practice whose page is open. */
  readonly practice: PracticeId | null
  /** The label whose page is open instead. */
  readonly label: LabelId | null
  readonly batch: BatchId | null
  /** The article that is being checked (核对); null shows the batches. Coming back finds it again. */
  readonly reviewing: { readonly batch: BatchId; readonly entry: EntryId | null } | null
  /** Text pasted outside of any field; the paste dialog opens with it. */
  readonly pasted: Pasted
}
interface ViewActions {
  readonly show: (screen: Screen) => void
  readonly open: (dialog: Dialog | null) => void
  readonly search: (query: string) => void
  readonly filter: (filters: Filters) => void
  readonly order: (sort: SortOrder | null) => void
  readonly group: (grouped: boolean) => void
  /** Searches on in what the query has found (在结果中搜索). */
  readonly narrow: () => void
  /** Everything that makes a search, at once. */
  readonly ask: (search: { readonly query: string; readonly filters: Filters; readonly sort: SortOrder | null }) => void
  readonly select: (id: EntryId | null) => void
  /** Opens an entry in the reader, whatever was searched for before. */
  readonly read: (id: EntryId) => void
  /** As above, and lights up `span` of its body, or of its title. */
  readonly readAt: (id: EntryId, span: Span, part?: Spot['part']) => void
  /** Opens an entry from another that is like it. */
  readonly follow: (id: EntryId) => void
  /** Returns to the entry one came from. */
  readonly goBack: () => void
  /** Puts the light out. */
  readonly leaveSpot: () => void
  readonly toggleOriginal: () => void
  readonly togglePanel: (panel: 'notices' | 'practices') => void
  readonly toggleRuleNotes: () => void
  /** Opens the page of a label. */
  readonly studyLabel: (label: LabelId) => void
  /** Opens the page of a practice. */
  readonly study: (practice: PracticeId | null) => void
  readonly showBatch: (id: BatchId | null) => void
  readonly inspect: (reviewing: View['reviewing']) => void
  readonly clearSearch: () => void
  /** Forgets what belongs to one library: what was searched for, chosen and read. */
  readonly leaveLibrary: () => void
}

/** A word that has left the query is looked for with its synonyms when it comes back. */
const forQuery = (filters: Filters, query: string): Filters => (filters.literal.every((word) => query.includes(word)) ? filters : { ...filters, literal: filters.literal.filter((word) => query.includes(word)) })

/** As many as the contract takes. */
const MOST_WITHIN = 20

export const useView = create<View & ViewActions>()((set) => ({
  screen: 'library',
  dialog: null,
  query: '',
  filters: NO_FILTERS,
  sort: null,
  grouped: false,
  selected: null,
  following: false,
  reading: false,
  spot: null,
  trail: [],
  original: false,
  finding: null,
  sought: '',
  panel: null,
  ruleNotes: false,
  practice: null,
  label: null,
  batch: null,
  reviewing: null,
  pasted: NOTHING_PASTED,
  show: (screen) => set((view) => ({ screen, dialog: null, finding: view.screen === screen ? view.finding : null })),
  open: (dialog) => set({ dialog, pasted: NOTHING_PASTED }),
  search: (query) => set((view) => (view.query === query ? {} : { query, filters: forQuery(view.filters, query), following: true, spot: null })),
  filter: (filters) => set({ filters, following: true }),
  order: (sort) => set({ sort, following: true }),
  group: (grouped) => set({ grouped, following: true }),
  narrow: () => set((view) => (view.query.trim() === '' ? {} : { query: '', filters: { ...view.filters, within: [...view.filters.within.filter((one) => one !== view.query), view.query].slice(-MOST_WITHIN), literal: [] }, following: true, spot: null })),
  ask: ({ query, filters, sort }) => set({ screen: 'library', dialog: null, query, filters, sort, following: true, spot: null }),
  select: (selected) => set((view) => ({ selected, trail: view.selected === selected ? view.trail : [], following: false, original: view.original && view.selected === selected, spot: view.selected === selected ? view.spot : null })),
  read: (selected) => set({ screen: 'library', dialog: null, selected, trail: [], following: false, reading: true, original: false, spot: null }),
  readAt: (selected, { start, end }, part = 'body') => set((view) => ({ trail: view.selected === selected ? view.trail : [], screen: 'library', dialog: null, selected, following: false, reading: true, original: false, spot: { id: selected, span: { start, end }, part } })),
  follow: (selected) => set((view) => ({ selected, trail: view.selected === null ? [] : [...view.trail, view.selected], following: false, reading: true, original: false, spot: null })),
  goBack: () => set((view) => ({ selected: view.trail.at(-1) ?? view.selected, trail: view.trail.slice(0, -1), following: false, original: false, spot: null })),
  leaveSpot: () => set({ spot: null }),
  toggleOriginal: () => set((view) => ({ original: !view.original })),
  togglePanel: (panel) => set((view) => ({ panel: view.panel === panel ? null : panel })),
  toggleRuleNotes: () => set((view) => ({ ruleNotes: !view.ruleNotes })),
  studyLabel: (label) => set({ screen: 'practices', dialog: null, label }),
  study: (practice) => set({ screen: 'practices', dialog: null, practice, label: null }),
  showBatch: (batch) => set({ batch, reviewing: null, screen: 'import', dialog: null }),
  inspect: (reviewing) => set({ reviewing, screen: 'import', dialog: null, ...(reviewing === null ? {} : { batch: reviewing.batch }) }),
  clearSearch: () => set({ query: '', filters: NO_FILTERS, following: true }),
  leaveLibrary: () => set({ query: '', filters: NO_FILTERS, sort: null, selected: null, following: false, reading: false, spot: null, trail: [], original: false, panel: null, batch: null, reviewing: null }),
}))

/** Whether something is searched for, whatever it is. */
export const isAsked = ({ query }: Pick<View, 'query'>): boolean => query.trim() !== ''

/** Some of the view, by name: a part that asks for three values is not drawn again when a fourth changes. */
export const useViewOf = <K extends keyof (View & ViewActions)>(...names: readonly K[]): Pick<View & ViewActions, K> =>
  useView(useShallow((view) => Object.fromEntries(names.map((name) => [name, view[name]])) as Pick<View & ViewActions, K>))
