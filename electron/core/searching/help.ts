/** What to say when nothing was found: which part of the query nothing holds. */
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

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)]
