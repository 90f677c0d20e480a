/** The search index of one library: search.db, the columns in memory, and what keeps both in step with the library. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Origin } from '../../contract/entry.ts'
import type { IndexState, Mark } from '../../contract/searching.ts'
import { NO_SYNONYMS } from '../language/synonyms.ts'
import { Answers } from './answers.ts'
import { Columns, REVIEWS, STATUSES } from './columns.ts'
import { isDamage, isForeign } from './damage.ts'
import { Kept } from './kept.ts'
import type { IndexEntry } from './entry.ts'
import { Evaluator } from './evaluate.ts'
import { storiesOf } from './grouping.ts'
import type { IndexDifference, IndexOptions } from './index-options.ts'
import { Orders } from './orders.ts'
import { Opinions } from './opinions.ts'
import { OwnLabels } from './own-labels.ts'
import { phraseOf } from './phrase.ts'
import { portions } from './portions.ts'
import { ReadingAhead } from './reading-ahead.ts'
import { type Explained, WEIGHTS } from './score.ts'
import { type Found, type MarkedText, type SearchContext, type SearchRequest, entriesOf, explain, marksOf, pageOf, shown, totalOf } from './search.ts'
import { type Likeness, similarTo } from './similar.ts'
import { type Store, type Tagged, filedRow, openStore, rowOf } from './store.ts'
import { Texts } from './texts.ts'
import { Tidying } from './tidying.ts'
import { Wordings } from './wordings.ts'

/** One write transaction holds the library's thread for some tens of milliseconds at most: so many entries, or fewer where they are long. */
const BATCH = 16
/** Only a short row of each is written anew. */
const RETAGGED = 500

/** Opens `file`, or makes it; a damaged one is made anew. `catchUp` brings it level with the library. */
export function openIndex(file: string, options: IndexOptions): SearchIndex {
  return new SearchIndex(file, options)
}

export class SearchIndex {
  readonly #file: string
  readonly #nextFile: string
  readonly #options: IndexOptions
  readonly #answers = new Answers()
  #store: Store
  #context: SearchContext
  #columns = new Columns()
  readonly #kept = new Kept()
  /** The index that is being made to take the place of this one. */
  #next: { readonly store: Store; readonly done: Set<number> } | null = null
  #state: IndexState = { state: 'ready', done: 0, total: 0 }
  #working: Promise<void> | null = null
  /** Changed since those that are being fed were loaded. */
  readonly #overtaken = new Set<number>()
  #closed = false
  #wordings: Wordings | null = null
  readonly #tidying: Tidying
  readonly #ahead: ReadingAhead
  #hidden: readonly Origin[] = []

  constructor(file: string, options: IndexOptions) {
    this.#file = file
    this.#nextFile = `${file}.next`
    this.#options = options
    removeFiles(this.#nextFile)
    this.#store = this.#open()
    this.#context = this.#load()
    const atRest = { store: () => this.#store, isBusy: () => this.#working !== null, onFailed: (error: unknown) => options.onFailed?.(error) }
    this.#tidying = new Tidying({ ...atRest, pause: () => this.#pause(), keep: () => this.#keep() })
    this.#ahead = new ReadingAhead({ ...atRest, library: options.library })
  }

  get state(): IndexState {
    return this.#state
  }

  /** Number of entries that can be found. */
  get count(): number {
    return this.#columns.count
  }

  /** null when the entry is not indexed. */
  revisionOf(seq: number): number | null {
    return this.#columns.alive.has(seq) ? this.#columns.revision(seq) : null
  }

  /** Adds entries, or replaces those of the same numbers, in one transaction. */
  put(entries: readonly IndexEntry[]): void {
    if (entries.length === 0) return
    this.#guard(() => {
      this.#store.put(entries)
      this.#next?.store.put(entries)
    })
    for (const entry of entries) {
      this.#columns.put(rowOf(entry))
      this.#next?.done.add(entry.seq)
    }
    this.#changed(entries.map(({ seq }) => seq))
  }

