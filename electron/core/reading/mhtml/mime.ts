/** MIME as mails and saved pages have it (RFC 2045–2047), on bytes: what part is in which charset only its own head says. */
import { Refusal } from '../../../contract/errors.ts'
import { bytesOf, fromBase64, fromQuotedPrintable, headerText } from './transfer.ts'

/** A part without parts: one page, one picture, one text. */
export interface Leaf {
  /** In lower case: `text/html`. */
  readonly type: string
  readonly charset: string | null
  /** Without its angle brackets. */
  readonly id: string | null
  readonly location: string | null
  readonly name: string
  readonly attached: boolean
  readonly bytes: () => Uint8Array
}
export interface Message {
  readonly header: (name: string) => string | null
  /** In the order of the file. */
  readonly leaves: readonly Leaf[]
  /** The Content-ID of the part that a saved page begins with. */
  readonly start: string | null
  /** The end of the file is missing. */
  readonly cut: boolean
}

const MAX_DEPTH = 12
const MAX_PARTS = 5000
const MAX_HEAD = 256 * 1024

interface Gathering {
  readonly file: string
  readonly leaves: Leaf[]
  start: string | null
  cut: boolean
}

/** `source` holds one character for each byte. Throws CORRUPT, TOO_DEEP, TOO_MANY. */
export function parseMessage(source: string, file: string): Message {
  const gathering: Gathering = { file, leaves: [], start: null, cut: false }
  const { headers } = take(source, gathering, 0)
  return { header: (name) => headers.get(name) ?? null, leaves: gathering.leaves, start: gathering.start, cut: gathering.cut }
}

function take(source: string, into: Gathering, depth: number): { readonly headers: ReadonlyMap<string, string> } {
  const { headers, body } = divide(source)
  const content = valueOf(headers.get('content-type') ?? '')
  const type = content.value.toLowerCase() || 'text/plain'
  if (depth > MAX_DEPTH) throw new Refusal('TOO_DEEP', { file: into.file, limit: String(MAX_DEPTH) })
  if (type.startsWith('multipart/')) {
    into.start ??= content.parameters.get('start')?.replaceAll(/[<>]/g, '') ?? null
    for (const part of partsOf(body, content.parameters.get('boundary') ?? '', into)) take(part, into, depth + 1)
  } else if (type === 'message/rfc822') take(body, into, depth + 1)
  else {
    if (into.leaves.length >= MAX_PARTS) throw new Refusal('TOO_MANY', { file: into.file, count: `${MAX_PARTS} 以上`, limit: String(MAX_PARTS) })
    into.leaves.push(leafOf(headers, content, type, body))
  }
  return { headers }
}

function leafOf(headers: ReadonlyMap<string, string>, content: Value, type: string, body: string): Leaf {
  const disposition = valueOf(headers.get('content-disposition') ?? '')
  const location = headers.get('content-location')?.replaceAll(/\s+/g, '') ?? null
  return {
    type,
    charset: content.parameters.get('charset') ?? null,
    id: headers.get('content-id')?.replaceAll(/[<>\s]/g, '') ?? null,
    location,
    name: headerText(disposition.parameters.get('filename') ?? content.parameters.get('name') ?? location?.split(/[?#]/)[0]?.split('/').at(-1) ?? ''),
    attached: disposition.value.toLowerCase() === 'attachment',
    bytes: () => decoded(body, (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
  }
}

function decoded(body: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return fromBase64(body)
    case 'quoted-printable':
      return fromQuotedPrintable(body)
    default:
      return bytesOf(body)
  }
}

/** The lines of a multipart that begin with its boundary part it; what stands before the first is for old programs only. */
function partsOf(body: string, boundary: string, into: Gathering): readonly string[] {
  if (boundary === '') throw new Refusal('CORRUPT', { file: into.file, reason: '没有写明各部分的分隔标志（boundary）' })
  const mark = `--${boundary}`
  const starts: { readonly line: number; readonly content: number; readonly last: boolean }[] = []
  for (let at = body.startsWith(mark) ? 0 : nextLine(body, mark, 0); at >= 0; at = nextLine(body, mark, at + mark.length)) {
    const end = body.indexOf('\n', at)
    const rest = body.slice(at + mark.length, end < 0 ? undefined : end).trim()
    if (rest !== '' && rest !== '--') continue
    starts.push({ line: at, content: end < 0 ? body.length : end + 1, last: rest === '--' })
    if (rest === '--' || starts.length > MAX_PARTS) break
  }
  if (starts.length === 0) throw new Refusal('CORRUPT', { file: into.file, reason: '找不到写明的分隔标志，各部分无法分开' })
  if (starts.at(-1)?.last !== true) into.cut = true
  return starts.flatMap(({ content, last }, index) => (last ? [] : [body.slice(content, starts[index + 1]?.line).replace(/\r?\n$/, '')]))
}

function nextLine(body: string, mark: string, from: number): number {
  const at = body.indexOf(`\n${mark}`, from)
  return at < 0 ? -1 : at + 1
}

/** Head and body; a head without an end has no body. */
function divide(source: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const gap = /^\r?\n|\r?\n[ \t]*\r?\n/.exec(source.slice(0, MAX_HEAD))
  const head = gap === null ? source.slice(0, MAX_HEAD) : source.slice(0, gap.index)
  const headers = new Map<string, string>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const found = /^([!-9;-~]{1,80}):[ \t]*(.*)$/.exec(line)
    const name = found?.[1]?.toLowerCase()
    if (name !== undefined && !headers.has(name)) headers.set(name, found?.[2] ?? '')
  }
  return { headers, body: gap === null ? '' : source.slice(gap.index + gap[0].length) }
}

interface Value {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

/** `text/html; charset="gb2312"`, with RFC 2231's `filename*=utf-8''…`. */
function valueOf(header: string): Value {
  const parameters = new Map<string, string>()
  const text = header.slice(0, 8000)
  for (const [, name = '', quoted, plain = ''] of text.matchAll(/;\s*([\w.*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g)) {
    const value = quoted === undefined ? plain : quoted.replaceAll(/\\(.)/g, '$1')
    const key = name.toLowerCase().replace(/\*$/, '')
    if (!parameters.has(key)) parameters.set(key, name.endsWith('*') ? unescaped(value) : value)
  }
  return { value: (/^[^;\s]*/.exec(text)?.[0] ?? '').trim(), parameters }
}

function unescaped(value: string): string {
  const [, charset = 'utf-8', text = value] = /^([\w-]*)'[^']*'(.*)$/.exec(value) ?? []
  return `=?${charset || 'utf-8'}?Q?${text.replaceAll('=', '=3D').replaceAll('%', '=')}?=`
}
