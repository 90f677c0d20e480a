/** Folded texts of the entries that queries look at: read from the library, kept while there is room. */
import { foldText } from '../language/fold.ts'
import type { EntryText, TextReader } from './entry.ts'

export interface FoldedEntry {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly keywords: readonly string[]
}

/** Characters kept folded: as one types, the next query looks at nearly the same entries. */
const ROOM = 6_000_000
/** A text longer than this is folded anew each time. */
const LONGEST = 200_000

export class Texts {
  readonly #read: TextReader
  readonly #kept = new Map<number, FoldedEntry>()
  #used = 0

  constructor(read: TextReader) {
    this.#read = read
  }

  /** As they stand in the library. */
  originals(seqs: readonly number[]): Map<number, EntryText> {
    return new Map(seqs.length === 0 ? [] : this.#read(seqs).map((text) => [text.seq, text]))
  }

  /** Entries that are gone are left out. */
  folded(seqs: readonly number[]): FoldedEntry[] {
    const missing = seqs.filter((seq) => !this.#kept.has(seq))
    const fresh = new Map<number, FoldedEntry>()
    if (missing.length > 0) {
      for (const { seq, title, body, keywords } of this.#read(missing)) fresh.set(seq, { seq, title: foldText(title), body: foldText(body), keywords: keywords.map(foldText) })
    }
    return seqs.flatMap((seq) => {
      const entry = fresh.get(seq) ?? this.#kept.get(seq)
      if (entry === undefined) return []
      this.#keep(entry)
      return [entry]
    })
  }

  forget(seqs: readonly number[]): void {
    for (const seq of seqs) this.#drop(seq)
  }

  clear(): void {
    this.#kept.clear()
    this.#used = 0
  }

  #keep(entry: FoldedEntry): void {
    if (entry.body.length > LONGEST) return
    this.#drop(entry.seq)
    this.#kept.set(entry.seq, entry)
    this.#used += entry.body.length
    for (const oldest of this.#kept.keys()) {
      if (this.#used <= ROOM) break
      this.#drop(oldest)
    }
  }

  #drop(seq: number): void {
    const entry = this.#kept.get(seq)
    if (entry === undefined) return
    this.#kept.delete(seq)
    this.#used -= entry.body.length
  }
}
