/** The head of a Word 97–2003 document ([MS-DOC] 2.5): what it is, and where its parts lie. */
import { Refusal } from '../../../contract/errors.ts'
import type { Bytes } from '../office/bytes.ts'
import type { Ole } from '../office/ole.ts'

/** Lengths in characters of the stories that stand in the text one after the other. */
export interface Stories {
  readonly main: number
  readonly footnotes: number
  readonly heads: number
  readonly comments: number
  readonly endnotes: number
  readonly boxes: number
}
export interface Fib {
  readonly document: Bytes
  readonly table: Bytes
  readonly data: Bytes | null
  readonly stories: Stories
  /** A part of the table by its place in [MS-DOC] 2.5.6; null where the document has none. */
  readonly part: (index: number) => Bytes | null
  /** The table from where the part lies: some parts go on after their stated length. */
  readonly from: (index: number) => { readonly at: number; readonly length: number }
}
export const PART = { styles: 1, noteReferences: 2, noteTexts: 3, heads: 11, runs: 12, paragraphs: 13, fonts: 15, pieces: 33, shapes: 40, endnoteReferences: 46, endnoteTexts: 47, drawings: 50, boxes: 56, lists: 73, listUses: 74 } as const

const WORD_97 = 0xa5ec
const OLDER = new Set([0xa5dc, 0xa59b, 0xa59c, 0xa5db, 0xa697, 0xa698, 0xa699, 0xa69a])
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

/** Throws ENCRYPTED, UNSUPPORTED (Word 2 to 95), CORRUPT. */
export function readFib(ole: Ole, file: string): Fib {
  const document = ole.stream('WordDocument')
  if (document === null) throw new Refusal('CORRUPT', { file, reason: '里面没有 WordDocument' })
  const [ident, version, flags] = [document.u16(0), document.u16(2), document.u16(10)]
  if (OLDER.has(ident) || (ident === WORD_97 && version < 0xc1 && version > 0)) throw new Refusal('UNSUPPORTED', { file, format: 'Word 95 或更早的文档' })
  if (ident !== WORD_97) throw document.damaged('文档的开头不是 Word 的')
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('ENCRYPTED', { file })
  const table = ole.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  if (table === null) throw document.damaged('里面没有 Table')
  const counts = 34 + document.u16(32) * 2
  const blob = counts + 2 + document.u16(counts) * 4
  const parts = document.u16(blob)
  const count = (nth: number): number => Math.max(0, document.i32(counts + 2 + nth * 4))
  const from = (index: number): { readonly at: number; readonly length: number } => (index < parts ? { at: document.u32(blob + 2 + index * 8), length: document.u32(blob + 6 + index * 8) } : { at: 0, length: 0 })
  return {
    document,
    table,
    data: ole.stream('Data'),
    stories: { main: count(3), footnotes: count(4), heads: count(5), comments: count(7), endnotes: count(8), boxes: count(9) },
    part: (index) => {
      const { at, length } = from(index)
      return length === 0 ? null : table.slice(at, length)
    },
    from,
  }
}
