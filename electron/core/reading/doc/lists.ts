/** How a Word 97–2003 document counts its paragraphs ([MS-DOC] 2.9.150 PlfLst, 2.9.148 PlfLfo). */
import type { Bytes } from '../office/bytes.ts'
import { type List, type ListLevel, Numbering } from '../office/lists.ts'
import { styleByCode } from '../office/numbers.ts'
import { type Fib, PART } from './fib.ts'

const MOST_LISTS = 4096

/** Lists are known by their place among the uses, from 1, as paragraphs name them. What is damaged numbers nothing. */
export function readLists(fib: Fib): Numbering {
  const lists = new Map<string, List>()
  try {
    const abstracts = abstractsIn(fib)
    const { at, length } = fib.from(PART.listUses)
    if (length > 0) for (const [i, list] of usesIn(fib.table, at, abstracts).entries()) lists.set(String(i + 1), list)
  } catch {
    return new Numbering(lists)
  }
  return new Numbering(lists)
}

function abstractsIn(fib: Fib): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const { at, length } = fib.from(PART.lists)
  const found = new Map<number, ReadonlyMap<number, ListLevel>>()
  if (length === 0) return found
  const { table } = fib
  const count = Math.min(table.u16(at), MOST_LISTS)
  // The levels of all lists follow behind the list of lists.
  let next = at + length
  for (let i = 0; i < count; i++) {
    const list = at + 2 + i * 28
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < ((table.u8(list + 26) & 1) === 1 ? 1 : 9); level++) {
      const { end, own } = levelAt(table, next)
      levels.set(level, own)
      next = end
    }
    found.set(table.u32(list), levels)
  }
  return found
}

function usesIn(table: Bytes, at: number, abstracts: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>): readonly List[] {
  const count = Math.min(table.u32(at), MOST_LISTS)
  let next = at + 4 + count * 16
  return Array.from({ length: count }, (_, i): List => {
    const use = at + 4 + i * 16
    const levels = new Map(abstracts.get(table.u32(use)) ?? [])
    const starts = new Map<number, number>()
    next += 4
    for (let override = 0; override < table.u8(use + 12); override++) {
      const [start, flags] = [table.u32(next), table.u32(next + 4)]
      next += 8
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, start)
      if ((flags & 0x20) === 0) continue
      const { end, own } = levelAt(table, next)
      levels.set(flags & 0xf, own)
      next = end
    }
    return { counter: String(table.u32(use)), levels, starts }
  })
}

function levelAt(table: Bytes, at: number): { readonly end: number; readonly own: ListLevel } {
  const flags = table.u8(at + 5)
  const words = at + 28 + table.u8(at + 24) + table.u8(at + 25)
  const length = table.u16(words)
  const text = table.utf16(words + 2, length)
  return {
    end: words + 2 + length * 2,
    own: {
      start: table.u32(at),
      style: styleByCode(table.u8(at + 4)),
      // Characters 0 to 8 stand for the numbers of the levels.
      text: text.replaceAll(/[\0-\u0008]/g, (sign) => `%${sign.charCodeAt(0) + 1}`),
      restart: (flags & 8) === 0 ? null : table.u8(at + 26),
      paragraphStyle: undefined,
      digitsOnly: (flags & 4) !== 0,
    },
  }
}
