import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { read } from '../../../electron/core/reading/index.ts'
import { expectLawful } from '../cleaning/law.ts'
import { refusalOf } from './refusal.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
const PNG = bytes('89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001149444154789c63f8cfc0004460e23f03001df003fda03309890000000049454e44ae426082')
const GIF = bytes('47494638396101000100800000ff000000000021f90400000000002c00000000010001000002024401003b')
const JPEG = bytes('ffd8ffe000104a46494600010100000100010000ffd90000')
/** The longest beginning of each that does not hold its end. */
const LAST: Readonly<Record<string, number>> = { png: PNG.length - 1, gif: GIF.length - 1, jpg: JPEG.indexOf(0xd9) }
const open = (name: string, of: Uint8Array) => read({ name, bytes: of }, { characterMap: () => null })

describe('a picture by itself', () => {
  it.each([['柳荫巷/议事亭.png', PNG, 'image/png'], ['议事亭.gif', GIF, 'image/gif'], ['议事亭.jpg', JPEG, 'image/jpeg']])('%s is an entry without words that keeps it', async (name, of, mime) => {
    const document = await open(name, of)
    expect(document).toMatchObject({ format: 'image', text: '', pictures: [{ id: '1', name: name.split('/').at(-1), mime, bytes: of }] })
    const cleaned = clean(document)
    expectLawful(document, cleaned)
    expect(cleaned.articles.map(({ title, body, pictures }) => [title, body, pictures.map(({ id }) => id)])).toEqual([[null, '［图片］', ['1']]])
  })

  it.each([['png', PNG], ['gif', GIF], ['jpg', JPEG]])('a %s that was cut off is refused wherever it was cut', async (ending, of) => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 9, max: LAST[ending] ?? 9 }), async (length) => {
      expect((await refusalOf(open(`断.${ending}`, of.subarray(0, length))))?.code).toBe('CORRUPT')
    }))
  })

  it('under the name of a document is not what somebody meant', async () => {
    expect(await refusalOf(open('报告.docx', PNG))).toMatchObject({ code: 'UNSUPPORTED', details: { format: 'PNG 图片' } })
  })
})
