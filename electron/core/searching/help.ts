/** What to say when nothing was found, or not what was meant: which part of the query nothing holds. */
import type { Bits } from './bits.ts'
import type { QueryNode } from './query.ts'

/** Parts of the query that no entry holds, as typed; `found` tells what holds a part. Of alternatives, only when none is held. */
export function failingParts(node: QueryNode | null, query: string, found: (node: QueryNode) => Bits): string[] {
  if (node === null || node.type === 'not') return []
  if (node.type === 'and') return distinct(node.nodes.flatMap((part) => failingParts(part, query, found)))
  if (found(node).size > 0) return []
  if (node.type === 'or') return distinct(node.nodes.flatMap((part) => failingParts(part, query, found)))
  return [query.slice(node.start, node.end).trim()]
}

/** Parts of an or that no entry holds, as typed, where others are held. `isWidened`: what else is looked for in its place. */
export function unheldAlternatives(node: QueryNode | null, query: string, found: (node: QueryNode) => Bits, isWidened: (part: string) => boolean): string[] {
  if (node === null || (node.type !== 'and' && node.type !== 'or')) return []
  const own = node.type === 'or' ? node.nodes.filter((part) => part.type !== 'not' && part.type !== 'and' && part.type !== 'or' && found(part).size === 0) : []
  const parts = own.map((part) => query.slice(part.start, part.end).trim()).filter((part) => !isWidened(part))
  return distinct([...parts, ...node.nodes.flatMap((part) => unheldAlternatives(part, query, found, isWidened))])
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)]
