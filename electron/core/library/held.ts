/** What history keeps beside a former state, so that an undo is exact: where people's passages stood, and what confirmed tags rested on. */
import { z } from 'zod'
import { Evidence, PracticeId, Strength } from '../../contract/practice-tag.ts'
import { Span } from '../../contract/span.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import { slices } from './repositories/practice-rows.ts'
import type { Shelf } from './shelf.ts'
import type { ShownTag } from './showing.ts'
import { EntryState } from './state.ts'

export const HeldTag = z.strictObject({ id: PracticeId, strength: Strength, evidence: z.array(Evidence), inTitle: z.array(Evidence) })
export type HeldTag = z.infer<typeof HeldTag>
const Held = z.strictObject({ passages: z.array(z.strictObject({ id: z.string(), span: Span })), tags: z.array(HeldTag) })
export type Held = z.infer<typeof Held>

export const Former = EntryState.extend({ held: Held.optional() })
export type Former = z.infer<typeof Former>

type Texts = Pick<EntryState, 'title' | 'body'>

export const heldTag = ({ id, strength, evidence, inTitle }: ShownTag, { title, body }: Texts): HeldTag => ({ id, strength, evidence: slices(evidence, body), inTitle: slices(inTitle, title) })

/** Of a tag that was held, the sentences that stand where they stood. */
export function stillThere({ id, strength, evidence, inTitle }: HeldTag, { title, body }: Texts): ShownTag {
  const standing = (all: readonly Evidence[], text: string): Evidence[] => all.filter((one) => text.slice(one.start, one.end) === one.text)
  return { id, strength, state: 'draft', decided: null, shown: false, differ: false, evidence: standing(evidence, body), inTitle: standing(inTitle, title) }
}

/** The entry as history keeps it. */
export function former({ reads }: Shelf, { seq, state }: Pick<StoredEntry, 'seq' | 'state'>): Former {
  const passages = reads.practices.passages(seq).flatMap(({ id, span, lost }) => (lost ? [] : [{ id, span }]))
  const tags = reads.practices.decisions(seq).some(({ decision }) => decision === 'confirmed') ? reads.practices.tags(seq).filter((tag) => tag.state === 'confirmed').map((tag) => heldTag(tag, state)) : []
  return passages.length + tags.length === 0 ? state : { ...state, held: { passages, tags } }
}

export const formerState = (shelf: Shelf, stored: Pick<StoredEntry, 'seq' | 'state'>): string => JSON.stringify(former(shelf, stored))

export const parseFormer = (json: string): { readonly state: EntryState; readonly held: Held } => parts(Former.parse(JSON.parse(json)))

export function parts({ held, ...state }: Former): { readonly state: EntryState; readonly held: Held } {
  return { state, held: held ?? { passages: [], tags: [] } }
}
