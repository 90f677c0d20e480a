import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetName } from '../../../../../electron/contract/searching.ts'
import { fits } from '../../../app/matching.ts'
import type { Standing } from './filtering.ts'
import { FacetValue, type FacetRow, type Put } from './FacetValue.tsx'

const FEW = 8

/** Values as a flat list; beyond a few the rest is one button away, chosen and excluded ones always in sight. */
export function FacetGroup({ facet, rows, looked, standing, onPut }: { readonly facet: FacetName; readonly rows: readonly FacetRow[]; readonly looked: string; readonly standing: (value: string) => Standing; readonly onPut: Put }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const fitting = looked.trim() === '' ? rows : rows.filter(({ label }) => fits(label, looked))
  const shown = all ? fitting : fitting.filter((row, index) => index < FEW || standing(row.value) !== null)
  return (
    <>
      {shown.map((row) => <FacetValue key={row.value} facet={facet} row={row} standing={standing(row.value)} onPut={onPut} />)}
      {fitting.length === 0 && <p className="meta">{t('library.noValue')}</p>}
      {fitting.length > FEW && (all || shown.length < fitting.length) && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: fitting.length })}</Button>}
    </>
  )
}
