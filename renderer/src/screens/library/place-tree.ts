/** The places of the facet as a tree: `省`, `省/市` and `省/市/县` come as one list, the most frequent first. */
import type { Facets } from '../../../../electron/contract/searching.ts'

export interface PlaceNode {
  /** The whole path, as a filter holds it. */
  readonly value: string
  readonly name: string
  readonly count: number
  readonly children: readonly PlaceNode[]
}

/** The order of the list is kept on every level. A municipality that is its own city is one node. */
export function placeTree(values: Facets['place']): readonly PlaceNode[] {
  const childrenOf = (parent: string): readonly PlaceNode[] =>
    values
      .filter(({ value }) => (parent === '' ? !value.includes('/') : value.startsWith(`${parent}/`) && !value.slice(parent.length + 1).includes('/')))
      .flatMap(({ value, count }): readonly PlaceNode[] => {
        const name = value.slice(value.lastIndexOf('/') + 1)
        const children = value === '' ? [] : childrenOf(value)
        return name !== '' && name === parent ? children : [{ value, name, count, children }]
      })
  return childrenOf('')
}

export const sizeOf = (nodes: readonly PlaceNode[]): number => nodes.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0)

/** Whether something is chosen below this node, so that it has to be seen. */
export const holdsChosen = ({ children }: PlaceNode, chosen: readonly string[]): boolean => children.some((child) => chosen.includes(child.value) || holdsChosen(child, chosen))
