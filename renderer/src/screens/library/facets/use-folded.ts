/** Which facets are folded away; the library remembers it. */
import type { FacetName } from '../../../../../electron/contract/searching.ts'
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/settings.ts'
import { queries, useAction, useCall } from '../../../api/hooks.ts'

export interface Folded {
  readonly folded: readonly FacetName[]
  readonly fold: (facet: FacetName, folded: boolean) => void
}

export function useFolded(): Folded {
  const settings = useCall('settings.get', {}).data ?? DEFAULT_SETTINGS
  const set = useAction('settings.set')
  return {
    folded: settings.foldedFacets,
    fold: (facet, folded) => {
      const foldedFacets = [...settings.foldedFacets.filter((one) => one !== facet), ...(folded ? [facet] : [])]
      // At once, and not only when the library has written it.
      queries.setQueryData(['settings.get', {}], { ...settings, foldedFacets })
      set.mutate({ foldedFacets })
    },
  }
}
