/** Columns as bytes and back: so that a start takes over a few arrays in place of hundreds of thousands of rows. Bytes are in the order of the machine; all that we run on have the same. */

/** Parts by name. */
export type Parts = ReadonlyMap<string, Uint8Array>
/** The bytes of a part; they are read when they are asked for. */
export type ReadPart = (name: string) => Uint8Array

/** What was kept cannot be read: by another version, or damaged. */
export class Unreadable extends Error {}

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

export const bytesOf = (numbers: Numbers): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** A copy, since parts may begin anywhere in memory and arrays may not. */
export function numbersOf<N extends Numbers>(bytes: Uint8Array, make: (buffer: ArrayBuffer) => N): N {
  try {
    return make(new Uint8Array(bytes).buffer)
  } catch {
    throw new Unreadable('the length of a part is wrong')
  }
}

const toNumbers = (buffer: ArrayBuffer): Uint32Array<ArrayBuffer> => new Uint32Array(buffer)
export const wordsOf = (bytes: Uint8Array): Uint32Array<ArrayBuffer> => numbersOf(bytes, toNumbers)

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const bytesOfTexts = (texts: readonly string[]): Uint8Array => encoder.encode(JSON.stringify(texts))

export function textsOf(bytes: Uint8Array): readonly string[] {
  try {
    const texts: unknown = JSON.parse(decoder.decode(bytes))
    if (Array.isArray(texts) && texts.every((text) => typeof text === 'string')) return texts
  } catch {
    // Said below.
  }
  throw new Unreadable('a part is no list of texts')
}
