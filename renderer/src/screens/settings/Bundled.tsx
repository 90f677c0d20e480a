/** 内置摘要: shown or hidden, removed and brought back, all of them together. */
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../electron/contract/api.ts'
import { Row, Section } from './Section.tsx'

const VISIBILITY = ['shown', 'hidden'] as const

export function Bundled({ state: { present, removed }, shown, onShown, onRemove, onRestore }: {
  readonly state: Output<'bundled.state'>
  readonly shown: boolean
  readonly onShown: (shown: boolean) => void
  readonly onRemove: () => void
  readonly onRestore: () => void
}) {
  const { t } = useTranslation()
  return (
    <Section title={t('bundled.section')}>
      <p className="meta">{t('bundled.about')}</p>
      <Row label={t('bundled.visible')} hint={t('bundled.visibleHint')}>
        <Segmented<(typeof VISIBILITY)[number]> aria-label={t('bundled.visible')} value={shown ? 'shown' : 'hidden'} onChange={(value) => onShown(value === 'shown')} options={VISIBILITY.map((value) => ({ value, label: t(`bundled.visibility.${value}`) }))} />
      </Row>
      <Row label={t('bundled.held', { present, removed })}>
        <Button disabled={present === 0} onClick={onRemove}>{t('bundled.remove')}</Button>
        <Button disabled={removed === 0} onClick={onRestore}>{t('bundled.restore')}</Button>
      </Row>
    </Section>
  )
}
