/** A story of a Word 97–2003 document: a range of its characters as paragraphs and tables. */
import type { Counts } from '../office/counts.ts'
import { Fields } from '../office/fields.ts'
import { Lines } from '../office/lines.ts'
import type { Numbering } from '../office/lists.ts'
import type { Notes } from '../office/notes.ts'
import type { PaperBlock } from '../office/paper.ts'
import type { Album } from '../office/pictures.ts'
import { shown } from '../office/symbols.ts'
import { isBlank, marked } from '../office/words.ts'
import type { Drawings } from './drawings.ts'
import type { Format, Formats } from './formats.ts'
import { type ParagraphLook, type RunLook, styleIn, type Styles, withParagraph, withRun } from './looks.ts'
import { SPRM } from './sprms.ts'
import { type RowShape, Tables } from '../office/rows.ts'

export interface Setting {
  readonly characters: string
  readonly runs: Formats
  readonly paragraphs: Formats
  readonly styles: Styles
  readonly faces: readonly string[]
  readonly numbering: Numbering
  readonly notes: Notes
  readonly album: Album
  readonly counts: Counts
  readonly drawings: Drawings
  /** By the position of their marks in the text. */
  readonly references: ReadonlyMap<number, { readonly kind: 'footnote' | 'endnote'; readonly id: string }>
  /** The shape whose anchor stands at a position, and the range of its box of text. */
  readonly shapes: ReadonlyMap<number, number>
  readonly boxes: ReadonlyMap<number, { readonly start: number; readonly end: number }>
}

const MARKS = /[\r\u0007\f]/g
const CELL_END = '\u0007'
const SIGNS = /[\0-\u001F]/
const MOST_NESTED = 4

export function readStory(setting: Setting, start: number, end: number, nested = 0): readonly PaperBlock[] {
  const tables = new Tables()
  const fields = new Fields()
  const stop = Math.min(end, setting.characters.length)
  for (let at = start; at < stop; ) {
    const last = endOfParagraph(setting, at, stop)
    const boxes = paragraph(setting, tables, fields, at, last)
    for (const box of nested < MOST_NESTED ? boxes : []) for (const block of readStory(setting, box.start, box.end, nested + 1)) tables.add(block)
    at = last + 1
  }
  return tables.done()
}

/** A page break inside a paragraph has the mark of a section's end, but does not end the paragraph's look. */
function endOfParagraph({ characters, paragraphs }: Setting, start: number, stop: number): number {
  MARKS.lastIndex = start
  for (let found = MARKS.exec(characters); found !== null && found.index < stop; found = MARKS.exec(characters)) {
    if (found[0] !== '\f' || paragraphs.until(found.index).end <= found.index + 1) return found.index
  }
  return stop
}

function paragraph(setting: Setting, tables: Tables, fields: Fields, start: number, end: number): readonly { readonly start: number; readonly end: number }[] {
  const format = setting.paragraphs.at(Math.min(end, setting.characters.length - 1))
  const style = setting.styles.paragraph(format?.style ?? 0)
  const look = format === null ? style.paragraph : withParagraph(style.paragraph, format.bytes, format.sprms)
  const mark = setting.characters[end]
  tables.to(mark === CELL_END ? Math.max(1, look.depth) : look.depth)
  const inContents = fields.inContents
  const writer = new Writer(setting, fields, style.run)
  writer.write(start, end)
  if (look.rowEnd && (mark === CELL_END || look.depth > 1)) {
    tables.endRow(rowShape(format))
    return writer.boxes
  }
  const { lines } = writer.lines
  const words = lines.some((line) => !isBlank(line))
  if (words) tables.add(made(setting, look, writer.lines, inContents || (fields.inContents && look.role === 'contents')))
  if (mark === CELL_END || look.cellEnd) tables.endCell()
  return writer.boxes
}

function made({ numbering }: Setting, look: ParagraphLook, lines: Lines, contents: boolean): PaperBlock {
  const listed = look.list > 0
  return {
    kind: 'paragraph',
    lines: lines.lines,
    label: listed ? numbering.next(String(look.list), look.listLevel) : '',
    listed,
    level: look.level,
    role: contents ? 'contents' : look.role,
    look: { centred: look.centred, indented: look.indented, ...lines.look() },
  }
}

