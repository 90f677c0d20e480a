/** 意见不一 in searches: which entries people differ on is asked of the library each time, so that a decision writes nothing into the index. */
import { Bits } from './bits.ts'
import { Tally } from './tally.ts'

const DIFFER = 'differ'

export class Opinions {
  readonly #differing: () => readonly number[]

  constructor(differing: () => readonly number[]) {
    this.#differing = differing
  }

  /** As the library has them now. */
  get differing(): readonly number[] {
    return this.#differing()
  }

  of(value: string): Bits {
    return value === DIFFER ? Bits.from(this.differing) : new Bits()
  }

  counts(entries: Bits): Tally {
    const count = entries.shared(this.of(DIFFER))
    return Tally.named(new Map(count > 0 ? [[DIFFER, count]] : []))
  }
}
