/** Adds a column: a place by its name, or a case by the words it holds. */
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../../electron/contract/comparing.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { useCall } from '../../api/hooks.ts'
import { placeName } from '../../parts/place-name.ts'

const MOST_PLACES = 30
const MOST_CASES = 12

export function UnitPicker({ chosen, onAdd }: { readonly chosen: ReadonlySet<string>; readonly onAdd: (unit: Unit) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const foundPlaces = useCall('compare.places', { query, limit: MOST_PLACES }, { keep: true })
  const foundCases = useCall('search.run', { query, filters: { ...NO_FILTERS, kind: ['case'] }, sort: 'relevance', facets: false, offset: 0, limit: MOST_CASES }, { keep: true })
  // Enter takes the first: until the answer to what is typed is there, only what fits it may stand first.
  const settled = query === typed.trim() && !foundPlaces.isPlaceholderData && !foundCases.isPlaceholderData
  const places = (foundPlaces.data ?? []).filter(({ label }) => settled || label.includes(typed.trim()))
  const cases = settled ? (foundCases.data?.hits ?? []) : []
  const units = new Map<string, Unit>([
    ...places.map(({ path }): [string, Unit] => [path, { kind: 'place', path }]),
    ...cases.map(({ id }): [string, Unit] => [id, { kind: 'entry', id }]),
  ].filter(([key]) => !chosen.has(key)))
  const option = (value: string, name: string, note: string) => ({ value, label: <span className="unit-option"><span>{name}</span><span className="meta">{note}</span></span>, title: name })
  return (
    <Select<string>
      className="unit-picker"
      aria-label={t('compare.addUnit')}
      placeholder={t('compare.addUnit')}
      value={null}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      notFoundContent={t('compare.noUnit')}
      onSelect={(key) => {
        const unit = units.get(key)
        if (unit !== undefined) onAdd(unit)
        setTyped('')
      }}
      options={[
        { label: t('compare.places'), options: places.filter(({ path }) => units.has(path)).map(({ path, label, entries, bundled }) => option(path, label, entries > 0 ? t('compare.cases', { count: entries }) : t(bundled > 0 ? 'compare.onlyBundled' : 'compare.noCases'))) },
        { label: t('compare.entries'), options: cases.filter(({ id }) => units.has(id)).map((hit) => option(hit.id, hit.title, placeName(hit.place) ?? t('common.none'))) },
      ].filter(({ options }) => options.length > 0)}
    />
  )
}
