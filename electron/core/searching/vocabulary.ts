/**
 * What a person may mean by a few characters or letters: the titles, keywords, places and names of the library, and the words that
 * ship with the program. It follows the columns, and learns how everything is read in the background: a question asked
 * meanwhile is answered from what is known by then.
 */
import { foldText } from '../language/fold.ts'
import { loadReader } from '../language/pinyin.ts'
import type { Columns } from './columns.ts'
import type { Names } from './names.ts'
import { WordTable } from './word-table.ts'

export const WORD_KINDS = ['dictionary', 'practice', 'label', 'keyword', 'place', 'name', 'title'] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** Words that are there whatever the library holds, as they are written. */
export interface KnownWords {
  readonly dictionary: readonly string[]
  readonly practices: readonly string[]
  readonly labels: readonly string[]
}

export interface Word {
  readonly kind: WordKind
  readonly row: number
  readonly folded: string
  /** As it is written. */
  readonly text: string
  /** Of a title: its entry. */
  readonly seq: number | null
  /** How many entries bear it; 0 where that is not counted. */
  readonly bearers: number
}

/** So many rows are read, or taken over, before other work goes first. */
const PORTION = 200
const TITLES = 500

/** A list that follows one kind of names. */
interface Followed {
  readonly kind: WordKind
  readonly names: () => Names
  readonly bearers: (number: number) => number
  readonly parts: (name: string) => readonly string[]
  next: number
}

export class Vocabulary {
  readonly #columns: Columns
  readonly #known: () => KnownWords
  #from: KnownWords | null = null
  readonly #tables: Record<WordKind, WordTable>
  /** By kind and row: as written, and what it counts by. */
  readonly #written: Record<WordKind, string[]>
  readonly #counts: Record<WordKind, (() => number)[]>
  readonly #seen: Record<WordKind, Set<string>>
  readonly #seqs: number[] = []
  readonly #rows: number[] = []
  readonly #pending: number[]
  readonly #followed: readonly Followed[]

  constructor(columns: Columns, known: () => KnownWords) {
    this.#columns = columns
    this.#known = known
    const each = <T>(make: () => T): Record<WordKind, T> => ({ dictionary: make(), practice: make(), label: make(), keyword: make(), place: make(), name: make(), title: make() })
    this.#tables = each(() => new WordTable())
    this.#written = each(() => [])
    this.#counts = each(() => [])
    this.#seen = each(() => new Set<string>())
    this.#pending = [...columns.alive]
    const whole = (name: string): readonly string[] => [name]
    const uncounted = (): number => 1
    this.#followed = [
      { kind: 'keyword', names: () => columns.keywords.names, bearers: (number) => columns.keywords.bearers(number), parts: whole, next: 1 },
      { kind: 'place', names: () => columns.places, bearers: uncounted, parts: (path) => path.split('/'), next: 1 },
      { kind: 'name', names: () => columns.brands.names, bearers: (number) => columns.brands.bearers(number), parts: whole, next: 1 },
      { kind: 'name', names: () => columns.platforms.names, bearers: (number) => columns.platforms.bearers(number), parts: whole, next: 1 },
      { kind: 'name', names: () => columns.people.names, bearers: (number) => columns.people.bearers(number), parts: whole, next: 1 },
      { kind: 'name', names: () => columns.authors, bearers: uncounted, parts: (names) => names.split(' '), next: 1 },
    ]
  }

  /** These entries changed, or went. */
  changed(seqs: readonly number[]): void {
    for (const seq of seqs) this.#pending.push(seq)
  }

  /** true when there is nothing left to learn. */
  get isLevel(): boolean {
    return this.#from === this.#known() && this.#pending.length === 0 && this.#followed.every(({ names, next }) => next >= names().size) && WORD_KINDS.every((kind) => this.#tables[kind].read === this.#tables[kind].size)
  }

  /** Learns on until nothing is left or `isClosed`. */
  async learn(pause: () => Promise<void>, isClosed: () => boolean): Promise<void> {
    while (this.#columns.keywords.readMore(TITLES) || this.#columns.people.readMore(TITLES)) {
      await pause()
      if (isClosed()) return
    }
    while (this.#follow()) {
      await pause()
      if (isClosed()) return
    }
    if (this.isLevel) return
    const reader = await loadReader()
    for (const kind of WORD_KINDS)
      while (!isClosed() && this.#tables[kind].readMore(reader, kind === 'name' ? 'name' : 'words', PORTION) > 0) await pause()
  }

  table(kind: WordKind): WordTable {
    return this.#tables[kind]
  }

  /** null when the row counts no longer. */
  word(kind: WordKind, row: number): Word | null {
    const folded = this.#tables[kind].text(row)
    if (kind !== 'title') {
      const bearers = this.#counts[kind][row]?.() ?? 0
      return bearers > 0 ? { kind, row, folded, text: this.#written[kind][row] ?? folded, seq: null, bearers } : null
    }
    const seq = this.#seqs[row] ?? 0
    return this.#rows[seq] === row && this.#columns.alive.has(seq) ? { kind, row, folded, text: this.#columns.title(seq), seq, bearers: 0 } : null
  }

  /** Takes over what is new, a portion at a time; false when nothing was. */
  #follow(): boolean {
    const known = this.#known()
    if (this.#from !== known) {
      if (this.#from?.dictionary !== known.dictionary) this.#begin('dictionary', known.dictionary)
      if (this.#from?.practices !== known.practices) this.#begin('practice', known.practices)
      if (this.#from?.labels !== known.labels) this.#begin('label', known.labels)
      this.#from = known
      return true
    }
    for (const one of this.#followed) {
      const to = Math.min(one.names().size, one.next + TITLES)
      if (to <= one.next) continue
      for (; one.next < to; one.next++) {
        const number = one.next
        for (const part of one.parts(one.names().nameOf(number))) this.#add(one.kind, part, () => one.bearers(number))
      }
      return true
    }
    const seqs = this.#pending.splice(0, TITLES)
    for (const seq of seqs) this.#title(seq)
    return seqs.length > 0
  }

  /** Words that ship with the program, or the user's own, begin anew when they change. */
  #begin(kind: 'dictionary' | 'practice' | 'label', words: readonly string[]): void {
    this.#tables[kind] = new WordTable()
    this.#written[kind] = []
    this.#counts[kind] = []
    this.#seen[kind] = new Set()
    for (const word of words) this.#add(kind, word, () => 1)
  }

  #add(kind: WordKind, text: string, bearers: () => number): void {
    const folded = foldText(text)
    if (folded === '' || this.#seen[kind].has(folded)) return
    this.#seen[kind].add(folded)
    this.#tables[kind].push(folded)
    this.#written[kind].push(text)
    this.#counts[kind].push(bearers)
  }

  #title(seq: number): void {
    const row = this.#rows[seq]
    const folded = foldText(this.#columns.title(seq))
    if (folded === '' || (row !== undefined && this.#tables.title.text(row) === folded)) return
    this.#rows[seq] = this.#tables.title.push(folded)
    this.#seqs[this.#tables.title.size - 1] = seq
  }
}
