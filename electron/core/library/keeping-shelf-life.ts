/** What people said of the shelf life of an entry that becomes part of another: the kept one takes it over where nobody has said anything of it, and what it cannot take over is told. */
import { z } from 'zod'
import type { ReviewState } from '../../contract/entry.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import { keepReading } from './revising.ts'
import type { Shelf } from './shelf.ts'
import { EntryState } from './state.ts'

const ShelfLife = EntryState.pick({ status: true, reviewBy: true })
export type ShelfLife = z.infer<typeof ShelfLife>
export const ShelfLifeChange = z.strictObject({ before: ShelfLife, after: ShelfLife })
export type ShelfLifeChange = z.infer<typeof ShelfLifeChange>

const SAID: Readonly<Record<ShelfLife['status'], string>> = { active: '在用', recheck: '待核', retired: '停用' }

/** Status and day of `kept`, or of `gone` where nobody set them; pure. */
export function togetherOnShelf(kept: ShelfLife, gone: ShelfLife): { readonly life: ShelfLife; readonly lost: readonly LostSpan[] } {
  const status = kept.status === 'active' ? gone.status : kept.status
  const reviewBy = kept.reviewBy ?? gone.reviewBy
  const told = (label: string): LostSpan => ({ what: 'shelf', label, quote: '' })
  return {
    life: { status, reviewBy },
    lost: [
      ...(gone.status === 'active' || gone.status === status ? [] : [told(`使用状态“${SAID[gone.status]}”：留下的一篇已标为“${SAID[status]}”`)]),
      ...(gone.reviewBy === null || gone.reviewBy === reviewBy ? [] : [told(`复核日期 ${gone.reviewBy}：留下的一篇定在 ${reviewBy ?? ''}`)]),
    ],
  }
}

/** A person has looked at the one that goes; the kept one is another text, which still waits for it. */
export const acceptedBefore = (kept: { readonly review: ReviewState }, gone: { readonly review: ReviewState }): readonly LostSpan[] =>
  gone.review === 'accepted' && kept.review === 'pending' ? [{ what: 'shelf', label: '收录：留下的一篇还没有人核对，仍在待核对里', quote: '' }] : []

/** How the entry's row in the history begins. */
export interface Reshelved {
  readonly revision: number
  readonly content: number
  readonly contentBefore: number | null
  readonly change: ShelfLifeChange | null
}

export const asItStands = ({ revision, content }: StoredEntry): Reshelved => ({ revision, content, contentBefore: null, change: null })

/** `content` names the former state where that comes back. Inside a transaction. */
export function reshelve(shelf: Shelf, stored: StoredEntry, after: ShelfLife, content: number | null): Reshelved {
  const { status, reviewBy } = stored.state
  if (status === after.status && reviewBy === after.reviewBy) return asItStands(stored)
  const { clock, writes } = shelf
  const revision = stored.revision + 1
  keepReading(shelf, stored)
  writes.entries.replace(stored.seq, revision, content ?? revision, clock.at(), { ...stored.state, ...after })
  return { revision, content: content ?? revision, contentBefore: stored.content, change: { before: { status, reviewBy }, after } }
}

/** Takes such a change back; null where somebody has said otherwise since, which stays. */
export function unshelve(shelf: Shelf, stored: StoredEntry, { before, after }: ShelfLifeChange, row: { readonly content: number; readonly content_before: number | null }): Reshelved | null {
  if (stored.state.status !== after.status || stored.state.reviewBy !== after.reviewBy) return null
  return reshelve(shelf, stored, before, stored.content === row.content ? row.content_before : null)
}
