/** The notes that a text refers to, and what they are called. */
export interface Note {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  readonly label: string
}

/** Notes in the order in which the text refers to them. */
export class Notes {
  readonly found: Note[] = []
  private readonly known = new Map<string, Note>()
  private readonly labels = new Set<string>()
  private readonly counts = { footnote: 0, endnote: 0 }
  private readonly styleOf: (kind: Note['kind'], nth: number) => string

  constructor(styleOf: (kind: Note['kind'], nth: number) => string) {
    this.styleOf = styleOf
  }

  /** The label of the note `id`, which no other has; `mark` is one that the author wrote himself. */
  refer(kind: Note['kind'], id: string, mark: string | null): string {
    const known = this.known.get(`${kind} ${id}`)
    if (known !== undefined) return known.label
    const nth = ++this.counts[kind]
    const wanted = mark ?? this.styleOf(kind, nth)
    const label = [wanted, kind === 'endnote' ? `尾${wanted}` : `注${wanted}`, `${kind}${nth}`].find((one) => !this.labels.has(one)) ?? `${wanted}-${this.found.length}`
    const note = { kind, id, label }
    this.labels.add(label)
    this.known.set(`${kind} ${id}`, note)
    this.found.push(note)
    return label
  }
}
