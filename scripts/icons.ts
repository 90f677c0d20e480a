/**
 * Draws the icons of all systems from `electron/resources/icon.svg`: `node scripts/icons.ts`, after a change of the drawing.
 * The results are committed, because electron-builder would fetch a converter for them from the network.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from './testing/browser.ts'

const folder = resolve(import.meta.dirname, '../electron/resources')
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')

async function draw(sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('drawing needs a browser')
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage()
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`)
  const pictures = new Map<number, Buffer>()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    pictures.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return pictures
}

/** Windows: a directory of pictures, each a whole PNG; 0 stands for 256. */
function ico(pictures: readonly (readonly [size: number, png: Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)])
}

/** macOS: chunks of type, length and PNG. */
function icns(chunks: readonly (readonly [type: string, png: Buffer])[]): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(data.length + 8, 4)
    return Buffer.concat([head, data])
  }
  return chunk('icns', Buffer.concat(chunks.map(([type, png]) => chunk(type, png))))
}

const pictures = await draw([16, 24, 32, 48, 64, 128, 256, 512, 1024])
const picture = (size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0)
writeFileSync(join(folder, 'icon.png'), picture(512))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, picture(size)] as const)))
writeFileSync(
  join(folder, 'icon.icns'),
  icns([['ic11', picture(32)], ['ic12', picture(64)], ['ic07', picture(128)], ['ic13', picture(256)], ['ic08', picture(256)], ['ic14', picture(512)], ['ic09', picture(512)], ['ic10', picture(1024)]]),
)
