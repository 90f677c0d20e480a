/** Pictures of a Word 97–2003 document ([MS-ODRAW]): those in the line, and those that float beside it. */
import type { Bytes } from '../office/bytes.ts'
import { mimeOf } from '../office/pictures.ts'
import { type Fib, PART } from './fib.ts'

const [BLIP_STORE, SHAPE, SHAPE_ID, SHAPE_PROPERTIES, STORED, FIRST_BLIP, LAST_BLIP] = [0xf001, 0xf004, 0xf00a, 0xf00b, 0xf007, 0xf018, 0xf117] as const
const PICTURE_OF_SHAPE = 0x104
const MOST_RECORDS = 20_000
const MOST_DEPTH = 16
/** Between the head of a picture and its bytes stand one or two checksums and a mark. */
const LONGEST_HEAD = 80

interface Record {
  readonly type: number
  readonly inside: Bytes
}

export interface Drawings {
  /** The picture that lies at `at` in the data. */
  readonly inLine: (at: number) => Uint8Array | null
  /** The picture of the shape with this number. */
  readonly floating: (shape: number) => Uint8Array | null
}

/** What is damaged shows no pictures; the words are there without them. */
export function readDrawings(fib: Fib): Drawings {
  let shapes: ReadonlyMap<number, number> | null = null
  let store: readonly (Uint8Array | null)[] = []
  const load = (): ReadonlyMap<number, number> => {
    if (shapes !== null) return shapes
    const found = new Map<number, number>()
    shapes = found
    const part = quietly(() => fib.part(PART.drawings))
    if (part === null) return found
    const records = flattened(part)
    store = records.filter(({ type }) => type === BLIP_STORE).flatMap(({ inside }) => recordsIn(inside)).map(({ inside }) => storedPicture(inside, fib))
    for (const { inside } of records.filter(({ type }) => type === SHAPE)) {
      const own = recordsIn(inside)
      const id = own.find(({ type }) => type === SHAPE_ID)?.inside
      const picture = own.filter(({ type }) => type === SHAPE_PROPERTIES).map(({ inside }) => pictureIn(inside)).find((index) => index !== null)
      if (id !== undefined && id.length >= 4 && picture !== undefined) found.set(id.u32(0), picture)
    }
    return found
  }
  return {
    inLine: (at) => quietly(() => (fib.data === null ? null : pictureAt(fib.data, at))),
    floating: (shape) => quietly(() => store[(load().get(shape) ?? 0) - 1] ?? null),
  }
}

function quietly<T>(read: () => T | null): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function pictureAt(data: Bytes, at: number): Uint8Array | null {
  const [length, head, kind] = [data.u32(at), data.u16(at + 4), data.u16(at + 6)]
  // A picture kept as a shape may have its name first.
  const start = kind === 0x66 ? head + 1 + data.u8(at + head) : head
  return firstPicture(data.slice(at + start, length - start))
}

const firstPicture = (bytes: Bytes): Uint8Array | null => flattened(bytes).filter(({ type }) => type >= FIRST_BLIP && type <= LAST_BLIP).map(({ inside }) => blip(inside)).find((found) => found !== null) ?? null

/** A picture in the store lies behind its description, or elsewhere in the document. */
function storedPicture(described: Bytes, { document }: Fib): Uint8Array | null {
  return quietly(() => {
    const name = described.u8(33)
    if (described.length > 36 + name) return firstPicture(described.slice(36 + name, described.length - 36 - name))
    const at = described.u32(28)
    return firstPicture(document.slice(at, Math.min(described.u32(20), document.length - at)))
  })
}

function blip(inside: Bytes): Uint8Array | null {
  for (let at = 0; at < Math.min(LONGEST_HEAD, inside.length); at++) if (mimeOf(inside.bytes.subarray(at, at + 12)) !== null) return inside.bytes.slice(at)
  return null
}

function pictureIn(properties: Bytes): number | null {
  for (let at = 0; at + 6 <= properties.length; at += 6) if ((properties.u16(at) & 0x3fff) === PICTURE_OF_SHAPE) return properties.u32(at + 2)
  return null
}

function recordsIn(bytes: Bytes): readonly Record[] {
  const found: Record[] = []
  for (let at = 0; at + 8 <= bytes.length && found.length < MOST_RECORDS; ) {
    const length = Math.min(bytes.u32(at + 4), bytes.length - at - 8)
    found.push({ type: bytes.u16(at + 2), inside: bytes.slice(at + 8, length) })
    at += 8 + length
  }
  return found
}

/** All records at any depth; the drawings of a document stand one byte apart from each other. */
function flattened(bytes: Bytes, depth = 0): readonly Record[] {
  const found: Record[] = []
  for (let at = 0; at + 8 <= bytes.length && found.length < MOST_RECORDS; ) {
    const [kind, type] = [bytes.u16(at), bytes.u16(at + 2)]
    if (depth === 0 && (type < 0xf000 || type > 0xf200)) {
      at++
      continue
    }
    const length = Math.min(bytes.u32(at + 4), bytes.length - at - 8)
    const inside = bytes.slice(at + 8, length)
    found.push({ type, inside })
    if ((kind & 0xf) === 0xf && depth < MOST_DEPTH) for (const record of flattened(inside, depth + 1)) found.push(record)
    if (type === STORED && length > 36) for (const record of flattened(inside.slice(36, length - 36), depth + 1)) found.push(record)
    at += 8 + length
  }
  return found
}
