import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, type Label } from '../../../electron/core/reading/index.ts'
import { SIMPLIFIED, TRADITIONAL } from '../../fixtures/reading/texts.ts'
import { BOM, encodable, encode, join } from './encode.ts'

const LABELS: readonly Label[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5']
const LENGTHS = [16, 24, 32, 64, 200]

/** Every text, alone and run together with its neighbours, cut to each length from several places. */
function snippets(texts: readonly string[]): readonly string[] {
  const all = texts.join('\n')
  return LENGTHS.flatMap((length) => Array.from({ length: 24 }, (_, i) => Math.floor((i * (all.length - length)) / 24)).map((at) => all.slice(at, at + length)))
}
const matrix = (texts: readonly string[], labels: readonly Label[]): readonly { readonly text: string; readonly label: Label; readonly bytes: Uint8Array }[] =>
  snippets(texts).flatMap((text) => labels.flatMap((label) => {
    const bytes = encodable(text, label)
    return bytes ? [{ text, label, bytes }] : []
  }))

const outcome = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

describe('the encoding of a snippet of 16 to 200 characters is told without a mark', () => {
  it.each([
    ['simplified', SIMPLIFIED, ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']],
    ['traditional', TRADITIONAL, ['utf-8', 'big5', 'utf-16le', 'utf-16be']],
  ] as const)('%s', (_, texts, labels) => {
    const cases = matrix(texts, labels)
    expect(cases.length).toBeGreaterThan(400)
    const wrong = cases.filter(({ text, label, bytes }) => {
      const found = outcome(() => decode(bytes))
      return !(typeof found === 'object' && found !== null && 'text' in found && found.text === text && JSON.stringify(found).includes(`"label":"${label}"`))
    })
    expect(wrong.map(({ text, label }) => `${label}: ${text}`)).toEqual([])
  })

  it('also for traditional text that was saved as GB18030', () => {
    const bytes = encode(TRADITIONAL.join('\n'), 'gb18030')
    expect(decode(bytes).decoding).toEqual({ label: 'gb18030', by: 'score', unsure: false })
  })
})

describe('how a text was decoded', () => {
  const text = SIMPLIFIED[0] ?? ''
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('by its byte-order mark, which is no part of the text: %s', (label) => {
    expect(decode(join(BOM[label], encode(text, label)))).toEqual({ text, decoding: { label, by: 'bom', unsure: false }, foreign: [] })
  })
  it('plain ASCII and strict UTF-8 are certain', () => {
    expect(decode(encode('plain text\n', 'utf-8')).decoding).toEqual({ label: 'utf-8', by: 'strict', unsure: false })
    expect(decode(encode('一', 'utf-8')).decoding).toEqual({ label: 'utf-8', by: 'strict', unsure: false })
  })
  it('fewer than eight Han characters in another encoding are unsure', () => {
    expect(decode(encode('加快改革步伐', 'gb18030')).decoding).toEqual({ label: 'gb18030', by: 'score', unsure: true })
  })
  it('one rare word over and over is taken for GB18030, and unsure', () => {
    expect(decode(encode('呵呵哒\r\n'.repeat(8), 'gb18030'))).toEqual({ text: '呵呵哒\r\n'.repeat(8), decoding: { label: 'gb18030', by: 'score', unsure: true }, foreign: [] })
    expect(outcome(() => decode(encode('呵呵哒', 'gb18030')))).toBe('UNDECODABLE')
  })
  it('a few characters in UTF-16 or GB18030 whose bytes happen to be valid UTF-8', () => {
    expect(decode(encode('小小网格员,为何', 'utf-16le'))).toMatchObject({ text: '小小网格员,为何', decoding: { label: 'utf-16le' } })
    expect(decode(Uint8Array.of(0xd2, 0xbb, 0xc2, 0xb7))).toMatchObject({ text: '一路', decoding: { label: 'gb18030', unsure: true } })
  })
  it('English in UTF-16 without a mark', () => {
    expect(decode(encode('Minutes of the neighbourhood meeting\r\n', 'utf-16be'))).toMatchObject({ text: 'Minutes of the neighbourhood meeting\r\n', decoding: { label: 'utf-16be' } })
  })
  it('Greek, Russian and accented Latin in UTF-8 stay what they are', () => {
    for (const foreign of ['Ελληνικά κείμενα για δοκιμή', 'Проверка чтения файла', 'Äpfel, Größe, façade, señor', 'öö']) expect(decode(encode(foreign, 'utf-8')).text).toBe(foreign)
  })
  it('a chosen encoding is obeyed; when it makes no text, what it makes is shown as garbled', () => {
    const bytes = encode(text, 'gb18030')
    expect(decode(bytes, 'gb18030')).toEqual({ text, decoding: { label: 'gb18030', by: 'given', unsure: false }, foreign: [] })
    expect(decode(bytes, 'utf-8')).toEqual({ text: new TextDecoder().decode(bytes), decoding: { label: 'utf-8', by: 'given', unsure: false }, foreign: [], garbled: true })
  })
  it('the mark of UTF-8 before GB18030 is belied by the rest, also when a person chooses what it is', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...encode(text, 'gb18030')])
    expect(decode(bytes)).toMatchObject({ text, decoding: { label: 'gb18030', by: 'score' }, overruled: 'UTF-8' })
    expect(decode(bytes, 'gb18030').text).toBe(text)
  })
  it('NULs that fill the end of a file say nothing of it', () => {
    for (const label of ['utf-8', 'gb18030'] as const) {
      const bytes = Uint8Array.from([...encode(text, label), ...new Uint8Array(4096)])
      expect(decode(bytes)).toMatchObject({ text: text + '\0'.repeat(4096), decoding: { label } })
    }
    expect(outcome(() => decode(new Uint8Array(4096)))).toBe('BINARY')
  })
  it('the end of a long file counts as much as its English beginning', () => {
    const long = `${'All rights reserved. '.repeat(40_000)}\n${SIMPLIFIED.join('\n').repeat(300)}`
    expect(decode(encode(long, 'gb18030')).text).toBe(long)
  })
})

