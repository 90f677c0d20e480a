/** What a file is by its first bytes, whatever its name says. */

export interface Signature {
  /** As a person calls it. */
  readonly format: string
  /** false for formats that are text themselves (RTF, HTML): a renamed one is still what it is. */
  readonly binary: boolean
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0))
const MAGIC: readonly { readonly at: number; readonly bytes: readonly number[]; readonly format: string }[] = [
  { at: 0, bytes: ascii('%PDF-'), format: 'PDF' },
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
const ZIP_MEMBERS: readonly (readonly [string, string])[] = [
  ['word/', 'Word 文档（.docx）'],
  ['xl/', 'Excel 表格（.xlsx）'],
  ['ppt/', 'PowerPoint 演示（.pptx）'],
  ['OFD.xml', 'OFD 版式文件'],
  ['epub+zip', 'EPUB 电子书'],
]
const OLE_STREAMS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', '加密的 Office 文档'],
  ['WordDocument', 'Word 97–2003 或 WPS 文档（.doc/.wps）'],
  ['Workbook', 'Excel 97–2003 表格（.xls）'],
  ['PowerPoint Document', 'PowerPoint 97–2003 演示（.ppt）'],
]

export function sniff(bytes: Uint8Array): Signature | null {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return { format: holds(bytes, ZIP_MEMBERS, 1) ?? 'ZIP 压缩包', binary: true }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { format: holds(bytes, OLE_STREAMS, 2) ?? 'Office 97–2003 文档', binary: true }
  const magic = MAGIC.find((entry) => starts(bytes, entry.bytes, entry.at))
  if (magic) return { format: magic.format, binary: true }
  if (starts(bytes, ascii('MZ')) && bytes.subarray(0, 256).includes(0)) return { format: '可执行程序', binary: true }
  const head = latin1(bytes.subarray(0, 1024)).replace(/^\u00EF\u00BB\u00BF/, '').trimStart().toLowerCase()
  if (head.startsWith('{\\rtf')) return { format: 'RTF', binary: false }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/.test(head)) return { format: 'HTML 网页', binary: false }
  if (/^(?:from|mime-version|date|subject):[^]*?^mime-version:\s*1/m.test(head) || /^mime-version:\s*1/.test(head)) return { format: '网页存档或邮件（.mht/.eml）', binary: false }
  return null
}

function starts(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte)
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Names of members or streams lie in the first and the last kilobytes; OLE writes them with `width` 2 bytes a letter. */
function holds(bytes: Uint8Array, names: readonly (readonly [string, string])[], width: 1 | 2): string | undefined {
  const edge = 64 * 1024
  const text = latin1(bytes.subarray(0, edge)) + latin1(bytes.subarray(Math.max(edge, bytes.length - edge)))
  return names.find(([name]) => text.includes(width === 1 ? name : [...name].join('\0')))?.[1]
}
