/** Texts of the entries that queries look at, and their folds: read from the library, kept while there is room. */
import { foldText } from '../language/fold.ts'
import type { EntryText, TextReader } from './entry.ts'

/** An entry's texts, folded. */
export interface FoldedEntry extends EntryText {
  /** As it stands in the library. */
  readonly original: EntryText
}

/** Characters kept: as one types, the next query looks at nearly the same entries. */
const ROOM = 4_000_000
/** A longer text is read anew each time. */
const LONGEST = 200_000

export class Texts {
  readonly #read: TextReader
  readonly #kept = new Map<number, FoldedEntry>()
  #used = 0

  constructor(read: TextReader) {
    this.#read = read
  }

  /** In the order asked for; entries that are gone are left out. */
  of(seqs: readonly number[]): FoldedEntry[] {
    const missing = seqs.filter((seq) => !this.#kept.has(seq))
    const fresh = new Map((missing.length === 0 ? [] : this.#read(missing)).map((original) => [original.seq, foldedEntry(original)]))
    // All of them before the first is kept: what is kept may push out another one of these.
    const found = seqs.flatMap((seq) => fresh.get(seq) ?? this.#kept.get(seq) ?? [])
    for (const entry of found) this.#keep(entry)
    return found
  }

  forget(seqs: readonly number[]): void {
    for (const seq of seqs) this.#drop(seq)
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

function foldedEntry(original: EntryText): FoldedEntry {
  const { seq, title, headings, body, keywords, notes } = original
  return { seq, title: foldText(title), headings: headings.map(foldText), body: foldText(body), keywords: keywords.map(foldText), notes: notes.map(foldText), original }
}
