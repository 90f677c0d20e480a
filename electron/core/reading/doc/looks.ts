/** What sprms and styles of a Word 97–2003 document say of runs and paragraphs. */
import type { Bytes } from '../office/bytes.ts'
import type { PaperParagraph } from '../office/paper.ts'
import { headingOf, roleOf } from '../office/style-names.ts'
import { type Fib, PART } from './fib.ts'
import { SPRM, type Sprm, sprmsOf } from './sprms.ts'

export interface RunLook {
  readonly bold: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  readonly special: boolean
  readonly size: number | null
  readonly face: number | null
  /** Where its picture lies in the data. */
  readonly picture: number | null
  /** The character that stands for 0x28, and its face. */
  readonly symbol: string
  readonly symbolFace: number | null
}
export interface ParagraphLook {
  readonly level: number | null
  readonly role: PaperParagraph['role']
  readonly centred: boolean
  readonly indented: boolean
  readonly list: number
  readonly listLevel: number
  readonly depth: number
  readonly cellEnd: boolean
  readonly rowEnd: boolean
}
export interface Styles {
  readonly paragraph: (style: number) => { readonly paragraph: ParagraphLook; readonly run: RunLook }
  readonly run: (style: number, base: RunLook) => RunLook
}

export const PLAIN_RUN: RunLook = { bold: false, hidden: false, deleted: false, special: false, size: null, face: null, picture: null, symbol: '', symbolFace: null }
const PLAIN_PARAGRAPH: ParagraphLook = { level: null, role: null, centred: false, indented: false, list: 0, listLevel: 0, depth: 0, cellEnd: false, rowEnd: false }
const BODY_TEXT = 9

type Changed<T> = { -readonly [K in keyof T]: T[K] }

/** `style` is the look that “as the style” and “unlike the style” refer to. */
export function withRun(look: RunLook, bytes: Bytes, sprms: readonly Sprm[], style: RunLook = look): RunLook {
  const changed: Changed<RunLook> = { ...look }
  for (const { code, at, length } of sprms) {
    if (length === 0) continue
    const byte = bytes.u8(at)
    const toggled = (own: boolean): boolean => (byte === 0x80 ? own : byte === 0x81 ? !own : byte === 1)
    if (code === SPRM.bold) changed.bold = toggled(style.bold)
    else if (code === SPRM.hidden) changed.hidden = toggled(style.hidden)
    else if (code === SPRM.deleted) changed.deleted = toggled(false)
    else if (code === SPRM.special) changed.special = toggled(false)
    else if (code === SPRM.size) changed.size = bytes.u16(at)
    else if (code === SPRM.face) changed.face = bytes.u16(at)
    else if (code === SPRM.picture) changed.picture = bytes.u32(at)
    else if (code === SPRM.symbol) {
      changed.symbolFace = bytes.u16(at)
      changed.symbol = String.fromCharCode(bytes.u16(at + 2))
    }
  }
  return changed
}

export function withParagraph(look: ParagraphLook, bytes: Bytes, sprms: readonly Sprm[]): ParagraphLook {
  const changed: Changed<ParagraphLook> = { ...look }
  for (const { code, at, length } of sprms) {
    if (length === 0) continue
    const byte = bytes.u8(at)
    if (code === SPRM.outline) changed.level = byte >= BODY_TEXT ? null : byte + 1
    else if (code === SPRM.aligned || code === SPRM.alignedOld) changed.centred = byte === 1
    else if (code === SPRM.firstIndent || code === SPRM.firstIndentOld || code === SPRM.firstIndentCharacters) changed.indented = bytes.i16(at) > 0
    else if (code === SPRM.list) changed.list = bytes.i16(at)
    else if (code === SPRM.listLevel) changed.listLevel = Math.min(byte, 8)
    else if (code === SPRM.inTable) changed.depth = byte === 1 ? Math.max(1, changed.depth) : 0
    else if (code === SPRM.depth) changed.depth = Math.max(0, Math.min(64, bytes.i32(at)))
    else if (code === SPRM.rowEnd || code === SPRM.innerRowEnd) changed.rowEnd = byte === 1
    else if (code === SPRM.innerCell) changed.cellEnd = byte === 1
  }
  return changed
}

