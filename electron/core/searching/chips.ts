/** What was understood of a query, as chips that can be taken away one by one. */
import type { z } from 'zod'
import type { QueryChip as Chip } from '../../contract/searching.ts'
import type { TextField } from './fields.ts'
import type { QueryNode } from './query.ts'

export type QueryChip = z.infer<typeof Chip>

const LONGEST_LABEL = 40
const shorten = (text: string): string => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL).replace(/[\ud800-\udbff]$/, '')}…` : text)

/**
 * One chip for each part that can be taken away by itself; the parts of a group follow its own chip.
 * A chip takes the operator that joins it along: with a blank in its place the rest means what it meant.
 */
export function chipsOf(node: QueryNode | null): QueryChip[] {
  const chips: QueryChip[] = []
  const put = (parts: readonly QueryNode[], group: number | null): void => {
    for (const [i, part] of parts.entries()) {
      const [before, next] = [parts[i - 1], parts[i + 1]]
      chips.push({ label: shorten(labelOf(part)), kind: kindOf(part), start: before ? before.end : part.start, end: !before && next ? next.start : part.end, group, word: null, alternatives: [] })
      put(partsOf(part), chips.length - 1)
    }
  }
  if (node !== null) put(node.type === 'and' ? node.nodes : [node], null)
  return chips
}

/** `chips` with each of `added` right behind the chip of the words it speaks of, in the same group. */
export function besides(chips: readonly QueryChip[], added: readonly QueryChip[]): QueryChip[] {
  const behind = added.map(({ start, end }) => chips.findLastIndex((chip) => chip.start <= start && chip.end >= end))
  const moved = (index: number): number => index + behind.filter((at) => at >= 0 && at < index).length
  return chips.flatMap((chip, i) => {
    const group = chip.group === null ? null : moved(chip.group)
    return [{ ...chip, group }, ...added.filter((_, n) => behind[n] === i).map((one) => ({ ...one, group }))]
  })
}

/** The parts of a group, also of one that is negated. */
function partsOf(node: QueryNode): readonly QueryNode[] {
  if (node.type === 'not') return partsOf(node.node)
  return node.type === 'and' || node.type === 'or' ? node.nodes : []
}

function labelOf(node: QueryNode): string {
  switch (node.type) {
    case 'text':
      return `${node.field === 'text' ? '' : `${fieldLabel(node.field)}：`}${node.quoted ? `“${node.typed}”` : node.typed}${node.prefix ? '…' : ''}`
    case 'side':
    case 'range':
    case 'choice':
    case 'named':
    case 'practice':
    case 'label':
      return node.label
    case 'not':
      return isGroup(node.node) ? `非（${labelOf(node.node)}）` : `非 ${labelOf(node.node)}`
    case 'and':
      return node.nodes.map((part) => (part.type === 'or' ? `（${labelOf(part)}）` : labelOf(part))).join(' ')
    case 'or':
      return node.nodes.map(labelOf).join(' 或 ')
  }
}

const isGroup = ({ type }: QueryNode): boolean => type === 'and' || type === 'or'

const fieldLabel = (field: Exclude<TextField, 'text'>): string => ({ title: '标题', body: '正文', keywords: '关键词' })[field]

function kindOf(node: QueryNode): QueryChip['kind'] {
  if (node.type === 'not' || node.type === 'or') return node.type
  if (node.type !== 'text') return node.type === 'and' ? 'words' : 'field'
  if (node.field !== 'text') return 'field'
  return node.prefix ? 'prefix' : node.quoted ? 'phrase' : 'words'
}
