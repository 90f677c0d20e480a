/** One batch from its files to its end. Nothing a file does stops the batch; what a disk does, does. */
import { rm } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Emit } from '../../contract/api.ts'
import { fault, type Fault } from '../../contract/errors.ts'
import type { Batch } from '../../contract/importing.ts'
import type { Staging } from '../staging.ts'
import type { FileToStore, ImportStore, NotStored, StoredFile } from './ports.ts'
import { createMeter } from './progress.ts'
import { HANDED, type ReaderPool } from './reader-pool.ts'
import { createRoom } from './room.ts'
import type { SourceFile } from './scan.ts'
import { EVERYTHING, type NumberedSource, type Rest } from './resuming.ts'
import { faultOf, settle, type Settled } from './settle.ts'

/** As the reason of the signal: the batch is not given up, but goes on later. */
export const PAUSED = 'paused'

export interface RunPorts {
  readonly store: ImportStore
  readonly pool: ReaderPool
  /** Where members of archives lie until they are read. */
  readonly staging: Staging
  readonly emit: Emit
  readonly now: () => Date
}

/** Files stored in one transaction: one forced write for all of them, and the connection is free again within a few dozen milliseconds. */
export const GROUP_FILES = 32
const GROUP_BYTES = 16 * 1024 * 1024
/** Characters of text in a group: what is written and compared of long texts takes as long as that of many short ones. */
const GROUP_TEXT = 40_000
const GROUP_AGE = 1000
/** Groups in memory, the one that is being filled among them. */
const GROUPS_AT_ONCE = 4
const NOTES = 1000
/** Bytes of the files in hand above which no more than one a helper, and one besides, are taken in hand. */
const HELD_BYTES = 16 * 1024 * 1024

const weightOf = ({ bytes, prepared }: FileToStore): number => prepared.pictures.reduce((sum, picture) => sum + picture.bytes.length, bytes.length)

const textOf = ({ prepared }: FileToStore): number => prepared.articles.reduce((sum, { article }) => sum + article.body.length, 0)

const isCancelled = (done: Settled): boolean => done.kind === 'note' && done.note.reason.outcome === 'skipped'

