/** The visible page as lines a person reads, in their order: each block with its words, its place in the page, and how much of it is links. */
import type { Inline } from '../projection.ts'
import { isBlock, isHidden, isPreformatted, placesParts } from './elements.ts'
import { itemMarks } from './item-marks.ts'
import { wordsFrom, type Piece } from './pieces.ts'
import { layTable, type Cell } from './tables.ts'
import type { Element, Node } from './tree.ts'

export type BlockKind = 'paragraph' | 'line' | 'heading' | 'item' | 'quote' | 'table' | 'note'

export interface Block {
  readonly kind: BlockKind
  readonly inlines: readonly Inline[]
  /** Rows of a table, cells laid out; null for every other block. */
  readonly rows: readonly (readonly (readonly Inline[])[])[] | null
  /** 1–6 for headings, else 0. */
  readonly level: number
  /** Its words without marks, as a person reads them. */
  readonly text: string
  /** How many characters of it are links, and in how many of them. */
  readonly linked: number
  readonly links: number
  /** Pictures in it and before it that are not in the file. */
  readonly missing: number
  /** The elements it stands in, from the body inwards. */
  readonly path: readonly Element[]
  /** What it belongs to: the list, the quotation; blocks of one group that follow each other are written together. */
  readonly group: Element | null
  readonly hidden: boolean
  /** The label of the footnote whose text it is. */
  readonly note: string | null
}

/** What a page refers to outside itself: how its pictures and notes are found. */
export interface Surroundings {
  /** The picture that lies at an address, by its id; null where there are no bytes for it. */
  readonly picture: (source: string) => string | null
  /** An address as a link may carry it; null for one that leads nowhere safe. */
  readonly link: (href: string) => string | null
  /** Labels of notes by the anchor that a reference names. */
  readonly noteAt: (element: Element) => string | null
  readonly refersTo: (element: Element) => string | null
}

interface Within {
  readonly path: readonly Element[]
  readonly href: string | null
  readonly linked: boolean
  readonly strong: boolean
  readonly hidden: boolean
  readonly kept: boolean
  readonly heading: number
  readonly quote: Element | null
  readonly list: Element | null
  readonly note: string | null
}

export function blocksOf(body: Element, around: Surroundings): readonly Block[] {
  const walk = new Walk(around)
  walk.into(body, { path: [], href: null, linked: false, strong: false, hidden: false, kept: false, heading: 0, quote: null, list: null, note: null })
  return walk.done()
}

class Walk {
  private readonly blocks: Block[] = []
  private pieces: Piece[] = []
  private mark = ''
  private broken = false
  private missing = 0
  private readonly around: Surroundings

  constructor(around: Surroundings) {
    this.around = around
  }

  done(): readonly Block[] {
    return this.blocks
  }

  into(element: Element, outer: Within): void {
    const within = this.within(element, outer)
    const block = isBlock(element)
    if (block) this.flush(outer)
    const marks = element.name === 'ol' ? itemMarks(element) : null
    const table = element.name === 'table' ? this.table(element, within) : false
    if (!table) for (const child of element.children) this.child(child, within, marks)
    if (block) this.flush(within)
  }

  private child(child: Node, within: Within, marks: ReadonlyMap<Element, string> | null): void {
    if (typeof child === 'string') {
      this.words(child, within)
      return
    }
    switch (child.name) {
      case 'br':
        this.break(within)
        return
      case 'hr':
        this.flush(within)
        return
      case 'img':
      case 'image':
        this.image(child, within)
        return
      case 'li':
        this.flush(within)
        this.mark = marks?.get(child) ?? ''
        this.into(child, within)
        this.mark = ''
        return
      default: {
        const note = this.around.refersTo(child)
        if (note === null) this.into(child, within)
        else this.pieces.push({ text: textOf(child).trim(), note })
      }
    }
  }

  private words(text: string, within: Within): void {
    if (!within.kept) {
      this.pieces.push({ text, ...this.dress(within) })
      return
    }
    text.split(/\r\n|[\r\n]/).forEach((line, index) => {
      if (index > 0) this.break(within)
      if (line !== '') this.pieces.push({ text: line, ...this.dress(within) })
    })
  }

