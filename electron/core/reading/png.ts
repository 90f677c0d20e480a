/** Writes PNG files of decoded pictures: a format that has the pixels alone gives the window nothing it can draw. */
import { crc32, deflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Rows from the top: one bit for each pixel and rows of whole bytes, or three or four bytes for each (red, green, blue, how opaque). */
  readonly kind: 'bits' | 'rgb' | 'rgba'
  readonly data: Uint8Array | Uint8ClampedArray
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Bits of a channel, and the standard's number for what a pixel is. */
const KINDS = { bits: [1, 0, 0], rgb: [8, 2, 3], rgba: [8, 6, 4] } as const
/** Fast: photographs hardly get smaller by trying longer. */
const LEVEL = 3

/** null when there are fewer bytes than the size asks for. */
export function encodePng({ width, height, kind, data }: Pixels): Uint8Array | null {
  const [bits, colour, step] = KINDS[kind]
  const row = step === 0 ? Math.ceil(width / 8) : width * step
  if (width < 1 || height < 1 || data.length < row * height) return null
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, bits)
  head.setUint8(9, colour)
  return Buffer.concat([SIGNATURE, chunk('IHDR', new Uint8Array(head.buffer)), chunk('IDAT', deflateSync(filtered(data, { row, height, step }), { level: LEVEL })), chunk('IEND', new Uint8Array(0))])
}

/** Each byte as the difference from the same channel of the pixel before it ("Sub" of the standard), rows of single bits as they are. */
function filtered(data: Pixels['data'], { row, height, step }: { readonly row: number; readonly height: number; readonly step: number }): Uint8Array {
  const found = new Uint8Array((row + 1) * height)
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * row, y * (row + 1)]
    found[to] = step === 0 ? 0 : 1
    if (step === 0) found.set(data.subarray(from, from + row), to + 1)
    else for (let x = 0; x < row; x++) found[to + 1 + x] = (data[from + x] ?? 0) - (x < step ? 0 : (data[from + x - step] ?? 0))
  }
  return found
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const found = Buffer.alloc(12 + data.length)
  found.writeUInt32BE(data.length, 0)
  found.write(name, 4, 'latin1')
  found.set(data, 8)
  found.writeUInt32BE(crc32(found.subarray(4, 8 + data.length)), 8 + data.length)
  return found
}