  /** As `put`, for a portion of many (`portions`): a single edit waits until nobody does before its pieces are joined, these bring their share of the joining along. */
  add(entries: readonly IndexEntry[]): void {
    this.put(entries)
    this.#guard(() => this.#store.join(entries))
  }

  remove(seqs: readonly number[]): void {
    if (seqs.length === 0) return
    this.#guard(() => {
      this.#store.remove(seqs)
      this.#next?.store.remove(seqs)
    })
    for (const seq of seqs) this.#columns.remove(seq)
    this.#changed(seqs)
  }

  /** What was kept for the next start does not outlive what is erased for good: it is kept anew at the next rest. */
  erased(): void {
    this.#guard(() => this.#kept.forget(this.#columns, this.#store))
    this.#tidying.later()
  }

  /** From now on nothing of these origins is found; it stays indexed. */
  hide(origins: readonly Origin[]): void {
    this.#hidden = origins
    this.#context = { ...this.#context, hidden: origins }
    this.#answers.forget()
  }

  /** Follows a change of what entries are filed under; their words stay as they are indexed. */
  retag(tagged: readonly Tagged[]): void {
    if (tagged.length === 0) return
    this.#guard(() => {
      this.#store.retag(tagged)
      this.#next?.store.retag(tagged)
    })
    for (const one of tagged) this.#columns.retag(filedRow(one))
    this.#answers.forget()
    this.#wordings?.changed(tagged.map(({ seq }) => seq))
    this.#tidying.later()
  }

  /** Follows keywords that changed with the dictionary; no text is indexed anew. */
  rekey(tagged: readonly Tagged[]): void {
    if (tagged.length === 0) return
    this.#guard(() => {
      this.#store.rekey(tagged)
      this.#next?.store.rekey(tagged)
    })
    for (const one of tagged) this.#columns.retag(filedRow(one))
    this.#changed(tagged.map(({ seq }) => seq))
  }

  search(request: SearchRequest): Found & { readonly tookMs: number } {
    const from = performance.now()
    const found = this.#guard(() => pageOf(this.#answers.asked(request, this.#context), request, this.#context))
    return { ...found, tookMs: Math.round((performance.now() - from) * 100) / 100 }
  }

  /** All that a search finds, by number, in its order: what a page of `search` is cut from. */
  all(request: Omit<SearchRequest, 'offset' | 'limit'>): readonly number[] {
    return this.#guard(() => entriesOf(this.#answers.asked(request, this.#context), request, this.#context))
  }

  /** How many entries a search finds. */
  total(request: SearchRequest): number {
    return this.#guard(() => totalOf(this.#answers.asked(request, this.#context), request, this.#context))
  }

  /** Why an entry stands where it does. */
  explain(seq: number, request: SearchRequest): Explained {
    return this.#guard(() => explain(seq, this.#answers.asked(request, this.#context), this.#context))
  }

  /** Every place in one entry that the query marks, for the reader. */
  marks(query: string, text: MarkedText, literal: readonly string[] = []): { title: Mark[]; body: Mark[] } {
    return marksOf(query, literal, text, this.#context)
  }

  /** Entries that are like this one, best first; what is out of use is not among them. */
  similar(seq: number, limit: number): Likeness[] {
    const columns = this.#columns
    const inUse = columns.where((other) => STATUSES[columns.status(other)] !== 'retired')
    return similarTo(seq, shown(inUse, this.#context), columns, limit)
  }

  /** null where nothing is learnt. */
  get wordings(): Wordings | null {
    return this.#wordings
  }

  /** Words are cut or called otherwise from now on: what was found by them before is found anew. */
  wordsChanged(): void {
    this.#answers.forget()
    this.#wordings?.changed([])
  }

  /** What the index lacks or has too much of, against the library as it is now. */
  difference(): IndexDifference {
    const missing: number[] = []
    const behind: number[] = []
    const known = new Set<number>()
    const columns = this.#columns
    for (const { seq, revision, tags, status, review } of this.#options.library.revisions()) {
      known.add(seq)
      if (this.revisionOf(seq) !== revision) missing.push(seq)
      else if (columns.tags(seq) !== tags || STATUSES[columns.status(seq)] !== status || REVIEWS[columns.review(seq)] !== review) behind.push(seq)
    }
    return { missing, behind, extra: [...columns.alive].filter((seq) => !known.has(seq)) }
  }

  /**
   * Brings the index level with the library, a small batch at a time, while queries go on.
   * An index of another version is made anew beside this one, which answers until the new one takes its place.
   */
  catchUp(): Promise<void> {
    return (this.#working ??= this.#work(this.#store.outdated).finally(() => (this.#working = null)))
  }

  /** Makes the whole index anew, beside this one. */
  async rebuild(): Promise<void> {
    // Two who ask at once share one: neither may take the other's new index away.
    while (this.#working !== null) await this.#working
    this.#working = this.#work(true).finally(() => (this.#working = null))
    return this.#working
  }

  /** Joins the pieces in which words came in; it is done by itself when nothing has changed for a while. */
  tidied(): Promise<void> {
    return this.#tidying.now()
  }

  /** Resolves once the machine has the index in memory, as far as there is room; done by itself soon after opening. */
  readAhead(): Promise<void> {
    return this.#ahead.now()
  }

  /** Throws when the tables contradict themselves. Reads all of them: seconds, not milliseconds. */
  verify(): void {
    this.#store.verify()
  }

  close(): void {
    this.#closed = true
    this.#tidying.close()
    this.#ahead.close()
    this.#wordings?.close()
    this.#next?.store.close()
    this.#store.close()
  }

  #open(): Store {
    try {
      const store = openStore(this.#file)
      if (!store.unusable) return store
      store.close()
    } catch (error) {
      if (!isDamage(error) && !isForeign(error)) throw error
      this.#options.onDamaged?.()
    }
    removeFiles(this.#file)
    return openStore(this.#file)
  }

  #load(): SearchContext {
    try {
      this.#columns = this.#kept.take(this.#store)
    } catch (error) {
      if (!isDamage(error)) throw error
      this.#beginAnew()
    }
    const { library, practicesNamed = () => [], labels = () => [], differing = () => [], segmenter, thesaurus = () => NO_SYNONYMS, weights = WEIGHTS } = this.#options
    const [store, columns, texts] = [this.#store, this.#columns, new Texts(library.texts)]
    const own = new OwnLabels(columns.labelled, labels)
    this.#answers.forget()
    const wordings = this.#learn(columns)
    const { nearest = (...asked) => wordings?.nearest(...asked) ?? [] } = this.#options
    return { store, columns, texts, evaluator: new Evaluator(store, columns, texts, practicesNamed, own), orders: new Orders(columns), own, opinions: new Opinions(differing), segmenter, thesaurus, weights, nearest, meant: (letters, holds) => wordings?.meant(letters, holds) ?? [], hidden: this.#hidden, stories: () => storiesOf(library.stories()) }
  }

  /** Keeps the columns for the next start, unless those that are kept are nearly as good. */
  async #keep(): Promise<void> {
    const store = this.#store
    await this.#kept.keep(this.#columns, store, { pause: () => this.#pause(), isOver: () => this.#closed || this.#store !== store })
  }

  /** Words of another set of columns are learnt from the beginning. */
  #learn(columns: Columns): Wordings | null {
    this.#wordings?.close()
    const { words, onFailed } = this.#options
    this.#wordings = words ? new Wordings(columns, words, { pause: () => this.#pause(), holds: (folded) => this.#guard(() => this.#store.count(phraseOf(folded).match ?? '""', 1) > 0), onLearned: () => this.#answers.forget(), onFailed: (error) => onFailed?.(error) }) : null
    return this.#wordings
  }

  #changed(seqs: readonly number[]): void {
    if (this.#working !== null) for (const seq of seqs) this.#overtaken.add(seq)
    this.#answers.forget()
    this.#context.evaluator.forget()
    this.#context.texts.forget(seqs)
    this.#context.orders.changed(seqs)
    this.#wordings?.changed(seqs)
    this.#tidying.later()
  }

  /** Runs `action`; when search.db turns out to be damaged, begins it anew and runs it once more. */
  #guard<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      if (!isDamage(error)) throw error
      this.#beginAnew()
      this.#context = this.#load()
      this.catchUp().catch((failure: unknown) => this.#options.onFailed?.(failure))
      return action()
    }
  }

  #beginAnew(): void {
    this.#options.onDamaged?.()
    this.#store.close()
    removeFiles(this.#file)
    this.#store = openStore(this.#file)
    this.#columns = new Columns()
  }

  async #work(anew: boolean): Promise<void> {
    try {
      if (anew) await this.#makeNext()
      for (;;) {
        const { missing, behind, extra } = this.difference()
        if (this.#closed || (missing.length === 0 && behind.length === 0 && extra.length === 0)) break
        this.remove(extra)
        if (behind.length > 0) await this.#follow(behind)
        if (this.#closed) break
        const before = this.#columns.count
        const overtaken = await this.#feed(missing, (entries) => this.add(entries))
        if (overtaken === 0 && this.#columns.count === before && extra.length === 0 && behind.length === 0 && this.difference().missing.length === missing.length) break
      }
    } finally {
      // Also when it failed: nobody may wait for ever for an index that cannot follow.
      this.#report({ state: 'ready', done: this.#columns.count, total: this.#columns.count })
    }
  }

  async #makeNext(): Promise<void> {
    this.#next?.store.close()
    removeFiles(this.#nextFile)
    const next = (this.#next = { store: openStore(this.#nextFile), done: new Set<number>() })
    const seqs = Array.from(this.#options.library.revisions(), ({ seq }) => seq)
    await this.#feed(seqs.filter((seq) => !next.done.has(seq)), (entries) => {
      next.store.put(entries.filter(({ seq }) => !next.done.has(seq)))
      next.store.join(entries)
    })
    this.#next = null
    next.store.close()
    if (this.#closed) return
    this.#store.close()
    removeFiles(this.#file)
    renameSync(this.#nextFile, this.#file)
    this.#store = openStore(this.#file)
    this.#context = this.#load()
  }

  /** What others change between loading and putting is left out, for the copy at hand is older than theirs; answers with how many those were. */
  async #feed(seqs: readonly number[], put: (entries: readonly IndexEntry[]) => void): Promise<number> {
    let left = 0
    for (let at = 0; at < seqs.length && !this.#closed; at += BATCH) {
      this.#report({ state: 'building', done: at, total: seqs.length })
      this.#overtaken.clear()
      for (const entries of portions(this.#options.library.load(seqs.slice(at, at + BATCH)))) {
        const current = entries.filter(({ seq }) => !this.#overtaken.has(seq))
        left += entries.length - current.length
        put(current)
        await this.#pause()
        if (this.#closed) break
      }
    }
    return left
  }

  async #follow(behind: readonly number[]): Promise<void> {
    for (let at = 0; at < behind.length && !this.#closed; at += RETAGGED) {
      this.retag(this.#options.library.tagged(behind.slice(at, at + RETAGGED)))
      await this.#pause()
    }
  }

  #pause(): Promise<void> {
    return this.#options.pause?.() ?? new Promise((resume) => setImmediate(resume))
  }

  #report(state: IndexState): void {
    this.#state = state
    if (!this.#closed) this.#options.onState?.(state)
  }
}

function removeFiles(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) rmSync(name)
}
