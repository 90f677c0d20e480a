/** 同源: merging two entries that tell the same, or keeping both; signed, and open to be taken back. */
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { signature } from './person.tsx'
import { useUndo } from './undo.tsx'

export interface Stories {
  /** `other` goes to the trash, and where it came from is kept with `keep`. */
  readonly merge: (keep: EntryId, other: EntryId) => void
  readonly separate: (a: EntryId, b: EntryId) => void
}

/** `quietly`: where the last step and the way back are shown by the screen itself. */
export function useStories(quietly = false): Stories {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const merge = async (keep: EntryId, other: EntryId): Promise<void> => {
    const by = await signature()
    if (by === null) return
    const { undo: token } = await client.call('stories.merge', { keep, other, by })
    if (quietly) undo.keep(t('review.merged'), token)
    else undo.offer(t('review.merged'), token)
    await refresh()
  }
  const separate = async (a: EntryId, b: EntryId): Promise<void> => {
    const by = await signature()
    if (by === null) return
    await client.call('stories.separate', { a, b, by })
    await refresh()
  }
  return { merge: (keep, other) => void merge(keep, other).catch(fault), separate: (a, b) => void separate(a, b).catch(fault) }
}
