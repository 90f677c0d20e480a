/** What can be said of the article, with the key for each. */
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { EntryKind } from '../../../../../electron/contract/entry.ts'
import type { QueueItem } from '../../../../../electron/contract/queue.ts'
import { REVIEW_KEYS } from '../../../app/shortcuts.ts'

export type Act = keyof typeof REVIEW_KEYS

export function Actions({ entry, canUndo, lastStep, onAct }: { readonly entry: QueueItem['entry']; readonly canUndo: boolean; readonly lastStep: string | null; readonly onAct: (act: Act) => void }) {
  const { t } = useTranslation()
  const button = (act: Act, options: { readonly primary?: boolean; readonly disabled?: boolean } = {}) => (
    <Button size="small" type={options.primary === true ? 'primary' : 'default'} disabled={options.disabled === true} aria-keyshortcuts={REVIEW_KEYS[act]} onClick={() => onAct(act)}>
      {t(`review.acts.${act}`)} <kbd aria-hidden>{REVIEW_KEYS[act]}</kbd>
    </Button>
  )
  return (
    <div className="review-actions" role="toolbar" aria-label={t('review.actions')}>
      {button('accept', { primary: true, disabled: !entry.present || entry.review === 'accepted' })}
      {button('skip', { disabled: !entry.present })}
      {button('undo', { disabled: !canUndo })}
      <span className="last-step meta" role="status">{lastStep}</span>
      <Segmented
        size="small"
        aria-label={t('review.kind')}
        disabled={!entry.present}
        value={entry.kind}
        options={EntryKind.options.map((value) => ({ value, label: <>{t(`kind.${value}`)} <kbd aria-hidden>{REVIEW_KEYS[value]}</kbd></> }))}
        onChange={(value) => onAct(value)}
      />
      {button('edit', { disabled: !entry.present })}
      {button('open', { disabled: !entry.present })}
    </div>
  )
}
