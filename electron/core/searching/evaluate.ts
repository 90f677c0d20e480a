/** Which entries a query means: a set for every leaf, and set arithmetic above. */
import { foldText } from '../language/fold.ts'
import { Bits } from './bits.ts'
import { type Columns, KINDS, RIGHTS, STATUSES } from './columns.ts'
import type { EntryText } from './entry.ts'
import { type Needle, find } from './match.ts'
import type { OwnLabels } from './own-labels.ts'
import { phraseOf } from './phrase.ts'
import type { QueryNode, TextNode } from './query.ts'
import type { Field, Store } from './store.ts'
import type { Texts } from './texts.ts'

/** A phrase that the index knows only in part is verified in at most so many entries; beyond, the count is an estimate. */
const MOST_VERIFIED = 300
const MOST_KEPT = 200
const MOST_HELD = 1000

/** One phrase to look up. */
export type Leaf = Pick<TextNode, 'field' | 'text' | 'prefix'>

export class Evaluator {
  readonly #store: Store
  readonly #columns: Columns
  readonly #texts: Texts
  readonly #practicesNamed: (text: string) => readonly string[]
  readonly #own: OwnLabels
  readonly #kept = new Map<string, Bits>()
  /** Phrases of which not every hit was verified. */
  readonly #estimated = new Set<string>()
  readonly #held = new Map<string, boolean>()

  constructor(store: Store, columns: Columns, texts: Texts, practicesNamed: (text: string) => readonly string[], own: OwnLabels) {
    this.#store = store
    this.#columns = columns
    this.#texts = texts
    this.#practicesNamed = practicesNamed
    this.#own = own
  }

  /** Called whenever an entry changes. */
  forget(): void {
    this.#kept.clear()
    this.#estimated.clear()
    this.#held.clear()
  }

  evaluate(node: QueryNode | null): Bits {
    const columns = this.#columns
    if (node === null) return columns.alive
    switch (node.type) {
      case 'text':
        return this.leaf(node)
      case 'and':
        return this.#and(node.nodes)
      case 'or':
        return node.nodes.map((part) => this.evaluate(part)).reduce((all, part) => all.or(part), new Bits())
      case 'not':
        return columns.alive.without(this.evaluate(node.node))
      case 'choice': {
        const options: readonly string[] = { kind: KINDS, rights: RIGHTS, status: STATUSES }[node.field]
        const numberOf = { kind: columns.kind, rights: columns.rights, status: columns.status }[node.field].bind(columns)
        const wanted = options.indexOf(node.value)
        return columns.where((seq) => numberOf(seq) === wanted)
      }
      case 'named':
        return columns[node.field === 'brand' ? 'brands' : 'platforms'].where((name) => foldText(name).includes(node.text)).and(columns.alive)
      case 'practice':
        return columns.showing.any(this.#practicesNamed(node.text)).and(columns.alive)
      case 'label':
        return this.#own.named(node.text).and(columns.alive)
      case 'range':
        return columns.where((seq) => columns.date(seq) >= node.from && columns.date(seq) <= node.to)
      case 'side': {
        const names = { source: columns.sources, author: columns.authors, place: columns.places }[node.field]
        const numberOf = { source: columns.source, author: columns.author, place: columns.place }[node.field].bind(columns)
        const wanted = names.where((name) => foldText(name.replaceAll('/', '')).includes(node.text.replaceAll('/', '')))
        return columns.where((seq) => wanted.has(numberOf(seq)))
      }
    }
  }

  /** false when the number of entries found is an estimate. */
  isExact(node: QueryNode | null): boolean {
    if (node === null || this.#estimated.size === 0) return true
    if (node.type === 'text') return !this.#estimated.has(keyOf(node))
    if (node.type === 'not') return this.isExact(node.node)
    return node.type === 'and' || node.type === 'or' ? node.nodes.every((part) => this.isExact(part)) : true
  }

  leaf(leaf: Leaf): Bits {
    const key = keyOf(leaf)
    const known = this.#kept.get(key)
    if (known) return known
    return this.#keep(key, this.#lookUp(leaf))
  }

  /** Whether an entry holds the text. */
  holds(text: string): boolean {
    if ((this.#kept.get(keyOf({ field: 'text', text, prefix: false }))?.size ?? 0) > 0) return true
    const known = this.#held.get(text)
    if (known !== undefined) return known
    const { match } = phraseOf(text)
    const found = match !== null && this.#store.count(match, 1) > 0
    if (this.#held.size >= MOST_HELD) this.#held.clear()
    this.#held.set(text, found)
    return found
  }

  /** How many entries hold the text, and the number of the last of them; of more than `most`, the first so many. Where there are fewer, they are looked up only this once. */
  sample(text: string, most: number): { readonly count: number; readonly last: number } {
    const { match, partial, character } = phraseOf(text)
    if (match === null) return { count: 0, last: 0 }
    const seqs = this.#store.first(match, most)
    if (seqs.length < most && !partial && character === null) this.#keep(keyOf({ field: 'text', text, prefix: false }), Bits.from(seqs, this.#columns.highest))
    return { count: seqs.length, last: seqs.at(-1) ?? 0 }
  }

  #keep(key: string, found: Bits): Bits {
    if (this.#kept.size >= MOST_KEPT) for (const oldest of [...this.#kept.keys()].slice(0, MOST_KEPT / 4)) this.#kept.delete(oldest)
    this.#kept.set(key, found)
    return found
  }

  #lookUp({ field, text, prefix }: Leaf): Bits {
    const phrase = phraseOf(text, prefix)
    if (phrase.match === null) return new Bits()
    const seqs = phrase.character !== null && field === 'text' ? this.#store.holding(phrase.character) : this.#store.matching(field, phrase.match)
    if (!phrase.partial) return Bits.from(seqs, this.#columns.highest)
    if (seqs.length > MOST_VERIFIED) this.#estimated.add(keyOf({ field, text, prefix }))
    const sure = this.#texts.of([...seqs.subarray(0, MOST_VERIFIED)]).filter((entry) => holds(entry, field, { text, prefix }))
    return Bits.from(sure.map(({ seq }) => seq).concat([...seqs.subarray(MOST_VERIFIED)]), this.#columns.highest)
  }

  /** What takes away comes last, and nothing more is looked up once nothing is left. */
  #and(nodes: readonly QueryNode[]): Bits {
    const [first, ...rest] = [...nodes].sort((a, b) => Number(a.type === 'not') - Number(b.type === 'not'))
    let found = this.evaluate(first ?? null)
    for (const node of rest) {
      if (found.size === 0) return found
      found = node.type === 'not' ? found.without(this.evaluate(node.node)) : found.and(this.evaluate(node))
    }
    return found
  }
}

const keyOf = ({ field, prefix, text }: Leaf): string => `${field}${prefix ? '*' : ' '}${text}`

function holds(entry: EntryText, field: Field, needle: Needle): boolean {
  const within = (text: string): boolean => find(text, needle) >= 0
  if (field === 'keywords') return entry.keywords.some(within)
  const inTitle = (): boolean => within(entry.title) || entry.headings.some(within)
  if (field === 'title') return inTitle()
  return within(entry.body) || (field === 'text' && (inTitle() || entry.notes.some(within)))
}
