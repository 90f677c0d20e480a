/** The two kinds of rows under a practice: a sentence, and a case with its best sentence. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntrySummary } from '../../../../electron/contract/entry.ts'
import type { Evidence, PracticeCase, PracticeSentence } from '../../../../electron/contract/practices.ts'
import { Badge } from '../../parts/Badge.tsx'
import { marked } from '../../parts/marked.tsx'
import { placeName } from '../../parts/place-name.ts'
import { Standing } from '../../parts/PracticeTag.tsx'

const words = ({ text, marks, start }: Evidence) => marked(text, marks.map((mark) => [mark.start, mark.end]), start)

function Source({ entry }: { readonly entry: EntrySummary }) {
  const { t } = useTranslation()
  return <>{[placeName(entry.place) ?? t('common.none'), entry.date.value?.slice(0, 10) ?? t('common.none'), entry.media].filter((part) => part !== null).join(' · ')}{entry.origin === 'bundled' && <> <Badge tone="quiet">{t('origin.bundled')}</Badge></>}</>
}

export function SentenceRow({ found, onShow }: { readonly found: PracticeSentence; readonly onShow: () => void }) {
  const { entry, evidence, strength, state } = found
  return (
    <button type="button" className="sentence-text practice-row" onClick={onShow}>
      <span className="sentence-words">{words(evidence)}</span>
      <span className="sentence-where"><Standing strength={strength} state={state} /> · {entry.title} · <Source entry={entry} /></span>
    </button>
  )
}

export function CaseRow({ found, onRead, onShow, onCompare }: { readonly found: PracticeCase; readonly onRead: () => void; readonly onShow: (evidence: Evidence) => void; readonly onCompare: () => void }) {
  const { t } = useTranslation()
  const { entry, lead, strength, state, sentences } = found
  return (
    <div className="case-row">
      <div className="case-head">
        <button type="button" className="case-title" onClick={onRead}>{entry.title}</button>
        <Button size="small" type="link" onClick={onCompare} aria-label={t('adding.entryNamed', { title: entry.title })}>{t('adding.entry')}</Button>
      </div>
      <p className="meta"><Standing strength={strength} state={state} /> · <Source entry={entry} /> · {t('practice.sentences', { count: sentences })}</p>
      {lead !== null && <button type="button" className="sentence-text" onClick={() => onShow(lead)}><span className="sentence-words">{words(lead)}</span></button>}
    </div>
  )
}
