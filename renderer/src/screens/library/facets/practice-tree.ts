/** The practices of the facet in the order of the taxonomy, sub-practices under their practice. */
import type { Facets } from '../../../../../electron/contract/searching.ts'
import type { Taxonomy } from '../../../app/taxonomy.ts'
import { nested, type TreeNode } from './tree.ts'

/** Practices that nothing shows are left out; a chosen one stays. */
export const practiceTree = (taxonomy: Taxonomy, values: readonly Facets['practice'][number][], chosen: readonly string[] = []): readonly TreeNode[] => nested(taxonomy.under, taxonomy.label, values, chosen)
