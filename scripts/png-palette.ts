/** A screenshot as a PNG of at most 256 colours: a third of its size, and the eye sees no difference in a window of text. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const MOST_COLOURS = 256

/** Takes 8-bit RGB or RGBA without interlacing, as browsers write it. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, channels, data } = unpacked(png)
  const pixels = unfiltered(data, width, height, channels)
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const index = new Map<number, number>()
  for (const colour of counts.keys()) index.set(colour, nearest(colour, palette))
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = index.get(colourAt(pixels, (y * width + x) * channels)) ?? 0
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const colourAt = (pixels: Uint8Array, at: number): number => ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)

/** The colours that are there most often, of those that are nearly the same only one. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const palette: number[] = []
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  for (const apart of [12, 6, 0]) {
    for (const colour of byCount) {
      if (palette.length >= MOST_COLOURS) return palette
      if (!palette.includes(colour) && palette.every((other) => distance(colour, other) >= apart * apart)) palette.push(colour)
    }
  }
  return palette
}

function nearest(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Infinity]
  for (const [at, other] of palette.entries()) {
    const far = distance(colour, other)
    if (far < least) [best, least] = [at, far]
  }
  return best
}

const distance = (a: number, b: number): number => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2

function unpacked(png: Buffer): { readonly width: number; readonly height: number; readonly channels: number; readonly data: Buffer } {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [depth, kind] = [png[24], png[25]]
  if (depth !== 8 || (kind !== 2 && kind !== 6) || png[28] !== 0) throw new Error('not a PNG as browsers write it')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), channels: kind === 2 ? 3 : 4, data: inflateSync(Buffer.concat(parts)) }
}

/** Takes back the five filters of PNG, row by row. */
function unfiltered(data: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= channels ? (out[at - channels] ?? 0) : 0
      const up = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (out[at - stride - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
