/** The directory of an archive, read by yauzl and believed only as far as the bytes bear it out. */
import { fromBuffer, type Entry } from 'yauzl'
import { Refusal } from '../../../contract/errors.ts'
import type { NamedBytes } from '../reader.ts'
import { MAX_MEMBER, MAX_MEMBERS, MAX_RATIO, MAX_TOTAL, RATIO_COUNTS_FROM } from './limits.ts'

/** An entry of the directory, where its data begin in the archive, and the name that stands there. */
export interface Listed {
  readonly entry: Entry
  readonly start: number
  readonly localName: Buffer
  readonly encrypted: boolean
}
export interface Directory {
  /** The archive without what was appended to it. */
  readonly bytes: Buffer
  readonly entries: readonly Listed[]
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_HEADER = 0x02014b50
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const END_LENGTH = 22
const STRONG_ENCRYPTION = /strong encryption/
const IN_ZIP64 = 0xffffffff

/** Throws CORRUPT, ENCRYPTED, BOMB, TOO_MANY. */
export async function readDirectory(file: NamedBytes): Promise<Directory> {
  const whole = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const bytes = withoutTail(whole)
  const entries = await list(bytes, file.name)
  const listed = entries.map((entry) => locate(entry, bytes, file.name))
  check(listed, file.name)
  return { bytes, entries: listed }
}

/** Word opens documents to which something was appended, so people have them (a download's last line, a signature). */
function withoutTail(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(END)
  if (at < 0 || at + END_LENGTH > bytes.length) return bytes
  const end = at + END_LENGTH + bytes.readUInt16LE(at + 20)
  return end < bytes.length ? bytes.subarray(0, end) : bytes
}

function list(bytes: Buffer, file: string): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const corrupt = (error: Error): void => { reject(STRONG_ENCRYPTION.test(error.message) ? new Refusal('ENCRYPTED', { file }) : new Refusal('CORRUPT', { file, reason: '压缩包的目录读不出来' })) }
    fromBuffer(bytes, { decodeStrings: false, lazyEntries: true, validateEntrySizes: false }, (error, zip) => {
      if (error) return corrupt(error)
      const entries: Entry[] = []
      const tooMany = (count: number): void => { reject(new Refusal('TOO_MANY', { file, count: String(count), limit: String(MAX_MEMBERS) })) }
      if (zip.entryCount > MAX_MEMBERS) return tooMany(zip.entryCount)
      zip.on('error', corrupt)
      zip.on('end', () => {
        if (goesOn(bytes, entries)) corrupt(new Error('more entries than counted'))
        else resolve(entries)
      })
      zip.on('entry', (entry: Entry) => {
        entries.push(entry)
        zip.readEntry()
      })
      zip.readEntry()
    })
  })
}

/** Whether the directory has more entries than it says: another program would show files that we never saw. */
function goesOn(bytes: Buffer, entries: readonly Entry[]): boolean {
  const start = bytes.readUInt32LE(bytes.lastIndexOf(END) + 16)
  const end = entries.reduce((at, entry) => at + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength, start)
  return end + 4 <= bytes.length && bytes.readUInt32LE(end) === DIRECTORY_HEADER
}

function locate(entry: Entry, bytes: Buffer, file: string): Listed {
  const { relativeOffsetOfLocalHeader: at, compressedSize, uncompressedSize, generalPurposeBitFlag, fileNameRaw } = entry
  const corrupt = (reason: string): Refusal => new Refusal('CORRUPT', { file, reason })
  if (at === IN_ZIP64 || compressedSize === IN_ZIP64 || uncompressedSize === IN_ZIP64 || fileNameRaw.length === 0) throw corrupt('压缩包的目录有误')
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) throw corrupt('压缩包里的文件不在目录所说的地方')
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  const start = nameEnd + bytes.readUInt16LE(at + 28)
  if (start + compressedSize > bytes.length) throw corrupt('压缩包不完整')
  return { entry, start, localName: bytes.subarray(at + 30, nameEnd), encrypted: (generalPurposeBitFlag & 1) !== 0 }
}

function check(listed: readonly Listed[], file: string): void {
  const bomb = (reason: string): Refusal => new Refusal('BOMB', { file, reason })
  let total = 0
  let end = 0
  for (const { entry: { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader }, start } of listed.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)) {
    if (relativeOffsetOfLocalHeader < end) throw bomb('几个文件占着同一段数据')
    end = start + compressedSize
    total += uncompressedSize
    if (uncompressedSize > MAX_MEMBER || total > MAX_TOTAL) throw bomb(`解开后超过 ${megabytesOf(uncompressedSize > MAX_MEMBER ? MAX_MEMBER : MAX_TOTAL)} MB`)
    if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > MAX_RATIO * compressedSize) throw bomb(`解开后是原来的 ${MAX_RATIO} 倍以上`)
  }
}

const megabytesOf = (bytes: number): string => String(bytes / 1024 / 1024)
