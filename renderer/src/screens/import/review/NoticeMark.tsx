/** A mark where cleaning did something; a click or Enter says what and why, and switches it. Marks are one stop of the Tab key, the arrows go from one to the next. */
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../../../electron/contract/entry.ts'
import { useCardMark } from '../../../app/use-card-mark.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { switches } from './excerpt.ts'

const TONES = { moved: 'info', dropped: 'quiet', repaired: 'info', flagged: 'warning', inferred: 'quiet' } as const
const LONG = 240
const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)

export interface MarkActions {
  readonly onSwitch: (notice: Notice) => void
  /** Shows the same place on the other side. */
  readonly onShow: (notice: Notice) => void
}

export function NoticeMark({ notices, first, empty, onSwitch, onShow, children }: MarkActions & {
  /** Never empty. */
  readonly notices: readonly Notice[]
  /** Whether it is where the Tab key stops. */
  readonly first: boolean
  /** A place from which something was taken: there is no text to mark. */
  readonly empty: boolean
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { open, setOpen, mark } = useCardMark({ text: '[data-marks]', marks: '.notice-mark', first })
  const actionOf = ({ action, applied }: Notice): string => (applied ? t(`reader.actions.${action}`) : t('reader.noticeUndone'))
  const said = notices.map((notice) => t('review.mark', { action: actionOf(notice), text: short(notice.text) })).join(' · ')
  const tone = notices.every(({ applied }) => applied) ? (notices.find(({ action }) => action === 'moved') ?? notices[0])?.action ?? 'flagged' : 'undone'
  const card = (
    <div className="notice-card" role="status">
      {notices.map((notice) => (
        <section key={notice.id}>
          <p><Badge tone={TONES[notice.action]}>{t(`reader.actions.${notice.action}`)}</Badge> {notice.text}{!notice.applied && <> <Badge tone="warning">{t('reader.noticeUndone')}</Badge></>}</p>
          <p className="meta">{notice.reason}</p>
          {notice.before !== notice.after && (
            <dl className="change">
              <dt>{t('reader.before')}</dt><dd>{short(notice.before)}</dd>
              <dt>{t('reader.after')}</dt><dd>{notice.after === '' ? t('reader.removedHere') : short(notice.after)}</dd>
            </dl>
          )}
          <p className="notice-card-buttons">
            {switches(notice) && <Button size="small" type="primary" onClick={() => { setOpen(false); onSwitch(notice) }}>{t(notice.applied ? 'review.switchOff' : 'review.switchOn')}</Button>}
            <Button size="small" onClick={() => { setOpen(false); onShow(notice) }}>{t('review.otherSide')}</Button>
          </p>
        </section>
      ))}
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={card}>
      <span
        {...mark}
        className={`notice-mark${empty ? ' taken' : ''} fate-${tone}`}
        data-notice={notices.map(({ id }) => id).join(' ')}
        {...(empty ? { 'aria-label': said } : { title: said })}
      >
        {children}
      </span>
    </Popover>
  )
}
