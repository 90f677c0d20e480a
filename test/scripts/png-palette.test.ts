import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { withPalette } from '../../scripts/png-palette.ts'
import { root } from '../shared.ts'

/** Width, height, colours and the palette's number of each pixel of what `withPalette` writes. */
function read(png: Buffer) {
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [head, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => parts.get(name) ?? Buffer.alloc(0)) as [Buffer, Buffer, Buffer]
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), colours: palette.toString('hex').match(/.{6}/g) ?? [], rows: inflateSync(data) }
}

it('keeps size and colours of a picture with few of them', () => {
  const { width, height, colours, rows } = read(withPalette(readFileSync(join(root, 'electron/resources/icon.png'))))
  expect([width, height, rows.length]).toEqual([512, 512, 512 * 513])
  expect(colours.length).toBeLessThanOrEqual(256)
  expect(new Set(colours).size).toBe(colours.length)
})

it('is told so when a picture is none that a browser writes', () => {
  expect(() => withPalette(readFileSync(join(root, 'electron/resources/first-minute/1-cases.png')))).toThrow('not a PNG as browsers write it')
})

it('made every picture of the first minute 1280 by 800 and at most 120 kB', () => {
  const folder = join(root, 'electron/resources/first-minute')
  const pictures = readdirSync(folder).sort().map((name) => ({ name, png: readFileSync(join(folder, name)) }))
  expect(pictures.map(({ name }) => name)).toEqual(['1-cases.png', '2-search.png', '3-hit.png', '4-practices.png', '5-board.png', '6-cell.png', '7-sentence.png', '8-export.png', '9-pack.png'])
  expect(pictures.filter(({ png }) => png.length > 120_000 || png.readUInt32BE(16) !== 1280 || png.readUInt32BE(20) !== 800)).toEqual([])
  for (const { name } of pictures) expect(readFileSync(join(root, 'README.md'), 'utf8').split(`first-minute/${name}`).length).toBe(3)
})
