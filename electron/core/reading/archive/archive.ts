/** Opens ZIP archives for whoever reads what is inside: documents, books, packed folders. Nothing is ever written by a member's name. */
import { crc32, inflateRaw } from 'node:zlib'
import { fault, Refusal, type Fault } from '../../../contract/errors.ts'
import type { NamedBytes } from '../reader.ts'
import { readDirectory, type Listed } from './directory.ts'
import { nameOf } from './names.ts'

/** `name` has '/' between folders; `bytes` is what the directory says, and the most that `read` hands out. */
export interface Member {
  readonly name: string
  readonly bytes: number
  /** Rejects with BOMB when more comes out than the directory says, CORRUPT when it cannot be unpacked or its checksum is wrong. */
  readonly read: () => Promise<Uint8Array>
}
export interface Archive {
  /** In the order of the directory, folders and litter of systems left out; two of one name are both there. */
  readonly members: readonly Member[]
  /** The first of this name; where there is none, the first that differs only in case. */
  readonly member: (name: string) => Member | undefined
  /** Members that may not be read, each with its reason: BAD_NAME, UNSUPPORTED, ENCRYPTED. */
  readonly refused: readonly { readonly name: string; readonly fault: Fault }[]
}

const STORED = 0
const DEFLATED = 8

/**
 * Rejects with CORRUPT, ENCRYPTED, BOMB, TOO_MANY; EMPTY when nothing but folders and litter is inside.
 * `partly`: what has no password is read where some members have one; a document is not to be had in parts.
 */
export async function openArchive(file: NamedBytes, { partly = false }: { readonly partly?: boolean } = {}): Promise<Archive> {
  const { bytes, entries } = await readDirectory(file)
  const members: Member[] = []
  const refused: { readonly name: string; readonly fault: Fault }[] = []
  for (const listed of entries) {
    const { name, safe, folder, litter } = nameOf(listed.entry, listed.localName)
    const method = listed.entry.compressionMethod
    if (litter || (folder && safe)) continue
    if (listed.encrypted && !partly) throw new Refusal('ENCRYPTED', { file: file.name })
    if (!safe) refused.push({ name, fault: fault('BAD_NAME', { file: name }) })
    else if (listed.encrypted) refused.push({ name, fault: fault('ENCRYPTED', { file: name }) })
    else if (method !== STORED && method !== DEFLATED) refused.push({ name, fault: fault('UNSUPPORTED', { file: name, format: `压缩方式 ${method}` }) })
    else members.push({ name, bytes: listed.entry.uncompressedSize, read: () => unpack(bytes, listed, file.name) })
  }
  if (members.length === 0 && refused.some(({ fault: { code } }) => code === 'ENCRYPTED')) throw new Refusal('ENCRYPTED', { file: file.name })
  if (members.length + refused.length === 0) throw new Refusal('EMPTY', { file: file.name })
  const byName = firstOf(members, (name) => name)
  const byLetters = firstOf(members, (name) => name.toLowerCase())
  return { members, refused, member: (name) => byName.get(name) ?? byLetters.get(name.toLowerCase()) }
}

function firstOf(members: readonly Member[], key: (name: string) => string): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>()
  for (const member of members) if (!found.has(key(member.name))) found.set(key(member.name), member)
  return found
}

async function unpack(archive: Buffer, { entry, start }: Listed, file: string): Promise<Uint8Array> {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  const packed = archive.subarray(start, start + compressedSize)
  const found = compressionMethod === STORED ? packed : await inflate(packed, uncompressedSize, file)
  if (found.length > uncompressedSize) throw lies(file)
  if (found.length < uncompressedSize || crc32(found) !== entry.crc32) throw new Refusal('CORRUPT', { file, reason: '压缩包里的数据与校验码不符' })
  return found
}

function inflate(packed: Buffer, most: number, file: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: most + 1 }, (error, found) => {
      if (error === null) return resolve(found)
      reject('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? lies(file) : new Refusal('CORRUPT', { file, reason: '压缩包里的数据解不开' }))
    })
  })
}

const lies = (file: string): Refusal => new Refusal('BOMB', { file, reason: '解开的数据比目录所说的多' })
