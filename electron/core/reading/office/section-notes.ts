/** Notes stand at the end of the section that refers to them: in a collection each goes with its own article. */
import type { Headings } from './headings.ts'
import type { PaperBlock, PaperNote } from './paper.ts'
import { joined, linesOf, textOf } from './words.ts'

const CASE = /^[【[（(]?\s*(?:典型|优秀|创新|实践|经典|示范)?(?:案例|案件|事例|经验)\s*(?:之)?(?:[一二三四五六七八九十百零]{1,4}|\d{1,3})\s*(?:[】\])）:：、.．\s]|$)/u
const LONGEST_CASE = 80

export class SectionNotes {
  private readonly left: Map<string, PaperNote>
  private open: PaperNote[] = []
  private readonly headings: Headings
  /** The level of the outline whose headings begin sections. */
  private readonly first: number
  /** Something besides headings was written since the section began. */
  private filled = false

  constructor(notes: readonly PaperNote[], headings: Headings) {
    this.left = new Map(notes.map((note) => [note.label, note]))
    this.headings = headings
    this.first = [...headings.keys()].reduce((least, { level }) => Math.min(least, level ?? Infinity), Infinity)
  }

  /** Whether a section ends above this block. */
  endAt(block: PaperBlock): boolean {
    return this.filled && this.begins(block)
  }

  /** To be told of every block, in their order. */
  referredIn(block: PaperBlock): void {
    const isHead = block.kind === 'paragraph' && (this.headings.has(block) || this.begins(block))
    this.filled = isHead ? this.filled && !this.begins(block) : true
    for (const inline of linesOf([block]).flat()) {
      const note = typeof inline === 'string' ? undefined : this.left.get(inline.note ?? '')
      if (note === undefined) continue
      this.left.delete(note.label)
      this.open.push(note)
    }
  }

  /** The notes of the section that ends, each once. */
  pending(): readonly PaperNote[] {
    const found = this.open
    this.open = []
    return found
  }

  /** At the end of the text: also those that nothing referred to. */
  rest(): readonly PaperNote[] {
    return [...this.pending(), ...this.left.values()]
  }

  private begins(block: PaperBlock): boolean {
    if (block.kind !== 'paragraph') return false
    const heading = this.headings.get(block)
    if (heading !== undefined && (block.level === null || block.level === this.first)) return true
    const words = textOf(joined(block.lines)).trim()
    return words.length <= LONGEST_CASE && CASE.test(words)
  }
}
