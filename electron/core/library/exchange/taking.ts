/** Judgements of another library, stored under the names of those who gave them: one step of history, made in portions, and taken back as a whole. */
import type { EntryId } from '../../../contract/entry.ts'
import { emptyTally, type Tally } from '../../../contract/judgements.ts'
import type { FileEntry } from '../../../contract/judgement-file.ts'
import type { LabelChange, LabelId } from '../../../contract/labels.ts'
import { labelsOf } from '../../describing/labels.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Shelf } from '../shelf.ts'
import { READ_AT_ONCE } from '../steps.ts'
import type { Found } from './finding.ts'
import { bodyHash } from './gathering.ts'
import { namingOf, needed, type Naming } from './naming.ts'
import { isNothing, weigh, type Intake, type Names } from './weighing.ts'
import { countOfWords, joined, putWords, readAgain, touchedBy, turned, Words } from './words.ts'

export interface Meant {
  readonly line: FileEntry
  readonly found: Found
}

/** What the practices and labels of these lines mean here. */
export const namesOf = ({ rules, clock, reads }: Pick<Shelf, 'rules' | 'clock' | 'reads'>, lines: readonly FileEntry[]): Names & Pick<Naming, 'missing'> => {
  const { aliasOf, ids, labelOf } = rules()
  const known = new Set<string>(ids)
  const { labelHere, missing } = namingOf(labelsOf(reads.taxonomy.steps()), lines)
  return {
    aliasOf,
    // Ids that libraries make themselves begin alike and mean something else in each.
    agrees: (id, label) => !/(^|\.)own[a-z]+$/.test(id) || (known.has(aliasOf(id)) && labelOf(id) === label),
    labelHere,
    missing,
    newId: clock.id,
  }
}

export function weighHere({ reads }: Pick<Shelf, 'reads'>, { line }: Meant, { seq, state: { body } }: StoredEntry, names: Names): Intake {
  const { practices, facts, labels, judgements } = reads
  // The text may have been edited since the entry was found.
  return weigh(line, { body, same: bodyHash(body) === line.body, decisions: practices.decisions(seq), passages: practices.passages(seq), facts: facts.decisions(seq), labels: labels.ofEntry(seq), withdrawn: judgements.withdrawn(seq) }, names)
}

export interface TakenIn {
  readonly seqs: readonly number[]
  readonly tally: Tally
  /** So many words came in. */
  readonly added: number
  /** '' where nothing was new. */
  readonly undo: string
  /** Labels were made. */
  readonly made: boolean
}

/** Portions of so many entries hold the library for a moment each. */
const PORTION = 32

/** `label` names where they came from. `between` is waited for after each portion of the entries that are meant; where it throws, or a portion fails, every word that came in is taken out again. */
export async function takeIn(shelf: Shelf, meant: readonly Meant[], label: string, between: (done: number, total: number) => Promise<void>): Promise<TakenIn> {
  const { clock, connection, writes } = shelf
  const tally = emptyTally()
  const seqs: number[] = []
  let added = 0
  const undo = clock.id()
  const names = namesOf(shelf, meant.map(({ line }) => line))
  const made = new Set<LabelId>()
  // Whatever lines mean one entry are weighed together: it has one row in the step.
  const entries = [...Map.groupBy(meant, ({ found }) => found.seq)]
  try {
    for (let at = 0; at < entries.length; at += PORTION) {
      connection.write(() => {
        const brought = new Set<LabelId>()
        const rows = entries.slice(at, at + PORTION).flatMap(([seq, all]) => take(shelf, seq, all, names, tally, brought, entries.length > READ_AT_ONCE) ?? [])
        makeLabels(shelf, needed(names.missing, brought).filter(({ id }) => !made.has(id)), meant, label)
        for (const { id } of needed(names.missing, brought)) made.add(id)
        if (rows.length === 0) return
        added += rows.reduce((sum, { came }) => sum + came, 0)
        if (seqs.length === 0) writes.history.add(undo, clock.at(), 'judgements', label, rows)
        else writes.history.extend(undo, rows)
        seqs.push(...rows.map((row) => row.seq))
      })
      await between(Math.min(entries.length, at + PORTION), entries.length)
    }
  } catch (error) {
    const change = shelf.reads.history.change(undo)
    if (change !== null) connection.write(() => takeBack(shelf, change, 'judgements'))
    throw error
  }
  return { seqs, tally, added, undo: seqs.length === 0 ? '' : undo, made: made.size > 0 }
}

