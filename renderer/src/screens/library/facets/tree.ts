/** The values of a facet that lie within one another, as a tree. */
export interface TreeNode {
  /** As a filter holds it. */
  readonly value: string
  readonly name: string
  readonly count: number
  readonly children: readonly TreeNode[]
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
