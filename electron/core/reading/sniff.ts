/** What a file is by its bytes, whatever its name says; the name decides only between kinds of plain text. */
import type { Format } from '../../contract/format.ts'
import { oleNames, zipNames } from './container.ts'

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
  { at: 0, bytes: [0xdb, 0xa5, 0x2d, 0x00], format: 'Word 2 文档' },
  { at: 0, bytes: [0x7f, ...ascii('ELF')], format: '可执行程序' },
]
/** Folders of an Office document that say which one it is, beside its list of parts; without that list only its main part counts. */
const OFFICE: readonly { readonly folder: string; readonly main: RegExp; readonly kind: Format }[] = [
  { folder: 'word/', main: /^word\/document\d*\.xml$/, kind: 'docx' },
  { folder: 'xl/', main: /^xl\/workbook\d*\.(?:xml|bin)$/, kind: 'xlsx' },
  { folder: 'ppt/', main: /^ppt\/presentation\d*\.xml$/, kind: 'pptx' },
]
/** Packed programs and documents of other makers: nobody means to import their parts one by one. */
const OTHER_ZIPS: readonly { readonly member: RegExp; readonly format: string }[] = [
  { member: /^\[content_types\]\.xml$/, format: '其他 Office 文档' },
  { member: /^index\/document\.iwa$/, format: 'Pages、Numbers 或 Keynote 文档' },
  { member: /^(?:meta-inf\/manifest\.mf|androidmanifest\.xml)$/, format: '程序包（.jar/.apk）' },
]
const OLE_STREAMS: readonly (readonly [string, Format])[] = [
  ['worddocument', 'doc'],
  ['encryptedpackage', 'docx'],
  ['workbook', 'xls'],
  ['book', 'xls'],
]
const PICTURES = new Set(['PNG 图片', 'JPEG 图片', 'GIF 图片', 'WebP 图片'])
const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp)$/i

export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleKind(bytes)
  if (starts(bytes, ascii('%PDF-'))) return { kind: 'pdf' }
  const magic = MAGIC.find((entry) => starts(bytes, entry.bytes, entry.at))
  // A picture that calls itself a document is not what somebody meant to import.
  if (magic) return PICTURES.has(magic.format) && PICTURE_NAME.test(name) ? { kind: 'image' } : { kind: 'unsupported', format: magic.format, binary: true }
  if (starts(bytes, ascii('MZ')) && bytes.subarray(0, 256).includes(0)) return { kind: 'unsupported', format: '可执行程序', binary: true }
  // UTF-16 has a NUL beside each letter of a tag.
  return textKind(latin1(bytes.subarray(0, 4096)).replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '').replaceAll('\0', '').trimStart().toLowerCase(), name)
}

function zipKind(bytes: Uint8Array): Sniffed {
  // A packed folder may hold anything under any name: only members at the place where a format has them speak for it.
  const { names: given, whole } = zipNames(bytes)
  const names = given.map((name) => name.toLowerCase())
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^ofd\.xml$/)) return { kind: 'ofd' }
  const declared = latin1(bytes.subarray(30, 128))
  if (has(/^meta-inf\/container\.xml$/) || declared.startsWith('mimetypeapplication/epub+zip')) return { kind: 'epub' }
  if (declared.startsWith('mimetypeapplication/vnd.oasis.opendocument')) return { kind: 'unsupported', format: 'OpenDocument（.odt/.ods/.odp）', binary: true }
  const listed = has(/^(?:\[content_types\]\.xml|_rels\/\.rels)$/)
  const office = OFFICE.find(({ folder, main }) => has(main) || (listed && names.some((name) => name.startsWith(folder))))
  if (office) return { kind: office.kind }
  const other = whole ? OTHER_ZIPS.find(({ member }) => has(member)) : undefined
  return other ? { kind: 'unsupported', format: other.format, binary: true } : { kind: 'archive' }
}

function oleKind(bytes: Uint8Array): Sniffed {
  const names = new Set(oleNames(bytes).map((name) => name.toLowerCase()))
  const found = OLE_STREAMS.find(([name]) => names.has(name))
  if (found) return { kind: found[1] }
  // Without its directory it is a broken file, most likely the commonest one: that reader says what is wrong with it.
  if (!names.has('root entry')) return { kind: 'doc' }
  return { kind: 'unsupported', format: names.has('powerpoint document') ? 'PowerPoint 97–2003 演示（.ppt）' : 'Office 97–2003 文档', binary: true }
}

function textKind(head: string, name: string): Sniffed {
  if (head.startsWith('{\\rtf')) return { kind: 'rtf' }
  if (WORD_XML.test(head)) return { kind: 'docx' }
  if (MAIL.test(head) || (MAIL_NAME.test(name) && /^[a-z-]{2,40}:/.test(head))) return { kind: 'mhtml' }
  if (PAGE.test(head) || (/^</.test(head) && (PAGE_NAME.test(name) || (!TEXT_NAME.test(name) && TAG.test(head))))) return { kind: 'html' }
  if (/\.jsonl?$/i.test(name) && /^[[{]/.test(head)) return { kind: 'unsupported', format: 'JSON 数据', binary: false }
  if (/\.(?:csv|tsv)$/i.test(name)) return { kind: 'csv' }
  return { kind: /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt' }
}

/** Office systems export Word documents as one XML file and call it .doc. */
const WORD_XML = /^<\?xml[^>]{0,400}>\s*(?:<\?mso-application progid="word\.document"\?>|<w:worddocument\b|<pkg:package\b)/
/** Before a page's first element there may be a declaration and comments, which browsers write when they save. */
const PAGE = /^(?:<\?xml[^>]{0,400}>\s*)?(?:<!--(?:(?!-->)[^]){0,3000}-->\s*)*<(?:!doctype\s+html|html[\s>])/
/** Pages of careless programs begin in the middle; text that is called text may begin with a sign of its own. */
const TAG = /^(?:<!--(?:(?!-->)[^]){0,3000}-->\s*)*<(?:head|body|meta|title|div|p|table|style|script|center|font|span|h[1-6])[\s>]/
const PAGE_NAME = /\.(?:html?|shtml|xhtml)$/i
const TEXT_NAME = /\.(?:txt|text|md|markdown|csv|tsv)$/i
const MAIL = /^(?:[a-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?mime-version:\s*1/
const MAIL_NAME = /\.(?:eml|mht|mhtml)$/i

function starts(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte)
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
