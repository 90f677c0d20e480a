/** One fact of the table: what it says, whose case says it, and the sentence. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Span } from '../../../../electron/contract/entry.ts'
import type { FactRow } from '../../../../electron/contract/facts.ts'
import { Badge } from '../../parts/Badge.tsx'
import { marked } from '../../parts/marked.tsx'
import { placeName } from '../../parts/place-name.ts'
import { headOf, sentenceOf } from '../library/reader/card/arrange.ts'
import { useDetail } from '../library/reader/card/detail.ts'

export function Row({ row: { entry, fact }, onName, onShow }: {
  readonly row: FactRow
  /** Narrows the table to this measure; null where it is narrowed already. */
  readonly onName: ((name: string) => void) | null
  /** `null` opens the entry: only its byline says it. */
  readonly onShow: (span: Span | null) => void
}) {
  const { t } = useTranslation()
  const detail = useDetail()
  const sentence = sentenceOf(fact)
  const where = [entry.title, placeName(entry.place), entry.date.value?.slice(0, 10)].filter((part) => part != null)
  return (
    <div className="fact-row">
      <div className="fact-row-head">
        <span className="fact-row-name">{headOf(fact)}</span>
        {'measures' in fact && <b className="fact-row-value">{fact.value}</b>}
        <span className="fact-detail">{detail(fact).join(' · ')}</span>
        {'suspect' in fact && fact.suspect !== null && <Badge tone="warning">{t('card.suspect', { why: fact.suspect })}</Badge>}
        {fact.differ && <Badge tone="warning">{t('judgement.differ')}</Badge>}
        {fact.state !== 'draft' && <Badge tone={fact.state === 'rejected' ? 'warning' : 'quiet'}>{t(`practice.state.${fact.state}`)}</Badge>}
        {onName !== null && 'measures' in fact && <Button size="small" type="link" onClick={() => onName(fact.measures)}>{t('facts.onlyThis')}</Button>}
      </div>
      <button type="button" className="fact-row-said" onClick={() => onShow(sentence)}>
        <span className="fact-row-where">{where.join(' · ')}{entry.origin === 'bundled' ? ` · ${t('origin.bundled')}` : ''}</span>
        <span className="fact-row-words">{sentence === null ? t('card.byline') : marked(fact.sentence, [[fact.start - fact.sentenceStart, fact.end - fact.sentenceStart]], 0)}</span>
      </button>
    </div>
  )
}
