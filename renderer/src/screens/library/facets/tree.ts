/** The values of a facet that lie within one another, as a tree. */
export interface TreeNode {
  /** As a filter holds it. */
  readonly value: string
  readonly name: string
  readonly count: number
  readonly children: readonly TreeNode[]
}

/** Nodes in the order that `under` gives them, each with what lies in it; those that nothing found has are left out, but for chosen ones, so that they can be let go. */
export function nested<Id extends string>(under: (parent: Id | null) => readonly { readonly id: Id }[], name: (id: Id) => string, values: readonly { readonly value: string; readonly count: number }[], chosen: readonly string[]): readonly TreeNode[] {
  const counts = new Map(values.map(({ value, count }) => [value, count]))
  const within = (parent: Id | null): readonly TreeNode[] =>
    under(parent).flatMap(({ id }): readonly TreeNode[] => {
      const children = within(id)
      const count = counts.get(id) ?? 0
      return count === 0 && children.length === 0 && !chosen.includes(id) ? [] : [{ value: id, name: name(id), count, children }]
    })
  return within(null)
}

export const sizeOf = (nodes: readonly TreeNode[]): number => nodes.reduce((sum, { children }) => sum + 1 + sizeOf(children), 0)

/** Whether something is chosen below this node, so that it has to be seen. */
export const holdsChosen = ({ children }: TreeNode, chosen: readonly string[]): boolean => children.some((child) => chosen.includes(child.value) || holdsChosen(child, chosen))

/** The nodes that fit, each with the nodes it lies in and all that lies in it. */
export const prune = (nodes: readonly TreeNode[], fit: (name: string) => boolean): readonly TreeNode[] =>
  nodes.flatMap((node) => {
    if (fit(node.name)) return [node]
    const children = prune(node.children, fit)
    return children.length === 0 ? [] : [{ ...node, children }]
  })
