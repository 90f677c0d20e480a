/** The places where words of an RTF file gather, one inside the other: the main text, a note, a head, a box. */
import { Lines } from '../office/lines.ts'
import type { PaperBlock } from '../office/paper.ts'
import { Tables } from '../office/rows.ts'
import { headingOf, roleOf } from '../office/style-names.ts'
import { isBlank } from '../office/words.ts'
import type { ParagraphState } from './state.ts'

interface Story {
  readonly tables: Tables
  lines: Lines
  /** The number that stands before the paragraph. */
  label: string
  /** What stands in boxes that hang on the paragraph. */
  boxes: PaperBlock[]
}
interface Style extends Pick<ParagraphState, 'level' | 'centred' | 'indented'> {
  readonly name: string
}
const newStory = (): Story => ({ tables: new Tables(), lines: new Lines(), label: '', boxes: [] })
const MOST = 16

export class Stories {
  /** The one that words go to. */
  last: Story = newStory()
  private readonly outer: Story[] = []
  private readonly styles = new Map<number, Style>()

  /** false when too many stand inside each other. */
  begin(): boolean {
    if (this.outer.length >= MOST) return false
    this.outer.push(this.last)
    this.last = newStory()
    return true
  }

  end(): readonly PaperBlock[] {
    this.endBoxes()
    const blocks = this.last.tables.done()
    this.last = this.outer.pop() ?? newStory()
    return blocks
  }

  style({ style, level, centred, indented }: ParagraphState, words: string): void {
    this.styles.set(style, { name: words.replace(/;.*$/su, '').trim(), level, centred, indented })
  }

  /** `depth` says in how many tables it stands, where its state does not. */
  endParagraph(state: ParagraphState, contents: boolean, depth = state.inTable ? Math.max(1, state.depth) : 0): void {
    const style = this.styles.get(state.style)
    const { lines, label, tables } = this.last
    this.last.lines = new Lines()
    this.last.label = ''
    if (lines.lines.every(isBlank)) return this.endBoxes()
    tables.to(depth)
    tables.add({
      kind: 'paragraph',
      lines: lines.lines,
      label,
      listed: state.listed || label !== '',
      level: state.level === undefined ? (style?.level ?? headingOf(style?.name ?? '')) : state.level,
      role: contents ? 'contents' : roleOf(style?.name ?? ''),
      look: { centred: state.centred ?? style?.centred ?? false, indented: state.indented ?? style?.indented ?? false, ...lines.look() },
    })
    this.endBoxes()
  }

  private endBoxes(): void {
    for (const block of this.last.boxes) this.last.tables.add(block)
    this.last.boxes = []
  }
}
