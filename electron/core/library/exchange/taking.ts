/** Judgements of another library, stored under the names of those who gave them: one step of history, which can be taken back. */
import { z } from 'zod'
import { Refusal } from '../../../contract/errors.ts'
import type { EntryId } from '../../../contract/entry.ts'
import { emptyTally, type Tally } from '../../../contract/judgements.ts'
import type { FileEntry } from '../../../contract/judgement-file.ts'
import { placed, type Anchored } from '../anchoring.ts'
import { StoredDecision, StoredPassage } from '../deciding.ts'
import { extractAnew } from '../extracting.ts'
import { StoredFactDecision } from '../judging.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Touched } from '../repositories/history.ts'
import type { Shelf } from '../shelf.ts'
import { READ_AT_ONCE } from '../steps.ts'
import { tagAnew } from '../tagging.ts'
import type { Found } from './finding.ts'
import { isNothing, weigh, type Intake, type Practices, type Taken } from './weighing.ts'

const step = <T extends z.ZodType>(row: T) => z.array(z.strictObject({ before: row.nullable(), after: row.nullable() }))
/** What a row of history keeps: how each word was, and how it became. */
const Step = z.strictObject({ decisions: step(StoredDecision), passages: step(StoredPassage), facts: step(StoredFactDecision) })
type Step = z.infer<typeof Step>

export interface Meant {
  readonly line: FileEntry
  readonly found: Found
}

export const practicesOf = ({ rules, clock }: Pick<Shelf, 'rules' | 'clock'>): Practices => {
  const { aliasOf, ids, labelOf } = rules()
  const known = new Set<string>(ids)
  // Ids that libraries make themselves begin alike and mean something else in each.
  const agrees: Practices['agrees'] = (id, label) => !/(^|\.)own[a-z]+$/.test(id) || (known.has(aliasOf(id)) && labelOf(id) === label)
  return { aliasOf, agrees, newId: clock.id }
}

export function weighHere(shelf: Pick<Shelf, 'reads'>, { line, found }: Meant, stored: StoredEntry, practices: Practices): Intake {
  const { practices: tags, facts } = shelf.reads
  return weigh(line, { body: stored.state.body, same: found.same, decisions: tags.decisions(stored.seq), passages: tags.passages(stored.seq), facts: facts.decisions(stored.seq) }, practices)
}

export interface TakenIn {
  readonly seqs: readonly number[]
  readonly tally: Tally
  /** '' where nothing was new. */
  readonly undo: string
}

/** `label` names where they came from. */
export function takeIn(shelf: Shelf, meant: readonly Meant[], label: string): TakenIn {
  const { clock, connection, reads, writes } = shelf
  return connection.write(() => {
    const practices = practicesOf(shelf)
    const tally = emptyTally()
    const steps = new Map<number, { readonly stored: StoredEntry; readonly step: Step }>()
    for (const one of meant) {
      const [stored] = reads.entries.storedMany([one.found.seq])
      if (stored === undefined || stored.removedAt !== null) continue
      const intake = weighHere(shelf, one, stored, practices)
      for (const key of ['fresh', 'agree', 'differ', 'known', 'older', 'foreign'] as const) tally[key] += intake.tally[key]
      if (isNothing(intake)) continue
      const known = steps.get(stored.seq)
      const done = put(shelf, stored, intake)
      steps.set(stored.seq, { stored, step: known === undefined ? done : { decisions: [...known.step.decisions, ...done.decisions], passages: [...known.step.passages, ...done.passages], facts: [...known.step.facts, ...done.facts] } })
    }
    if (steps.size === 0) return { seqs: [], tally, undo: '' }
    const undo = clock.id()
    readAgain(shelf, [...steps.values()].map(({ stored }) => stored))
    writes.history.add(undo, clock.at(), 'judgements', label, [...steps.values()].map(({ stored, step: done }) => touched(stored, done)))
    return { seqs: [...steps.keys()], tally, undo }
  })
}

/** Runs inside a transaction; refused when one of these words has been replaced since. */
export function takeBack(shelf: Shelf, change: { readonly entries: readonly { readonly id: string; readonly before: string | null }[] }): EntryId[] {
  const { clock, reads, writes } = shelf
  const rows = change.entries.flatMap(({ id, before }) => {
    const stored = reads.entries.stored(id)
    if (stored === null || before === null) return []
    const { decisions, passages, facts } = Step.parse(JSON.parse(before))
    const standing = <T extends Anchored>(one: { readonly before: T | null; readonly after: T | null }) => ({ ...one, after: one.after && placed(stored.state.body, one.after) })
    return [{ stored, step: put(shelf, stored, { decisions: decisions.map(turned).toReversed(), passages: passages.map(turned).map(standing).toReversed(), facts: facts.map(turned).map(standing).toReversed() }) }]
  })
  readAgain(shelf, rows.map(({ stored }) => stored))
  writes.history.add(clock.id(), clock.at(), 'undo', 'judgements', rows.map(({ stored, step: done }) => touched(stored, done)))
  return rows.map(({ stored }) => stored.id)
}

const touched = ({ seq, revision, content }: StoredEntry, done: Step): Touched => ({ seq, revision, content, contentBefore: null, before: JSON.stringify(done) })

const turned = <T>({ before, after }: { readonly before: T | null; readonly after: T | null }) => ({ before: after, after: before })

interface Steps {
  readonly decisions: readonly (Taken<Step['decisions'][number]['after']> | Step['decisions'][number])[]
  readonly passages: readonly (Taken<Step['passages'][number]['after']> | Step['passages'][number])[]
  readonly facts: readonly (Taken<Step['facts'][number]['after']> | Step['facts'][number])[]
}

/** Puts each `after` in the place of its `before`. Answers what was done, with the words as they stood. */
function put(shelf: Shelf, stored: StoredEntry, { decisions, passages, facts }: Steps): Step {
  const { reads, writes } = shelf
  const { seq, id } = stored
  const stale = (): Refusal => new Refusal('STALE_REVISION', { id })
  for (const { before, after } of decisions) {
    const standing = reads.practices.decisions(seq).find((one) => one.came && one.practice === (before ?? after)?.practice && one.by === (before ?? after)?.by) ?? null
    if (standing?.at !== before?.at || standing?.decision !== before?.decision) throw stale()
    if (before !== null) writes.practices.withdraw(seq, before)
    if (after !== null) writes.practices.decide(seq, after)
  }
  return {
    decisions: decisions.map(({ before, after }) => ({ before, after })),
    passages: passages.map(({ before, after }) => {
      const standing = before === null ? null : (reads.practices.passage(before.id)?.passage ?? null)
      if (before !== null && standing === null) throw stale()
      if (before !== null) writes.practices.dropPassage(before.id)
      if (after !== null) writes.practices.addPassage(seq, after)
      return { before: standing, after }
    }),
    facts: facts.map(({ before, after }) => {
      const standing = before === null ? null : (reads.facts.decisions(seq).find((one) => one.id === before.id) ?? null)
      if (before !== null && standing?.at !== before.at) throw stale()
      if (before !== null) writes.facts.withdraw(before.id)
      if (after !== null) writes.facts.decide(seq, after)
      return { before: standing, after }
    }),
  }
}

/** A few at once; many are read in the background, as under new rules. */
function readAgain(shelf: Shelf, entries: readonly StoredEntry[]): void {
  for (const entry of entries) {
    if (entries.length > READ_AT_ONCE) shelf.writes.judgements.unread(entry.seq)
    else {
      tagAnew(shelf, entry)
      extractAnew(shelf, entry)
    }
  }
}
