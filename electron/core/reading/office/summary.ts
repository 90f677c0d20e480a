/** The properties of an older Office file ([MS-OLEPS]): its title, author and date. */
import type { Bytes } from './bytes.ts'
import type { Properties } from './properties.ts'

const [CODE_PAGE, TITLE, AUTHOR, KEYWORDS, CREATED] = [1, 2, 4, 5, 12]
const [STRING, WIDE_STRING, TIME] = [30, 31, 64]
const ENCODINGS: Readonly<Record<number, string>> = { 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 1200: 'utf-16le', 65001: 'utf-8' }
const MOST_PROPERTIES = 200

/** What cannot be read says nothing: a document is more than its properties. */
export function readSummary(stream: Bytes | null): Properties {
  if (stream === null) return {}
  try {
    const section = stream.u32(44)
    const properties = new Map<number, number>()
    for (let i = 0; i < Math.min(stream.u32(section + 4), MOST_PROPERTIES); i++) properties.set(stream.u32(section + 8 + i * 8), section + stream.u32(section + 12 + i * 8))
    const page = properties.get(CODE_PAGE)
    const decoder = new TextDecoder(ENCODINGS[page === undefined ? 1252 : stream.u16(page + 4)] ?? 'windows-1252')
    const text = (id: number): string | undefined => textAt(stream, properties.get(id), decoder)
    const created = properties.get(CREATED)
    return { title: text(TITLE), author: text(AUTHOR), keywords: text(KEYWORDS), created: created === undefined ? undefined : timeAt(stream, created) }
  } catch {
    return {}
  }
}

function textAt(stream: Bytes, at: number | undefined, decoder: { readonly decode: (bytes: Uint8Array) => string }): string | undefined {
  if (at === undefined) return undefined
  const [type, length] = [stream.u32(at), stream.u32(at + 4)]
  if (type === WIDE_STRING) return stream.utf16(at + 8, length).replace(/\0.*$/su, '')
  return type === STRING ? decoder.decode(stream.slice(at + 8, length).bytes).replace(/\0.*$/su, '') : undefined
}

/** Times count tenths of microseconds from 1601; Chinese computers keep them in universal time. */
function timeAt(stream: Bytes, at: number): string | undefined {
  if (stream.u32(at) !== TIME) return undefined
  const milliseconds = (stream.u32(at + 8) * 2 ** 32 + stream.u32(at + 4)) / 10_000 - 11_644_473_600_000
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980 || date.getUTCFullYear() > 9999 ? undefined : date.toISOString()
}
