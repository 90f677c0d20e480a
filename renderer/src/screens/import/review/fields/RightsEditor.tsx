/** How far a text may be used, chosen from an open list; it closes with the choice. */
import { Select, type RefSelectProps } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RightsLevel } from '../../../../../../electron/contract/entry.ts'

export function RightsEditor({ level, onChange, onLeave }: { readonly level: RightsLevel; readonly onChange: (level: RightsLevel) => void; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const own = useRef<RefSelectProps>(null)
  useEffect(() => own.current?.focus(), [])
  return (
    <Select
      ref={own}
      size="small"
      defaultOpen
      className="review-rights"
      aria-label={t('edit.rightsLevel')}
      value={level}
      options={RightsLevel.options.map((value) => ({ value, label: t(`rights.${value}`) }))}
      onChange={onChange}
      onOpenChange={(open) => { if (!open) onLeave() }}
    />
  )
}
