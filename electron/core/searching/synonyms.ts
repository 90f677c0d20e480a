/** Widening a query by what else its words are called (同义词). What was typed stays what is found first; see decision 0580. */
import { foldText } from '../language/fold.ts'
import type { Thesaurus } from '../language/synonyms.ts'
import { find } from './match.ts'
import { type QueryChip, besides } from './chips.ts'
import type { Query, QueryNode, TextNode } from './query.ts'

const LONGEST_LABEL = 40

/**
 * `query` with every bare word that has synonyms standing for those, too, and a chip for each such word; `query` itself where there is none.
 * Quoted phrases, prefixes, and what a 非 takes away mean exactly what they say; so do the words of `literal`.
 */
export function widened(query: Query, thesaurus: Thesaurus, literal: readonly string[]): Query {
  const { node } = query
  if (node === null) return query
  const exact = new Set(literal.map(foldText))
  const alternativesOf = (leaf: TextNode): readonly string[] => (leaf.quoted || leaf.prefix ? [] : alternatives(leaf.typed, thesaurus, exact))
  const chips: QueryChip[] = []
  const widen = (part: QueryNode): QueryNode => {
    if (part.type === 'and' || part.type === 'or') return { ...part, nodes: part.nodes.map(widen) }
    if (part.type !== 'text') return part
    const others = alternativesOf(part)
    if (others.length === 0) return part
    const { start, end } = part
    chips.push(synonymChip(part.typed, others, part))
    return { type: 'or', nodes: [part, ...tellingOf(part.text, others).map((other): TextNode => ({ ...part, typed: other, text: foldText(other) }))], start, end }
  }
  const wide = widen(node)
  return chips.length === 0 ? query : { ...query, node: wide, chips: besides(query.chips, chips) }
}

/** What stands for `typed` beside itself; none where all of it holds the word anyway, or where it is to be taken literally. */
export function alternatives(typed: string, thesaurus: Thesaurus, exact: ReadonlySet<string>): readonly string[] {
  const word = foldText(typed)
  if (exact.has(word)) return []
  const others = thesaurus.alternatives(word)
  return others.length > 0 && tellingOf(word, others).length > 0 ? others : []
}

/** Of a word and what stands for it, folded: a text that holds a longer one which holds a shorter one is found by the shorter. */
export function tellingOf(word: string, others: readonly string[]): string[] {
  const all = [word, ...others.map(foldText)]
  return all.slice(1).filter((other, i) => !all.some((one, k) => k !== i + 1 && find(other, { text: one, prefix: false }) >= 0))
}

export const synonymChip = (word: string, others: readonly string[], { start, end }: Pick<QueryChip, 'start' | 'end'>): QueryChip => ({ label: labelOf(others), kind: 'synonym', start, end, group: null, word, alternatives: [...others] })

const labelOf = (others: readonly string[]): string => {
  const label = others.join('、')
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
}
