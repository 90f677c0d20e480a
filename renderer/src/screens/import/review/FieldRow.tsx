/** One field of an entry, put right where it stands; what the file says otherwise is one click away. */
import { EditOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disagreement } from '../../../../../electron/contract/claim.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { guarded } from '../../../app/keyboard.ts'

export interface Part {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly max: number
}

export function FieldRow({ label, parts, shown, long, otherwise, wrong, onSave, onTake, onEdit }: {
  readonly label: string
  /** The values that are written together: one, or province, city and district. */
  readonly parts: readonly Part[]
  readonly shown: ReactNode
  readonly long: boolean
  readonly otherwise: readonly Disagreement[]
  /** Why these values cannot be kept; null when they can. */
  readonly wrong: (values: readonly string[]) => string | null
  readonly onSave: (values: readonly string[]) => void
  /** Null where one click cannot say how. */
  readonly onTake: (said: Disagreement) => (() => void) | null
  /** Puts it right elsewhere: in a form that has room for it. */
  readonly onEdit?: () => void
}) {
  const { t } = useTranslation()
  const [values, setValues] = useState<readonly string[] | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const first = useRef<InputRef & TextAreaRef>(null)
  const begin = (): void => {
    setValues(parts.map(({ value }) => value))
    requestAnimationFrame(() => first.current?.focus({ cursor: 'end' }))
  }
  const leave = (): void => {
    setValues(null)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const fault = values === null ? null : wrong(values)
  const save = (): void => {
    if (values === null || fault !== null) return
    leave()
    if (values.some((value, n) => value.trim() !== parts[n]?.value.trim())) onSave(values.map((value) => value.trim()))
  }
  const press = guarded((event) => {
    event.stopPropagation()
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter' && !(long && event.shiftKey)) {
      event.preventDefault()
      save()
    }
  })
  return (
    <div className={`review-field${otherwise.length > 0 ? ' disputed' : ''}`}>
      <dt>{label}</dt>
      <dd>
        {values === null
          ? <span className="review-value">{shown} <Button ref={opener} type="text" size="small" className="review-edit" icon={<EditOutlined aria-hidden />} aria-label={t('review.editField', { field: label })} onClick={onEdit ?? begin} /></span>
          : (
            <span className="review-inputs" onKeyDown={press}>
              {parts.map((part, n) => {
                const change = (event: { readonly target: { readonly value: string } }): void => setValues(values.map((value, at) => (at === n ? event.target.value : value)))
                const own = { 'aria-label': part.label, value: values[n] ?? '', maxLength: part.max, placeholder: parts.length > 1 ? part.label : t('edit.emptyMeans'), onChange: change, ...(fault === null ? {} : { status: 'error' as const, 'aria-invalid': true }), ...(n === 0 ? { ref: first } : {}) }
                return long ? <Input.TextArea key={part.name} autoSize={{ minRows: 2, maxRows: 8 }} {...own} /> : <Input key={part.name} size="small" {...own} />
              })}
              <Button size="small" type="primary" disabled={fault !== null} onClick={save}>{t('common.save')}</Button>
              <Button size="small" onClick={leave}>{t('common.cancel')}</Button>
              {fault !== null && <span className="danger" role="alert">{fault}</span>}
            </span>
          )}
        {otherwise.map((said) => {
          const take = onTake(said)
          return (
            <span key={said.field + said.other} className="otherwise">
              <Badge tone="warning">{t('review.otherwise')}</Badge>
              <span>{t('review.said', { taken: said.taken, takenFrom: t(`review.from.${said.takenFrom}`), other: said.other, otherFrom: t(`review.from.${said.otherFrom}`) })}</span>
              <Button size="small" type="link" onClick={take ?? onEdit ?? begin}>{t(take === null ? 'review.fillIn' : 'review.take', { value: said.other })}</Button>
            </span>
          )
        })}
      </dd>
    </div>
  )
}
