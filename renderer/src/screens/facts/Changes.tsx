/** 有哪些变化: what readings under new rules changed of the facts, each with before, after and its sentence. */
import { Alert, Button, Segmented } from 'antd'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardFact } from '../../../../electron/contract/card.ts'
import type { FactShift } from '../../../../electron/contract/fact-shifts.ts'
import { CallFault, client } from '../../api/index.ts'
import { refresh } from '../../api/hooks.ts'
import { usePaged } from '../../api/paged.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { Notice } from '../../app/Notice.tsx'
import { useViewOf } from '../../app/view.ts'
import { Badge } from '../../parts/Badge.tsx'
import { marked } from '../../parts/marked.tsx'
import { VirtualRows } from '../../parts/VirtualRows.tsx'
import { headOf, LIST_OF, sentenceOf } from '../library/reader/card/arrange.ts'
import { useDetail } from '../library/reader/card/detail.ts'

type Which = 'fresh' | 'seen'

export function Changes({ page, here }: { readonly page: RefObject<HTMLElement | null>; readonly here: boolean }) {
  const { t } = useTranslation()
  const say = useSentence()
  const fault = useFaults()
  const [which, setWhich] = useState<Which>('fresh')
  const seen = which === 'seen'
  const { total, whole, at, show, error } = usePaged('facts.shifts', { seen }, ({ shifts }) => shifts, here)
  const look = (last: number): void => void client.call('facts.look', { last, seen: !seen }).then(() => refresh(['facts.'])).catch(fault)
  return (
    <section aria-label={t('facts.changes.title')}>
      <h2 className="changes-title">{t('facts.changes.title')}</h2>
      <p className="meta">{t('facts.changes.hint')}</p>
      <div className="facts-tools">
        <Segmented<Which> aria-label={t('facts.changes.view')} value={which} onChange={setWhich} options={(['fresh', 'seen'] as const).map((value) => ({ value, label: t(`facts.changes.which.${value}`) }))} />
        {whole !== undefined && whole.total > 0 && <Button onClick={() => look(whole.last)}>{t(seen ? 'facts.changes.again' : 'facts.changes.allSeen')}</Button>}
      </div>
      <p className="facts-status" role="status">{total !== undefined && t('facts.changes.found', { count: total, entries: whole?.entries ?? 0 })}</p>
      {error !== null && <Alert className="page-alert" type="error" showIcon title={t('facts.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
      {total === 0 && <Notice title={t('facts.changes.title')} text={t(seen ? 'facts.changes.noneSeen' : 'facts.changes.none')} />}
      {total !== undefined && total > 0 && (
        <VirtualRows key={which} count={total} label={t('facts.changes.title')} page={page} estimate={6} here={here} onShow={show} renderRow={(index) => {
          const shift = at(index)
          return shift === undefined ? <div className="waiting-row" aria-hidden /> : <ShiftRow shift={shift} />
        }} />
      )}
    </section>
  )
}

function ShiftRow({ shift: { entry, kind, how, before, after } }: { readonly shift: FactShift }) {
  const { t } = useTranslation()
  const { readAt, read } = useViewOf('readAt', 'read')
  const detail = useDetail()
  const fact = after ?? before
  if (fact === null) return null
  const sentence = sentenceOf(fact)
  const said = (one: CardFact): string => [headOf(one), ...('measures' in one ? [one.value] : []), ...detail(one)].join(' · ')
  const side = (name: string, one: CardFact | null) => one !== null && <div><dt>{name}</dt><dd>{said(one)}</dd></div>
  return (
    <div className="fact-row">
      <div className="fact-row-head">
        <Badge tone={how === 'unfound' ? 'warning' : 'quiet'}>{t(`facts.changes.how.${how}`)}</Badge>
        <span className="fact-row-name">{t(`fact.list.${LIST_OF[kind]}`)}</span>
        {fact.decided !== null && <span className="meta">{t(`practice.state.${fact.state}`)} · {fact.decided.by}</span>}
      </div>
      <dl className="fact-sides">
        {side(t('facts.changes.before'), before)}
        {side(t('facts.changes.after'), how === 'unfound' ? null : after)}
      </dl>
      <button type="button" className="fact-row-said" onClick={() => { if (sentence === null) read(entry.id); else readAt(entry.id, sentence) }}>
        <span className="fact-row-where">{entry.title}</span>
        <span className="fact-row-words">{sentence === null ? t('card.byline') : marked(fact.sentence, [[fact.start - fact.sentenceStart, fact.end - fact.sentenceStart]], 0)}</span>
      </button>
    </div>
  )
}
