/** The own labels of the facet in the order of the codebook, each under the one it stands under. */
import type { Facets } from '../../../../../electron/contract/searching.ts'
import type { LabelId } from '../../../../../electron/contract/labels.ts'
import type { Labels } from '../../../app/labels.ts'
import { nested, type TreeNode } from './tree.ts'

/** One that is chosen though it was taken away stands last, as `gone`, so that it can be let go. */
export function labelTree(labels: Labels, values: readonly Facets['label'][number][], chosen: readonly string[], gone: string): readonly TreeNode[] {
  const all = labels.all.map(({ label }) => label)
  const under = Map.groupBy(all, ({ parent }) => parent)
  const known = new Set<string>(all.map(({ id }) => id))
  return [
    ...nested<LabelId>((parent) => under.get(parent) ?? [], (id) => labels.get(id)?.name ?? gone, values, chosen),
    ...chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, name: gone, count: 0, children: [] })),
  ]
}