/** The style of `run`s is among the sprms. */
export const styleIn = (bytes: Bytes, sprms: readonly Sprm[]): number | null => {
  const found = sprms.findLast(({ code }) => code === SPRM.characterStyle)
  return found === undefined ? null : bytes.u16(found.at)
}

interface Style {
  readonly name: string
  /** Word's own number of a style that every document has. */
  readonly builtIn: number
  readonly base: number
  readonly paragraph: Bytes | null
  readonly run: Bytes | null
}
const NO_BASE = 0xfff
const MOST_BASES = 20
const MOST_STYLES = 4096

export function readStyles(fib: Fib): Styles {
  const styles = stylesIn(fib.part(PART.styles))
  const made = new Map<number, { readonly paragraph: ParagraphLook; readonly run: RunLook }>()
  const paragraph = (index: number, steps = 0): { readonly paragraph: ParagraphLook; readonly run: RunLook } => {
    const known = made.get(index)
    const style = styles[index]
    if (known !== undefined) return known
    if (style === undefined || style === null || steps > MOST_BASES) return { paragraph: PLAIN_PARAGRAPH, run: PLAIN_RUN }
    const base = style.base === NO_BASE ? { paragraph: PLAIN_PARAGRAPH, run: PLAIN_RUN } : paragraph(style.base, steps + 1)
    const named = { ...base.paragraph, level: headingAt(style) ?? base.paragraph.level, role: roleAt(style) ?? base.paragraph.role }
    const look = {
      paragraph: style.paragraph === null ? named : withParagraph(named, style.paragraph, sprmsOf(style.paragraph)),
      run: style.run === null ? base.run : withRun(base.run, style.run, sprmsOf(style.run)),
    }
    made.set(index, look)
    return look
  }
  const run = (index: number, base: RunLook, steps = 0): RunLook => {
    const style = styles[index]
    if (style === undefined || style === null || style.paragraph !== null || steps > MOST_BASES) return base
    const under = style.base === NO_BASE ? base : run(style.base, base, steps + 1)
    return style.run === null ? under : withRun(under, style.run, sprmsOf(style.run))
  }
  return { paragraph: (index) => paragraph(index), run: (index, base) => run(index, base) }
}

const headingAt = ({ builtIn, name }: Style): number | null => (builtIn >= 1 && builtIn <= 9 ? builtIn : headingOf(name))
const roleAt = ({ builtIn, name }: Style): PaperParagraph['role'] => (builtIn === 62 ? 'title' : builtIn === 74 ? 'subtitle' : builtIn === 34 ? 'caption' : builtIn >= 19 && builtIn <= 27 ? 'contents' : roleOf(name))

/** A sheet that cannot be read leaves plain paragraphs: the words are there without it. */
function stylesIn(sheet: Bytes | null): readonly (Style | null)[] {
  const found: (Style | null)[] = []
  if (sheet === null || sheet.length < 6) return found
  const head = sheet.u16(0)
  const count = Math.min(sheet.u16(2), MOST_STYLES)
  const fixed = sheet.u16(4)
  let at = 2 + head
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const length = sheet.u16(at)
    if (at + 2 + length > sheet.length) break
    found.push(length < fixed + 4 ? null : oneStyle(sheet.slice(at + 2, length), fixed))
    at += 2 + length + (length % 2)
  }
  return found
}

function oneStyle(style: Bytes, fixed: number): Style | null {
  try {
    const kind = style.u16(2) & 0xf
    const letters = style.u16(fixed)
    const name = style.utf16(fixed + 2, letters)
    let at = fixed + 2 + letters * 2 + 2
    const next = (): Bytes => {
      const length = style.u16(at)
      const found = style.slice(at + 2, length)
      at += 2 + length + (length % 2)
      return found
    }
    const paragraph = kind === 1 ? next() : null
    const run = kind === 1 || kind === 2 ? next() : null
    return { name, builtIn: style.u16(0) & 0xfff, base: style.u16(2) >> 4, paragraph: paragraph === null || paragraph.length < 2 ? paragraph : paragraph.slice(2, paragraph.length - 2), run }
  } catch {
    return null
  }
}