/** Resolves with the finished or paused batch; never rejects. `earlier` is what a former run of the batch has done. */
export async function runImport(batch: Batch, sources: readonly NumberedSource[], signal: AbortSignal, ports: RunPorts, earlier: Omit<Rest, 'sources'> = EVERYTHING): Promise<Batch> {
  const { store, pool, emit, now } = ports
  const totals = { ...batch.totals }
  const accounted = new Set<number>(earlier.settled)
  /** Members of archives are put behind, and get numbers after the highest. */
  const files = [...sources]
  let highest = [...sources.map(({ n }) => n), ...earlier.settled, ...[...earlier.members.values()].flatMap((all) => all.map(({ n }) => n))].reduce((most, n) => Math.max(most, n), 0)
  const inHand = new Set<Promise<unknown>>()
  const room = createRoom(HELD_BYTES, pool.size + 1)
  let current = ''
  let next = 0
  let group: Settled[] = []
  let since = now().getTime()
  const storing = new Set<Promise<void>>()
  let broken: Fault | null = null
  const pausing = (): boolean => signal.aborted && signal.reason === PAUSED
  const stopped = (): boolean => signal.aborted || broken !== null
  const meter = createMeter(() => now().getTime(), (perSecond) => {
    emit('import.progress', { id: batch.id, done: totals.done, total: totals.files, current, entries: totals.entries, failed: totals.failed, perSecond })
  })

  function count(n: number, result: StoredFile | NotStored['reason']): void {
    accounted.add(n)
    totals.done++
    if (result.outcome === 'imported') {
      totals.imported++
      totals.entries += result.entries.length
      totals.cases += result.entries.filter(({ kind }) => kind === 'case').length
    } else if (result.outcome === 'duplicate') totals.duplicates++
    else if (result.outcome === 'failed') totals.failed++
  }

  async function write(taken: readonly Settled[]): Promise<void> {
    // What was read before a pause is not read again after it.
    if (broken !== null || (signal.aborted && !pausing()) || taken.length === 0) return
    try {
      // What is only to be noted needs no room for originals: it is kept even when storing fails.
      const notes = taken.flatMap((item) => (item.kind === 'note' ? [item.note] : []))
      if (notes.length > 0) store.record(batch.id, notes)
      if (notes.some(({ reason }) => reason.outcome === 'unpacked')) store.grow(batch.id, totals.files)
      for (const { n, reason } of notes) count(n, reason)
      const wanted = taken.flatMap((item) => (item.kind === 'store' ? [item.file] : [])).sort((a, b) => a.n - b.n)
      for (const result of wanted.length > 0 ? await store.store(batch.id, wanted) : []) count(result.n, result)
      meter.tick(totals.done)
    } catch (error) {
      broken = faultOf(error)
    }
  }

  /** Begins to store the group; answers when no more than may be are on their way: while the disk keeps the originals of one, the rows of another are written. */
  async function flush(): Promise<void> {
    const taken = group
    group = []
    since = now().getTime()
    // Queries that came meanwhile are answered before the next group.
    const work = write(taken).then(() => breathe()).then(() => void storing.delete(work))
    storing.add(work)
    while (storing.size >= GROUPS_AT_ONCE) await Promise.race(storing)
  }

  const inGroup = (measure: (file: FileToStore) => number): number => group.reduce((sum, item) => sum + (item.kind === 'store' ? measure(item.file) : 0), 0)
  const full = (): boolean => group.length >= GROUP_FILES || now().getTime() - since >= GROUP_AGE || inGroup(weightOf) >= GROUP_BYTES || inGroup(textOf) >= GROUP_TEXT

  async function lane(): Promise<void> {
    while (!stopped()) {
      const source = files[next]
      if (source) {
        next++
        await take(source)
      } else if (inHand.size > 0) await Promise.race(inHand)
      else return
    }
  }

  async function take(source: NumberedSource): Promise<void> {
    current = source.name
    const work = settle(source, source.n, signal, { ...ports, room, options: earlier.options })
    inHand.add(work)
    const done = await work
    inHand.delete(work)
    // A member with a classification mark must not lie about longer than it is read.
    if (source.archive !== null) removeCopy(source)
    // What a pause broke off is read again later; what was complete by then is kept.
    if (stopped() && !(pausing() && broken === null && !isCancelled(done))) return done.kind === 'opened' ? done.unpacked.members.forEach(removeCopy) : undefined
    if (done.kind === 'opened') group.push(...open(source, done))
    else if (done.kind === 'note' && accounted.has(source.n)) group.push(...lost(source.n, done.note))
    else group.push(done)
    if (full()) await flush()
  }

  /** What an archive held, as files of this batch; answers with what is to be noted at once. */
  function open({ n, name }: NumberedSource, { bytes, unpacked: { members, refused } }: Extract<Settled, { readonly kind: 'opened' }>): readonly Settled[] {
    const before = earlier.members.get(n)
    if (before !== undefined) {
      reopen(n, before, members)
      return []
    }
    const numbered = members.map((member): NumberedSource => ({ ...member, n: ++highest, archive: n }))
    files.push(...numbered)
    totals.files += members.length + refused.length
    const note = (at: number, named: string, size: number | null, reason: NotStored['reason']): Settled => ({ kind: 'note', n: at, note: { n: at, name: named, bytes: size, reason } })
    return [note(n, name, bytes, { outcome: 'unpacked', members: members.length + refused.length, sources: numbered.map((one) => ({ n: one.n, name: one.name })) }), ...refused.map((one) => note(++highest, one.name, null, { outcome: 'failed', fault: one.fault }))]
  }

  /** The same archive once more: its members have their numbers, and those that are accounted for are not read again. */
  function reopen(archive: number, before: readonly { readonly n: number; readonly name: string }[], members: readonly SourceFile[]): void {
    const numbers = Map.groupBy(before, ({ name }) => name)
    for (const member of members) {
      const n = numbers.get(member.name)?.shift()?.n
      if (n === undefined || (accounted.has(n) && !earlier.again.has(n))) removeCopy(member)
      else files.push({ ...member, n, archive })
    }
  }

  /** An archive that can't be opened again takes along what was still in it; it is accounted for itself. */
  function lost(archive: number, why: NotStored): readonly Settled[] {
    return (earlier.members.get(archive) ?? []).flatMap(({ n, name }): readonly Settled[] => {
      if (earlier.again.has(n)) return lost(n, why)
      return accounted.has(n) ? [] : [{ kind: 'note', n, note: { n, name, bytes: null, reason: why.reason } }]
    })
  }

  function removeCopy({ temporary, path }: SourceFile): void {
    if (temporary && path !== null) ports.staging.remove(path)
  }

  /** Every file of the batch is accounted for, also those that were not reached. */
  function recordRest(why: Fault): void {
    const rest = files.flatMap(({ n, name }): NotStored[] => (accounted.has(n) ? [] : [{ n, name, bytes: null, reason: { outcome: 'skipped', fault: why } }]))
    for (let at = 0; at < rest.length; at += NOTES) store.record(batch.id, rest.slice(at, at + NOTES))
  }

  // Small files are handed out ahead, and one more is already hashed and waiting.
  await Promise.all(Array.from({ length: pool.size * HANDED + 1 }, () => lane()))
  await flush()
  await Promise.all(storing)
  // Whoever dropped a file into a page has no other copy of it to go on with.
  const waiting = pausing() && broken === null && files.every(({ path }) => path !== null)
  for (const { n, archive, temporary, path } of files) if (temporary && path !== null && (!waiting || archive !== null || accounted.has(n))) await rm(path, { force: true }).catch(() => undefined)
  if (waiting && files.some(({ n }) => !accounted.has(n))) return store.pause(batch.id)
  const state = broken ? 'failed' : signal.aborted && files.some(({ n }) => !accounted.has(n)) ? 'cancelled' : 'done'
  try {
    if (state !== 'done') recordRest(broken ?? fault('CANCELLED'))
    return store.finish(batch.id, state, broken)
  } catch (error) {
    // A full disk may not even take the note that it is full; what was stored before is whole all the same.
    return { ...batch, totals, state: 'failed', finishedAt: now().toISOString(), fault: broken ?? faultOf(error) }
  }
}
