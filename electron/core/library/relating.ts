/** 同源: an entry's fingerprint is kept, and with it the entries that tell the same story. Runs inside a transaction. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { EntryId } from '../../contract/entry.ts'
import type { LostSpan } from '../../contract/library.ts'
import { fingerprint, likeness, tellsTheSame } from '../describing/stories/index.ts'
import { inherit, type Inherited } from './exchange/inheriting.ts'
import { countOfWords, joined, putWords, readAgain, touchedBy, turned, Words } from './exchange/words.ts'
import { acceptedBefore, asItStands, reshelve, ShelfLifeChange, togetherOnShelf, unshelve, type Reshelved, type ShelfLife } from './keeping-shelf-life.ts'
import { present } from './revising.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Touched, TouchedRow } from './repositories/history.ts'
import { KeptOrigin } from './repositories/stories.ts'
import type { Shelf } from './shelf.ts'

/** A formula that hundreds of texts share is compared with this many; the nearest come first. */
const MOST_COMPARED = 24

/** Articles of one file are never reposts of each other: cases of a collection share their formulas. */
export function relate({ reads, writes }: Shelf, seq: number, body: string, keys: readonly number[]): void {
  const near = reads.stories.meeting(keys, seq, MOST_COMPARED)
  writes.stories.print(seq, keys)
  if (near.length === 0) return
  for (const [other, text] of reads.entries.bodies(near)) {
    const found = likeness(body, text)
    if (tellsTheSame(found)) writes.stories.pair({ older: Math.min(seq, other), newer: Math.max(seq, other), contained: found.contained, same: found.same })
  }
}

/** The entry says something else now: what it told the same as before means nothing any more, decisions of people apart. */
export function relateAnew(shelf: Shelf, seq: number, body: string): void {
  shelf.writes.stories.forget(seq)
  relate(shelf, seq, body, fingerprint(body))
}

/** Fingerprints for up to `most` entries that have none yet; answers how many. */
export function relateUnprinted(shelf: Shelf, most: number): number {
  return shelf.connection.write(() => {
    const due = shelf.reads.stories.unprinted(most)
    for (const { seq, body } of due) relate(shelf, seq, body, fingerprint(body))
    return due.length
  })
}

/** `other` goes to the trash; where it came from, what was merged into it before, and what people decided about it, is kept with `keep`. */
export function mergeStories(shelf: Shelf, keep: EntryId, other: EntryId, by: string): Omit<Inherited, 'words'> & { readonly ids: readonly EntryId[]; readonly undo: string } {
  if (keep === other) throw new Refusal('INVALID_INPUT', { reason: '一个条目不能与自己合并' })
  return shelf.connection.write(() => {
    const { clock, reads, writes } = shelf
    const kept = present(shelf, keep)
    const gone = present(shelf, other)
    const document = reads.documents.ofEntry(other)
    writes.stories.addOrigin({ entry: kept.seq, id: gone.id, document, file: gone.original?.file ?? null, title: gone.state.title, source: gone.state.source, date: gone.state.date, at: clock.at(), by })
    writes.stories.inheritOrigins(kept.seq, gone.seq)
    const { words, carried, lost } = inherit(shelf, gone, kept)
    const { life, lost: unshelved } = togetherOnShelf(kept.state, gone.state)
    const undo = clock.id()
    const shelved = reshelve(shelf, kept, life, null)
    writes.entries.remove(gone.seq, clock.at())
    writes.history.add(undo, clock.at(), 'merge', gone.state.title, [keptRow(kept, words, shelved, []), touchedBy(gone, null)])
    return { ids: [kept.id, gone.id], undo, carried, lost: [...lost, ...unshelved, ...acceptedBefore(kept, gone)] }
  })
}

/** What the kept entry took over; `origins` are those that it gave up while the merger is undone. */
const Kept = Words.extend({ shelf: ShelfLifeChange.optional(), origins: z.array(KeptOrigin).optional() })

const keptRow = (kept: StoredEntry, words: Words, { change, ...state }: Reshelved, origins: readonly KeptOrigin[]): Touched => ({
  ...touchedBy(kept, words), ...state,
  before: JSON.stringify({ ...words, ...(change === null ? {} : { shelf: change }), ...(origins.length === 0 ? {} : { origins: [...origins] }) } satisfies z.infer<typeof Kept>),
})

