/** Which label here a label of a file means: the very one, or the one of its name at its place; those that are missing are to be made. Pure. */
import type { FileEntry, FileLabelled } from '../../../contract/judgement-file.ts'
import { LabelId, type Label, type LabelChange } from '../../../contract/labels.ts'
import { foldText } from '../../language/index.ts'

export interface Naming {
  readonly labelHere: (told: Pick<FileLabelled, 'label' | 'path'>) => LabelId
  /** In the order in which they are made. */
  readonly missing: readonly LabelChange[]
}

export function namingOf(labels: readonly Label[], lines: readonly Pick<FileEntry, 'labels'>[]): Naming {
  const known = new Set(labels.map(({ id }) => id))
  const key = (parent: LabelId | null, name: string): string => JSON.stringify([parent, foldText(name)])
  const named = new Map(labels.map(({ id, parent, name }) => [key(parent, name), id]))
  const missing: LabelChange[] = []
  const here = new Map<LabelId, LabelId>()
  const taken = new Set<LabelId>(known)

  function free(label: LabelId): LabelId {
    let n = 1
    const numbered = (): LabelId => LabelId.parse(`${label.slice(0, 56)}-${String(n)}`)
    while (taken.has(numbered())) n++
    return numbered()
  }
  function make({ label, path }: Pick<FileLabelled, 'label' | 'path'>): LabelId {
    if (known.has(label)) return label
    return path.reduce<LabelId | null>((parent, { name, colour }, depth) => {
      const there = named.get(key(parent, name))
      if (there !== undefined) return there
      const own = depth === path.length - 1 && !taken.has(label) ? label : free(label)
      missing.push({ type: 'label', id: own, before: null, after: { name, parent, colour, definition: '', counts: [], countsNot: [] } })
      named.set(key(parent, name), own)
      taken.add(own)
      return own
    }, null) ?? label
  }
  for (const told of lines.flatMap((line) => line.labels)) if (!here.has(told.label)) here.set(told.label, make(told))
  return { labelHere: ({ label }) => here.get(label) ?? label, missing }
}

/** Of the labels that are missing, those that words really bring, and what they stand under; the rest nobody asked for. */
export function needed(missing: readonly LabelChange[], brought: Iterable<LabelId>): readonly LabelChange[] {
  const byId = new Map(missing.map((one) => [one.id, one]))
  const wanted = new Set<LabelId>()
  for (const label of brought) {
    for (let one = byId.get(label); one !== undefined && !wanted.has(one.id); one = byId.get(one.after?.parent ?? one.id)) wanted.add(one.id)
  }
  return missing.filter(({ id }) => wanted.has(id))
}
