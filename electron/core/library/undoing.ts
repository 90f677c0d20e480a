/** Takes one change back, named by its history id. A change that something later built on is refused, never half undone. */
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { LostSpan } from '../../contract/library.ts'
import { judge } from './accepting.ts'
import { undecide } from './deciding.ts'
import { takeBack as takeBackIntake } from './exchange/taking.ts'
import { formerState, parseFormer } from './held.ts'
import { undecideFact } from './judging.ts'
import { unlabel } from './labelling.ts'
import { unmerge } from './relating.ts'
import { present } from './revising.ts'
import type { Shelf } from './shelf.ts'
import { stepBack } from './steps.ts'
import { readsOtherwise, tagAnew } from './tagging.ts'
import { move } from './trash.ts'

export interface Undone {
  /** The title of the (first) entry concerned; empty when nothing was left to take back. */
  readonly label: string
  readonly ids: readonly EntryId[]
  /** What was said by many at once and has been said anew since: so many words stay as they are. */
  readonly left: number
  /** Words of people that do not stand in the text that came back: they wait as lost. */
  readonly lost: readonly LostSpan[]
}

export function undo(shelf: Shelf, token: string): Undone {
  const { connection, reads } = shelf
  return connection.write(() => {
    const change = reads.history.change(token)
    if (change === null) throw new Refusal('INVALID_INPUT', { reason: '这一步已不在历史里，无法撤销' })
    const seqs = change.entries.map(({ entry }) => entry)
    if (isIntake(change)) return { label: change.entries[0]?.title ?? '', lost: [], ...takeBackIntake(shelf, change, 'judgements') }
    if (isMerger(change)) return { label: change.entries[0]?.title ?? '', ...unmerge(shelf, change, change.action === 'merge' || change.label === 'merge') }
    if (steps(change)) return { label: change.entries[0]?.title ?? '', ...stepBack(shelf, change, change.action === 'undo' ? change.label : change.action) }
    const only = (ids: readonly EntryId[]): Undone => ({ label: change.entries[0]?.title ?? '', ids, left: 0, lost: [] })
    if (isDecision(change)) return only(takeBack(shelf, change, undecide))
    if (isOnFact(change)) return only(takeBack(shelf, change, undecideFact))
    if (isOnLabel(change)) return only(takeBack(shelf, change, unlabel))
    if (isJudgement(change)) return only(judge(shelf, seqs, change.label === 'accepted' ? 'pending' : 'accepted', 'undo').ids)
    if (change.entries.some(({ before }) => before !== null)) return { label: change.entries[0]?.title ?? '', left: 0, ...bringBack(shelf, change) }
    return only(move(shelf, seqs, opposite(change.action, change.label), 'undo').ids)
  })
}

/** What a row without a former state did was to move entries; the row of such an undo carries the direction as its label. */
function opposite(action: string, label: string): 'remove' | 'restore' {
  const direction = action === 'undo' ? label : action
  return direction === 'remove' ? 'restore' : 'remove'
}

type Change = NonNullable<ReturnType<Shelf['reads']['history']['change']>>

const isDecision = ({ action, label }: Change): boolean => action === 'practice' || (action === 'undo' && label === 'practice')

const isOnFact = ({ action, label }: Change): boolean => action === 'fact' || (action === 'undo' && label === 'fact')

/** Judgements of another library. */
const isIntake = ({ action, label }: Change): boolean => action === 'judgements' || (action === 'undo' && label === 'judgements')

/** Of two entries that tell the same. */
const isMerger = ({ action, label }: Change): boolean => action === 'merge' || (action === 'undo' && (label === 'merge' || label === 'unmerge'))

const isOnLabel = ({ action, label }: Change): boolean => action === 'label' || (action === 'undo' && label === 'label')

/** What changed entries beside their texts, and their documents. */
const steps = ({ action, label }: Change): boolean => [action, action === 'undo' ? label : ''].some((name) => name === 'reread' || name === 'reclean' || name === 'join')

/** Its row, and that of its undo, carry what the entries became. */
const isJudgement = ({ action, label }: Change): boolean => action === 'accept' || (action === 'undo' && (label === 'accepted' || label === 'pending'))

function takeBack(shelf: Shelf, { entries }: Change, back: (shelf: Shelf, id: EntryId, stored: string) => void): EntryId[] {
  return entries.flatMap(({ id, before }) => {
    const { id: found } = present(shelf, id)
    if (before !== null) back(shelf, found, before)
    return [found]
  })
}

/** The former state comes back exactly, as a new revision: whoever still looks at the undone one is told so. */
function bringBack(shelf: Shelf, change: Change): Pick<Undone, 'ids' | 'lost'> {
  const { clock, reads, writes } = shelf
  const at = clock.at()
  const lost: LostSpan[] = []
  const touched = change.entries.map(({ id, content, content_before: contentBefore, before }) => {
    const stored = reads.entries.stored(id)
    if (stored === null || before === null || contentBefore === null || stored.removedAt !== null || stored.content !== content) throw new Refusal('STALE_REVISION', { id })
    const { state, held } = parseFormer(before)
    const now = formerState(shelf, stored)
    writes.entries.replace(stored.seq, stored.revision + 1, contentBefore, at, state)
    if (readsOtherwise(stored.state, state)) lost.push(...tagAnew(shelf, { seq: stored.seq, state }, stored.state, held))
    return { id: stored.id, seq: stored.seq, revision: stored.revision + 1, content: contentBefore, contentBefore: stored.content, before: now }
  })
  writes.history.add(clock.id(), at, 'undo', change.action, touched)
  return { ids: touched.map(({ id }) => id), lost }
}
