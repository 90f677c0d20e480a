/**
 * The fields of an entry under review, each put right where it stands; what the text does not state reads 原文未述.
 * One stop of the Tab key: arrows go from row to row, Enter writes, Escape goes back to the list of articles.
 */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../../electron/contract/library.ts'
import { guarded, isTyping } from '../../../../app/keyboard.ts'
import { Badge } from '../../../../parts/Badge.tsx'
import { ROWS, changeTo, claimsOn, type Row } from './claimed.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { FieldRow } from './FieldRow.tsx'
import { RightsEditor } from './RightsEditor.tsx'
import { changeOf, RARE, rowsOf, wrong } from './rows.ts'

type Stop = Row | 'rightsLevel'

export function Fields({ entry, onChange, onLeave }: {
  readonly entry: Entry
  /** `field` is what the change is called. */
  readonly onChange: (change: EntryChange, field: string) => void
  /** Back to the list of articles. */
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const [stop, setStop] = useState<Stop>('title')
  const [editing, setEditing] = useState<Stop | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { date, place, rights, authors } = entry
  const rows = rowsOf(entry, t)
  const faults = { title: t('edit.titleMissing'), date: t('edit.dateBad'), people: t('review.peopleBad') }
  const empty = (row: Row): boolean => rows[row].parts.every(({ value }) => value === '')
  const all = Object.keys(ROWS) as Row[]
  const hidden = all.filter((row) => RARE.has(row) && row !== editing && empty(row) && claimsOn(row, entry.disagreements).length === 0)

  const stops = (): readonly HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
  const leave = (row: Stop, back: boolean): void => {
    setEditing(null)
    if (back) requestAnimationFrame(() => stops().find((one) => one.dataset['field'] === row)?.focus())
  }
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !(event.target instanceof HTMLElement)) return
    const known = stops()
    const at = known.indexOf(event.target)
    const does: Readonly<Record<string, () => void>> = at < 0 ? {} : { ArrowDown: () => known[at + 1]?.focus(), ArrowUp: () => known[at - 1]?.focus(), Home: () => known[0]?.focus(), End: () => known.at(-1)?.focus(), Escape: onLeave }
    const act = does[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  const settle = ({ target }: FocusEvent<HTMLElement>): void => {
    const field = target.dataset['field']
    if (field !== undefined) setStop(field as Stop)
  }

  const unstated = <span className="unstated">{t('common.none')}</span>
  const basis = (of: 'stated' | 'inferred' | 'user' | null): ReactNode => (of === 'inferred' ? <Badge tone="info">{t('reader.inferredMark')}</Badge> : of === 'user' ? <Badge tone="quiet">{t('reader.userMark')}</Badge> : null)
  const shownOf = (row: Row): ReactNode => {
    const values = row === 'authors' ? authors.map(({ name, role }) => (role === 'author' ? name : `${t(`reader.roles.${role}`)} ${name}`)) : rows[row].parts.map(({ value }) => value).filter((value, n, some) => value !== '' && some.indexOf(value) === n)
    return <>{values.length === 0 ? unstated : <span className="review-text">{values.join(row === 'authors' ? '　' : ' ')}</span>} {row === 'date' && basis(date.basis)}{row === 'place' && basis(place.basis)}{row === 'title' && entry.titleIsProvisional && <Badge tone="warning">{t('entry.provisional')}</Badge>}</>
  }
  const rowOf = (row: Row) => {
    const { label, ...how } = rows[row]
    const fault = (values: readonly string[]): string | null => {
      const why = wrong(row, values)
      return why === null ? null : faults[why]
    }
    return (
      <FieldRow
        key={row}
        name={row}
        label={label}
        shown={shownOf(row)}
        stop={stop === row}
        editor={editing === row ? <FieldEditor {...how} wrong={fault} onSave={(values) => onChange(changeOf(row, entry, how.parts, values), label)} onLeave={(back) => leave(row, back)} /> : null}
        otherwise={claimsOn(row, entry.disagreements)}
        onBegin={() => setEditing(row)}
        onTake={(said) => {
          const change = changeTo(entry, said)
          return change === null ? null : () => onChange(change, label)
        }}
      />
    )
  }
  const level = <RightsEditor level={rights.level} onChange={(rightsLevel) => onChange({ rightsLevel }, t('edit.rightsLevel'))} onLeave={() => leave('rightsLevel', true)} />
  return (
    <div ref={box} className="review-fields" role="group" aria-label={t('review.fields')} onKeyDown={press} onFocus={settle}>
      <dl>
        {all.filter((row) => !hidden.includes(row)).map(rowOf)}
        <FieldRow name="rightsLevel" label={t('reader.rights')} shown={<span className="review-text">{t(`rights.${rights.level}`)}</span>} stop={stop === 'rightsLevel'} editor={editing === 'rightsLevel' ? level : null} otherwise={[]} onBegin={() => setEditing('rightsLevel')} onTake={() => null} />
      </dl>
      {hidden.length > 0 && (
        <p className="review-unstated">
          <span className="unstated">{t('review.unstated')}</span>
          {hidden.map((row) => <Button key={row} size="small" type="text" icon={<PlusOutlined aria-hidden />} data-field={row} tabIndex={stop === row ? 0 : -1} aria-label={t('review.fillField', { field: rows[row].label })} onClick={() => setEditing(row)}>{rows[row].label}</Button>)}
        </p>
      )}
    </div>
  )
}