  private within(element: Element, outer: Within): Within {
    const level = /^h([1-6])$/.exec(element.name)?.[1]
    const href = element.name === 'a' ? this.around.link(element.attributes['href'] ?? '') : null
    return {
      path: isBlock(element) || element.name === 'body' ? [...outer.path, element] : outer.path,
      href: href ?? outer.href,
      linked: outer.linked || (element.name === 'a' && element.attributes['href'] !== undefined && !/^#./.test(element.attributes['href'].trim())),
      strong: outer.strong || element.name === 'b' || element.name === 'strong',
      hidden: outer.hidden || isHidden(element),
      kept: outer.kept || isPreformatted(element),
      heading: level === undefined ? outer.heading : Number(level),
      quote: element.name === 'blockquote' ? (outer.quote ?? element) : outer.quote,
      list: element.name === 'ul' || element.name === 'ol' ? (outer.list ?? (placesParts(element) ? null : element)) : outer.list,
      note: this.around.noteAt(element) ?? outer.note,
    }
  }

  private dress({ href, linked, strong, kept }: Within): Omit<Piece, 'text'> {
    return { ...(href === null ? {} : { href }), ...(linked ? { linked } : {}), ...(strong ? { strong } : {}), ...(kept ? { kept } : {}) }
  }

  /** Two breaks in a row end a paragraph, one ends a line. */
  private break(within: Within): void {
    const wrote = this.flush(within)
    this.broken = wrote
  }

  private image({ attributes }: Element, within: Within): void {
    const source = [attributes['data-src'], attributes['data-original'], attributes['src']].find((one) => one !== undefined && one.trim() !== '')?.trim() ?? ''
    const text = FILE_NAME.test(attributes['alt'] ?? '') ? '' : (attributes['alt'] ?? '').trim()
    const picture = this.around.picture(attributes['src']?.trim() ?? '') ?? this.around.picture(source)
    if (picture !== null) this.pieces.push({ text, picture })
    else if (/^(?:https?:|\/|\.)|\.(?:png|jpe?g|webp)\b/i.test(source)) this.missing++
    if (picture === null && text !== '') this.pieces.push({ ...this.dress(within), text, ...hrefOf(this.around.link(source) ?? within.href) })
  }

  private table(element: Element, within: Within): boolean {
    const laid = layTable(element)
    if (laid === null) return false
    for (const caption of laid.captions) {
      this.into(caption, within)
      this.flush(within)
    }
    const rows = laid.rows.map((row) => row.map((cell) => this.cell(cell, within)))
    const cells = rows.flat()
    if (cells.every(({ inlines }) => inlines.length === 0)) return true
    this.blocks.push({
      ...this.place(within),
      kind: 'table',
      inlines: [],
      rows: rows.map((row) => row.map(({ inlines }) => inlines)),
      level: 0,
      text: rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
      linked: cells.reduce((sum, { linked }) => sum + linked, 0),
      links: cells.reduce((sum, { links }) => sum + links, 0),
      missing: this.takeMissing(),
    })
    return true
  }

  /** The words of a cell in one line. */
  private cell(cell: Cell, within: Within): ReturnType<typeof wordsFrom> {
    if (cell === null) return wordsFrom([])
    const inner = new Walk(this.around)
    inner.into(cell, { ...within, list: null, quote: null, heading: 0 })
    const lines = inner.done()
    const words = wordsFrom(lines.flatMap(({ inlines, rows }, index): Piece[] => [...(index === 0 ? [] : [{ text: ' ' }]), ...(rows === null ? inlines : rows.flatMap((row) => row.flatMap((one) => [...one, ' ']))).map(asPiece)]))
    return { ...words, linked: lines.reduce((sum, { linked }) => sum + linked, 0), links: lines.reduce((sum, { links }) => sum + links, 0) }
  }

  private place({ path, quote, list, hidden, note }: Within): Pick<Block, 'path' | 'group' | 'hidden' | 'note'> {
    return { path, group: list ?? quote, hidden, note }
  }

  private takeMissing(): number {
    const missing = this.missing
    this.missing = 0
    return missing
  }

  /** Ends the line that is being gathered; whether there was one. */
  private flush(within: Within): boolean {
    if (this.pieces.length === 0) {
      this.broken = false
      return false
    }
    const words = wordsFrom(this.mark === '' ? this.pieces : [{ text: this.mark, kept: true }, ...this.pieces])
    const empty = words.text.trim() === '' || words.text === this.mark.trim()
    this.pieces = []
    if (empty && !words.pictured) {
      this.broken = false
      return false
    }
    this.mark = ''
    const kind = within.note !== null ? 'note' : within.heading > 0 ? 'heading' : within.list !== null ? 'item' : within.quote !== null ? 'quote' : this.broken ? 'line' : 'paragraph'
    this.broken = false
    this.blocks.push({ ...this.place(within), kind, inlines: words.inlines, rows: null, level: kind === 'heading' ? within.heading : 0, text: words.text, linked: words.linked, links: words.links, missing: this.takeMissing() })
    return true
  }
}

/** What programs write for a picture that nobody described. */
const FILE_NAME = /^\s*[^\s，。；：]*\.(?:jpe?g|png|gif|bmp|webp)\s*$|^\s*(?:image|img|图片|picture|undefined|null)\s*$/i

const hrefOf = (href: string | null): { readonly href?: string } => (href === null ? {} : { href })
const asPiece = (inline: Inline): Piece => (typeof inline === 'string' ? { text: inline.replaceAll('\t', ' '), kept: true } : { ...inline, text: inline.text.replaceAll('\t', ' '), kept: true })

/** All the words of an element, as they stand in the page. */
export function textOf(node: Node): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}
