/** A mark where cleaning did something; a click or Enter says what and why, and switches it. Marks are one stop of the Tab key, the arrows go from one to the next. */
import { Button, Popover } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../../../electron/contract/entry.ts'
import { guarded } from '../../../app/keyboard.ts'
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
  const [open, setOpen] = useState(false)
  const mark = useRef<HTMLSpanElement>(null)
  const step = (by: 1 | -1): void => {
    const all = [...(mark.current?.closest('[data-marks]')?.querySelectorAll<HTMLElement>('.notice-mark') ?? [])]
    all[all.findIndex((one) => one === mark.current) + by]?.focus()
  }
  const press = guarded<HTMLSpanElement>((event) => {
    const does: Readonly<Record<string, () => void>> = {
      Enter: () => setOpen(!open),
      ' ': () => setOpen(!open),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      ...(open ? { Escape: () => setOpen(false) } : {}),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : does[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
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
        ref={mark}
        className={`notice-mark${empty ? ' taken' : ''} fate-${tone}`}
        role="button"
        tabIndex={first ? 0 : -1}
        data-notice={notices.map(({ id }) => id).join(' ')}
        aria-expanded={open}
        {...(empty ? { 'aria-label': said } : { title: said })}
        onKeyDown={press}
      >
        {children}
      </span>
    </Popover>
  )
}
