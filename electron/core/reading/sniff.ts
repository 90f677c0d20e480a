/** What a file is by its bytes, whatever its name says; the name decides only between kinds of plain text. */
import type { Format } from '../../contract/format.ts'

export type Kind = Format | 'archive' | 'unsupported'
export type Sniffed =
  | { readonly kind: Exclude<Kind, 'unsupported'> }
  /** `format` as a person calls it; `binary` is false for text that is something of its own. */
  | { readonly kind: 'unsupported'; readonly format: string; readonly binary: boolean }

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0))
const MAGIC: readonly { readonly at: number; readonly bytes: readonly number[]; readonly format: string }[] = [
  { at: 0, bytes: [0x89, ...ascii('PNG')], format: 'PNG 图片' },
  { at: 0, bytes: [0xff, 0xd8, 0xff], format: 'JPEG 图片' },
  { at: 0, bytes: ascii('GIF8'), format: 'GIF 图片' },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], format: 'TIFF 图片' },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], format: 'TIFF 图片' },
  { at: 8, bytes: ascii('WEBP'), format: 'WebP 图片' },
  { at: 4, bytes: ascii('ftyp'), format: '视频或 HEIC 图片' },
  { at: 0, bytes: ascii('ID3'), format: 'MP3 音频' },
  { at: 8, bytes: ascii('WAVE'), format: 'WAV 音频' },
  { at: 0, bytes: [...ascii('Rar!'), 0x1a], format: 'RAR 压缩包' },
  { at: 0, bytes: [...ascii('7z'), 0xbc, 0xaf], format: '7z 压缩包' },
  { at: 0, bytes: [0x1f, 0x8b, 0x08], format: 'gzip 压缩包' },
  { at: 0, bytes: [...ascii('SQLite format 3'), 0], format: 'SQLite 数据库' },
  { at: 0, bytes: [0x7f, ...ascii('ELF')], format: '可执行程序' },
]
/** Members of a ZIP that say what it is; the first that is there decides. */
const ZIP_MEMBERS: readonly (readonly [string, Kind])[] = [
  ['OFD.xml', 'ofd'],
  ['epub+zip', 'epub'],
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
]
const OLE_STREAMS: readonly (readonly [string, Kind])[] = [
  ['WordDocument', 'doc'],
  ['EncryptedPackage', 'docx'],
  ['Workbook', 'xls'],
]
const PICTURES = new Set(['PNG 图片', 'JPEG 图片', 'GIF 图片', 'WebP 图片'])
const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp)$/i

export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return known(holds(bytes, ZIP_MEMBERS, 1) ?? 'archive')
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    const kind = holds(bytes, OLE_STREAMS, 2)
    if (kind !== undefined) return known(kind)
    return { kind: 'unsupported', format: holds(bytes, [['PowerPoint Document', 'doc']], 2) === undefined ? 'Office 97–2003 文档' : 'PowerPoint 97–2003 演示（.ppt）', binary: true }
  }
  if (starts(bytes, ascii('%PDF-'))) return { kind: 'pdf' }
  const magic = MAGIC.find((entry) => starts(bytes, entry.bytes, entry.at))
  // A picture that calls itself a document is not what somebody meant to import.
  if (magic) return PICTURES.has(magic.format) && PICTURE_NAME.test(name) ? { kind: 'image' } : { kind: 'unsupported', format: magic.format, binary: true }
  if (starts(bytes, ascii('MZ')) && bytes.subarray(0, 256).includes(0)) return { kind: 'unsupported', format: '可执行程序', binary: true }
  return textKind(latin1(bytes.subarray(0, 1024)).replace(/^\u00EF\u00BB\u00BF/, '').trimStart().toLowerCase(), name)
}

const known = (kind: Kind): Sniffed => (kind === 'unsupported' ? { kind, format: 'ZIP', binary: true } : { kind })

function textKind(head: string, name: string): Sniffed {
  if (head.startsWith('{\\rtf')) return { kind: 'rtf' }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/.test(head)) return { kind: 'html' }
  if (/^(?:from|mime-version|date|subject):[^]*?^mime-version:\s*1/m.test(head) || /^mime-version:\s*1/.test(head)) return { kind: 'mhtml' }
  if (/\.(?:csv|tsv)$/i.test(name)) return { kind: 'csv' }
  return { kind: /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt' }
}

function starts(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte)
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Names of members or streams lie in the first and the last kilobytes; OLE writes them with `width` 2 bytes a letter. */
function holds(bytes: Uint8Array, names: readonly (readonly [string, Kind])[], width: 1 | 2): Kind | undefined {
  const edge = 64 * 1024
  const text = latin1(bytes.subarray(0, edge)) + latin1(bytes.subarray(Math.max(edge, bytes.length - edge)))
  return names.find(([name]) => text.includes(width === 1 ? name : [...name].join('\0')))?.[1]
}
