/** Bundled summaries in the library: put into a new one, kept at the shipped version, removed and brought back together. */
import type { Summary } from '../../contract/bundled.ts'
import type { AbsentField, Absence, EntryId, StatedDate } from '../../contract/entry.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { BundledCase } from '../describing/cases/index.ts'
import { relocator } from './anchoring.ts'
import { formerState } from './held.ts'
import { sha256 } from './originals.ts'
import type { BundledRow } from './repositories/bundled.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Touched } from './repositories/history.ts'
import type { Shelf } from './shelf.ts'
import { outline, type EntryState } from './state.ts'
import { tagAnew } from './tagging.ts'
import { move, type Moved } from './trash.ts'

/** `new`: into a library that never held an entry. `always`: into any library, but nothing that was ever in it. `never`: the library is left as it is. */
export type BundledMode = 'new' | 'always' | 'never'

/** Puts in what belongs in and has never been there, and brings untouched summaries to the shipped version. Writes nothing when all is as it should be. */
export function installBundled(shelf: Shelf, cases: readonly BundledCase[], mode: BundledMode): readonly EntryId[] {
  if (mode === 'never') return []
  const { reads } = shelf
  const rows = new Map(reads.bundled.all().map((row) => [row.key, row]))
  const welcome = mode === 'always' || (rows.size === 0 ? !reads.bundled.everHeld() : [...rows.values()].some(isPresent))
  const due = cases.filter((one) => {
    const row = rows.get(one.key)
    return row === undefined ? welcome : isPresent(row) && row.entry?.edited === false && row.version !== versionOf(one)
  })
  if (due.length === 0) return []
  return shelf.connection.write(() => due.map((one) => {
    const entry = rows.get(one.key)?.entry ?? null
    const written = entry === null ? add(shelf, one) : upgrade(shelf, one, entry.id)
    shelf.writes.history.add(shelf.clock.id(), shelf.clock.at(), entry === null ? 'create' : 'edit', entry === null ? one.title : 'bundled', [written.touched])
    return written.id
  }))
}

/** All of them to the trash, with one undo. */
export function removeBundled(shelf: Shelf): Moved {
  return shelf.connection.write(() => move(shelf, shelf.reads.bundled.all().flatMap((row) => (isPresent(row) && row.entry !== null ? [row.entry.seq] : [])), 'remove'))
}

/** Out of the trash, or written anew where they were erased or never put in; one undo takes all of them away again. */
export function restoreBundled(shelf: Shelf, cases: readonly BundledCase[]): Pick<Moved, 'ids' | 'undo'> {
  const { clock, connection, reads, writes } = shelf
  return connection.write(() => {
    const rows = reads.bundled.all()
    const trashed = rows.flatMap(({ entry }) => (entry?.removed === true && writes.entries.restore(entry.seq) ? [entry.seq] : []))
    const back = reads.entries.heads(trashed).map(({ id, seq, revision, content }) => ({ id, touched: { seq, revision, content, contentBefore: null, before: null } }))
    const held = new Set(rows.flatMap(({ key, entry }) => (entry === null ? [] : [key])))
    const anew = cases.filter(({ key }) => !held.has(key)).map((one) => add(shelf, one))
    const undo = clock.id()
    const all = [...back, ...anew]
    if (all.length > 0) writes.history.add(undo, clock.at(), 'restore', 'restore', all.map(({ touched }) => touched))
    return { ids: all.map(({ id }) => id), undo }
  })
}

/** How many are in the library, and how many could be brought back into it. */
export function bundledState({ reads }: Shelf, cases: readonly BundledCase[]): { readonly present: number; readonly removed: number } {
  const rows = reads.bundled.all()
  const present = new Set(rows.filter(isPresent).map(({ key }) => key))
  return { present: present.size, removed: new Set([...cases, ...rows.filter(({ entry }) => entry !== null)].map(({ key }) => key)).difference(present).size }
}

/** Citations and figures of a bundled entry. Once its text has changed, figures that no longer stand in it are nobody's. */
export function summaryOfEntry({ reads }: Pick<Shelf, 'reads'>, { seq, origin, state }: StoredEntry): Summary | null {
  const written = origin === 'bundled' ? reads.bundled.written(seq) : null
  if (written === null) return null
  const { key, citations, body, figures } = written
  if (body === state.body) return { key, citations, figures }
  const find = relocator(body, state.body)
  return { key, citations, figures: figures.flatMap((figure) => {
    const at = find(figure)
    return at === null ? [] : [{ ...figure, ...at }]
  }) }
}

