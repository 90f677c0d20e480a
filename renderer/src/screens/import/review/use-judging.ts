/** What a person says of an article under review: taken in, skipped, a case or not, put right; each can be taken back. */
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId, Notice } from '../../../../../electron/contract/entry.ts'
import type { BatchId } from '../../../../../electron/contract/importing.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'
import { client } from '../../../api/index.ts'
import { queries, refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useSetKind } from '../../../app/set-kind.ts'
import { useStories, type Stories } from '../../../app/stories.ts'
import { useUndo } from '../../../app/undo.tsx'

export interface Judging extends Stories {
  readonly accept: (id: EntryId, title: string) => Promise<void>
  readonly skip: (id: EntryId, title: string) => Promise<void>
  readonly acceptAbove: (batch: BatchId, confidence: number) => Promise<void>
  readonly setKind: ReturnType<typeof useSetKind>
  /** `field` is what the change is called. */
  readonly change: (entry: Entry, change: EntryChange, field: string) => void
  readonly switchNotice: (id: EntryId, notice: Notice) => void
  readonly undo: () => void
  readonly canUndo: boolean
  /** What 撤销 would take back: it stands beside the button, so that no message lies over the list. */
  readonly lastStep: string | null
}

export function useJudging(): Judging {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const setKind = useSetKind(true)
  const stories = useStories(true)
  const settle = async (label: string, work: () => Promise<{ readonly undo: string }>): Promise<void> => {
    try {
      const done = await work()
      undo.keep(label, done.undo)
      await refresh()
    } catch (error) {
      fault(error)
    }
  }
  return {
    accept: (id, title) => settle(t('review.accepted', { title }), () => client.call('import.accept', { ids: [id] })),
    skip: (id, title) => settle(t('review.skipped', { title }), () => client.call('import.skip', { ids: [id] })),
    acceptAbove: async (batch, confidence) => {
      try {
        const { count, undo: token } = await client.call('import.acceptAbove', { id: batch, confidence })
        undo.keep(t('review.acceptedMany', { count }), token)
        await refresh()
      } catch (error) {
        fault(error)
      }
    },
    setKind,
    change: ({ id, revision }, change, field) => void settle(t('review.changed', { field }), async () => {
      const done = await client.call('entries.edit', { id, revision, change })
      // The next field may be written before everything is asked for again.
      queries.setQueryData(['entries.get', { id }], done.entry)
      return done
    }),
    switchNotice: (id, { id: notice, applied }) => void settle(t('undo.notice'), () => client.call('entries.setNotice', { id, notice, applied: !applied })),
    ...stories,
    undo: undo.last,
    canUndo: undo.canUndo,
    lastStep: undo.lastLabel,
  }
}
