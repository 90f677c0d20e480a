/** One fact: what it is called, what the text says of it, and the two decisions. It leads to its sentence. */
import { CheckOutlined, CloseOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CardFact, FactJudgement } from '../../../../../../electron/contract/card.ts'
import { FACT_KEYS } from '../../../../app/shortcuts.ts'
import { Badge } from '../../../../parts/Badge.tsx'
import { Hint } from '../../../../parts/Hint.tsx'
import { WordList } from '../../../../parts/WordList.tsx'
import { headOf, LIST_OF, readingOf, sentenceOf } from './arrange.ts'
import { useDetail } from './detail.ts'

export function FactLine({ fact, more, periodSaid, mine, current, onShow, onDecide, onEdit, onAdopt }: {
  readonly fact: CardFact
  /** How many more places say the same. */
  readonly more: number
  /** That the text gives no period is said above, once for all. */
  readonly periodSaid: boolean
  /** This person has confirmed it: confirming what somebody else has confirmed is a word of one's own. */
  readonly mine: boolean
  /** Its sentence is the one lit up in the text. */
  readonly current: boolean
  readonly onShow: () => void
  readonly onDecide: (decision: 'confirmed' | 'rejected' | null) => void
  readonly onEdit: () => void
  readonly onAdopt: (word: FactJudgement) => void
}) {
  const { t } = useTranslation()
  const detail = useDetail()
  const head = headOf(fact)
  const confirmed = mine && fact.state === 'confirmed'
  const said = sentenceOf(fact) !== null
  return (
    <li className="fact">
      <button type="button" className="fact-line" data-stop data-fact={fact.id} aria-current={current ? 'location' : undefined} aria-disabled={!said} onClick={() => { if (said) onShow() }}>
        <span className="fact-head">{'speaker' in fact ? <q className="fact-quote">{head}</q> : head}{'measures' in fact && <b className="fact-value">{fact.value}</b>}</span>
        <span className="fact-detail">{[...detail(fact, periodSaid), ...(more > 0 ? [t('card.more', { count: more })] : []), ...(said ? [] : [t('card.byline')])].join(' · ')}</span>
        {(fact.state === 'draft' || fact.differ || fact.basis !== 'stated' || ('suspect' in fact && fact.suspect !== null)) && (
          <span className="fact-signs">
            {fact.differ && <Badge tone="warning">{t('judgement.differ')}</Badge>}
            {'suspect' in fact && fact.suspect !== null && <Badge tone="warning">{t('card.suspect', { why: fact.suspect })}</Badge>}
            {fact.basis === 'user' && <Badge tone="quiet">{t('card.byHand')}</Badge>}
            {fact.basis === 'inferred' && <Badge tone="quiet">{t('card.inferred')}</Badge>}
          </span>
        )}
        {!fact.differ && fact.decided !== null && <span className="fact-detail">{t(fact.judgements.length > 1 ? 'judgement.also' : 'practice.decided', { by: fact.decided.by, at: fact.decided.at.slice(0, 10), count: fact.judgements.length - 1 })}</span>}
        {fact.refused !== null && <span className="fact-detail">{t('card.refused', { ...fact.refused, at: fact.refused.at.slice(0, 10), kind: t(`fact.list.${LIST_OF[fact.refused.kind]}`) })}</span>}
      </button>
      <span className="fact-actions">
        <Hint title={FACT_KEYS.confirm}><Button size="small" type="text" icon={<CheckOutlined />} aria-label={t('practice.confirm', { practice: head })} aria-pressed={confirmed} onClick={() => onDecide(confirmed ? null : 'confirmed')} /></Hint>
        <Hint title={FACT_KEYS.edit}><Button size="small" type="text" icon={<EditOutlined />} aria-label={t('card.edit', { name: head })} onClick={onEdit} /></Hint>
        <Hint title={FACT_KEYS.reject}><Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('practice.reject', { practice: head })} onClick={() => onDecide('rejected')} /></Hint>
      </span>
      {fact.differ && <WordList name={head} words={fact.judgements} reading={readingOf} onAdopt={onAdopt} />}
    </li>
  )
}
