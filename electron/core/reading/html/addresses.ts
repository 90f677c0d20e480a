/** Where links and pictures of a page lead: only addresses that a person may follow by hand, and only pictures that lie in the file itself. */
import type { ReadPicture } from '../document.ts'

export interface Resources {
  /** A picture that came with the page, under the address that the page uses. */
  readonly find: (address: string) => { readonly name: string; readonly bytes: Uint8Array } | null
}
export const NO_RESOURCES: Resources = { find: () => null }

/** `base` makes relative addresses whole; without it they lead nowhere. */
export function linksFrom(base: string | null): (href: string) => string | null {
  return (href) => {
    const address = href.trim()
    if (/^#./.test(address)) return address
    if (!/^https?:\/\//i.test(address) && (base === null || /^[a-z][a-z\d+.-]*:/i.test(address) || address === '')) return null
    const whole = URL.parse(address, base ?? undefined)
    return whole !== null && /^https?:$/.test(whole.protocol) && whole.username === '' && whole.password === '' ? whole.href.slice(0, 2000) : null
  }
}

const MIMES: readonly (readonly [ReadPicture['mime'], number, readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['image/bmp', 0, [0x42, 0x4d]],
]
/** A dot that counts readers is no picture. */
const LEAST_BYTES = 100
const MOST_PICTURES = 500
const MOST_BYTES = 60 * 1024 * 1024

/** Gathers the pictures that a page holds, each once, by what their bytes are. */
export class Pictures {
  readonly found: ReadPicture[] = []
  /** Addresses of pictures that are not in the file. */
  readonly missing = new Set<string>()
  private readonly ids = new Map<string, string | null>()
  private readonly resources: Resources
  private bytes = 0

  constructor(resources: Resources) {
    this.resources = resources
  }

  readonly at = (source: string): string | null => {
    if (source === '') return null
    const known = this.ids.get(source)
    if (known !== undefined) return known
    const id = this.take(source)
    this.ids.set(source, id)
    return id
  }

  private take(source: string): string | null {
    const data = /^data:/i.test(source)
    const resource = data ? dataOf(source) : this.resources.find(source)
    if (resource === null) {
      if (!data) this.missing.add(source)
      return null
    }
    const mime = mimeOf(resource.bytes)
    if (mime === null || resource.bytes.length < LEAST_BYTES || this.found.length >= MOST_PICTURES || this.bytes + resource.bytes.length > MOST_BYTES) return null
    this.bytes += resource.bytes.length
    const id = String(this.found.length + 1)
    this.found.push({ id, name: resource.name === '' ? `${id}.${mime.slice(6)}` : resource.name, mime, bytes: resource.bytes })
    return id
  }
}

export function mimeOf(bytes: Uint8Array): ReadPicture['mime'] | null {
  return MIMES.find(([, at, magic]) => magic.every((byte, index) => bytes[at + index] === byte))?.[0] ?? null
}

function dataOf(source: string): { readonly name: string; readonly bytes: Uint8Array } | null {
  const found = /^data:image\/[\w.+-]+(?:;[\w=-]+)*;base64,/i.exec(source)
  if (!found) return null
  const bytes = base64(source.slice(found[0].length))
  return bytes === null ? null : { name: '', bytes }
}

/** null when it is not base64 at all; a broken end gives what can be read. */
export function base64(text: string): Uint8Array | null {
  const clean = (text.includes('%') ? text.replaceAll(/%2b/gi, '+').replaceAll(/%2f/gi, '/').replaceAll(/%3d/gi, '=') : text).replaceAll(/[^A-Za-z0-9+/]/g, '')
  const whole = clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))
  return whole === '' ? null : Uint8Array.from(atob(whole), (character) => character.charCodeAt(0))
}
