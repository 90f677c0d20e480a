/** One row of the list of fields: what is known, the way to put it right, and what the file says otherwise, one click away. */
import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disagreement } from '../../../../../../electron/contract/claim.ts'
import { Badge } from '../../../../parts/Badge.tsx'

export function FieldRow({ name, label, shown, stop, editor, otherwise, onBegin, onTake }: {
  readonly name: string
  readonly label: string
  readonly shown: ReactNode
  /** Whether the Tab key stops here. */
  readonly stop: boolean
  /** Null while the row is not being written. */
  readonly editor: ReactNode
  readonly otherwise: readonly Disagreement[]
  readonly onBegin: () => void
  /** Null where one click cannot say how. */
  readonly onTake: (said: Disagreement) => (() => void) | null
}) {
  const { t } = useTranslation()
  return (
    <div className={`review-field${otherwise.length > 0 ? ' disputed' : ''}`}>
      <dt>{label}</dt>
      <dd>
        {editor ?? (
          <span className="review-value" onClick={() => { if (window.getSelection()?.isCollapsed !== false) onBegin() }}>
            {shown} <Button type="text" size="small" className="review-edit" data-field={name} tabIndex={stop ? 0 : -1} icon={<EditOutlined aria-hidden />} aria-label={t('review.editField', { field: label })} />
          </span>
        )}
        {otherwise.map((said) => {
          const take = onTake(said)
          return (
            <span key={said.field + said.other} className="otherwise">
              <Badge tone="warning">{t('review.otherwise')}</Badge>
              <span>{t('review.said', { taken: said.taken, takenFrom: t(`review.from.${said.takenFrom}`), other: said.other, otherFrom: t(`review.from.${said.otherFrom}`) })}</span>
              <Button size="small" type="link" onClick={take ?? onBegin}>{t(take === null ? 'review.fillIn' : 'review.take', { value: said.other })}</Button>
            </span>
          )
        })}
      </dd>
    </div>
  )
}
