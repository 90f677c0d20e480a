/** A growing list of folded words or titles, found by a piece of them or by how they are read. Rows are only added; whoever holds the list knows which still count. */
import type { Reader } from '../language/pinyin.ts'

/** Rows of one segment share one string, in which a native search finds what a hundred thousand strings would be walked for. */
const ROWS = 4096
const LETTER = /[\p{L}\p{N}]/u
/** Stands for a character that nobody can read. */
const UNREAD = "'"

export interface Held {
  readonly row: number
  /** The row begins with what was looked for. */
  readonly begins: boolean
}

export interface Heard extends Held {
  /** The piece that is read so, folded. */
  readonly text: string
  /** It is the whole row. */
  readonly whole: boolean
  /** By its first letters only. */
  readonly initials: boolean
}

export class WordTable {
  readonly #segments: Segment[] = []
  #size = 0
  #read = 0

  get size(): number {
    return this.#size
  }

  /** Rows whose readings are known, from the first on. */
  get read(): number {
    return this.#read
  }

  /** Answers the number of the row. */
  push(folded: string): number {
    if (this.#size % ROWS === 0) this.#segments.push(new Segment())
    this.#segments.at(-1)?.push(folded.replaceAll('\n', ' '))
    return this.#size++
  }

  text(row: number): string {
    return this.#segments[Math.floor(row / ROWS)]?.text(row % ROWS) ?? ''
  }

  /** UTF-16 units. */
  lengthOf(row: number): number {
    return this.#segments[Math.floor(row / ROWS)]?.words.lengthOf(row % ROWS) ?? 0
  }

  /** Reads at most so many rows more; answers how many it were. */
  readMore(reader: Reader, what: 'words' | 'name', most: number): number {
    const from = this.#read
    const to = Math.min(this.#size, from + most)
    for (; this.#read < to; this.#read++) this.#segments[Math.floor(this.#read / ROWS)]?.learn(soundsOf(this.text(this.#read), reader, what))
    return to - from
  }

  /** Rows that hold `needle`, the newest first. */
  *holding(needle: string): Generator<Held> {
    if (needle === '' || needle.includes('\n')) return
    for (let n = this.#segments.length - 1; n >= 0; n--) {
      const segment = this.#segments[n]
      if (segment) for (const { row, at } of segment.words.all(needle)) yield { row: n * ROWS + row, begins: at === segment.words.start(row) }
    }
  }

  /** Rows of which a piece is read as these letters, the newest first. `open`: its last syllable may go on. */
  *sounding(letters: string, open: boolean): Generator<Heard> {
    for (let n = this.#segments.length - 1; n >= 0; n--) {
      const segment = this.#segments[n]
      if (segment) for (const heard of segment.sounding(letters, open)) yield { ...heard, row: n * ROWS + heard.row }
    }
  }
}

/** One sound for each letter or digit of `text`. */
const soundsOf = (text: string, reader: Reader, what: 'words' | 'name'): string[] => {
  const characters = [...text]
  return reader(text, what).flatMap((sound, i) => (LETTER.test(characters[i] ?? '') ? [sound === '' ? UNREAD : sound] : []))
}

/** Many short strings in one, parted by line feeds. */
class Lines {
  #all = '\n'
  readonly #starts: number[] = []

  push(text: string): void {
    this.#starts.push(this.#all.length)
    this.#all += `${text}\n`
  }

  start(row: number): number {
    return this.#starts[row] ?? this.#all.length
  }

  /** Behind the last character. */
  end(row: number): number {
    return this.start(row + 1) - 1
  }

  lengthOf(row: number): number {
    return this.end(row) - this.start(row)
  }

  text(row: number): string {
    return this.#all.slice(this.start(row), this.end(row))
  }

  /** Where `needle` stands, the last row first; once a row unless `isWanted` refuses a place. Forward, since only that search is a fast one. */
  all(needle: string, isWanted: (at: number) => boolean = () => true): readonly { readonly row: number; readonly at: number }[] {
    const found: { readonly row: number; readonly at: number }[] = []
    for (let at = this.#all.indexOf(needle); at >= 0; ) {
      if (isWanted(at)) {
        const row = this.#rowAt(at)
        found.push({ row, at })
        at = this.#all.indexOf(needle, this.end(row))
      } else at = this.#all.indexOf(needle, at + 1)
    }
    return found.reverse()
  }

  #rowAt(at: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}

class Segment {
  readonly words = new Lines()
  readonly #letters = new Lines()
  readonly #initials = new Lines()
  /** Of the letters: 1 where a syllable begins or the row ends. */
  #edges = new Uint8Array(1 << 14)

  push(folded: string): void {
    this.words.push(folded)
  }

  text(row: number): string {
    return this.words.text(row)
  }

  #learned = 0

  learn(sounds: readonly string[]): void {
    this.#letters.push(sounds.join(''))
    this.#initials.push(sounds.map((sound) => sound.charAt(0)).join(''))
    const row = this.#learned++
    const end = this.#letters.end(row)
    if (end >= this.#edges.length) {
      const larger = new Uint8Array(Math.max(end + 1, this.#edges.length * 2))
      larger.set(this.#edges)
      this.#edges = larger
    }
    let at = this.#letters.start(row)
    for (const sound of sounds) {
      this.#edges[at] = 1
      at += sound.length
    }
    this.#edges[end] = 1
  }

  *sounding(letters: string, open: boolean): Generator<Heard> {
    for (const { row, at } of this.#letters.all(letters, (place) => this.#edges[place] === 1 && (open || this.#edges[place + letters.length] === 1))) {
      const start = this.#letters.start(row)
      yield this.#heard(row, this.#edgesIn(start, at), this.#edgesIn(at, at + letters.length), false)
    }
    for (const { row, at } of this.#initials.all(letters)) yield this.#heard(row, at - this.#initials.start(row), letters.length, true)
  }

  #edgesIn(from: number, to: number): number {
    let count = 0
    for (let at = from; at < to; at++) count += this.#edges[at] ?? 0
    return count
  }

  /** The piece of the row that begins with its `first` sound and has so many. */
  #heard(row: number, first: number, count: number, initials: boolean): Heard {
    const text = this.text(row)
    let start = 0
    let end = 0
    let sound = 0
    let at = 0
    for (const character of text) {
      const next = at + character.length
      if (LETTER.test(character)) {
        if (sound === first) start = at
        sound++
        if (sound === first + count) end = next
      }
      at = next
    }
    return { row, begins: first === 0, text: text.slice(start, end), whole: first === 0 && sound === count, initials }
  }
}
