/** One value of a facet: a tick asks for it, 排除 (or Alt and a click) leaves it out. */
import { Checkbox } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Standing } from './filtering.ts'

export interface FacetRow {
  readonly value: string
  readonly label: string
  readonly count: number
}
export type Put = (value: string, standing: Standing) => void

export function FacetValue({ row: { value, label, count }, standing, onPut, sign }: { readonly row: FacetRow; readonly standing: Standing; readonly onPut: Put; readonly sign?: ReactNode }) {
  const { t } = useTranslation()
  const alt = useRef(false)
  const excluded = standing === 'excluded'
  return (
    <div className={excluded ? 'facet-line excluded' : 'facet-line'}>
      <Checkbox
        className="facet-value"
        checked={standing === 'chosen'}
        onClick={(event) => { alt.current = event.altKey }}
        onChange={(event) => onPut(value, alt.current ? (excluded ? null : 'excluded') : event.target.checked ? 'chosen' : null)}
      >
        <span className="facet-label" title={label}>{sign}{excluded ? <s>{label}</s> : label}</span>
        <span className="facet-count">{count}</span>
      </Checkbox>
      <button type="button" className="facet-not" aria-pressed={excluded} aria-label={t('library.excludeValue', { value: label })} title={t('library.excludeHint')} onClick={() => onPut(value, excluded ? null : 'excluded')}>{t('library.exclude')}</button>
    </div>
  )
}
