/** What people changed in the taxonomy, newest first, each open to be taken back; and what the last reading under it changed. */
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/hooks.ts'
import { useChanging, useChangeWords } from '../../app/changing.ts'
import type { Taxonomy } from '../../app/taxonomy.ts'
import { Shifts } from '../../parts/Shifts.tsx'

const MOST = 100

export function Steps({ taxonomy, open, onClose }: { readonly taxonomy: Taxonomy; readonly open: boolean; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const steps = useCall('taxonomy.steps', {}, { enabled: open }).data ?? []
  const shifted = useCall('taxonomy.shifts', { offset: 0, limit: MOST }, { enabled: open }).data
  const { undo } = useChanging(taxonomy)
  const words = useChangeWords(taxonomy)
  return (
    <Drawer open={open} onClose={onClose} title={t('changing.steps')} size="28rem" destroyOnHidden>
      {steps.length === 0 && <p className="quiet">{t('changing.noSteps')}</p>}
      <ul className="taxonomy-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <span className="step-words">{words(step.change)}</span>
            <span className="meta">{t('practice.decided', { by: step.by, at: new Date(step.at).toLocaleString(i18n.language) })}</span>
            <Button size="small" onClick={() => undo(step)}>{t('common.undo')}</Button>
          </li>
        ))}
      </ul>
      {shifted !== undefined && shifted.total > 0 && (
        <section aria-label={t('changing.shifted')}>
          <h3 className="steps-head">{t('changing.shifted')}</h3>
          <p className="meta">{t('changing.changes', { count: shifted.total })}</p>
          <Shifts shifts={shifted.shifts} />
        </section>
      )}
    </Drawer>
  )
}
