/** The page of one label: what it means, and every passage that has it. */
import { Alert, Button } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Label } from '../../../../electron/contract/labels.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { CallFault } from '../../api/index.ts'
import { usePaged } from '../../api/paged.ts'
import { useSentence } from '../../app/faults.ts'
import { labelClass, useLabelling, type Labels } from '../../app/labels.ts'
import { Notice } from '../../app/Notice.tsx'
import { useViewOf } from '../../app/view.ts'
import { VirtualRows } from '../../parts/VirtualRows.tsx'
import { useHere } from './hooks.ts'

export function LabelPage({ label, labels, page, onEdit }: { readonly label: Label; readonly labels: Labels; readonly page: RefObject<HTMLElement | null>; readonly onEdit: () => void }) {
  const { t, i18n } = useTranslation()
  const say = useSentence()
  const here = useHere()
  const { ask, read, readAt, study } = useViewOf('ask', 'read', 'readAt', 'study')
  const { remove } = useLabelling()
  const { total, whole, at, show, error } = usePaged('labels.passages', { label: label.id }, ({ passages }) => passages, here)
  const above = label.parent === null ? undefined : labels.get(label.parent)
  const lines = (title: string, all: readonly string[]) => all.length > 0 && (
    <div>
      <h3>{title}</h3>
      <ul>{all.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  )
  return (
    <>
      <header className="practice-head">
        <h1 className={`page-title practice-title ${labelClass(label.colour)}`}>{label.name}</h1>
        <span className="meta">{[t('labels.title'), ...(above === undefined ? [] : [`${t('labels.parent')} ${above.name}`]), t('labels.signed', { by: label.by, at: new Date(label.at).toLocaleString(i18n.language) })].join(' · ')}</span>
      </header>
      <section className="meaning" aria-label={t('practices.meaning')}>
        {label.definition !== '' && <p className="definition">{label.definition}</p>}
        <div className="counting">
          {lines(t('practices.counts'), label.counts)}
          {lines(t('practices.countsNot'), label.countsNot)}
        </div>
        <div className="label-tools">
          <Button size="small" onClick={onEdit}>{t('labels.edit')}</Button>
          <Button size="small" title={t('labels.removeHint')} onClick={() => void remove(label).then((done) => { if (done) study(null) })}>{t('labels.remove')}</Button>
        </div>
      </section>
      <section className="practice-found" aria-label={t('practices.inLibrary')}>
        <div className="found-head">
          <h2>{t('practices.inLibrary')}</h2>
          {total !== undefined && <span className="meta" role="status">{t('labels.found', { count: total, entries: whole?.entries ?? 0 })}</span>}
          <span className="spacer" />
          {total !== undefined && total > 0 && <Button size="small" onClick={() => ask({ query: '', filters: { ...NO_FILTERS, label: [label.id] }, sort: null })}>{t('practices.show')}</Button>}
        </div>
        {error !== null && <Alert className="page-alert" type="error" showIcon title={t('labels.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
        {total === 0 && <Notice title={label.name} text={t('labels.nothingYet')} />}
        {total !== undefined && total > 0 && (
          <VirtualRows key={label.id} count={total} label={t('labels.listOf', { name: label.name })} page={page} estimate={5} here={here} onShow={show} renderRow={(index) => {
            const found = at(index)
            if (found === undefined) return <div className="waiting-row" aria-hidden />
            const { entry, passage } = found
            return (
              <button type="button" className="sentence-text practice-row" onClick={() => { if (passage.lost) read(entry.id); else readAt(entry.id, passage) }}>
                <span className="sentence-words">{passage.text}</span>
                <span className="sentence-where">{[entry.title, ...(passage.lost ? [t('labels.lostWords')] : []), t('labels.signed', { by: passage.by, at: new Date(passage.at).toLocaleString(i18n.language) })].join(' · ')}</span>
              </button>
            )
          }} />
        )}
      </section>
    </>
  )
}
