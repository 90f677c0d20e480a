/** The facets with their counts; values of one facet widen, facets narrow. */
import { Button } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { FACETS, NO_FILTERS, type FacetName, type Facets, type Filters } from '../../../../electron/contract/searching.ts'
import { useAdding } from '../../app/adding.ts'
import { practiceClass } from '../../app/practice-colours.ts'
import { useTaxonomy } from '../../app/use-taxonomy.ts'
import { useViewOf } from '../../app/view.ts'
import { FacetGroup, type FacetRow } from './FacetGroup.tsx'
import { placeTree } from './place-tree.ts'
import { practiceTree } from './practice-tree.ts'
import { TreeFacet } from './TreeFacet.tsx'

type Facet = Extract<FacetName, 'kind' | 'place' | 'practice' | 'year' | 'source' | 'origin'>
const ORDER: readonly Facet[] = ['kind', 'place', 'practice', 'year', 'source', 'origin']

const practiceSign = (id: string) => <span className={`practice-dot ${practiceClass(id)}`} aria-hidden />

/** How many values are chosen or excluded, and how many earlier searches are searched in. */
export const chosenIn = (filters: Filters): number => FACETS.reduce((sum, facet) => sum + filters[facet].length + filters.not[facet].length, filters.within.length)

export const FacetPane = memo(function FacetPane({ facets }: { readonly facets: Facets | undefined }) {
  const { t } = useTranslation()
  const { filters, filter } = useViewOf('filters', 'filter')
  const taxonomy = useTaxonomy()
  const add = useAdding()
  const labelOf = (facet: Facet, value: string): string => {
    if (value === '') return t('common.none')
    if (facet === 'kind') return t(value === 'case' ? 'kind.case' : 'kind.other')
    if (facet === 'origin') return value === 'imported' ? t('origin.imported') : value === 'bundled' ? t('origin.bundled') : t('origin.written')
    return value
  }
  const toggle = (facet: Facet) => (value: string, on: boolean): void => {
    filter({ ...filters, [facet]: on ? [...filters[facet], value] : filters[facet].filter((one) => one !== value) })
  }
  const places = filters.place.filter((path) => path !== '')
  return (
    <div className="facets" data-pane role="region" aria-label={t('library.facets')}>
      <header className="facets-head">
        <h2>{t('library.facets')}</h2>
        {chosenIn(filters) > 0 && <Button type="link" size="small" onClick={() => filter(NO_FILTERS)}>{t('library.clearFilters')}</Button>}
      </header>
      {ORDER.map((facet) => {
        const values = facets?.[facet] ?? []
        if ((values.length === 0 && filters[facet].length === 0) || (facet === 'origin' && values.length < 2 && filters.origin.length === 0)) return null
        const shared = { title: t(`library.facet.${facet}`), chosen: filters[facet], onToggle: toggle(facet) }
        if (facet === 'practice') return <TreeFacet key={facet} nodes={practiceTree(taxonomy, values, filters.practice)} sign={practiceSign} {...shared} />
        if (facet === 'place') {
          return (
            <TreeFacet key={facet} nodes={placeTree(values)} {...shared}>
              {places.length > 0 && <Button type="link" size="small" onClick={() => add(places.map((path) => ({ kind: 'place', path })))}>{t('adding.places', { count: places.length })}</Button>}
            </TreeFacet>
          )
        }
        return <FacetGroup key={facet} rows={values.map(({ value, count }): FacetRow => ({ value, count, label: labelOf(facet, value) }))} {...shared} />
      })}
    </div>
  )
})
