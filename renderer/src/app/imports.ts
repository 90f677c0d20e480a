/** Bringing files in: chosen, dropped or pasted, they become grants; then one batch starts in the background. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../electron/contract/importing.ts'
import type { Grant } from '../../../electron/contract/library.ts'
import { CallFault, client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { chooseInPage, type NamedFile } from './dropped-files.ts'
import { useFaults } from './faults.ts'
import { hostKind } from './page.ts'
import { useView } from './view.ts'

const ASK_ABOVE = 5000

export interface ImportActions {
  readonly pick: (what: 'files' | 'folder') => void
  readonly files: (files: readonly NamedFile[]) => void
  readonly paste: (text: string, name: string) => void
}

export function useImports(): ImportActions {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const fault = useFaults()
  const { showBatch } = useView()

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
  const stage = async (files: readonly NamedFile[]): Promise<void> => {
    if (files.length === 0) return
    if (files.length > ASK_ABOVE && !(await confirmMany(String(files.length)))) return
    const grants: Grant[] = []
    const key = 'staging'
    try {
      for (const { name, file } of files) {
        if (files.length > 20) void message.loading({ key, content: t('import.staging', { done: grants.length, total: files.length }), duration: 0 })
        grants.push((await client.call('files.stage', { name, bytes: new Uint8Array(await file.arrayBuffer()) })).grant)
      }
    } catch (error) {
      fault(error)
      return
    } finally {
      message.destroy(key)
    }
    await start(grants, true)
  }
  const pickNative = async (what: 'files' | 'folder'): Promise<void> => start((await client.call('files.pick', { what })).map(({ grant }) => grant))

  return {
    pick: (what) => {
      if (hostKind === 'browser') void chooseInPage(what).then(stage)
      else void pickNative(what).catch(fault)
    },
    files: (files) => void stage(files),
    paste: (text, name) => void client.call('import.paste', { text, name: name === '' ? t('import.pasteDefault') : name }).then(began, fault),
  }
}
