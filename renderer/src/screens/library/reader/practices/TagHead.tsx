import { CheckOutlined, CloseOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Judgement, PracticeTag as Tag } from '../../../../../../electron/contract/practice-tag.ts'
import { PRACTICE_KEYS } from '../../../../app/shortcuts.ts'
import { Badge } from '../../../../parts/Badge.tsx'
import { Hint } from '../../../../parts/Hint.tsx'
import { PracticeTag } from '../../../../parts/PracticeTag.tsx'
import { WordList } from '../../../../parts/WordList.tsx'
import { sentencesOf } from './arrange.ts'

/** The line of one tag: it opens its sentences; the two decisions stand beside it, and pressing one again takes it back. */
export function TagHead({ tag, label, mine, open, onToggle, onDecide, onAdopt }: {
  readonly tag: Tag
  readonly label: string
  /** What this person has said of it: confirming what somebody else has confirmed is a word of one's own. */
  readonly mine: 'confirmed' | 'rejected' | null
  readonly open: boolean
  readonly onToggle: () => void
  readonly onDecide: (decision: 'confirmed' | 'rejected' | null) => void
  readonly onAdopt: (word: Judgement) => void
}) {
  const { t, i18n } = useTranslation()
  const confirmed = mine === 'confirmed' && tag.state === 'confirmed'
  return (
    <div className="tag-head">
      <button type="button" className="tag-toggle" data-stop data-practice={tag.id} aria-expanded={open} onClick={onToggle}>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <PracticeTag id={tag.id} label={label} strength={tag.strength} state={tag.state} />
        <span className="meta">{t(`practice.strength.${tag.strength}`)} · {t('practice.sentences', { count: sentencesOf(tag) })}</span>
        {tag.differ && <Badge tone="warning">{t('judgement.differ')}</Badge>}
      </button>
      <span className="tag-actions">
        <Hint title={PRACTICE_KEYS.confirm}><Button size="small" icon={<CheckOutlined />} aria-label={t('practice.confirm', { practice: label })} aria-pressed={confirmed} onClick={() => onDecide(confirmed ? null : 'confirmed')} /></Hint>
        <Hint title={PRACTICE_KEYS.reject}><Button size="small" icon={<CloseOutlined />} aria-label={t('practice.reject', { practice: label })} onClick={() => onDecide('rejected')} /></Hint>
      </span>
      {tag.differ && <WordList name={label} words={tag.judgements} onAdopt={onAdopt} />}
      {!tag.differ && tag.decided !== null && <p className="meta tag-decided">{t(tag.judgements.length > 1 ? 'judgement.also' : 'practice.decided', { by: tag.decided.by, at: new Date(tag.decided.at).toLocaleDateString(i18n.language), count: tag.judgements.length - 1 })}</p>}
    </div>
  )
}
