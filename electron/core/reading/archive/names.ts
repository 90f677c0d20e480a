/** Names of members: from the bytes of an archive to what a person reads, and which of them nobody may use. */
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { score, weigh } from '../weigh.ts'
import { MAX_NAME } from './limits.ts'

export interface MemberName {
  readonly name: string
  /** false: absolute, above its archive, a device, no plain file, or called otherwise where its data lie. Refused with BAD_NAME. */
  readonly safe: boolean
  readonly folder: boolean
  /** What a system leaves behind; nobody means to import it. */
  readonly litter: boolean
}
type Named = Pick<Entry, 'fileNameRaw' | 'extraFields' | 'generalPurposeBitFlag' | 'externalFileAttributes'>

const UTF8_FLAG = 0x0800
const UNICODE_PATH = 0x7075
/** Marks that turn the order of letters or cannot be seen: `报告<U+202E>txt.exe` reads as `报告exe.txt`. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const CONTROLS = /[\0-\u001F\u007F-\u009F]/g
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\..*)?$/i
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/i
/** A right decoding of Chinese scores near 2. */
const DOUBTFUL = 1
const CERTAIN = 1.5
const KIND_OF_FILE = 0xf000
const PLAIN = new Set([0, 0x8000, 0x4000])

/** `local` is the name that stands before the data: programs that go by it would show another one. */
export function nameOf(entry: Named, local: Uint8Array): MemberName {
  const told = unicodePath(entry) ?? decoded(entry.fileNameRaw, (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0)
  const path = told.normalize('NFC').replaceAll('\\', '/').replaceAll(INVISIBLE, '')
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const escapes = path.startsWith('/') || /^[A-Za-z]:/.test(path) || parts.includes('..') || path.includes('\0') || parts.some((part) => DEVICE.test(part)) || path.length > MAX_NAME
  const plain = PLAIN.has((entry.externalFileAttributes >>> 16) & KIND_OF_FILE)
  return { name: (escapes ? path : parts.join('/')).replaceAll(CONTROLS, '\uFFFD').slice(0, MAX_NAME), safe: !escapes && plain && parts.length > 0 && slashed(local) === slashed(entry.fileNameRaw), folder: path.endsWith('/'), litter: LITTER.test(path) }
}

const slashed = (raw: Uint8Array): string => new TextDecoder('latin1').decode(raw).replaceAll('\\', '/')

/** Info-ZIP's own field for a name in UTF-8; it counts only for the name it was made of. */
function unicodePath({ extraFields, fileNameRaw }: Named): string | null {
  const field = extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(fileNameRaw))
  return field === undefined ? null : utf8(field.data.subarray(5))
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** macOS writes UTF-8 without saying so; Chinese Windows writes GBK, Windows in Taiwan and Hong Kong Big5. */
function decoded(bytes: Uint8Array, saysUtf8: boolean): string {
  const read = utf8(bytes)
  const chinese = new TextDecoder('gb18030').decode(bytes)
  if (read !== null && (saysUtf8 || !(chinese !== read && isGreekByChance(read) && isCommonChinese(chinese)))) return read
  const traditional = new TextDecoder('big5').decode(bytes)
  return score(weigh(chinese), false) < DOUBTFUL && score(weigh(traditional), false) > CERTAIN ? traditional : chinese
}

/** Two bytes of GBK can be one Greek, Cyrillic or Hebrew letter of UTF-8. */
const isGreekByChance = (text: string): boolean => /[\u0080-\u07FF]/.test(text) && !/[\u0800-\uFFFF]/.test(text)
const isCommonChinese = (text: string): boolean => {
  const { han, rare, replaced } = weigh(text)
  return han >= 2 && rare === 0 && replaced === 0
}
