/** What a new reading, or joining two entries, takes from an entry beside its text: its place in a document, what reading gave, whether it is there at all. */
import { z } from 'zod'
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { LostSpan } from '../../contract/library.ts'
import { Span } from '../../contract/span.ts'
import { Former, former, parts } from './held.ts'
import { putWords, readAgain, turned, Words } from './exchange/words.ts'
import { inheritHalf, returnHalf } from './exchange/inheriting.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Touched } from './repositories/history.ts'
import { KeptOrigin } from './repositories/stories.ts'
import type { Shelf } from './shelf.ts'
import { EntryState } from './state.ts'
import { relateAnew } from './relating.ts'
import { readsOtherwise, tagAnew } from './tagging.ts'

/** `former` is null when the text stayed as it was; `removed` is null when it neither came nor went; `words` are those that it took over, `origin` what it gave up of the second half while both are two. */
const Step = z.strictObject({
  place: z.strictObject({ document: z.int(), ordinal: z.int(), raw: Span }).nullable(),
  reading: EntryState.nullable(),
  removed: z.boolean().nullable(),
  former: Former.nullable(),
  words: Words.optional(),
  origin: KeptOrigin.optional(),
})
export type Step = z.infer<typeof Step>

/** The entry as it is, to be brought back. */
export function capture(shelf: Shelf, stored: StoredEntry, { text, removed }: { readonly text: boolean; readonly removed: boolean | null }): Step {
  const { document, original, seq } = stored
  return {
    place: document === null || original === null ? null : { document, ordinal: original.ordinal, raw: original.raw },
    reading: shelf.reads.readings.state(seq),
    removed,
    former: text ? former(shelf, stored) : null,
  }
}

export const touchedBy = (stored: Pick<StoredEntry, 'seq' | 'content'>, revision: number, content: number, step: Step): Touched => ({ seq: stored.seq, revision, content, contentBefore: stored.content, before: JSON.stringify(step) })

/** Of a change of more entries than this, texts on which nobody has decided are read for practices in the background: the library must not stand still for a minute. */
export const READ_AT_ONCE = 200

const isUndecided = ({ reads: { practices, facts, labels } }: Shelf, seq: number): boolean => practices.decisions(seq).length + practices.passages(seq).length + facts.decisions(seq).length + labels.ofEntry(seq).length === 0

interface Change {
  readonly id: string
  readonly entries: readonly { readonly id: string; readonly content: number; readonly content_before: number | null; readonly before: string | null }[]
}

/** Takes such a change back, and writes what would do it again. Runs inside a transaction; refused when an entry or the file has changed since. `left`: so many words that were taken over have been said anew, and stay; `lost`: words of people that do not stand in the text that comes back. */
export function stepBack(shelf: Shelf, change: Change, label: string): { readonly ids: readonly EntryId[]; readonly left: number; readonly lost: readonly LostSpan[] } {
  const { clock, reads, writes } = shelf
  const at = clock.at()
  const undo = clock.id()
  const replaced = reads.readings.replaced(change.id)
  if (!replaced.every(({ became }) => reads.readings.isCurrent(became))) throw new Refusal('STALE_REVISION', { id: change.entries[0]?.id ?? '' })
  const halves = halvesOf(shelf, change)
  if (halves?.parted === false && halves.first.removedAt !== null) throw new Refusal('INVALID_INPUT', { reason: '留下的上半篇已在回收站里；请先从回收站恢复它，再重新合并' })
  const lost: LostSpan[] = []
  const left = halves?.parted === true ? part(shelf, halves) : 0
  const many = change.entries.length > READ_AT_ONCE
  const touched = change.entries.flatMap(({ id, content, content_before: contentBefore, before }) => {
    const stored = reads.entries.stored(id)
    if (stored === null || before === null) return []
    if (stored.content !== content) throw new Refusal('STALE_REVISION', { id })
    const step = Step.parse(JSON.parse(before))
    const now = capture(shelf, stored, { text: step.former !== null, removed: step.removed === null ? null : stored.removedAt !== null })
    const revision = step.former === null ? stored.revision : stored.revision + 1
    const back = step.former === null ? stored.content : (contentBefore ?? stored.content)
    if (step.former !== null) {
      const { state, held } = parts(step.former)
      writes.entries.replace(stored.seq, revision, back, at, state)
      if (stored.state.body !== state.body) relateAnew(shelf, stored.seq, state.body)
      const otherwise = readsOtherwise(stored.state, state)
      if (otherwise && many && isUndecided(shelf, stored.seq)) writes.practices.replace(stored.seq, '', [])
      else if (otherwise) lost.push(...tagAnew(shelf, { seq: stored.seq, state }, stored.state, held))
    }
    if (step.place !== null) writes.readings.place(stored.seq, step.place.document, step.place.ordinal, step.place.raw)
    writes.readings.state(stored.seq, step.reading)
    if (step.removed === true) writes.entries.remove(stored.seq, at)
    if (step.removed === false) writes.entries.restore(stored.seq)
    const words = halves?.first.seq === stored.seq ? wordsOfHalf(shelf, step, halves) : null
    const origin = words === null || halves === null ? null : originOfHalf(shelf, step, halves)
    return [{ id: stored.id, touched: touchedBy(stored, revision, back, { ...now, ...(words === null ? {} : { words }), ...(origin === null ? {} : { origin }) }) }]
  })
  writes.history.add(undo, at, 'undo', label, touched.map((one) => one.touched))
  for (const { was, became } of replaced) writes.readings.replace(undo, { was: became, became: was })
  return { ids: touched.map(({ id }) => id), left, lost }
}

