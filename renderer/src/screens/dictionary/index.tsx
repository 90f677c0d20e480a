/** 词典: the line to try above, one of three lists on the left, what is chosen on the right. */
import { Segmented } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../../electron/contract/lexicon.ts'
import { useCall, useEvent, refresh } from '../../api/hooks.ts'
import { Candidates } from './Candidates.tsx'
import { Groups } from './Groups.tsx'
import { NO_DRAFT, useChanging, useHere } from './hooks.ts'
import { LiveLine } from './LiveLine.tsx'
import { Passing } from './Passing.tsx'
import { Words } from './Words.tsx'

type Tab = 'candidates' | 'words' | 'groups'

const onRekeying = (): void => { void refresh(['lexicon.state']) }

export default function DictionaryScreen() {
  const { t } = useTranslation()
  const here = useHere()
  const changing = useChanging()
  const [tab, setTab] = useState<Tab>('candidates')
  const [typed, setTyped] = useState('')
  const [{ draft, example }, setTried] = useState<{ readonly draft: Draft; readonly example: string }>({ draft: NO_DRAFT, example: '' })
  const onDraft = useCallback((next: Draft, sentence: string): void => setTried({ draft: next, example: sentence }), [])
  const candidates = useCall('lexicon.candidates', { offset: 0, limit: 1 }, { enabled: here, keep: true }).data?.total
  const counts = useCall('lexicon.words', { query: '', source: null, on: null, offset: 0, limit: 1 }, { enabled: here, keep: true }).data?.counts
  const groups = useCall('lexicon.groups', { query: '', source: null, offset: 0, limit: 1 }, { enabled: here, keep: true }).data?.total
  const rekeying = useCall('lexicon.state', {}, { enabled: here }).data?.rekeying
  useEvent('lexicon.rekeying', onRekeying)
  const tabs: readonly (readonly [Tab, number | undefined])[] = [['candidates', candidates], ['words', counts?.all], ['groups', groups]]
  const choose = (next: Tab): void => {
    setTab(next)
    setTried({ draft: NO_DRAFT, example: '' })
  }
  return (
    <div className="dictionary-screen">
      <header className="dictionary-head">
        <h1>{t('screens.dictionary')}</h1>
        <Segmented<Tab> value={tab} onChange={choose} aria-label={t('dictionary.view')} options={tabs.map(([value, count]) => ({ value, label: `${t(`dictionary.tabs.${value}`)}${count === undefined ? '' : ` ${String(count)}`}` }))} />
        {rekeying?.state === 'running' && rekeying.total > 0 && <span className="meta" role="status">{t('dictionary.rekeying', { done: rekeying.done, total: rekeying.total })}</span>}
        <span className="spacer" />
        <Passing changing={changing} />
      </header>
      <LiveLine typed={typed} onType={setTyped} example={example} draft={draft} />
      {tab === 'candidates' && <Candidates changing={changing} onDraft={onDraft} />}
      {tab === 'words' && <Words changing={changing} onDraft={onDraft} />}
      {tab === 'groups' && <Groups changing={changing} />}
    </div>
  )
}
