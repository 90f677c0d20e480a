/** The page of one practice: what it is, and where this library has it. */
import { Alert, Breadcrumb, Button, Segmented } from 'antd'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice, PracticeSentence } from '../../../../electron/contract/practices.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { CallFault } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { useAdding, useAddingRow } from '../../app/adding.ts'
import { useSentence } from '../../app/faults.ts'
import { Notice } from '../../app/Notice.tsx'
import { practiceClass } from '../../app/practice-colours.ts'
import type { Taxonomy } from '../../app/taxonomy.ts'
import { useViewOf } from '../../app/view.ts'
import type { Paged } from '../../api/paged.ts'
import { VirtualRows } from '../../parts/VirtualRows.tsx'
import { useCases, useHere, useSentences } from './hooks.ts'
import { Meaning } from './Meaning.tsx'
import { Places } from './Places.tsx'
import { CaseRow, SentenceRow } from './rows.tsx'

type Shown = 'sentences' | 'cases' | 'mentions'

export function PracticePage({ practice, taxonomy, page }: { readonly practice: Practice; readonly taxonomy: Taxonomy; readonly page: RefObject<HTMLElement | null> }) {
  const { t, i18n } = useTranslation()
  const say = useSentence()
  const add = useAdding()
  const addRow = useAddingRow(taxonomy)
  const { filter, search, show, read, readAt, study } = useViewOf('filter', 'search', 'show', 'read', 'readAt', 'study')
  const [place, setPlace] = useState<string | null>(null)
  const [chosen, setShown] = useState<Shown>('sentences')
  const overview = useCall('practices.places', { practice: practice.id }, { enabled: useHere() })
  const cases = useCases(practice.id, place)
  const sentences = useSentences(practice.id, place, 'shown')
  const mentioning = useSentences(practice.id, null, 'mentions')
  const label = taxonomy.label(practice.id)
  const english = i18n.language === 'en'
  const parent = practice.parent === null ? undefined : taxonomy.get(practice.parent)
  const inLibrary = (): void => {
    search('')
    filter({ ...NO_FILTERS, practice: [practice.id], place: place === null ? [] : [place] })
    show('library')
  }
  const error = overview.error ?? cases.error ?? sentences.error ?? mentioning.error
  const { entries = 0, mentions = 0, places = [] } = overview.data ?? {}
  // With nothing but mentions, they are what there is to see.
  const shown = entries === 0 ? 'mentions' : chosen
  const views: readonly (readonly [Shown, string])[] = [['sentences', t('practices.sentences', { count: sentences.total ?? 0 })], ['cases', t('practices.cases', { count: cases.total ?? entries })], ...(mentions > 0 ? [['mentions', t('practices.mentionsTab', { count: mentions })] as const] : [])]
  const sentence = (found: PracticeSentence) => <SentenceRow found={found} onShow={() => readAt(found.entry.id, found.evidence)} />
  const here = useHere()
  const rows = <T,>(list: Paged<T, unknown>, name: string, estimate: number, row: (found: T) => React.ReactNode) => (list.total === undefined ? null : (
    <VirtualRows key={`${practice.id} ${place ?? '*'} ${shown}`} count={list.total} label={name} page={page} estimate={estimate} here={here} onShow={list.show} renderRow={(index) => {
      const found = list.at(index)
      return found === undefined ? <div className="waiting-row" aria-hidden /> : row(found)
    }} />
  ))
  return (
    <>
      {parent !== undefined && <Breadcrumb items={[{ title: <button type="button" className="crumb" onClick={() => study(parent.id)}>{taxonomy.label(parent.id)}</button> }, { title: label }]} />}
      <header className="practice-head">
        <h1 className={`page-title practice-title ${practiceClass(practice.id)}`}>{label}</h1>
        <span className="meta">{[...(english ? [practice.en, practice.label] : [practice.zh]), english ? practice.zh : practice.en].filter((name, index, all) => name !== label && all.indexOf(name) === index).join(' · ')}</span>
      </header>
      <Meaning practice={practice} />
      <section className="practice-found" aria-label={t('practices.inLibrary')}>
        <div className="found-head">
          <h2>{t('practices.inLibrary')}</h2>
          {overview.data !== undefined && <span className="meta" role="status">{t('practices.found', { count: entries })}{mentions > 0 && ` · ${t('practices.mentions', { count: mentions })}`}</span>}
          <span className="spacer" />
          <Button size="small" onClick={() => addRow(practice.id)}>{t('adding.row')}</Button>
          {entries > 0 && <Button size="small" onClick={inLibrary}>{t('practices.show')}</Button>}
        </div>
        {error !== null && <Alert className="page-alert" type="error" showIcon title={t('practices.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
        {overview.data !== undefined && entries === 0 && error === null && <Notice title={t('practices.noCase', { practice: label })} text={t(mentions > 0 ? 'practices.onlyMentioned' : 'practices.noCaseHint', { count: mentions })}><Button onClick={() => show('import')}>{t('library.emptyAction')}</Button></Notice>}
        {entries > 0 && (
          <>
            {shown !== 'mentions' && <Places places={places} entries={entries} chosen={place} onChoose={setPlace} onCompare={(paths) => add(paths.map((path) => ({ kind: 'place', path })))} />}
            <Segmented<Shown> aria-label={t('practices.view')} value={shown} onChange={setShown} options={views.map(([value, name]) => ({ value, label: name }))} />
          </>
        )}
        {entries > 0 && shown === 'sentences' && rows(sentences, t('practices.sentencesOf', { practice: label }), 5, sentence)}
        {entries > 0 && shown === 'cases' && rows(cases, t('practices.casesOf', { practice: label }), 8, (found) => <CaseRow found={found} onRead={() => read(found.entry.id)} onShow={(evidence) => readAt(found.entry.id, evidence)} onCompare={() => add([{ kind: 'entry', id: found.entry.id }])} />)}
        {mentions > 0 && shown === 'mentions' && rows(mentioning, t('practices.mentionsOf', { practice: label }), 5, sentence)}
      </section>
    </>
  )
}
