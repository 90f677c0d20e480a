/** Own labels (标签) in searches: the index knows which entries have which by id; names, and what stands under what, are asked for anew each time, so that a change of the codebook writes nothing. */
import { foldText } from '../language/fold.ts'
import type { Bits } from './bits.ts'
import type { Showing } from './showing.ts'
import { Tally } from './tally.ts'

export interface OwnLabel {
  readonly id: string
  readonly name: string
  /** The label it stands under. */
  readonly parent: string | null
}

/** A label also holds what those under it hold. */
export class OwnLabels {
  readonly #given: Showing
  readonly #all: () => readonly OwnLabel[]

  constructor(given: Showing, all: () => readonly OwnLabel[]) {
    this.#given = given
    this.#all = all
  }

  /** The labels as they stand now. */
  get all(): readonly OwnLabel[] {
    return this.#all()
  }

  /** Entries with this label; none where there is no such label any more. */
  of(id: string): Bits {
    return this.#given.any(this.#within(id))
  }

  /** Entries with a label that is called so; where none is, with one that holds `text` in its name. */
  named(text: string): Bits {
    const children = this.#children()
    const calls = (test: (name: string) => boolean): readonly OwnLabel[] => this.#all().filter(({ name }) => test(foldText(name)))
    const exact = calls((name) => name === text)
    return this.#given.any((exact.length > 0 ? exact : calls((name) => name.includes(text))).flatMap(({ id }) => this.#within(id, children)))
  }

  /** How many of `entries` have each label; those that none has are left out. */
  counts(entries: Bits): Tally {
    const given = this.#given.counts(entries)
    const found = new Map<string, number>()
    if (given.size === 0) return given
    const alone = new Map(given.atLeast(1))
    const children = this.#children()
    for (const { id } of this.#all()) {
      const count = children.has(id) ? entries.shared(this.#given.any(this.#within(id, children))) : (alone.get(id) ?? 0)
      if (count > 0) found.set(id, count)
    }
    return Tally.named(found)
  }

  /** Labels by what they stand under; a codebook may have thousands. */
  #children(): ReadonlyMap<string | null, readonly OwnLabel[]> {
    return Map.groupBy(this.#all(), ({ parent }) => parent)
  }

  /** The label and all that stand under it; nothing where there is no such label any more. */
  #within(id: string, children = this.#children()): readonly string[] {
    if (!this.#all().some((label) => label.id === id)) return []
    const found = [id]
    for (const one of found) for (const label of children.get(one) ?? []) found.push(label.id)
    return found
  }
}
