/** Widening a query by what else its words are called (同义词). What was typed stays what is found first; see decision 0580. */
import { foldText } from '../language/fold.ts'
import type { Thesaurus } from '../language/synonyms.ts'
import { find } from './match.ts'
import type { Query, QueryChip, QueryNode, TextNode } from './query.ts'

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
  const top = node.type === 'and' ? node.nodes : [node]
  const chips: QueryChip[] = []
  let changed = false
  const widen = (part: QueryNode, into: QueryChip[]): QueryNode => {
    if (part.type === 'and' || part.type === 'or') return { ...part, nodes: part.nodes.map((inner) => widen(inner, into)) }
    if (part.type !== 'text') return part
    const others = alternativesOf(part)
    if (others.length === 0) return part
    changed = true
    const { start, end } = part
    into.push(synonymChip(part.typed, others, part))
    return { type: 'or', nodes: [part, ...tellingOf(part.text, others).map((other): TextNode => ({ ...part, typed: other, text: foldText(other) }))], start, end }
  }
  const nodes = top.map((part, i) => {
    const chip = query.chips[i]
    if (chip) chips.push(chip)
    return widen(part, chips)
  })
  if (!changed) return query
  const [only] = nodes
  return { ...query, node: node.type === 'and' || only === undefined ? { ...node, type: 'and', nodes } : only, chips }
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

export const synonymChip = (word: string, others: readonly string[], { start, end }: Pick<QueryChip, 'start' | 'end'>): QueryChip => ({ label: labelOf(others), kind: 'synonym', start, end, word, alternatives: [...others] })

const labelOf = (others: readonly string[]): string => {
  const label = others.join('、')
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
}
