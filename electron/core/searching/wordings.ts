/** The vocabulary of one index at work: it learns in the background, says what letters mean, what a person may be typing and what may have been meant. */
import { setTimeout as passed } from 'node:timers/promises'
import type { SearchHelp } from '../../contract/searching.ts'
import { foldText } from '../language/fold.ts'
import { type Reader, loadReader } from '../language/pinyin.ts'
import type { Columns } from './columns.ts'
import { nearestTo } from './nearest.ts'
import { meantBy } from './sounds.ts'
import { type Suggested, suggestions } from './suggest.ts'
import { type KnownWords, Vocabulary } from './vocabulary.ts'

/** The window opens first, and an import goes on undisturbed: so long nothing must have changed. Whoever asks is not kept waiting. */
const BEFORE_LEARNING = 1500
/** Of 100,000 entries the whole takes 2 to 3 seconds. */
const MOST_MS = 10_000
const MOST_NEAR = 5
/** Of words that nobody parted, both parts have at least two characters. */
const LEAST_PART = 2
const LONGEST_PARTED = 12

export interface Surroundings {
  readonly pause: () => Promise<void>
  /** Whether any entry holds this. */
  readonly holds: (folded: string) => boolean
  /** More is known than before: what was answered may be answered otherwise. */
  readonly onLearned: () => void
  readonly onFailed: (error: unknown) => void
}

export class Wordings {
  readonly #vocabulary: Vocabulary
  readonly #around: Surroundings
  #reader: Reader | null = null
  #timer: NodeJS.Timeout | null = null
  #work: Promise<void> | null = null
  #closed = false

  constructor(columns: Columns, known: () => KnownWords, around: Surroundings) {
    this.#vocabulary = new Vocabulary(columns, known)
    this.#around = around
    this.#later()
  }

  changed(seqs: readonly number[]): void {
    this.#vocabulary.changed(seqs)
    this.#later()
  }

  /** Resolves once everything is known, or after `mostMs`: while a whole library is read again, there is always something new. */
  async learned(mostMs = MOST_MS): Promise<void> {
    const waited = new AbortController()
    const enough = passed(mostMs, true, { signal: waited.signal }).catch(() => true)
    const level = async (): Promise<boolean> => {
      while (!this.#closed && !waited.signal.aborted && !this.#vocabulary.isLevel) await this.#learn()
      return true
    }
    await Promise.race([level(), enough])
    waited.abort()
  }

  close(): void {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  meant(letters: string, holds: (folded: string) => boolean): string[] {
    this.#wake()
    return meantBy(letters, this.#vocabulary, holds)
  }

  suggest(typed: string, recent: readonly string[], limit: number): Suggested[] {
    this.#wake()
    return suggestions(typed, this.#vocabulary, recent, limit, this.#around.holds)
  }

  /** Wordings near to what nothing holds, each in place of it in the query; only those by which something is found. */
  nearest(query: string, failing: readonly string[], total: (query: string) => number): SearchHelp['nearest'] {
    this.#wake()
    return failing.flatMap((part) => {
      const word = wordOf(part)
      const inPlace = (text: string): string => query.replace(part, () => part.replace(word, () => text))
      const near = this.#near(word, total)
      return near.map(({ text, kind }) => ({ word, text, from: kind, query: inPlace(text) })).flatMap((one) => {
        const found = total(one.query)
        return found > 0 ? [{ ...one, total: found }] : []
      }).slice(0, MOST_NEAR)
    })
  }

  #near(word: string, total: (query: string) => number): ReturnType<typeof nearestTo> {
    const near = nearestTo(word, this.#vocabulary, this.#reader, MOST_NEAR * 3)
    const characters = [...word]
    if (near.length > 0 || characters.length < 2 * LEAST_PART || characters.length > LONGEST_PARTED || !/^\p{Script=Han}+$/u.test(word)) return near
    for (let at = characters.length - LEAST_PART; at >= LEAST_PART; at--) {
      const [head, tail] = [characters.slice(0, at).join(''), characters.slice(at).join('')]
      if (total(`"${head}"`) > 0) return nearestTo(tail, this.#vocabulary, this.#reader, MOST_NEAR).map((one) => ({ ...one, text: `${head} ${one.text}` }))
      if (total(`"${tail}"`) > 0) return nearestTo(head, this.#vocabulary, this.#reader, MOST_NEAR).map((one) => ({ ...one, text: `${one.text} ${tail}` }))
    }
    return []
  }

  #later(): void {
    if (this.#closed || this.#work) return
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.#wake(), BEFORE_LEARNING).unref()
  }

  #wake(): void {
    if (!this.#closed && !this.#work && !this.#vocabulary.isLevel) void this.#learn()
  }

  #learn(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    return (this.#work ??= this.#run().finally(() => (this.#work = null)))
  }

  async #run(): Promise<void> {
    try {
      await this.#vocabulary.learn(this.#around.pause, () => this.#closed)
      this.#reader = await loadReader()
      if (!this.#closed) this.#around.onLearned()
    } catch (error) {
      this.close()
      this.#around.onFailed(error)
    }
  }
}

/** The word of a part of a query: without quotation marks, and without the field it is looked for in. */
function wordOf(part: string): string {
  const named = /^[\p{L}]{2,12}[:：](.+)$/u.exec(part)?.[1] ?? part
  const bare = named.replace(/^["“”＂「『]+|["“”＂」』]+$/gu, '').replace(/\*+$/, '')
  return foldText(bare) === '' ? part : bare
}
