/** The way back to the entry one came from, when one followed what is like it. */
import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useViewOf } from '../../../app/view.ts'
import { focusOn } from '../../../app/focus.ts'
import { useEntry } from '../hooks.ts'

export function TrailBar() {
  const { t } = useTranslation()
  const { trail, goBack } = useViewOf('trail', 'goBack')
  const last = trail.at(-1) ?? null
  const { entry } = useEntry(last)
  if (last === null) return null
  return (
    <nav className="trail" aria-label={t('reader.trail')}>
      <Button size="small" type="link" icon={<ArrowLeftOutlined aria-hidden />} title={t('reader.trailKey')} onClick={() => focusOn('reader', goBack)}><span className="trail-title">{t('reader.backTo', { title: entry?.title ?? '' })}</span></Button>
    </nav>
  )
}
