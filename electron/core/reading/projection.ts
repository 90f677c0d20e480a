/**
 * Writes the text of a format that is not text itself, and its tree at the same time: every node knows where its words stand.
 * Readers call it in the order in which a person reads; it never changes a character of what it is given, but that breaks inside a line become blanks.
 */
import type { BlockContent, Blockquote, Data, DefinitionContent, FootnoteDefinition, FootnoteReference, Heading, Image, Link, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Strong, Table, TableCell, TableRow, Text } from 'mdast'
import type { Position } from 'unist'

/** A stretch of a line. `note` is the label of the footnote that it refers to, shown as `text`; `picture` the id of a picture, shown as `text`. */
export type Inline = string | Stretch
interface Stretch {
  readonly text: string
  readonly href?: string
  readonly strong?: boolean
  readonly note?: string
  readonly picture?: string
}

const BREAKS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

const isEmpty = (inlines: readonly Inline[]): boolean => inlines.every((inline) => (typeof inline === 'string' ? inline === '' : inline.text === '' && inline.picture === undefined))
type Placed<T> = T & { position: Position }
const oneLine = (text: string): string => text.replaceAll(BREAKS, ' ')

export class Projection {
  private readonly parts: string[] = []
  private readonly children: RootContent[] = []
  private at = 0

  /** Where the next block will begin, once it is written: for boundaries. */
  get next(): number {
    return this.at === 0 ? 0 : this.at + 2
  }

  paragraph(inlines: readonly Inline[], data?: Data): void {
    if (isEmpty(inlines)) return
    this.push(this.block((): Paragraph => ({ type: 'paragraph', children: this.inlines(inlines) })), data)
  }

  /** The next line of a paragraph that its format broke: one break before it instead of two. */
  line(inlines: readonly Inline[], data?: Data): void {
    if (isEmpty(inlines)) return
    this.push(this.block((): Paragraph => ({ type: 'paragraph', children: this.inlines(inlines) }), '\n'), data)
  }

  heading(depth: 1 | 2 | 3 | 4 | 5 | 6, inlines: readonly Inline[], data?: Data): void {
    if (isEmpty(inlines)) return
    this.push(this.block((): Heading => ({ type: 'heading', depth, children: this.inlines(inlines) })), data)
  }

  /** Items carry the number or mark that a person sees before them, if any, as part of their text. */
  list(items: readonly (readonly Inline[])[], data?: Data): void {
    if (items.length === 0) return
    const node = this.block((): List => ({
      type: 'list',
      children: items.map((item, index): ListItem => this.placed(index === 0 ? '' : '\n', (): ListItem => ({ type: 'listItem', children: [this.placed('', (): Paragraph => ({ type: 'paragraph', children: this.inlines(item) }))] }))),
    }))
    this.push(node, data)
  }

  quote(paragraphs: readonly (readonly Inline[])[], data?: Data): void {
    if (paragraphs.length === 0) return
    const children = (): (BlockContent | DefinitionContent)[] => paragraphs.map((one, index) => this.placed(index === 0 ? '' : '\n\n', (): Paragraph => ({ type: 'paragraph', children: this.inlines(one) })))
    this.push(this.block((): Blockquote => ({ type: 'blockquote', children: children() })), data)
  }

  /** Rows of cells; a cell that spans columns stands once, followed by empty ones. Cells are separated by a tab, rows by a break. */
  table(rows: readonly (readonly (readonly Inline[])[])[], data?: Data): void {
    if (rows.length === 0) return
    const node = this.block((): Table => ({
      type: 'table',
      children: rows.map((cells, y): TableRow => this.placed(y === 0 ? '' : '\n', (): TableRow => ({
        type: 'tableRow',
        children: cells.map((cell, x): TableCell => this.placed(x === 0 ? '' : '\t', (): TableCell => ({ type: 'tableCell', children: this.inlines(cell) }))),
      }))),
    }))
    this.push(node, data)
  }

  /** The text of a footnote, where it stands. `label` is what `Inline.note` names. */
  note(label: string, inlines: readonly Inline[], data?: Data): void {
    this.push(this.block((): FootnoteDefinition => ({ type: 'footnoteDefinition', identifier: label, label, children: [this.placed('', (): Paragraph => ({ type: 'paragraph', children: this.inlines(inlines) }))] })), data)
  }

  done(): { readonly text: string; readonly tree: Root } {
    const text = this.parts.join('')
    return { text, tree: { type: 'root', children: this.children, position: position(0, text.length) } }
  }

  private push(node: RootContent, data: Data | undefined): void {
    this.children.push(data === undefined ? node : { ...node, data })
  }

  private block<T extends object>(make: () => T, between = '\n\n'): Placed<T> {
    return this.placed(this.at === 0 ? '' : between, make)
  }

  private placed<T extends object>(before: string, make: () => T): Placed<T> {
    this.write(before)
    const start = this.at
    const node = make()
    return { ...node, position: position(start, this.at) }
  }

  private inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return inlines.flatMap((inline): PhrasingContent[] => {
      const { text, href, strong, note, picture }: Stretch = typeof inline === 'string' ? { text: inline } : inline
      if (text === '' && picture === undefined) return []
      const words = (): PhrasingContent => this.placed('', (): Text => ({ type: 'text', value: this.write(oneLine(text)) }))
      if (picture !== undefined) return [this.placed('', (): Image => ({ type: 'image', url: `casebook:picture/${picture}`, alt: this.write(oneLine(text)) }))]
      if (note !== undefined) return [this.placed('', (): FootnoteReference => this.referring(note, text))]
      if (href !== undefined) return [this.placed('', (): Link => ({ type: 'link', url: href, children: [words()] }))]
      return [strong === true ? this.placed('', (): Strong => ({ type: 'strong', children: [words()] })) : words()]
    })
  }

  private referring(note: string, text: string): FootnoteReference {
    this.write(oneLine(text))
    return { type: 'footnoteReference', identifier: note, label: note }
  }

  private write(text: string): string {
    this.parts.push(text)
    this.at += text.length
    return text
  }
}

/** Lines and columns mean nothing in a text that was never a file: everything stands in line 1. */
const position = (start: number, end: number): Position => ({ start: { line: 1, column: start + 1, offset: start }, end: { line: 1, column: end + 1, offset: end } })
