/** The order of relevance: the index ranks, the texts of the best are looked at and put in their final order. */
import { Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import type { Evaluator } from './evaluate.ts'
import { Ordered } from './ordered.ts'
import { phraseOf } from './phrase.ts'
import type { QueryNode, TextNode } from './query.ts'
import { type Term, type Weights, inverseFrequency, scoreOf, sumOf } from './score.ts'
import type { Store } from './store.ts'
import type { Texts } from './texts.ts'

/** So many are put in order by their texts. */
const HEAD = 40
const A_FEW_MORE = 2 * HEAD
const EVERY = 0x7fffffff
/** FTS5 ranks every hit before it sorts: above so many hits, the best titles and the newest entries are looked at instead (paper §3.4). */
const MOST_RANKED = 4000

export interface RankContext {
  readonly store: Store
  readonly columns: Columns
  readonly texts: Texts
  readonly evaluator: Evaluator
  readonly weights: Weights
}

/** The phrases that a hit may be marked by and ranked by: those not taken away by a 非. */
export function positiveLeaves(node: QueryNode | null): TextNode[] {
  if (node === null) return []
  if (node.type === 'text') return [node]
  return node.type === 'and' || node.type === 'or' ? node.nodes.flatMap(positiveLeaves) : []
}

export function termsOf(leaves: readonly TextNode[], { evaluator, columns }: RankContext): Term[] {
  const says = leaves.map((leaf) => inverseFrequency(evaluator.leaf(leaf).size, columns.count))
  const sum = says.reduce((all, value) => all + value, 0)
  return leaves.map(({ text, prefix, field }, i) => ({ text, prefix, field, weight: sum === 0 ? 1 / leaves.length : (says[i] ?? 0) / sum, spare: false }))
}

/** All of `entries`, best first; `node` is what found them. */
export function byRelevance(entries: Bits, node: QueryNode | null, terms: readonly Term[], typed: string | null, context: RankContext): Ordered {
  const { head, next, rest } = candidatesOf(entries, node, context)
  return new Ordered(rerank(head, terms, typed, context).concat(next), head.length + next.length === entries.size ? null : rest)
}

interface Candidates {
  readonly head: readonly number[]
  /** What follows it, as far as that is known already: pages of a list are longer than the head. */
  readonly next: readonly number[]
  /** All the others, in their order. */
  readonly rest: () => readonly number[]
}

function candidatesOf(entries: Bits, node: QueryNode | null, context: RankContext): Candidates {
  const newest = (head: readonly number[]): Candidates => {
    const others = entries.without(Bits.from(head))
    const next = others.highest(A_FEW_MORE)
    return { head, next, rest: () => newestFirst(others.without(Bits.from(next))) }
  }
  if (entries.size <= HEAD) return newest([...entries])
  const match = node && rankable(node, context)
  return match && match.most <= MOST_RANKED ? ranked(entries, match.expression, context) : newest(promising(entries, positiveLeaves(node), context))
}

/** Sorts by the texts themselves; of entries that score the same the later dated stands first, then the later imported. */
export function rerank(seqs: readonly number[], terms: readonly Term[], typed: string | null, { texts, columns, weights }: RankContext): number[] {
  return texts
    .of(seqs)
    .map((entry) => ({ seq: entry.seq, score: sumOf(scoreOf(entry, terms, typed, columns.year(entry.seq), weights)) }))
    .sort((a, b) => b.score - a.score || columns.date(b.seq) - columns.date(a.seq) || b.seq - a.seq)
    .map(({ seq }) => seq)
}

/** By bm25; entries that only a filter or a negation brought in follow. The index is asked for a few more than the head needs, since filters take some away, and for all only when somebody pages so far. */
function ranked(entries: Bits, match: string, { store }: RankContext): Candidates {
  const among = (seqs: readonly number[]): number[] => seqs.filter((seq) => entries.has(seq))
  const first = store.ranked(match, A_FEW_MORE)
  const few = among(first)
  const isAll = first.length < A_FEW_MORE
  const best = isAll || few.length >= HEAD ? few : among(store.ranked(match, EVERY))
  return {
    head: best.slice(0, HEAD),
    next: best.slice(HEAD),
    rest: () => {
      const all = isAll ? few : among(store.ranked(match, EVERY))
      return [...all.slice(best.length), ...newestFirst(entries.without(Bits.from(all)))]
    },
  }
}

interface Rankable {
  readonly expression: string
  /** It is found in no more entries than this. */
  readonly most: number
}

/**
 * One expression of all the phrases, joined as they are in the query, so that hardly more is ranked than is found.
 * null where the index cannot rank: a single character stands for thousands of tokens, and the keywords have a table of their own.
 */
function rankable(node: QueryNode, context: RankContext): Rankable | null {
  switch (node.type) {
    case 'text': {
      const { match, character } = phraseOf(node.text, node.prefix)
      if (match === null || character !== null || node.field === 'keywords') return null
      return { expression: node.field === 'text' ? match : `${node.field === 'title' ? 't' : 'b'} : ${match}`, most: context.evaluator.leaf(node).size }
    }
    case 'and': {
      const parts = node.nodes.map((part) => rankable(part, context)).filter((part) => part !== null)
      return parts.length === 0 ? null : { expression: `(${parts.map(({ expression }) => expression).join(' AND ')})`, most: Math.min(...parts.map(({ most }) => most)) }
    }
    case 'or': {
      const parts = node.nodes.map((part) => rankable(part, context)).filter((part) => part !== null)
      return parts.length < node.nodes.length ? null : { expression: `(${parts.map(({ expression }) => expression).join(' OR ')})`, most: parts.reduce((sum, { most }) => sum + most, 0) }
    }
    default:
      return null
  }
}

/** The best and newest titles, then the newest entries. */
function promising(entries: Bits, leaves: readonly TextNode[], { store }: RankContext): number[] {
  const titles = new Bits()
  for (const { text, prefix, field } of leaves) {
    const { match } = phraseOf(text, prefix)
    if (match !== null && (field === 'text' || field === 'title')) for (const seq of store.matching('title', match)) if (entries.has(seq)) titles.add(seq)
  }
  return [...new Set([...titles.highest(HEAD / 2), ...entries.highest(HEAD)])].slice(0, HEAD)
}

const newestFirst = (entries: Bits): number[] => [...entries.toArray()].reverse()
