/** Takes in all articles of a batch that are at least so sure; says how many before it does. */
import { Button, InputNumber } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchId } from '../../../../../electron/contract/importing.ts'
import { useCall } from '../../../api/hooks.ts'

const START = 90

export function AboveBar({ batch, onAccept }: { readonly batch: BatchId; readonly onAccept: (confidence: number) => Promise<void> }) {
  const { t } = useTranslation()
  const [percent, setPercent] = useState(START)
  const [busy, setBusy] = useState(false)
  const asked = useDeferredValue(percent) / 100
  const { data } = useCall('import.acceptAbove', { id: batch, confidence: asked, dry: true }, { keep: true })
  const count = data?.count ?? 0
  return (
    <span className="above-bar">
      <label>
        {t('review.above')}{' '}
        <InputNumber size="small" className="above-number" min={0} max={100} step={5} precision={0} value={percent} suffix="%" aria-label={t('review.aboveLabel')} onChange={(value) => setPercent(value ?? START)} />
      </label>
      <Button size="small" disabled={count === 0} loading={busy} onClick={() => { setBusy(true); void onAccept(asked).finally(() => setBusy(false)) }}>{t('review.acceptAbove', { count })}</Button>
    </span>
  )
}