/** All that is said of one entry; null where nothing of it is new. `brought` learns the labels of what is. */
function take(shelf: Shelf, seq: number, all: readonly Meant[], names: Names, tally: Tally, brought: Set<LabelId>, many: boolean): (ReturnType<typeof touchedBy> & { readonly came: number }) | null {
  const [stored] = shelf.reads.entries.storedMany([seq])
  if (stored === undefined || stored.removedAt !== null) return null
  let words: Words | null = null
  for (const one of all) {
    const intake = weighHere(shelf, one, stored, names)
    for (const key of ['fresh', 'agree', 'differ', 'known', 'older', 'foreign'] as const) tally[key] += intake.tally[key]
    if (isNothing(intake)) continue
    for (const { after } of intake.labels) brought.add(after.label)
    const { done, left } = putWords(shelf, stored, intake)
    // Another word of the same person stands in its place: it stays, and none of the others is kept out.
    tally.older += left
    words = words === null ? done : joined(words, done)
  }
  if (words === null) return null
  readAgain(shelf, stored, many)
  const { decisions, passages, facts, labels } = words
  return { ...touchedBy(stored, words), came: [...decisions, ...passages, ...facts, ...labels].filter(({ after }) => after !== null).length }
}

/** Labels of the file that are not here, as a step of the record of changes of their own: taking the words back leaves them in the codebook. */
function makeLabels({ clock, writes, reads }: Shelf, labels: readonly LabelChange[], meant: readonly Meant[], file: string): void {
  const [by] = meant.flatMap(({ line }) => line.labels.map((one) => one.by))
  if (labels.length === 0 || by === undefined) return
  const step = { id: clock.id(), at: clock.at(), by, change: { type: 'codebook' as const, file: file.slice(0, 300), practices: [], labels: [...labels] } }
  labelsOf([...reads.taxonomy.steps(), step])
  writes.taxonomy.add(step)
}

interface Change {
  readonly entries: readonly { readonly id: string; readonly before: string | null }[]
}

/** So many of these words went along when the entry was merged into another: there they stay until that is undone. */
function takenAlong({ reads }: Shelf, { id }: StoredEntry, { decisions, passages, facts, labels }: Words): number {
  const kept = reads.compared.keeper(id)?.row.seq
  if (kept === undefined) return 0
  const there = new Set([...reads.practices.decisions(kept), ...reads.practices.passages(kept), ...reads.facts.decisions(kept), ...reads.labels.ofEntry(kept)].flatMap(({ by, at, came }) => (came ? [JSON.stringify([by, at])] : [])))
  return [...decisions, ...passages, ...facts, ...labels].filter(({ before, after }) => before !== null && after === null && there.has(JSON.stringify([before.by, before.at]))).length
}

/** Runs inside a transaction. Words that somebody has replaced or withdrawn since stay as they are now; `left` says how many. */
export function takeBack(shelf: Shelf, { entries }: Change, label: string): { readonly ids: readonly EntryId[]; readonly left: number } {
  const { clock, reads, writes } = shelf
  let left = 0
  const rows = entries.flatMap(({ id, before }) => {
    const stored = reads.entries.stored(id)
    if (stored === null || before === null) return []
    const put = putWords(shelf, stored, turned(Words.parse(JSON.parse(before)), stored.state.body))
    left += put.left + (stored.removedAt === null ? 0 : takenAlong(shelf, stored, put.done))
    return countOfWords(put.done) === 0 ? [] : [{ stored, words: put.done }]
  })
  for (const { stored } of rows) readAgain(shelf, stored, rows.length > READ_AT_ONCE)
  if (rows.length > 0) writes.history.add(clock.id(), clock.at(), 'undo', label, rows.map(({ stored, words }) => touchedBy(stored, words)))
  return { ids: rows.map(({ stored }) => stored.id), left }
}
