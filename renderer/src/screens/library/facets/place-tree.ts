/** The places of the facet as a tree: `省`, `省/市` and `省/市/县` come as one list, the most frequent first. */
import type { Facets } from '../../../../../electron/contract/searching.ts'
import type { TreeNode } from './tree.ts'

/** The order of the list is kept on every level. A municipality that is its own city is one node. */
export function placeTree(values: readonly Facets['place'][number][]): readonly TreeNode[] {
  const under = Map.groupBy(values, ({ value }) => (value.includes('/') ? value.slice(0, value.lastIndexOf('/')) : ''))
  const childrenOf = (parent: string): readonly TreeNode[] =>
    (under.get(parent) ?? []).flatMap(({ value, count }): readonly TreeNode[] => {
      const name = value.slice(value.lastIndexOf('/') + 1)
      const children = value === '' ? [] : childrenOf(value)
      return name !== '' && name === parent ? children : [{ value, name, count, children }]
    })
  return childrenOf('')
}
