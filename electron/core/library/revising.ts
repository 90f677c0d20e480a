/** A change of one entry: a new revision, and in the same transaction the row of history that can take it back. */
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { EntryChange, LostSpan } from '../../contract/library.ts'
import { applyChange, type Edited } from './editing.ts'
import { formerState } from './held.ts'
import { setNotice } from './noticing.ts'
import { compose } from './paragraphs.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Action } from './repositories/history.ts'
import type { Shelf } from './shelf.ts'
import type { EntryState } from './state.ts'
import { readsOtherwise, tagAnew } from './tagging.ts'

export interface Revised {
  readonly entry: StoredEntry
  readonly lost: readonly LostSpan[]
  readonly undo: string
}
export type KeywordsOf = (title: string, body: string) => readonly string[]

/** The entry, or NO_SUCH_ENTRY; one in the trash cannot be changed. */
export function present({ reads }: Shelf, id: string): StoredEntry {
  const stored = reads.entries.stored(id)
  if (stored === null || stored.removedAt !== null) throw new Refusal('NO_SUCH_ENTRY', { id })
  return stored
}

export function edit(shelf: Shelf, id: EntryId, revision: number, change: EntryChange, keywordsOf: KeywordsOf): Revised {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    if (stored.revision !== revision) throw new Refusal('STALE_REVISION', { id })
    return revise(shelf, stored, applyChange(stored.state, change, keywordsOf), 'edit', Object.keys(change).join(','))
  })
}

/** `isLine` is asked only when something has to be put back. */
export function switchNotice(shelf: Shelf, id: EntryId, notice: string, applied: boolean, isLine: boolean, keywordsOf: KeywordsOf): Revised {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    const { state, lost } = setNotice(stored.state, notice, applied, isLine)
    const keywords = state.body === stored.state.body ? state.keywords : [...keywordsOf(state.titleIsProvisional ? '' : state.title, state.body)]
    return revise(shelf, stored, { state: { ...state, keywords }, lost }, 'notice', notice)
  })
}

function revise(shelf: Shelf, stored: StoredEntry, { state, lost }: Edited, action: Action, label: string): Revised {
  const { clock, reads, writes } = shelf
  const at = clock.at()
  const undo = clock.id()
  const revision = stored.revision + 1
  const before = formerState(shelf, stored)
  keepReading(shelf, stored)
  writes.entries.replace(stored.seq, revision, revision, at, state)
  const untagged = readsOtherwise(stored.state, state) ? tagAnew(shelf, { seq: stored.seq, state }, stored.state) : []
  writes.history.add(undo, at, action, label, [{ seq: stored.seq, revision, content: revision, contentBefore: stored.content, before }])
  return { entry: reads.entries.stored(stored.id) ?? stored, lost: [...lost, ...untagged], undo }
}

/** Before its first change by a person: what reading gave, so that a new reading can tell what is theirs. */
export function keepReading({ reads, writes }: Shelf, { seq, document, state }: StoredEntry): void {
  if (document !== null && reads.readings.state(seq) === null) writes.readings.state(seq, state)
}

/** An entry of the person's own writing: no file behind it, so nothing was looked for in one. */
export function create(shelf: Shelf, title: string, text: string, keywordsOf: KeywordsOf): StoredEntry {
  const { clock, connection, reads, writes } = shelf
  const { body, paragraphs } = compose({ body: '', paragraphs: [] }, text)
  const state: EntryState = {
    kind: 'case', kindReason: '由使用者新建', title, titleIsProvisional: false, kicker: null, subtitle: null, authors: [],
    source: { media: null, page: null, url: null }, date: { value: null, precision: null, basis: null }, place: { province: null, city: null, district: null, basis: null },
    rights: { level: 'internal', statement: null }, status: 'active', reviewBy: null, incomplete: false, incompleteReason: null, editorNote: null,
    body, paragraphs: [...paragraphs], segments: [], notices: [], inferences: [], keywords: [...keywordsOf(title, body)],
    absent: {
      kicker: 'not-checked', subtitle: 'not-checked', authors: 'not-checked', editorNote: 'not-checked', 'source.media': 'not-checked', 'source.page': 'not-checked', 'source.url': 'not-checked', date: 'not-checked',
      'place.province': 'not-checked', 'place.city': 'not-checked', 'place.district': 'not-checked', 'rights.statement': 'not-checked',
    },
    references: [], pictures: [], disagreements: [], confidence: 1, confidenceReasons: [],
  }
  return connection.write(() => {
    const id = clock.entryId()
    const at = clock.at()
    const seq = writes.entries.add({ id, origin: 'written', at, document: null, review: 'accepted', state })
    tagAnew(shelf, { seq, state })
    writes.history.add(clock.id(), at, 'create', title, [{ seq, revision: 1, content: 1, contentBefore: null, before: null }])
    return present({ ...shelf, reads }, id)
  })
}
