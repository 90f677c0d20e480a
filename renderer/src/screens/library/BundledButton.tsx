/** In an empty list: the way back to the bundled summaries, hidden or absent. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/hooks.ts'
import { useBundled } from '../../app/bundled.ts'

export function BundledButton() {
  const { t } = useTranslation()
  const summaries = useBundled()
  const settings = useCall('settings.get', {}).data
  const state = useCall('bundled.state', {}).data
  if (settings === undefined || state === undefined) return null
  if (!settings.showBundled && state.present > 0) return <Button onClick={() => summaries.show(true)}>{t('bundled.showAgain')}</Button>
  return state.removed === 0 ? null : <Button onClick={() => { if (!settings.showBundled) summaries.show(true); summaries.restore() }}>{t('bundled.bringBack')}</Button>
}
