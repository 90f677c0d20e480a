/** The articles of a 汇编, 案例集 or digest. */
import type { Boundary } from '../../../contract/reviewing.ts'
import { classOfBlock } from '../page/rule.ts'
import type { Block } from '../page/tree.ts'
import { isHeadline } from '../words/lines.ts'
import { caseNumber, familiesOf, withoutNumber, type Family } from './families.ts'
import type { Opening } from './opening.ts'
import { isCollection, weigh } from './weigh.ts'

export interface Piece extends Opening {
  readonly basis: Boundary['basis']
  /** Its title, and the lines that say it. */
  readonly title: string
  readonly titleAt: readonly number[]
  /** Headings over several articles that stand just above it. */
  readonly partAt: readonly number[]
}

export interface Collection {
  readonly confidence: number
  readonly pieces: readonly Piece[]
}

/** The surest way to divide these lines, or null when nothing looks like titles. */
export function findCollection(blocks: readonly Block[], entries: readonly string[], fileName: string): Collection | null {
  let best: Collection | null = null
  for (const family of familiesOf(blocks, entries)) {
    const front = blocks.slice(0, family.at[0]).map(({ text }) => text)
    const { confidence, reason } = weigh(blocks, family, isCollection(front, fileName))
    if (best === null || confidence > best.confidence) best = { confidence, pieces: piecesOf(blocks, family, confidence, reason) }
  }
  return best
}

function piecesOf(blocks: readonly Block[], { kind, at }: Family, confidence: number, reason: string): Piece[] {
  const titles = new Set(at)
  return at.map((index, order): Piece => {
    const above = order === 0 ? 0 : (at[order - 1] ?? 0) + 1
    const parts: number[] = []
    for (let part = index - 1; part >= above && isPart(blocks[part], blocks[index], order === 0); part--) parts.unshift(part)
    const named = withoutNumber(blocks[index]?.text ?? '')
    const next = blocks[index + 1]
    // 案例三 stands alone, its title below.
    const below = named === '' && next && !titles.has(index + 1) && isHeadline(next.text, 80) && ['text', 'list'].includes(classOfBlock(next)) ? next.text : null
    const title = below ?? (kind === 'case' || kind === 'numbered' ? named : (blocks[index]?.text ?? ''))
    return { at: parts[0] ?? index, confidence, reason, basis: kind === 'contents' ? 'contents' : 'heading', title, titleAt: below === null ? [index] : [index, index + 1], partAt: parts }
  })
}

/** A heading with nothing of its own between it and the title, and above it in rank: the name of a part. */
const isPart = (block: Block | undefined, title: Block | undefined, first: boolean): boolean =>
  !first && block !== undefined && title !== undefined && isHeadline(block.text, 40) && caseNumber(block.text) === null && ((block.kind === 'heading' && block.marked && (block.level ?? 6) < (title.level ?? 7)) || /^第[一二三四五六七八九十百\d]{1,4}[编章部篇辑]/u.test(block.text))
