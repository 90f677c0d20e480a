/** How the window looks: kept with the library. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { Row, Section } from './Section.tsx'

export function Appearance({ settings, onChange }: { readonly settings: Settings; readonly onChange: (change: Partial<Settings>) => void }) {
  const { t } = useTranslation()
  return (
    <Section title={t('settings.appearance')}>
      <Row label={t('settings.theme')}>
        <Segmented<Settings['theme']> aria-label={t('settings.theme')} value={settings.theme} onChange={(theme) => onChange({ theme })} options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.themes.${value}`) }))} />
      </Row>
      <Row label={t('settings.zoom')} hint={t('settings.zoomHint')}>
        <Segmented<Settings['zoom']> aria-label={t('settings.zoom')} value={settings.zoom} onChange={(zoom) => onChange({ zoom })} options={([100, 125, 150] as const).map((value) => ({ value, label: `${String(value)} %` }))} />
      </Row>
      <Row label={t('settings.readingFont')}>
        <Segmented<Settings['readingFont']> aria-label={t('settings.readingFont')} value={settings.readingFont} onChange={(readingFont) => onChange({ readingFont })} options={(['sans', 'serif'] as const).map((value) => ({ value, label: t(`settings.fonts.${value}`) }))} />
      </Row>
      <Row label={t('settings.density')}>
        <Segmented<Settings['density']> aria-label={t('settings.density')} value={settings.density} onChange={(density) => onChange({ density })} options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(`settings.densities.${value}`) }))} />
      </Row>
      <Row label={t('settings.language')}>
        <Segmented<Settings['language']> aria-label={t('settings.language')} value={settings.language} onChange={(language) => onChange({ language })} options={[{ value: 'zh-CN', label: t('settings.languages.zh') }, { value: 'en', label: t('settings.languages.en') }]} />
      </Row>
    </Section>
  )
}
