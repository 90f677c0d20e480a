/** Copying into a lesson: with the citation, so that the passage never goes without its source. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId, Span } from '../../../electron/contract/entry.ts'
import { client } from '../api/index.ts'
import { citation, sourceOf } from '../parts/citation.ts'
import { citedHtml } from '../parts/citation-html.ts'
import { sentencesAround } from '../parts/sentences.ts'
import { useFaults } from './faults.ts'
import { hostKind } from './page.ts'

export interface Copying {
  /** The passage, or all of the body. */
  readonly entry: (entry: Entry, passage?: string) => void
  /** As above, of an entry that is known by its id. */
  readonly byId: (id: EntryId, passage?: string) => void
  /** The sentences of an entry that hold these stretches of its body. */
  readonly sentences: (id: EntryId, stretches: readonly Span[]) => void
  /** The words alone. */
  readonly text: (text: string) => void
}

export function useCopying(): Copying {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const write = async (text: string, said: 'reader.copied' | 'reader.copiedText', html: string | null = null): Promise<void> => {
    if (hostKind !== 'browser') await client.call('clipboard.write', { text, html })
    else if (html === null) await navigator.clipboard.writeText(text)
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })])
    void message.success(t(said))
  }
  /** A summary of ours is cited as one, with the sources it was made from; it never passes for them. */
  const cited = (entry: Entry): string => {
    const none = t('common.none')
    return entry.origin === 'bundled' ? t('bundled.cited', { title: entry.title, sources: (entry.summary?.citations ?? []).map((source) => citation(sourceOf(source, none), none)).join(' ') }) : citation(entry, none)
  }
  const copy = (entry: Entry, passage = entry.body): Promise<void> => write(`${passage}\n\n${cited(entry)}`, 'reader.copied', citedHtml(passage, cited(entry)))
  const quote = async (id: EntryId, stretches: readonly Span[]): Promise<void> => {
    const entry = await client.call('entries.get', { id })
    const from = Math.min(...stretches.map(({ start }) => start))
    const to = Math.max(...stretches.map(({ end }) => end))
    const { start, end } = sentencesAround(entry.paragraphs, { start: from, end: to })
    await copy(entry, entry.body.slice(start, end))
  }
  return {
    entry: (entry, passage) => void copy(entry, passage).catch(fault),
    byId: (id, passage) => void client.call('entries.get', { id }).then((entry) => copy(entry, passage)).catch(fault),
    sentences: (id, stretches) => void quote(id, stretches).catch(fault),
    text: (text) => void write(text, 'reader.copiedText').catch(fault),
  }
}
