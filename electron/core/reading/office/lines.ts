/** Collects the stretches of one paragraph, in the lines the document breaks it into, and how most of it looks. */
import type { Inline, Look } from './paper.ts'

export interface StretchLook {
  readonly href?: string | undefined
  readonly bold?: boolean | undefined
  readonly size?: number | undefined
  readonly face?: string | undefined
}
type Stretch = Exclude<Inline, string>

export class Lines {
  readonly lines: Inline[][] = [[]]
  private readonly sizes = new Map<number, number>()
  private readonly faces = new Map<string, number>()
  private bold = 0
  private length = 0

  text(text: string, { href, bold, size, face }: StretchLook = {}): void {
    if (text === '') return
    const words = text.trim().length
    this.length += words
    if (bold === true) this.bold += words
    if (size !== undefined) this.sizes.set(size, (this.sizes.get(size) ?? 0) + words)
    if (face !== undefined) this.faces.set(face, (this.faces.get(face) ?? 0) + words)
    const line = this.line()
    const last = line.at(-1)
    const stretch: Stretch = { text, ...(href !== undefined && { href }), ...(bold === true && { strong: true }) }
    if (typeof last === 'object' && alike(last, stretch)) line[line.length - 1] = { ...last, text: last.text + text }
    else line.push(stretch)
  }

  note(label: string, shown: string): void {
    this.line().push({ text: shown, note: label })
  }

  picture(id: string, words: string): void {
    this.line().push({ text: words, picture: id })
  }

  break(): void {
    this.lines.push([])
  }

  get empty(): boolean {
    return this.lines.every((line) => line.length === 0)
  }

  /** The look most characters have; half of them bold is bold. */
  look(): Pick<Look, 'size' | 'bold' | 'face'> {
    return { size: most(this.sizes) ?? null, bold: this.length > 0 && this.bold * 2 > this.length, face: most(this.faces) ?? '' }
  }

  private line(): Inline[] {
    const last = this.lines.at(-1)
    if (last !== undefined) return last
    const first: Inline[] = []
    this.lines.push(first)
    return first
  }
}

const alike = (a: Stretch, b: Stretch): boolean => a.note === undefined && a.picture === undefined && a.href === b.href && a.strong === b.strong
const most = <T>(counts: ReadonlyMap<T, number>): T | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
