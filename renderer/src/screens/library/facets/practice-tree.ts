/** The practices of the facet in the order of the taxonomy, sub-practices under their practice. */
import type { Facets } from '../../../../../electron/contract/searching.ts'
import type { PracticeId } from '../../../../../electron/contract/practice-tag.ts'
import type { Taxonomy } from '../../../app/taxonomy.ts'
import type { TreeNode } from './tree.ts'

/** Practices that nothing shows are left out; a chosen one stays, so that it can be let go. */
export function practiceTree(taxonomy: Taxonomy, values: readonly Facets['practice'][number][], chosen: readonly string[] = []): readonly TreeNode[] {
  const counts = new Map(values.map(({ value, count }) => [value, count]))
  const within = (parent: PracticeId | null): readonly TreeNode[] =>
    taxonomy.under(parent).flatMap(({ id }): readonly TreeNode[] => {
      const children = within(id)
      const count = counts.get(id) ?? 0
      return count === 0 && children.length === 0 && !chosen.includes(id) ? [] : [{ value: id, name: taxonomy.label(id), count, children }]
    })
  return within(null)
}