/** What becomes of the kept entry. `left`: so many words have been said anew since, and stay. */
interface Put {
  readonly done: Words
  readonly left: number
  readonly shelved: Reshelved
  readonly lost: readonly LostSpan[]
  readonly origins: readonly KeptOrigin[]
}

/** What people said of the others meanwhile goes along, too. */
function takeAgain(shelf: Shelf, kept: StoredEntry, gone: readonly StoredEntry[], before: string): Put {
  const { stories } = shelf.writes
  for (const one of Kept.parse(JSON.parse(before)).origins ?? []) if (gone.some(({ id }) => id === one.former)) stories.putOrigin(kept.seq, one)
  for (const { seq } of gone) stories.inheritOrigins(kept.seq, seq)
  const all = gone.map((one) => ({ one, ...inherit(shelf, one, kept), shelf: togetherOnShelf(kept.state, one.state) }))
  const life = gone.reduce<ShelfLife>((now, one) => togetherOnShelf(now, one.state).life, kept.state)
  return {
    done: all.reduce<Words>((words, one) => joined(words, one.words), { decisions: [], passages: [], facts: [], labels: [] }),
    left: 0,
    shelved: reshelve(shelf, kept, life, null),
    lost: all.flatMap(({ one, lost, shelf: { lost: unshelved } }) => [...lost, ...unshelved, ...acceptedBefore(kept, one)]),
    origins: [],
  }
}

function giveBack(shelf: Shelf, kept: StoredEntry, parted: readonly StoredEntry[], { before, ...row }: { readonly before: string; readonly content: number; readonly content_before: number | null }): Put {
  const { shelf: change, ...words } = Kept.parse(JSON.parse(before))
  const { done, left } = putWords(shelf, kept, turned(words, kept.state.body))
  const shelved = change === undefined ? asItStands(kept) : unshelve(shelf, kept, change, row)
  return { done, left: left + (shelved === null ? 1 : 0), shelved: shelved ?? asItStands(kept), lost: [], origins: parted.flatMap((one) => shelf.writes.stories.dropOrigins(kept.seq, one) ?? []) }
}

interface Merger {
  readonly entries: readonly Pick<TouchedRow, 'id' | 'content' | 'content_before' | 'before'>[]
}

/** Takes a merger back (`restore`), or does it again. Inside a transaction. Words that somebody has said anew since stay as they are. */
export function unmerge(shelf: Shelf, { entries }: Merger, restore: boolean): { readonly ids: readonly EntryId[]; readonly left: number; readonly lost: readonly LostSpan[] } {
  const { clock, reads, writes } = shelf
  if (restore && entries.every(({ before }) => before !== null)) throw new Refusal('INVALID_INPUT', { reason: '被合并的条目已从回收站彻底删除，合并不能再撤销' })
  const keeps = entries.find(({ before }) => before !== null)
  if (!restore && keeps && reads.entries.stored(keeps.id)?.removedAt !== null) throw new Refusal('INVALID_INPUT', { reason: '留下的那一篇已在回收站里；请先从回收站恢复它，再重新合并' })
  const lost: LostSpan[] = []
  let left = 0
  const rows = entries.flatMap(({ id, before, ...row }) => {
    const stored = reads.entries.stored(id)
    if (stored === null) return []
    if (before === null) {
      if (restore) writes.entries.restore(stored.seq)
      else writes.entries.remove(stored.seq, clock.at())
      return [{ id: stored.id, touched: touchedBy(stored, null) }]
    }
    const others = entries.flatMap((one) => (one.before === null ? (reads.entries.stored(one.id) ?? []) : []))
    const put = restore || others.length === 0 ? giveBack(shelf, stored, restore ? others : [], { before, ...row }) : takeAgain(shelf, stored, others, before)
    left += put.left
    lost.push(...put.lost)
    if (countOfWords(put.done) > 0) readAgain(shelf, stored, false)
    return [{ id: stored.id, touched: keptRow(stored, put.done, put.shelved, put.origins) }]
  })
  writes.history.add(clock.id(), clock.at(), 'undo', restore ? 'unmerge' : 'merge', rows.map(({ touched }) => touched))
  return { ids: rows.map(({ id }) => id), left, lost }
}