describe('damage is kept where it is, and never grows into a wrong text', () => {
  const text = SIMPLIFIED.join('\n')
  it('UTF-8 cut inside a character at both ends', () => {
    const bytes = encode(text, 'utf-8')
    expect(decode(bytes.subarray(1, -1)).text).toBe(`\uFFFD\uFFFD${text.slice(1, -1)}\uFFFD`)
  })
  it('a stray byte in GB18030 costs one character', () => {
    const bytes = encode(text, 'gb18030')
    const found = decode(join(bytes, [0xff]))
    expect(found.text).toBe(`${text}\uFFFD`)
    expect(found.decoding.label).toBe('gb18030')
  })
  it('a GB18030 line amid UTF-8 is read as what it is', () => {
    const [first = '', second = '', third = ''] = SIMPLIFIED
    const found = decode(join(encode(`${first}\n`, 'utf-8'), encode(`${second}\n`, 'gb18030'), encode(`${first}${third}${first}`, 'utf-8')))
    expect(found.text).toBe(`${first}\n${second}\n${first}${third}${first}`)
    expect(found.foreign).toEqual([{ start: first.length + 1, end: first.length + 1 + second.length }])
    expect(found.decoding.label).toBe('utf-8')
  })
  it('lone surrogates in UTF-16 become replacement characters', () => {
    const bytes = join(BOM['utf-16le'], encode(SIMPLIFIED[0] ?? '', 'utf-16le'), [0x00, 0xd8, 0x41, 0x00])
    expect(decode(bytes).text).toBe(`${SIMPLIFIED[0]}\uFFFDA`)
  })
  it.each<[string, Uint8Array | readonly number[], string]>([
    ['Japanese in Shift_JIS', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd, 0x82, 0xf0, 0x93, 0xc7, 0x82, 0xde, 0x82, 0xb1, 0x82, 0xc6], 'UNDECODABLE'],
    ['Japanese in EUC-JP', [0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xce, 0xca, 0xb8, 0xbe, 0xcf, 0xa4, 0xf2, 0xc6, 0xc9, 0xa4, 0xe0, 0xa4, 0xb3, 0xa4, 0xc8], 'UNDECODABLE'],
    ['Korean in EUC-KR', [0xc7, 0xd1, 0xb1, 0xdb, 0xb7, 0xce, 0x20, 0xbe, 0xb2, 0xc0, 0xce, 0x20, 0xb9, 0xae, 0xc0, 0xe5, 0xc0, 0xd4, 0xb4, 0xcf, 0xb4, 0xd9], 'UNDECODABLE'],
    ['ISO-2022-CN', encode('\u001B$)A\u000E=;Aw\u000F text', 'utf-8'), 'UNDECODABLE'],
    ['HZ', encode('This is ~{<:Ky2;S{#,NpJ)l6HK!#~}', 'utf-8'), 'UNDECODABLE'],
    ['French in Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x20, 0xe9, 0x74, 0xe9, 0x20, 0x64, 0xe9, 0x6a, 0xe0], 'UNDECODABLE'],
    ['UTF-8 that is mostly replacement characters already', encode('\uFFFD\uFFFD\u02B5\uFFFD\uFFFD\uFFFD\uFFFD\u05B5\uFFFD\uFFFD', 'utf-8'), 'UNDECODABLE'],
    ['random bytes', Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3) * 31 + ((i * i) >> 5)) & 255), 'BINARY'],
    ['zeros', new Uint8Array(1000), 'BINARY'],
  ])('%s is refused', (_, bytes, code) => {
    expect(outcome(() => decode(Uint8Array.from(bytes), undefined, 'x'))).toBe(code)
  })
})

describe('decoding again with the label that was found', () => {
  const texts = [...SIMPLIFIED, ...TRADITIONAL]
  it('gives the same text, for every encoding, also of damaged bytes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 2 }), fc.constantFrom(...LABELS), fc.nat(), fc.integer({ min: 0, max: 255 }), (lines, label, at, byte) => {
        const bytes = encodable(lines.join('\r\n'), label)
        if (!bytes) return
        bytes[at % bytes.length] = byte
        const first = outcome(() => decode(bytes))
        if (typeof first !== 'object' || first === null || !('text' in first)) return
        const found = decode(bytes)
        expect(decode(bytes, found.decoding.label).text).toBe(found.text)
      }),
      { numRuns: 300 },
    )
  })
  it('undamaged bytes come back whole from whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 20 })), { minLength: 1, maxLength: 6 }), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (parts, label) => {
        const text = parts.join('\n')
        expect(decode(join(BOM[label], encode(text.toWellFormed(), label))).text).toBe(text.toWellFormed())
      }),
      { numRuns: 200 },
    )
  })
})
