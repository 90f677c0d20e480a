/** Bytes of an RTF file to text: each face has a code page, and the document one of its own. */

const BY_CHARSET: Readonly<Record<number, string>> = { 0: 'ansi', 2: 'symbol', 77: 'macintosh', 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250' }
const BY_PAGE: Readonly<Record<number, string>> = { 874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 1250: 'windows-1250', 1251: 'windows-1251', 1253: 'windows-1253', 1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 10000: 'macintosh', 10008: 'gb18030', 10002: 'big5', 54936: 'gb18030', 65001: 'utf-8' }
const WESTERN = 'windows-1252'
const WIDE = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr'])
const decoders = new Map<string, { readonly decode: (bytes: Uint8Array) => string }>()

export const labelOfPage = (page: number): string => BY_PAGE[page] ?? WESTERN
/** null for faces that leave it to the document. */
export const labelOfCharset = (charset: number): string | null => BY_CHARSET[charset] ?? null

/** `face` is null where the face leaves it to the document. */
export function decode(bytes: readonly number[], face: string | null, document: string): string {
  if (face === 'symbol') return bytes.map((byte) => String.fromCharCode(byte < 0x20 ? byte : 0xf000 + byte)).join('')
  if (face !== null && face !== 'ansi') return decoder(face).decode(Uint8Array.from(bytes))
  if (!WIDE.has(document)) return decoder(document).decode(Uint8Array.from(bytes))
  if (face === 'ansi') return decoder(isWide(bytes) ? document : WESTERN).decode(Uint8Array.from(bytes))
  const text = decoder(document).decode(Uint8Array.from(bytes))
  return text.includes('\uFFFD') ? decoder(WESTERN).decode(Uint8Array.from(bytes)) : text
}

/** In a Western face of a Chinese document two bytes of the range of GB 2312 are a Han character; others are quotation marks and dashes. */
function isWide(bytes: readonly number[]): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    if ((bytes[i] ?? 0) < 0xa1 || (bytes[i + 1] ?? 0) < 0xa1) return false
    i++
  }
  return true
}

function decoder(label: string): { readonly decode: (bytes: Uint8Array) => string } {
  const known = decoders.get(label) ?? new TextDecoder(label)
  decoders.set(label, known)
  return known
}
