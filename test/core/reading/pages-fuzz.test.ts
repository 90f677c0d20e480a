import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { read } from '../../../electron/core/reading/index.ts'
import { characterMap } from './character-maps.ts'
import { makeOfd, ofdTexts } from './ofd-file.ts'
import { column, jpeg, makePdf, pixels } from './pdf-file.ts'

const TEXT = '东河社区把楼道里的空房间收拾出来，办起了议事角，谁家有事都可以来坐一坐，说一说，十天里解决了七件小事。'
const PDF = makePdf({ pages: [1, 2, 3].map((page) => ({ texts: [...column(TEXT, { x: 72, y: 100, width: 20 }), { x: 280, y: 800, text: `— ${page} —` }], pictures: [{ x: 100, y: 300, width: 200, height: 120, ...jpeg('议事') }, { x: 100, y: 500, width: 200, height: 120, ...pixels(4, 4, '336699') }], links: [{ box: [72, 88, 132, 104], url: 'https://example.org/' }] })), bookmarks: [{ title: '议事角', page: 1 }, { title: '调解桌', page: 2, y: 100 }], info: { Title: '议事角' } })
const OFD = makeOfd({ pages: [1, 2].map(() => ofdTexts(...column(TEXT, { x: 30, y: 40, width: 20, size: 4, step: 7 }))), info: '<ofd:Title>议事角</ofd:Title>' })

/** The file after a few changes: bytes overwritten, a stretch copied over another, an end cut off. */
const changed = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.record({ bytes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }), copy: fc.option(fc.tuple(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1), fc.nat(300))), end: fc.option(fc.nat(bytes.length)) }).map(({ bytes: written, copy, end }) => {
    const made = bytes.slice()
    for (const [at, value] of written) made[at] = value
    if (copy) made.copyWithin(copy[0], copy[1], copy[1] + copy[2])
    return end === null ? made : made.subarray(0, end)
  })

async function readOrRefuse(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const { text, tree } = await read({ name, bytes }, { characterMap })
    expect(tree.position?.end.offset).toBe(text.length)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

describe('a damaged file is read or refused, and nothing else', () => {
  it('PDF', async () => {
    await fc.assert(fc.asyncProperty(changed(PDF), (bytes) => readOrRefuse(bytes, '坏.pdf')), { numRuns: 60 })
  }, 60_000)
  it('OFD', async () => {
    await fc.assert(fc.asyncProperty(changed(OFD), (bytes) => readOrRefuse(bytes, '坏.ofd')), { numRuns: 60 })
  }, 60_000)
})

describe('wherever text stands on a page', () => {
  const placed = fc.record({ x: fc.integer({ min: 20, max: 500 }), y: fc.integer({ min: 20, max: 820 }), text: fc.constantFrom('议事角', '调解桌', '红色楼道', '楼下的树', '十天七件事'), size: fc.integer({ min: 8, max: 30 }), turned: fc.constantFrom(0, 0, 0, 90, 180, 270, 45) })
  const characters = (text: string): string => [...text.replaceAll(/\s/g, '')].sort().join('')

  it('each line that overlaps no other comes out once', async () => {
    const apart = fc.uniqueArray(placed, { minLength: 1, maxLength: 25, selector: ({ x, y }) => `${Math.floor(x / 180)} ${Math.floor(y / 200)}` }).map((texts) => texts.map((text) => ({ ...text, x: 60 + Math.floor(text.x / 180) * 180, y: 80 + Math.floor(text.y / 200) * 200, size: Math.min(text.size, 16), turned: text.turned === 45 ? 0 : text.turned })))
    await fc.assert(fc.asyncProperty(apart, async (texts) => {
      const { text } = await read({ name: '散.pdf', bytes: makePdf({ pages: [{ texts, width: 700, height: 1100 }] }) }, { characterMap })
      expect(characters(text)).toBe(characters(texts.map((one) => one.text).join('')))
    }), { numRuns: 40 })
  }, 60_000)

  it('nothing throws', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(placed, { maxLength: 30 }), { minLength: 1, maxLength: 4 }), (pages) => readOrRefuse(makePdf({ pages: pages.map((texts) => ({ texts })) }), '乱.pdf')), { numRuns: 60 })
  }, 60_000)
})
