/** Bringing files in: chosen, dropped or pasted, they become grants; then one batch starts in the background. */
import { App, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../electron/contract/importing.ts'
import { MAX_FILE_BYTES } from '../../../electron/contract/importing.ts'
import type { Grant } from '../../../electron/contract/library.ts'
import { CallFault, client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { chooseInPage, type Gathered } from './dropped-files.ts'
import { useFaults } from './faults.ts'
import { hostKind } from './page.ts'
import { stage } from './staging.ts'
import { useViewOf, type Pasted } from './view.ts'

const ASK_ABOVE = 5000
const NAMED = 5
/** A few files are in before anyone could read that they are on their way. */
const SHOWN_ABOVE = 10
const CALM_MS = 120
const KEY = 'staging'

export interface ImportActions {
  readonly pick: (what: 'files' | 'folder') => void
  readonly files: (gathered: Gathered) => void
  readonly paste: (pasted: Pasted, name: string) => void
}

export function useImports(): ImportActions {
  const { t } = useTranslation()
  const { message, modal, notification } = App.useApp()
  const fault = useFaults()
  const { showBatch } = useViewOf('showBatch')

  const began = async (batch: Batch): Promise<void> => {
    await refresh(['import.'])
    showBatch(batch.id)
  }
  const confirmMany = async (count: string): Promise<boolean> => await modal.confirm({ title: t('import.many', { count }), content: t('import.manyHint'), okText: t('import.goOn'), cancelText: t('common.cancel') })

  const start = async (grants: readonly Grant[], confirmed = false): Promise<void> => {
    if (grants.length === 0) return
    try {
      await began(await client.call('import.start', { grants: [...grants], confirmed }))
    } catch (error) {
      if (error instanceof CallFault && error.code === 'TOO_MANY_FILES' && !confirmed) {
        if (await confirmMany(error.fault.details['count'] ?? '')) await start(grants, true)
      } else fault(error)
    }
  }
  const progress = (done: number, total: number, stop: () => void): void => notification.open({
    key: KEY,
    title: t('import.stagingTitle'),
    description: <><Progress percent={Math.floor((done / total) * 100)} aria-label={t('import.stagingTitle')} />{t('import.staging', { done, total })}</>,
    actions: <Button size="small" onClick={stop}>{t('common.cancel')}</Button>,
    role: 'status',
    duration: 0,
    placement: 'bottomLeft',
  })
  const tell = (key: 'import.tooLarge' | 'import.unreadable', names: readonly string[]): void => {
    if (names.length > 0) notification.warning({ key, title: t(key, { count: names.length, limit: MAX_FILE_BYTES / 1024 / 1024 }), description: names.slice(0, NAMED).join('\n') + (names.length > NAMED ? '\n…' : ''), className: 'name-list', duration: 0, placement: 'bottomLeft' })
  }
  const take = async ({ files, unreadable }: Gathered): Promise<void> => {
    if (files.length > ASK_ABOVE && !(await confirmMany(String(files.length)))) return
    const stop = new AbortController()
    let shownAt = 0
    try {
      const staged = await stage(files, async (name, bytes) => (await client.call('files.stage', { name, bytes })).grant, stop.signal, (done) => {
        if (files.length <= SHOWN_ABOVE || Date.now() - shownAt < CALM_MS) return
        shownAt = Date.now()
        progress(done, files.length, () => stop.abort())
      })
      if (staged === null) {
        void message.info(t('import.stagingStopped'))
        return
      }
      tell('import.tooLarge', staged.tooLarge)
      tell('import.unreadable', [...unreadable, ...staged.unreadable])
      await start(staged.grants, true)
    } catch (error) {
      fault(error)
    } finally {
      notification.destroy(KEY)
    }
  }
  const pickNative = async (what: 'files' | 'folder'): Promise<void> => start((await client.call('files.pick', { what })).map(({ grant }) => grant))

  return {
    pick: (what) => {
      if (hostKind === 'browser') void chooseInPage(what).then(take)
      else void pickNative(what).catch(fault)
    },
    files: (gathered) => void take(gathered),
    paste: ({ text, html }, name) => void client.call('import.paste', { text, html, name: name === '' ? t('import.pasteDefault') : name }).then(began, fault),
  }
}
