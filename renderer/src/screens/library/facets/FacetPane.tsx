/** The facets with their counts; values of one facet widen, facets narrow, and any value can be left out. */
import { Button } from 'antd'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_FILTERS, type FacetName, type Facets } from '../../../../../electron/contract/searching.ts'
import { useAdding } from '../../../app/adding.ts'
import { labelClass, useLabels, type Labels } from '../../../app/labels.ts'
import { practiceClass } from '../../../app/practice-colours.ts'
import { useTaxonomy } from '../../../app/use-taxonomy.ts'
import { useView, useViewOf } from '../../../app/view.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { FacetSection } from './FacetSection.tsx'
import type { Put } from './FacetValue.tsx'
import { ask, chosenIn, inSight, isJoined, picked, put, standingOf } from './filtering.ts'
import { labelTree } from './label-tree.ts'
import { useValueName } from './names.ts'
import { placeTree } from './place-tree.ts'
import { practiceTree } from './practice-tree.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { TreeFacet } from './TreeFacet.tsx'
import { useFolded } from './use-folded.ts'

const ORDER: readonly FacetName[] = ['kind', 'place', 'practice', 'label', 'year', 'source', 'brand', 'platform', 'status', 'review', 'opinion', 'rights', 'origin']
/** Facets that tell nothing as long as every entry has the same value. */
const TELLING: ReadonlySet<FacetName> = new Set(['origin', 'rights', 'status', 'review'])

const practiceSign = (id: string) => <span className={`practice-dot ${practiceClass(id)}`} aria-hidden />
const labelSign = (labels: Labels) => (id: string) => <span className={`practice-dot ${labelClass(labels.all.find(({ label }) => label.id === id)?.label.colour ?? 'grey')}`} aria-hidden />

const onPut: Put = (facet, value, standing) => {
  const { filters, filter } = useView.getState()
  filter(put(filters, { facet, value }, standing))
}

export const FacetPane = memo(function FacetPane({ facets }: { readonly facets: Facets | undefined }) {
  const { t } = useTranslation()
  const { filters, filter } = useViewOf('filters', 'filter')
  const taxonomy = useTaxonomy()
  const labels = useLabels()
  const signOfLabel = useMemo(() => labelSign(labels), [labels])
  const nameOf = useValueName()
  const add = useAdding()
  const folding = useFolded()
  const places = filters.place.filter((path) => path !== '')
  return (
    <div className="facets" data-pane role="region" aria-label={t('library.facets')}>
      <header className="facets-head">
        <h2>{t('library.facets')}</h2>
        {chosenIn(filters) > 0 && <Button type="link" size="small" onClick={() => filter(NO_FILTERS)}>{t('library.clearFilters')}</Button>}
      </header>
      <SavedSearches />
      {ORDER.map((facet) => {
        const values = facets?.[facet] ?? []
        const own = picked(filters).filter((one) => one.facet === facet).map(({ value }) => value)
        if (own.length === 0 && (values.length === 0 || (TELLING.has(facet) && values.length < 2))) return null
        const all = inSight(values, own, facet === 'place')
        const shared = { facet, onPut, standing: (value: string) => standingOf(filters, facet, value) }
        const every = isJoined(facet) && (filters[facet].length > 1 || filters.every.includes(facet)) ? filters.every.includes(facet) : null
        return (
          <FacetSection key={facet} title={t(`library.facet.${facet}`)} open={!folding.folded.includes(facet)} onOpen={(open) => folding.fold(facet, !open)} picked={own.length} size={all.length} every={every} onEvery={(wanted) => { if (isJoined(facet)) filter(ask(filters, facet, wanted)) }}>
            {(looked) => (
              <>
                {facet === 'practice' ? <TreeFacet looked={looked} nodes={practiceTree(taxonomy, all, own)} picked={own} sign={practiceSign} {...shared} />
                  : facet === 'label' ? <TreeFacet looked={looked} nodes={labelTree(labels, all, own, t('labels.gone'))} picked={own} sign={signOfLabel} {...shared} />
                  : facet === 'place' ? <TreeFacet looked={looked} nodes={placeTree(all)} picked={own} {...shared} />
                    : <FacetGroup looked={looked} rows={all.map(({ value, count }) => ({ value, count, label: nameOf(facet, value) }))} {...shared} />}
                {facet === 'place' && places.length > 0 && <Button type="link" size="small" onClick={() => add(places.map((path) => ({ kind: 'place', path })))}>{t('adding.places', { count: places.length })}</Button>}
              </>
            )}
          </FacetSection>
        )
      })}
    </div>
  )
})
