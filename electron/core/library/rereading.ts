/**
 * A file that is read again (decision 0860): its entries become what the new reading says, except for what people decided; a new document takes the place of the former one.
 * One change in the history, however many entries it touches.
 */
import { isDeepStrictEqual } from 'node:util'
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { PreparedArticle, PreparedFile } from '../jobs/prepared.ts'
import { wordsThatGo } from './carrying.ts'
import { carrier, nearlySame, pair } from './matching.ts'
import { mergeReading, type Merged } from './merging.ts'
import { sha256 } from './originals.ts'
import { stateOf } from './prepared-state.ts'
import { relate, relateAnew } from './relating.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Touched } from './repositories/history.ts'
import type { KeywordsOf } from './revising.ts'
import type { Shelf } from './shelf.ts'
import { capture, touchedBy } from './steps.ts'
import { readsOtherwise, tagAnew, tagImported } from './tagging.ts'
import type { EntryState } from './state.ts'

/** A new reading of a document, and the texts that the offsets of both count in. */
export interface NewReading {
  readonly document: number
  readonly prepared: PreparedFile
  readonly before: string
  readonly after: string
}

export interface Matched {
  readonly entry: StoredEntry
  readonly article: PreparedArticle
  readonly read: EntryState
  readonly merged: Merged
}
export interface Plan {
  readonly matched: readonly Matched[]
  /** Articles that no entry was made of. */
  readonly added: readonly PreparedArticle[]
  /** Articles whose entry a person has put into the trash: it stays there. */
  readonly skipped: readonly PreparedArticle[]
  readonly gone: readonly StoredEntry[]
}

/** What storing the reading would do. */
export function planReread({ reads }: Shelf, { document, prepared, before, after }: NewReading, keywordsOf: KeywordsOf): Plan {
  const all = reads.documents.entries(document).flatMap((id) => reads.entries.stored(id) ?? [])
  const present = all.filter(({ removedAt }) => removedAt === null)
  const { articles } = prepared
  const carry = carrier(before, after)
  const pairing = pair(present.map(rawOf), articles.map(({ article }) => article.raw), carry)
  const trashed = all.filter(({ removedAt }) => removedAt !== null).map((entry) => carry(rawOf(entry)))
  const left = pairing.added.flatMap((index) => articles[index] ?? [])
  const isSkipped = ({ article }: PreparedArticle): boolean => trashed.some((raw) => nearlySame(raw, article.raw))
  return {
    matched: present.flatMap((entry, index): Matched[] => {
      const article = articles[pairing.articles[index] ?? -1]
      if (!article) return []
      const read = stateOf(article, prepared.pictures)
      return [{ entry, article, read, merged: mergeReading({ base: reads.readings.state(entry.seq) ?? entry.state, own: entry.state, read, before, after }, keywordsOf) }]
    }),
    added: left.filter((article) => !isSkipped(article)),
    skipped: left.filter(isSkipped),
    gone: present.filter((_, index) => pairing.articles[index] === null),
  }
}

const rawOf = ({ original }: StoredEntry) => original?.raw ?? { start: 0, end: 0 }

export interface Rereading {
  readonly action: 'reread' | 'reclean'
  /** The change that this is a part of; null begins one. */
  readonly history: string | null
  readonly keywordsOf: KeywordsOf
}
/** Words of people that have no place in what an entry says now, or that go to the trash with it. */
export interface LostWords {
  readonly title: string
  readonly words: readonly LostSpan[]
}
export interface RereadDone {
  readonly plan: Plan
  readonly added: readonly EntryId[]
  readonly changed: readonly EntryId[]
  readonly lost: readonly LostWords[]
  /** null when the reading says what is there already. */
  readonly history: string | null
}

/** Throws STALE_REVISION when the document is not the present reading of its file any more. */
export async function storeReread(shelf: Shelf, reading: NewReading, how: Rereading): Promise<RereadDone> {
  const { prepared } = reading
  if (!prepared.pictures.every((picture) => sha256(picture.bytes) === picture.sha256)) throw new Refusal('READER_CRASHED', { file: prepared.name })
  const { release } = await shelf.originals.keep(prepared.pictures)
  let stored = false
  try {
    const done = shelf.connection.write(() => replaceReading(shelf, reading, how))
    stored = true
    return done
  } finally {
    release()
    if (!stored) await shelf.originals.drop(prepared.pictures.map((picture) => picture.sha256), shelf.reads.documents.isReferenced).catch(() => undefined)
  }
}

