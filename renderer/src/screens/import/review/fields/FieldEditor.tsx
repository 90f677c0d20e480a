/** The values of a row while they are written. Enter keeps them, Escape gives them up; whoever goes on elsewhere has kept them, too. */
import { Button, Input, type InputRef } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { guarded } from '../../../../app/keyboard.ts'
import type { Part, RowOf } from './rows.ts'

export function FieldEditor({ parts, long, more, wrong, onSave, onLeave }: Pick<RowOf, 'parts' | 'long' | 'more'> & {
  /** Why these values cannot be kept; null when they can. */
  readonly wrong: (values: readonly string[]) => string | null
  readonly onSave: (values: readonly string[]) => void
  /** `back`: to where the row was opened from. */
  readonly onLeave: (back: boolean) => void
}) {
  const { t } = useTranslation()
  const [values, setValues] = useState<readonly string[]>(() => parts.map(({ value }) => value))
  const first = useRef<InputRef & TextAreaRef>(null)
  useEffect(() => first.current?.focus({ cursor: 'end' }), [])
  const fault = wrong(values)
  const keep = (back: boolean): void => {
    if (fault !== null) return
    onLeave(back)
    if (values.some((value, n) => value.trim() !== parts[n]?.value.trim())) onSave(values)
  }
  const press = guarded((event) => {
    event.stopPropagation()
    if (event.key === 'Escape') onLeave(true)
    else if (event.key === 'Enter' && !(long && event.shiftKey) && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      keep(true)
    }
  })
  const blur = (event: FocusEvent): void => {
    // The window itself was left: nothing is decided by that.
    if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) keep(false)
  }
  const hint = parts.length === 1 ? t('edit.emptyMeans') : undefined
  const input = (part: Part, n: number) => {
    const change = (event: { readonly target: { readonly value: string } }): void => setValues(values.map((value, at) => (at === n ? event.target.value : value)))
    const own = { 'aria-label': part.label, value: values[n] ?? '', maxLength: part.max, placeholder: n === 0 ? (more ?? hint) : hint, onChange: change, ...(fault === null ? {} : { status: 'error' as const, 'aria-invalid': true }), ...(n === 0 ? { ref: first } : {}) }
    return long ? <Input.TextArea key={part.name} rows={2} {...own} /> : <Input key={part.name} size="small" {...own} />
  }
  return (
    <span className="review-inputs" onKeyDown={press} onBlur={blur}>
      {parts.length === 1 ? parts.map(input) : parts.map((part, n) => <label key={part.name} className="review-part"><span aria-hidden>{part.label}</span>{input(part, n)}</label>)}
      <span className="review-input-buttons">
        <Button size="small" type="primary" disabled={fault !== null} onClick={() => keep(true)}>{t('common.save')}</Button>
        <Button size="small" onClick={() => onLeave(true)}>{t('common.cancel')}</Button>
      </span>
      {fault !== null && <span className="danger" role="alert">{fault}</span>}
    </span>
  )
}
