/**
 * JSON plus Date, Uint8Array and undefined, for the loopback host. Small on purpose: the contract allows no other kinds.
 * Objects are rebuilt without a prototype chain surprise: `__proto__` in a message becomes an own property.
 */
export const stringify = (value: unknown): string => JSON.stringify(pack(value))
export const parse = (text: string): unknown => unpack(JSON.parse(text))

const TAG = '$'

function record(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries)
}

function pack(value: unknown): unknown {
  if (value === undefined) return { [TAG]: 'undefined' }
  if (value instanceof Date) return { [TAG]: 'date', value: value.getTime() }
  if (value instanceof Uint8Array) {
    let text = ''
    for (let i = 0; i < value.length; i += 0x8000) text += String.fromCharCode(...value.subarray(i, i + 0x8000))
    return { [TAG]: 'bytes', value: btoa(text) }
  }
  if (Array.isArray(value)) return value.map(pack)
  if (value !== null && typeof value === 'object') {
    const packed = record(Object.entries(value).map(([key, item]) => [key, pack(item)]))
    return Object.hasOwn(packed, TAG) ? { [TAG]: 'object', value: packed } : packed
  }
  return value
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const tag = entries.find(([key]) => key === TAG)
  if (!tag) return record(entries.map(([key, item]) => [key, unpack(item)]))
  const content: unknown = entries.find(([key]) => key === 'value')?.[1]
  switch (tag[1]) {
    case 'undefined':
      return undefined
    case 'date':
      return new Date(Number(content))
    case 'bytes':
      return Uint8Array.from(atob(String(content)), (character) => character.charCodeAt(0))
    case 'object':
      return record(Object.entries(content ?? {}).map(([key, item]) => [key, unpack(item)]))
    default:
      throw new TypeError('wire: unknown tag')
  }
}