function replaceReading(shelf: Shelf, reading: NewReading, { action, history, keywordsOf }: Rereading): RereadDone {
  const { clock, reads, writes } = shelf
  const { document, prepared } = reading
  const former = reads.documents.get(document)
  if (former === null || !reads.readings.isCurrent(document) || former.sha256 !== prepared.sha256) throw new Refusal('STALE_REVISION', { id: prepared.name })
  const plan = planReread(shelf, reading, keywordsOf)
  const same = isDeepStrictEqual([former.accounts, former.boundaries, former.options], [prepared.accounts, prepared.boundaries, prepared.options]) && reading.before === reading.after
  if (same && plan.added.length + plan.gone.length === 0 && plan.matched.every(isUnchanged)) {
    writes.documents.cleaned(document, prepared.cleaner)
    return { plan, added: [], changed: [], lost: [], history: null }
  }
  const at = clock.at()
  const next = writes.documents.add(prepared, at)
  const lost: LostWords[] = []
  const touched = [...plan.matched.map((one) => become(shelf, one, next, at, lost)), ...plan.gone.map((entry) => leave(shelf, entry, at, lost))]
  const added = plan.added.map((article) => appear(shelf, article, prepared, next, at))
  const id = history ?? clock.id()
  const rows = [...touched, ...added.map((one) => one.touched)]
  if (history === null) writes.history.add(id, at, action, action === 'reread' ? prepared.name : '', rows)
  else writes.history.extend(id, rows)
  writes.readings.replace(id, { was: document, became: next })
  return { plan, added: added.map((one) => one.id), changed: plan.matched.filter((one) => !isUnchanged(one)).map(({ entry }) => entry.id), lost: lost.filter(({ words }) => words.length > 0), history: id }
}

const isUnchanged = ({ entry, merged }: Matched): boolean => isDeepStrictEqual(entry.state, merged.state)

function become(shelf: Shelf, matched: Matched, document: number, at: string, lost: LostWords[]): Touched {
  const { writes } = shelf
  const { entry, article, read, merged: { state } } = matched
  const changed = !isUnchanged(matched)
  const step = capture(shelf, entry, { text: changed, removed: null })
  const revision = changed ? entry.revision + 1 : entry.revision
  if (changed) {
    writes.entries.replace(entry.seq, revision, revision, at, state)
    if (entry.state.body !== state.body) relateAnew(shelf, entry.seq, state.body)
    if (readsOtherwise(entry.state, state)) lost.push({ title: state.title, words: tagAnew(shelf, { seq: entry.seq, state }, entry.state) })
  }
  writes.readings.place(entry.seq, document, article.article.ordinal, article.article.raw)
  writes.readings.state(entry.seq, isDeepStrictEqual(state, read) ? null : read)
  return touchedBy(entry, revision, changed ? revision : entry.content, step)
}

function leave(shelf: Shelf, entry: StoredEntry, at: string, lost: LostWords[]): Touched {
  const step = capture(shelf, entry, { text: false, removed: false })
  lost.push({ title: entry.state.title, words: wordsThatGo(shelf, entry.seq) })
  shelf.writes.entries.remove(entry.seq, at)
  return touchedBy(entry, entry.revision, entry.content, step)
}

function appear(shelf: Shelf, article: PreparedArticle, prepared: PreparedFile, document: number, at: string): { readonly id: EntryId; readonly touched: Touched } {
  const { clock, writes } = shelf
  const id = clock.entryId()
  const { ordinal, raw, body } = article.article
  const seq = writes.entries.add({ id, origin: 'imported', at, document: { seq: document, ordinal, raw }, review: 'pending', state: stateOf(article, prepared.pictures) })
  tagImported(shelf, seq, prepared.rules, article.description.practices)
  relate(shelf, seq, body, article.fingerprint)
  return { id, touched: touchedBy({ seq, content: 1 }, 1, 1, { place: null, reading: null, removed: true, former: null }) }
}
