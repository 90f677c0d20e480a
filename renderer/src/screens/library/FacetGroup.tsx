import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface FacetRow {
  readonly value: string
  readonly label: string
  readonly count: number
}
const FEW = 8

/** One facet as a flat list; beyond a few values the rest is one button away, chosen ones always in sight. */
export function FacetGroup({ title, rows, chosen, onToggle }: { readonly title: string; readonly rows: readonly FacetRow[]; readonly chosen: readonly string[]; readonly onToggle: (value: string, on: boolean) => void }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.filter((row, index) => index < FEW || chosen.includes(row.value))
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map((row) => <FacetValue key={row.value} row={row} checked={chosen.includes(row.value)} onToggle={onToggle} />)}
      {rows.length > FEW && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: rows.length })}</Button>}
    </fieldset>
  )
}

export function FacetValue({ row, checked, onToggle, sign }: { readonly row: FacetRow; readonly checked: boolean; readonly onToggle: (value: string, on: boolean) => void; readonly sign?: ReactNode }) {
  return (
    <Checkbox className="facet-value" checked={checked} onChange={(event) => onToggle(row.value, event.target.checked)}>
      <span className="facet-label" title={row.label}>{sign}{row.label}</span>
      <span className="facet-count">{row.count}</span>
    </Checkbox>
  )
}
