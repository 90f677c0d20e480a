import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../api/hooks.ts'
import { NONE, taxonomyOf, type Taxonomy } from './taxonomy.ts'

/** The same object until the language changes; empty until the taxonomy is here. */
export function useTaxonomy(): Taxonomy {
  const { i18n } = useTranslation()
  const practices = useCall('practices.list', {}).data?.practices ?? NONE
  return useMemo(() => taxonomyOf(practices, i18n.language === 'en' ? 'en' : 'zh'), [practices, i18n.language])
}
