/** The names inside a ZIP or OLE file, read without unpacking anything: they say what the file is. Bounded, and never throws. */

const MOST = 5000
const LOCAL = [0x50, 0x4b, 0x03, 0x04]
const END = [0x50, 0x4b, 0x05, 0x06]
const DIRECTORY = 0x02014b50
const EDGE = 64 * 1024

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Names of the members as their bytes stand, one letter each, with '/' between folders. Of an archive cut short (not `whole`), those at its beginning. */
export function zipNames(bytes: Uint8Array): { readonly names: readonly string[]; readonly whole: boolean } {
  const view = viewOf(bytes)
  const end = lastOf(bytes, END)
  const listed = end < 0 || end + 20 > bytes.length ? [] : listing(bytes, view, view.getUint32(end + 16, true))
  const whole = listed.length > 0
  return { names: (whole ? listed : openings(bytes, view)).map((name) => name.replaceAll('\\', '/').replace(/^\/+/, '')), whole }
}

function listing(bytes: Uint8Array, view: DataView, start: number): readonly string[] {
  const names: string[] = []
  for (let at = start; at + 46 <= bytes.length && names.length < MOST && view.getUint32(at, true) === DIRECTORY; ) {
    const length = view.getUint16(at + 28, true)
    names.push(latin1(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function openings(bytes: Uint8Array, view: DataView): readonly string[] {
  const names: string[] = []
  for (let at = 0; at + 30 <= Math.min(bytes.length, EDGE); at++) {
    if (LOCAL.every((byte, i) => bytes[at + i] === byte)) names.push(latin1(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true))))
  }
  return names
}

function lastOf(bytes: Uint8Array, signature: readonly number[]): number {
  for (let at = bytes.length - signature.length; at >= 0; at--) if (signature.every((byte, i) => bytes[at + i] === byte)) return at
  return -1
}

const FREE = 0xfffffffa

/** Names of the streams and folders of an OLE file ([MS-CFB]); of a broken one, whatever its first sectors tell. */
export function oleNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 512) return []
  const view = viewOf(bytes)
  const size = view.getUint16(30, true) === 12 ? 4096 : 512
  const offset = (sector: number): number => (sector + 1) * size
  const next = (sector: number): number => {
    const table = sector < 109 * (size / 4) ? view.getUint32(76 + 4 * Math.floor(sector / (size / 4)), true) : FREE
    const at = offset(table) + 4 * (sector % (size / 4))
    return table < FREE && at + 4 <= bytes.length ? view.getUint32(at, true) : FREE
  }
  const names: string[] = []
  let sector = view.getUint32(48, true)
  for (let steps = 0; sector < FREE && steps < MOST; steps++, sector = next(sector)) {
    for (let at = offset(sector); at < offset(sector) + size && at + 128 <= bytes.length; at += 128) {
      const length = view.getUint16(at + 64, true)
      if (length >= 2 && length <= 64) names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)))
    }
  }
  return names
}
