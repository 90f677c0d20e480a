/** 同源 and 下转／上接: merging two entries that tell the same, keeping both, joining two halves; signed, and open to be taken back. */
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../electron/contract/entry.ts'
import type { LostSpan } from '../../../electron/contract/library.ts'
import { client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { useLost } from './lost.tsx'
import { signature } from './person.tsx'
import { useUndo } from './undo.tsx'

export interface Stories {
  /** `other` goes to the trash, and where it came from and what people decided about it is kept with `keep`. */
  readonly merge: (keep: EntryId, other: EntryId, then?: () => void) => void
  readonly separate: (a: EntryId, b: EntryId) => void
  /** `second` is put behind `first` and goes to the trash. */
  readonly join: (first: EntryId, second: EntryId, then?: () => void) => void
}

/** `then` is what follows once it is done, unless the person did not want to sign. `quietly`: where the last step and the way back are shown by the screen itself. */
export function useStories(quietly = false): Stories {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const tell = useLost()
  const done = async (label: string, { undo: token, lost }: { readonly undo: string; readonly lost: readonly LostSpan[] }): Promise<void> => {
    if (quietly) undo.keep(label, token)
    else undo.offer(label, token)
    await refresh()
    tell(lost, t('review.notCarried', { count: lost.length }), t('review.notCarriedHint'))
  }
  const merge = async (keep: EntryId, other: EntryId, then?: () => void): Promise<void> => {
    const by = await signature()
    if (by === null) return
    const merged = await client.call('stories.merge', { keep, other, by })
    then?.()
    await done(merged.carried === 0 ? t('review.merged') : t('review.mergedWith', { count: merged.carried }), merged)
  }
  const join = async (first: EntryId, second: EntryId, then?: () => void): Promise<void> => {
    const by = await signature()
    if (by === null) return
    const joined = await client.call('entries.joinContinued', { first, second, by })
    then?.()
    await done(joined.carried === 0 ? t('review.joined') : t('review.joinedWith', { count: joined.carried }), joined)
  }
  const separate = async (a: EntryId, b: EntryId): Promise<void> => {
    const by = await signature()
    if (by === null) return
    await client.call('stories.separate', { a, b, by })
    await refresh()
  }
  return { merge: (keep, other, then) => void merge(keep, other, then).catch(fault), separate: (a, b) => void separate(a, b).catch(fault), join: (first, second, then) => void join(first, second, then).catch(fault) }
}
