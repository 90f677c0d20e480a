/** 清洗记录: everything cleaning moved, dropped, repaired or pointed at, with its reason; each can be seen in place and undone. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry, Notice, Span } from '../../../../../electron/contract/entry.ts'
import { client } from '../../../api/index.ts'
import { refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useUndo } from '../../../app/undo.tsx'
import { Badge } from '../../../parts/Badge.tsx'

const TONES = { moved: 'info', dropped: 'quiet', repaired: 'info', flagged: 'warning', inferred: 'quiet' } as const
const LONG = 160
const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)
const undoable = ({ action, before, after }: Notice): boolean => (action === 'moved' || action === 'dropped' || action === 'repaired') && before !== after

export function NoticePanel({ entry, onShow }: { readonly entry: Entry; readonly onShow: (span: Span) => void }) {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const set = (notice: Notice, applied: boolean): void => {
    void client.call('entries.setNotice', { id: entry.id, notice: notice.id, applied }).then(async ({ undo: token }) => {
      await refresh()
      undo.offer(t('undo.notice'), token)
    }).catch(fault)
  }
  return (
    <aside className="notices" aria-label={t('reader.notices')} data-pane>
      <h2>{t('reader.notices')}</h2>
      {entry.notices.length === 0 && <p className="meta">{t('reader.noNotices')}</p>}
      <ol>
        {entry.notices.map((notice) => {
          const { at } = notice
          return (
            <li key={notice.id} className={notice.applied ? 'notice-item' : 'notice-item undone'}>
              <p><Badge tone={TONES[notice.action]}>{t(`reader.actions.${notice.action}`)}</Badge> {notice.text}{!notice.applied && <> <Badge tone="warning">{t('reader.noticeUndone')}</Badge></>}</p>
              <p className="meta">{notice.reason}</p>
              {notice.applied && notice.before !== notice.after && (
                <dl className="change">
                  <dt>{t('reader.before')}</dt><dd>{short(notice.before)}</dd>
                  <dt>{t('reader.after')}</dt><dd>{notice.after === '' ? t('reader.removedHere') : short(notice.after)}</dd>
                </dl>
              )}
              <p className="notice-buttons">
                {at !== null && <Button size="small" type="link" onClick={() => onShow(at)}>{t('reader.noticeShow')}</Button>}
                {undoable(notice) && <Button size="small" type="link" onClick={() => set(notice, !notice.applied)}>{t(notice.applied ? 'reader.noticeUndo' : 'reader.noticeRedo')}</Button>}
              </p>
            </li>
          )
        })}
      </ol>
    </aside>
  )
}