interface Halves {
  readonly first: StoredEntry
  readonly second: StoredEntry
  /** What the first took over. */
  readonly taken: Words
  /** They become two again; otherwise they become one again. */
  readonly parted: boolean
}

/** The two entries of a change that joined halves; null where it did not, or one of them was erased. */
function halvesOf({ reads }: Shelf, { entries }: Change): Halves | null {
  const all = entries.flatMap(({ id, before }) => {
    const stored = reads.entries.stored(id)
    return stored === null || before === null ? [] : [{ stored, step: Step.parse(JSON.parse(before)) }]
  })
  const [first, second] = [all.find(({ step }) => step.words !== undefined), all.find(({ step }) => step.words === undefined)]
  return first?.step.words === undefined || second === undefined ? null : { first: first.stored, second: second.stored, taken: first.step.words, parted: second.step.removed === false }
}

/** Before the texts are parted, each half takes what is its own: the second what was said at its words since, the first gives up what it took over. Answers how many words it could not give up. */
function part(shelf: Shelf, { first, second, taken }: Halves): number {
  returnHalf(shelf, first, second, taken)
  const give = <T>(all: readonly { readonly after: T | null }[]): { before: T | null; after: null }[] => all.map(({ after }) => ({ before: after, after: null }))
  return putWords(shelf, first, { decisions: give(taken.decisions), passages: give(taken.passages), facts: give(taken.facts), labels: give(taken.labels) }).left
}

/** The first half stands for the second as long as both are one. */
function originOfHalf({ writes }: Shelf, { origin }: Step, { first, second, parted }: Halves): KeptOrigin | null {
  if (parted) return writes.stories.dropOrigins(first.seq, second)
  if (origin !== undefined) writes.stories.putOrigin(first.seq, origin)
  writes.stories.inheritOrigins(first.seq, second.seq)
  return null
}

/** With its text as it is by now: the first half has back what gave way to words of the second, or takes over what lies with the second by now. */
function wordsOfHalf(shelf: Shelf, { former: text }: Step, { first, second, taken, parted }: Halves): Words | null {
  if (text === null) return null
  const now = { ...first, state: parts(text).state }
  if (!parted) return inheritHalf(shelf, now, second).words
  const { decisions, passages, facts, labels } = turned(taken, now.state.body)
  const back = <T>(all: readonly { readonly after: T | null }[]): { before: null; after: T }[] => all.flatMap(({ after }) => (after === null ? [] : [{ before: null, after }]))
  const { done } = putWords(shelf, first, { decisions: back(decisions), passages: back(passages), facts: back(facts), labels: back(labels) })
  readAgain(shelf, now, false)
  return done
}
