/** The facets with their counts; values of one facet widen, facets narrow. */
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets, Filters } from '../../../../electron/contract/searching.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { useView } from '../../app/view.ts'

type Facet = keyof Filters
const ORDER: readonly Facet[] = ['kind', 'place', 'year', 'source', 'origin']
const FEW = 8

interface Row {
  readonly value: string
  readonly label: string
  readonly depth: number
  readonly count: number
}

export function FacetPane({ facets }: { readonly facets: Facets | undefined }) {
  const { t } = useTranslation()
  const { filters, filter } = useView()
  const active = ORDER.some((facet) => filters[facet].length > 0)
  const labelOf = (facet: Facet, value: string): string => {
    if (value === '') return t('common.none')
    if (facet === 'kind') return t(value === 'case' ? 'kind.case' : 'kind.other')
    if (facet === 'origin') return value === 'imported' ? t('origin.imported') : value === 'bundled' ? t('origin.bundled') : t('origin.written')
    return value.split('/').at(-1) ?? value
  }
  const toggle = (facet: Facet, value: string, on: boolean): void => {
    const values = on ? [...filters[facet], value] : filters[facet].filter((one) => one !== value)
    filter({ ...filters, [facet]: values })
  }
  return (
    <div className="facets" data-pane>
      <header className="facets-head">
        <h2>{t('library.facets')}</h2>
        {active && <Button type="link" size="small" onClick={() => filter(NO_FILTERS)}>{t('library.clearFilters')}</Button>}
      </header>
      {ORDER.map((facet) => {
        const rows = (facets?.[facet] ?? []).map(({ value, count }): Row => ({ value, count, label: labelOf(facet, value), depth: facet === 'place' && value !== '' ? value.split('/').length - 1 : 0 }))
        const missing = filters[facet].filter((value) => !rows.some((row) => row.value === value)).map((value): Row => ({ value, count: 0, label: labelOf(facet, value), depth: 0 }))
        const all = [...rows, ...missing]
        if (facet === 'origin' && all.length < 2) return null
        return all.length === 0 ? null : <FacetGroup key={facet} title={t(`library.facet.${facet}`)} rows={all} chosen={filters[facet]} onToggle={(value, on) => toggle(facet, value, on)} />
      })}
    </div>
  )
}

function FacetGroup({ title, rows, chosen, onToggle }: { readonly title: string; readonly rows: readonly Row[]; readonly chosen: readonly string[]; readonly onToggle: (value: string, on: boolean) => void }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.filter((row, index) => index < FEW || chosen.includes(row.value))
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map((row) => (
        <Checkbox key={row.value} className={`facet-value depth-${String(row.depth)}`} checked={chosen.includes(row.value)} onChange={(event) => onToggle(row.value, event.target.checked)}>
          <span className="facet-label" title={row.label}>{row.label}</span>
          <span className="facet-count">{row.count}</span>
        </Checkbox>
      ))}
      {rows.length > FEW && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: rows.length })}</Button>}
    </fieldset>
  )
}
