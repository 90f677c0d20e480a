/** Encoders for tests: the platform only decodes, so the tables are its decoders turned round. */
import type { Label } from '../../../electron/core/reading/index.ts'

function turned(label: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && !/[\uFFFD\uE000-\uF8FF\0-\x7F]/.test(text) && !table.has(text)) table.set(text, [lead, trail])
    }
  }
  return table
}
const tables = { gb18030: turned('gb18030'), big5: turned('big5') }

/** The bytes of `text`; throws when the encoding has none for one of its characters. */
export function encode(text: string, label: Label): Uint8Array {
  const bytes = encodable(text, label)
  if (!bytes) throw new RangeError(`${label} cannot write ${text}`)
  return bytes
}

/** The bytes of `text`, or null when the encoding has none for one of its characters. */
export function encodable(text: string, label: Label): Uint8Array | null {
  if (label === 'utf-8') return new TextEncoder().encode(text)
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (label === 'utf-16le') bytes.push(unit & 0xff, unit >> 8)
    else if (label === 'utf-16be') bytes.push(unit >> 8, unit & 0xff)
    else if (unit < 0x80) bytes.push(unit)
    else {
      const pair = tables[label].get(text.charAt(i))
      if (!pair) return null
      bytes.push(...pair)
    }
  }
  return Uint8Array.from(bytes)
}

export const BOM = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const

export const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
