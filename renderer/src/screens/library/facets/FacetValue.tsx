/** One value of a facet: a tick asks for it, 排除 (or Alt and a click) leaves it out. */
import { Checkbox } from 'antd'
import { createContext, memo, useContext, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetName } from '../../../../../electron/contract/searching.ts'
import type { Standing } from './filtering.ts'

export interface FacetRow {
  readonly value: string
  readonly label: string
  readonly count: number
}
export type Put = (facet: FacetName, value: string, standing: Standing) => void
/** What stands before the name of a value. */
export type Sign = (value: string) => ReactNode

interface Deeds {
  readonly facet: FacetName
  readonly standing: Standing
  readonly onPut: Put
  readonly sign?: Sign | undefined
}

const Counted = createContext(0)
const Count = () => <span className="facet-count">{useContext(Counted)}</span>

/** Each key of a search counts anew; the tick box, which takes longest to draw, stays as it is. */
const Box = memo(function Box({ facet, value, label, standing, onPut, sign }: Omit<FacetRow, 'count'> & Deeds) {
  const { t } = useTranslation()
  const alt = useRef(false)
  const excluded = standing === 'excluded'
  return (
    <div className={excluded ? 'facet-line excluded' : 'facet-line'}>
      <Checkbox
        className="facet-value"
        checked={standing === 'chosen'}
        onClick={(event) => { alt.current = event.altKey }}
        onChange={(event) => onPut(facet, value, alt.current ? (excluded ? null : 'excluded') : event.target.checked ? 'chosen' : null)}
      >
        <span className="facet-label" title={label}>{sign?.(value)}{excluded ? <s>{label}</s> : label}</span>
        <Count />
      </Checkbox>
      <button type="button" className="facet-not" aria-pressed={excluded} aria-label={t('library.excludeValue', { value: label })} title={t('library.excludeHint')} onClick={() => onPut(facet, value, excluded ? null : 'excluded')}>{t('library.exclude')}</button>
    </div>
  )
})

export function FacetValue({ row: { count, ...row }, ...deeds }: Deeds & { readonly row: FacetRow }) {
  return <Counted value={count}><Box {...row} {...deeds} /></Counted>
}
