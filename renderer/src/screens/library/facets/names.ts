/** How a value of a facet is called. */
import { useTranslation } from 'react-i18next'
import { PracticeId } from '../../../../../electron/contract/practice-tag.ts'
import type { FacetName } from '../../../../../electron/contract/searching.ts'
import { useLabels } from '../../../app/labels.ts'
import { useTaxonomy } from '../../../app/use-taxonomy.ts'

/** `whole` names a place with the city it lies in, where it does not stand under it. */
export function useValueName(): (facet: FacetName, value: string, whole?: boolean) => string {
  const { t } = useTranslation()
  const taxonomy = useTaxonomy()
  const labels = useLabels()
  return (facet, value, whole = false) => {
    if (value === '') return t('common.none')
    switch (facet) {
      case 'kind':
        return t(value === 'case' ? 'kind.case' : 'kind.other')
      case 'origin':
        return t(value === 'imported' ? 'origin.imported' : value === 'bundled' ? 'origin.bundled' : 'origin.written')
      case 'rights':
        return t(`rights.${value}`)
      case 'status':
        return t(`status.${value}`)
      case 'review':
        return t(`reviewed.${value}`)
      case 'opinion':
        return t('judgement.differ')
      case 'practice': {
        const id = PracticeId.safeParse(value).data
        return id === undefined ? value : taxonomy.label(id)
      }
      case 'label':
        return labels.all.find(({ label }) => label.id === value)?.label.name ?? t('labels.gone')
      case 'place':
        return (whole ? value.split('/').slice(-2) : value.split('/').slice(-1)).join(' ')
      case 'year':
      case 'source':
      case 'brand':
      case 'platform':
        return value
    }
  }
}
