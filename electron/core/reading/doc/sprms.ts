/** Changes to the look of runs and paragraphs (sprm, [MS-DOC] 2.6): a list of codes with operands. */
import type { Bytes } from '../office/bytes.ts'

export interface Sprm {
  readonly code: number
  /** Where its operand begins in what `sprmsOf` was given, and how long it is. */
  readonly at: number
  readonly length: number
}
export const SPRM = {
  bold: 0x0835, hidden: 0x083c, deleted: 0x0800, special: 0x0855, size: 0x4a43, face: 0x4a50, characterStyle: 0x4a30, picture: 0x6a03, symbol: 0x6a09,
  style: 0x4600, aligned: 0x2461, alignedOld: 0x2403, outline: 0x2640, listLevel: 0x260a, list: 0x460b, firstIndent: 0x8460, firstIndentOld: 0x8411, firstIndentCharacters: 0x4457,
  inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCell: 0x244b, innerRowEnd: 0x244c, row: 0xd608,
} as const

const TABS = 0xc615
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** Stops at the first that does not fit: what follows cannot be told apart. */
export function sprmsOf(bytes: Bytes, start = 0, end = bytes.length): readonly Sprm[] {
  const found: Sprm[] = []
  for (let at = start; at + 2 < end; ) {
    const code = bytes.u16(at)
    let length: number = LENGTHS[code >> 13] ?? 0
    let operand = at + 2
    if (code >> 13 === 6) {
      if (code === SPRM.row) {
        if (operand + 2 > end) break
        length = Math.max(0, bytes.u16(operand) - 1)
        operand += 2
      } else {
        length = bytes.u8(operand)
        operand += 1
        if (code === TABS && length === 255) length = tabsLength(bytes, operand, end)
      }
    }
    if (operand + length > end) break
    found.push({ code, at: operand, length })
    at = operand + length
  }
  return found
}

/** Long changes of tab stops count their stops instead of their bytes. */
function tabsLength(bytes: Bytes, at: number, end: number): number {
  if (at >= end) return end
  const deleted = bytes.u8(at) * 4
  return at + 1 + deleted >= end ? end : 2 + deleted + bytes.u8(at + 1 + deleted) * 3
}
