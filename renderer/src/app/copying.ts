/** Copying into a lesson: with the citation, so that the passage never goes without its source. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId } from '../../../electron/contract/entry.ts'
import { client } from '../api/index.ts'
import { citation, sourceOf } from '../parts/citation.ts'
import { useFaults } from './faults.ts'
import { hostKind } from './page.ts'

export interface Copying {
  /** The passage, or all of the body. */
  readonly entry: (entry: Entry, passage?: string) => void
  /** As above, of an entry that is known by its id. */
  readonly byId: (id: EntryId, passage?: string) => void
  /** The words alone. */
  readonly text: (text: string) => void
}

export function useCopying(): Copying {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const write = async (text: string, said: 'reader.copied' | 'reader.copiedText'): Promise<void> => {
    if (hostKind === 'browser') await navigator.clipboard.writeText(text)
    else await client.call('clipboard.write', { text })
    void message.success(t(said))
  }
  /** A summary of ours is cited as one, with the sources it was made from; it never passes for them. */
  const cited = (entry: Entry): string => {
    const none = t('common.none')
    return entry.origin === 'bundled' ? t('bundled.cited', { title: entry.title, sources: (entry.summary?.citations ?? []).map((source) => citation(sourceOf(source, none), none)).join(' ') }) : citation(entry, none)
  }
  const copy = (entry: Entry, passage?: string): Promise<void> => write(`${passage ?? entry.body}\n\n${cited(entry)}`, 'reader.copied')
  return {
    entry: (entry, passage) => void copy(entry, passage).catch(fault),
    byId: (id, passage) => void client.call('entries.get', { id }).then((entry) => copy(entry, passage)).catch(fault),
    text: (text) => void write(text, 'reader.copiedText').catch(fault),
  }
}