/** Figures of the former summary that no longer stand in the text: what a person wrote in their place has no citation. Both lists are in the order of the text. */
export function lostFigures(before: Summary | null, after: Summary | null): LostSpan[] {
  const kept = [...(after?.figures ?? [])]
  return (before?.figures ?? []).flatMap(({ text, citation }): LostSpan[] => {
    const [next] = kept
    if (next?.text === text && next.citation === citation) {
      kept.shift()
      return []
    }
    return [{ what: 'figure', label: before?.citations.find(({ id }) => id === citation)?.title ?? '原文未述', quote: text }]
  })
}

const isPresent = ({ entry }: BundledRow): boolean => entry?.removed === false

const versionOf = (one: BundledCase): string => sha256(new TextEncoder().encode(JSON.stringify(one))).slice(0, 16)

interface WrittenEntry {
  readonly id: EntryId
  readonly touched: Touched
}

function add(shelf: Shelf, one: BundledCase): WrittenEntry {
  const { clock, writes } = shelf
  const id = clock.entryId()
  const state = stateOf(one)
  const seq = writes.entries.add({ id, origin: 'bundled', at: clock.at(), document: null, review: 'accepted', state })
  tagAnew(shelf, { seq, state })
  writes.bundled.put(one, seq, versionOf(one), 1)
  return { id, touched: { seq, revision: 1, content: 1, contentBefore: null, before: null } }
}

function upgrade(shelf: Shelf, one: BundledCase, id: EntryId): WrittenEntry {
  const { clock, reads, writes } = shelf
  const stored = reads.entries.stored(id)
  if (stored === null) throw new Error('a bundled entry vanished inside its transaction')
  const revision = stored.revision + 1
  // What a person may have put beside the text (its kind) is theirs only after an edit, and an edited entry is not upgraded.
  const state = stateOf(one)
  const before = formerState(shelf, stored)
  writes.entries.replace(stored.seq, revision, revision, clock.at(), state)
  tagAnew(shelf, { seq: stored.seq, state }, stored.state)
  writes.bundled.put(one, stored.seq, versionOf(one), revision)
  return { id, touched: { seq: stored.seq, revision, content: revision, contentBefore: stored.content, before } }
}

/** Date and medium are those of the source when there is one source; who wrote it and where exactly it stands is told by its citation. */
function stateOf({ title, place, body, paragraphs, keywords, citations }: BundledCase): EntryState {
  const [source, ...others] = citations
  const single = source !== undefined && others.length === 0 ? source : null
  const date = statedDate(single?.date ?? null)
  const absent: Partial<Record<AbsentField, Absence>> = {
    kicker: 'not-applicable', subtitle: 'not-applicable', authors: 'not-applicable', editorNote: 'not-applicable', 'source.page': 'not-applicable', 'source.url': 'not-applicable', 'rights.statement': 'not-applicable',
    ...(single?.media == null ? { 'source.media': 'not-stated' } : {}),
    ...(date.value === null ? { date: 'not-stated' } : {}),
    ...(place.district === null ? { 'place.district': 'not-applicable' } : {}),
  }
  return {
    kind: 'case', kindReason: '程序自带的摘要，自行编写，非原文', title, titleIsProvisional: false, kicker: null, subtitle: null, authors: [],
    source: { media: single?.media ?? null, page: null, url: null }, date, place: { ...place, basis: 'stated' }, status: 'active', reviewBy: null, rights: { level: 'open', statement: null },
    incomplete: false, incompleteReason: null, editorNote: null, body, paragraphs: paragraphs.map(outline), segments: [], notices: [], inferences: [], keywords: [...keywords], absent,
    references: [], pictures: [], disagreements: [], confidence: 1, confidenceReasons: [],
  }
}

function statedDate(value: string | null): StatedDate {
  const precision = value === null ? null : ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length] ?? 'minute'
  return { value, precision, basis: value === null ? null : 'stated' }
}
