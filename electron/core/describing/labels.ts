/** The own labels (标签) of a library: what its steps made of them, one after another. Pure. */
import { Refusal } from '../../contract/errors.ts'
import type { Label, LabelChange, LabelDefinition, LabelId } from '../../contract/labels.ts'
import type { TaxonomyStep } from '../../contract/taxonomy.ts'
import { foldText } from '../language/index.ts'

/** Deeper ones are read by nobody, and drawn nowhere. */
const DEEPEST = 10
const MOST = 2000

const refuse = (reason: string): never => {
  throw new Refusal('INVALID_INPUT', { reason })
}

/** Each followed by those that stand under it, in the order they were made. Throws INVALID_INPUT at the first change that does not fit. */
export function labelsOf(steps: readonly TaxonomyStep[]): readonly Label[] {
  const labels = new Map<LabelId, Label>()
  for (const { change, by, at } of steps) {
    const changes = change.type === 'label' ? [change] : change.type === 'codebook' ? change.labels : []
    for (const one of changes) put(labels, one, { by, at })
  }
  return inOrder([...labels.values()])
}

/** As a change states it. */
export const definitionOf = ({ name, parent, colour, definition, counts, countsNot }: LabelDefinition): LabelDefinition => ({ name, parent, colour, definition, counts, countsNot })

const same = (a: LabelDefinition | null, b: LabelDefinition | null): boolean => JSON.stringify(a && definitionOf(a)) === JSON.stringify(b && definitionOf(b))

function put(labels: Map<LabelId, Label>, { id, before, after }: LabelChange, signed: { readonly by: string; readonly at: string }): void {
  const now = labels.get(id)
  if (!same(now ?? null, before)) refuse(now === undefined ? '这个标签已不存在' : `标签“${now.name}”已被改过`)
  if (after === null) {
    if ([...labels.values()].some(({ parent }) => parent === id)) refuse(`“${now?.name ?? ''}”还有下级标签，请先移走或删除它们`)
    labels.delete(id)
    return
  }
  const siblings = [...labels.values()].filter((other) => other.id !== id && other.parent === after.parent)
  if (siblings.some(({ name }) => foldText(name) === foldText(after.name))) refuse(`已有一个标签叫“${after.name}”`)
  if (now === undefined && labels.size >= MOST) refuse(`标签最多 ${MOST} 个`)
  labels.set(id, { ...after, id, ...signed })
  let above = after.parent
  for (let depth = 1; above !== null; depth++) {
    const parent = labels.get(above) ?? refuse('上级标签已不存在')
    if (parent.id === id) refuse(`“${after.name}”不能放在它自己下面`)
    if (depth >= DEEPEST) refuse(`标签最多 ${DEEPEST} 级`)
    above = parent.parent
  }
}

function inOrder(labels: readonly Label[]): readonly Label[] {
  const under = Map.groupBy(labels, ({ parent }) => parent)
  const from = (parent: LabelId | null): readonly Label[] => (under.get(parent) ?? []).flatMap((label) => [label, ...from(label.id)])
  return from(null)
}
