/** 设置. */
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method, Output } from '../../../../electron/contract/api.ts'
import type { Grant } from '../../../../electron/contract/library.ts'
import { client } from '../../api/index.ts'
import { queries, refresh, useAction, useCall } from '../../api/hooks.ts'
import { useBundled } from '../../app/bundled.ts'
import { useFaults } from '../../app/faults.ts'
import { useFolderChoice } from '../../app/folder-choice.tsx'
import { hostKind } from '../../app/page.ts'
import { forgetReport, useUpkeep, useUpkeepState } from '../../app/upkeep.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { Bundled } from './Bundled.tsx'
import { Data } from './Data.tsx'
import { Health } from './Health.tsx'
import { Person } from './Person.tsx'

export default function SettingsScreen() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const choice = useFolderChoice()
  const settings = useCall('settings.get', {}).data
  const state = useCall('library.state', {}).data
  const info = useCall('host.info', {}).data
  const bundled = useCall('bundled.state', {}).data
  const summaries = useBundled()
  const recent = useCall('library.recent', {}).data ?? []
  const person = useCall('person.get', {}).data
  const set = useAction('settings.set')
  const [going, setGoing] = useState<'move' | 'open' | null>(null)
  const upkeep = useUpkeep()
  const { busy, report } = useUpkeepState()
  // What was found is true of the moment it was looked at.
  useEffect(() => forgetReport, [])

  /** Goes to another folder, with its button busy, and tells how it ended. */
  const during = async <T,>(what: NonNullable<typeof going>, action: Promise<T>, done: (value: T) => void): Promise<void> => {
    setGoing(what)
    try {
      done(await action)
    } catch (error) {
      fault(error)
    } finally {
      setGoing(null)
    }
  }
  const keepName = (name: string | null): void => void client.call('person.set', { name }).then(async (kept) => {
    await refresh(['person.'])
    void message.success(kept.name === null ? t('person.forgotten') : t('person.saved', { name: kept.name }))
  }).catch(fault)
  const goneTo = (key: 'settings.moved' | 'settings.opened') => ({ folder }: Output<Extract<Method, 'library.open'>>): void => {
    void queries.invalidateQueries()
    void message.success(t(key, { folder }))
  }
  const open = (folder: Grant): void => void during('open', client.call('library.open', { folder }), goneTo('settings.opened'))
  return (
    <div className="page settings-page">
      <h1 className="page-title">{t('settings.title')}</h1>
      {settings !== undefined && <Appearance settings={settings} onChange={(change) => set.mutate(change, { onSuccess: () => void refresh(['settings.']), onError: fault })} />}
      {person !== undefined && <Person key={person.name} name={person.name} onKeep={keepName} />}
      {state?.state === 'open' && (
        <Data
          state={state}
          recent={recent}
          busy={going ?? (busy === 'backup' ? busy : null)}
          canShow={hostKind === 'electron'}
          onShow={() => void client.call('library.showFolder', {}).catch(fault)}
          onMove={() => choice.choose((folder) => void during('move', client.call('library.move', { folder }), goneTo('settings.moved')))}
          onOpen={() => choice.choose(open)}
          onOpenRecent={open}
          onBackup={upkeep.backUp}
        />
      )}
      {settings !== undefined && bundled !== undefined && <Bundled state={bundled} shown={settings.showBundled} onShown={summaries.show} onRemove={summaries.remove} onRestore={summaries.restore} />}
      <Health
        report={report}
        checking={busy === 'check'}
        reindexing={busy === 'reindex'}
        onCheck={upkeep.check}
        onReindex={upkeep.reindex}
      />
      {info !== undefined && <About info={info} />}
      {choice.dialog}
    </div>
  )
}
