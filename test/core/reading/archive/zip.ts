/** Writes ZIP archives for tests, also ones that no honest program would write. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  readonly name: string | Uint8Array
  readonly data?: string | Uint8Array
  readonly method?: number
  readonly flags?: number
  /** Sizes and checksum as the directory states them, where they lie. */
  readonly size?: number
  readonly packedSize?: number
  readonly crc?: number
  readonly extra?: Uint8Array
  readonly mode?: number
  /** What stands before the data, where it is another name. */
  readonly localName?: string
  /** Where the directory says that its data begin. */
  readonly at?: number
}

const bytesOf = (value: string | Uint8Array): Buffer => Buffer.from(value)

export function zip(members: readonly Packed[], { count = members.length, comment = '', tail = '' }: { readonly count?: number; readonly comment?: string; readonly tail?: string } = {}): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members) {
    const name = bytesOf(member.name)
    const data = bytesOf(member.data ?? '')
    const method = member.method ?? 8
    const body = method === 8 ? deflateRawSync(data, { level: 9 }) : data
    const flags = member.flags ?? (typeof member.name === 'string' ? 0x800 : 0)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(flags, 2)
    header.writeUInt16LE(method, 4)
    header.writeUInt32LE(member.crc ?? crc32(data), 10)
    header.writeUInt32LE(member.packedSize ?? body.length, 14)
    header.writeUInt32LE(member.size ?? data.length, 18)
    header.writeUInt16LE(name.length, 22)
    const extra = Buffer.from(member.extra ?? [])
    const listed = Buffer.alloc(14)
    listed.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 6)
    listed.writeUInt32LE(member.at ?? at, 10)
    const withExtra = Buffer.from(header)
    withExtra.writeUInt16LE(extra.length, 24)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), withExtra, listed, name, extra]))
    if (member.at !== undefined) continue
    const localName = bytesOf(member.localName ?? member.name)
    header.writeUInt16LE(localName.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), header, localName, body])
    parts.push(local)
    at += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Uint8Array.from(Buffer.concat([...parts, listing, end, Buffer.from(comment), Buffer.from(tail)]))
}