/** [MS-DOC] 2.9.321: how many cells, their edges, and 20 bytes on each. */
function rowShape(format: Format | null): RowShape | null {
  const sprm = format?.sprms.findLast(({ code }) => code === SPRM.row)
  if (format === null || sprm === undefined || sprm.length < 1) return null
  const { bytes } = format
  const cells = Math.min(bytes.u8(sprm.at), Math.floor((sprm.length - 3) / 2))
  const kinds = sprm.at + 1 + (cells + 1) * 2
  return {
    edges: Array.from({ length: cells + 1 }, (_, i) => bytes.i16(sprm.at + 1 + i * 2)),
    goesOn: Array.from({ length: cells }, (_, i) => {
      if (kinds + i * 20 + 2 > sprm.at + sprm.length) return false
      const kind = bytes.u16(kinds + i * 20)
      return (kind & 0x02) !== 0 || ((kind & 0x20) !== 0 && (kind & 0x40) === 0)
    }),
  }
}

/** Writes the characters of one paragraph, run by run. */
class Writer {
  readonly lines = new Lines()
  readonly boxes: { readonly start: number; readonly end: number }[] = []
  private readonly setting: Setting
  private readonly fields: Fields
  private readonly base: RunLook

  constructor(setting: Setting, fields: Fields, base: RunLook) {
    this.setting = setting
    this.fields = fields
    this.base = base
  }

  write(start: number, end: number): void {
    for (let at = start; at < end; ) {
      const run = this.setting.runs.until(at)
      const stop = Math.min(end, run.end)
      this.run(at, stop, this.lookOf(run.format))
      at = stop
    }
  }

  private lookOf(format: Format | null): RunLook {
    if (format === null || format.sprms.length === 0) return this.base
    const named = styleIn(format.bytes, format.sprms)
    const styled = named === null ? this.base : this.setting.styles.run(named, this.base)
    return withRun(styled, format.bytes, format.sprms)
  }

  private run(start: number, end: number, look: RunLook): void {
    const { characters, counts } = this.setting
    const text = characters.slice(start, end)
    if (look.deleted || look.hidden) {
      if (/[^\0-\u001F\s]/.test(text) && !this.fields.inCode) look.deleted ? counts.deleted++ : counts.hidden++
      // A field that is hidden is still a field: XE and TC are.
      for (const [i, sign] of [...text].entries()) if (/[\u0013-\u0015]/.test(sign)) this.sign(sign, start + i, look)
      else this.fields.code(sign)
      return
    }
    if (look.special && text === '(') return this.text(shown(look.symbol, look.symbolFace === null ? '' : (this.setting.faces[look.symbolFace] ?? '')), look)
    let at = 0
    for (const part of text.split(/([\0-\u001F])/)) {
      if (SIGNS.test(part)) this.sign(part, start + at, look)
      else this.text(part, look)
      at += part.length
    }
  }

  private text(text: string, { bold, size, face }: RunLook): void {
    if (text === '') return
    if (this.fields.inCode) return this.fields.code(text)
    this.fields.used()
    this.lines.text(shown(text, ''), { bold, size: size ?? undefined, face: face === null ? undefined : this.setting.faces[face], href: this.fields.address })
  }

  private sign(sign: string, at: number, look: RunLook): void {
    switch (sign) {
      case '\u0013':
        return this.fields.begin()
      case '\u0014':
        return this.fields.separate()
      case '\u0015':
        return this.text(this.fields.end(), look)
      case '\t':
        return this.text('\t', look)
      case '\u000B':
      case '\f':
      case '\u000E':
        return this.fields.inCode ? undefined : this.lines.break()
      case '\u001E':
        return this.text('-', look)
      case '\u0001':
        return this.picture(look.picture)
      case '\u0002':
        return this.note(at)
      case '\u0005':
        this.setting.counts.comments++
        return
      case '\u0008':
        return this.shape(at)
      default:
    }
  }

  private note(at: number): void {
    const reference = this.setting.references.get(at)
    if (reference === undefined) return
    const label = this.setting.notes.refer(reference.kind, reference.id, null)
    this.lines.note(label, marked(label))
  }

  private picture(at: number | null): void {
    if (at === null || this.fields.inCode) return
    this.keep(`data ${at}`, this.setting.drawings.inLine(at))
  }

  private shape(at: number): void {
    const shape = this.setting.shapes.get(at)
    if (shape === undefined) return
    const box = this.setting.boxes.get(shape)
    if (box !== undefined) this.boxes.push(box)
    else this.keep(`shape ${shape}`, this.setting.drawings.floating(shape))
  }

  private keep(name: string, bytes: Uint8Array | null): void {
    const id = bytes === null ? null : this.setting.album.add(name, bytes)
    if (id !== null) this.lines.picture(id, '')
  }
}
