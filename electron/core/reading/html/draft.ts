/** A page while it is decided which of its blocks are the article. */
import type { Block } from './blocks.ts'

export interface Draft {
  readonly blocks: readonly Block[]
  /** What the place of each block says it is, where it says so. */
  readonly places: readonly (string | null)[]
  readonly kept: boolean[]
  /** Why a block was taken out again. */
  readonly reasons: (string | null)[]
}
/** The first and the last block of the story itself. */
export interface Story {
  readonly first: number
  readonly last: number
}

export function drop({ kept, reasons }: Draft, index: number, reason: string): void {
  kept[index] = false
  reasons[index] = reason
}

/** Blocks that a person sees, that call themselves nothing else, and that are words rather than links. */
export const isOpen = ({ blocks, places }: Draft, index: number): boolean => {
  const block = blocks[index]
  return block !== undefined && !block.hidden && places[index] === null && block.linked * 2 <= block.text.length
}
