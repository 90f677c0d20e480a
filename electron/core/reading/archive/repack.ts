import { crc32 } from 'node:zlib'
import type { Archive, Member } from './archive.ts'

const UTF8_FLAG = 0x0800
const FIRST_DAY = 0x0021

/**
 * The accepted members in an archive of its own, stored and not compressed: for libraries that open archives themselves
 * and check nothing. Of two members with one name the first is taken. Rejects like `Member.read`.
 */
export async function repack(archive: Archive, keep: (name: string) => boolean = () => true): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const member of archive.members.filter(({ name }, i, all) => keep(name) && all.findIndex((other) => other.name === name) === i)) {
    const { local, listed, data } = await stored(member, at)
    parts.push(local, data)
    directory.push(listed)
    at += local.length + data.length
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

async function stored(member: Member, at: number): Promise<{ readonly local: Uint8Array; readonly listed: Uint8Array; readonly data: Uint8Array }> {
  const data = await member.read()
  const name = new TextEncoder().encode(member.name)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(UTF8_FLAG, 2)
  shared.writeUInt16LE(FIRST_DAY, 8)
  shared.writeUInt32LE(crc32(data), 10)
  shared.writeUInt32LE(data.length, 14)
  shared.writeUInt32LE(data.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const before = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0])
  const after = Buffer.alloc(14)
  after.writeUInt32LE(at, 10)
  return { local: Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), shared, name]), listed: Buffer.concat([before, shared, after, name]), data }
}
