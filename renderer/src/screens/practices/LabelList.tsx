/** 标签: the own labels under the taxonomy, each with how many passages have it. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LabelId } from '../../../../electron/contract/labels.ts'
import { labelClass, type Labels } from '../../app/labels.ts'

export function LabelList({ labels, chosen, onChoose, onMake }: { readonly labels: Labels; readonly chosen: LabelId | null; readonly onChoose: (label: LabelId) => void; readonly onMake: () => void }) {
  const { t } = useTranslation()
  return (
    <section className="label-list" aria-label={t('labels.title')}>
      <div className="label-list-head">
        <h3>{t('labels.title')}</h3>
        <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={onMake}>{t('labels.make')}</Button>
      </div>
      {labels.all.length === 0 && <p className="meta">{t('labels.none')}</p>}
      <ul>
        {labels.all.map(({ label, passages, depth }) => (
          <li key={label.id}>
            <button type="button" className="label-line" style={{ paddingLeft: `${String(0.5 + depth * 0.875)}rem` }} aria-current={label.id === chosen ? 'page' : undefined} onClick={() => onChoose(label.id)}>
              <span className={`practice-dot ${labelClass(label.colour)}`} aria-hidden />
              <span className="taxonomy-name" title={label.name}>{label.name}</span>
              <span className="facet-count" aria-hidden>{passages}</span>
              <span className="unseen">{t('labels.passages', { count: passages })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
