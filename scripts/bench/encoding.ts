/**
 * Which encoding a text is in, told from its bytes alone: six encodings × 200 texts × lengths from 40 bytes.
 * node scripts/bench/encoding.ts [--texts 200] [--wrong]   (--wrong prints what was told wrongly)
 */
import { parseArgs } from 'node:util'
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js/cn2t'
import { decode, type Label } from '../../electron/core/reading/index.ts'
import { SIMPLIFIED } from '../../test/fixtures/reading/texts.ts'
import { corpusFolder, pieces } from './corpus.ts'
import { publish, type Figure } from './table.ts'

const { values } = parseArgs({ options: { texts: { type: 'string', default: '200' }, wrong: { type: 'boolean', default: false } } })
const LENGTHS = [40, 64, 100, 200, 500, 1000, 4000]
const ENCODINGS: readonly { readonly name: string; readonly label: Label; readonly mark: readonly number[]; readonly traditional: boolean }[] = [
  { name: 'UTF-8', label: 'utf-8', mark: [], traditional: false },
  { name: 'UTF-8 with a mark', label: 'utf-8', mark: [0xef, 0xbb, 0xbf], traditional: false },
  { name: 'UTF-16LE', label: 'utf-16le', mark: [], traditional: false },
  { name: 'UTF-16BE', label: 'utf-16be', mark: [], traditional: false },
  { name: 'GB18030', label: 'gb18030', mark: [], traditional: false },
  { name: 'Big5', label: 'big5', mark: [], traditional: true },
]
const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Every so-manieth of the real texts; without them, our own by turns. */
async function texts(count: number): Promise<readonly string[]> {
  if (corpusFolder === null) return Array.from({ length: count }, (_, i) => SIMPLIFIED.slice(i % SIMPLIFIED.length).concat(SIMPLIFIED).join('\n'))
  const all: string[] = []
  for await (const { text } of pieces()) if (text.length > 2500) all.push(text)
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? '')
}

/** As much of the text from `from` on as fills `length` bytes with whole characters; what the encoding cannot write is left out. */
function snippet(text: string, from: number, length: number, label: Label): { readonly text: string; readonly bytes: Uint8Array } {
  let kept = ''
  const parts: Uint8Array[] = []
  let size = 0
  for (const character of text.slice(from)) {
    const bytes = iconv.encode(character, label)
    if (iconv.decode(bytes, label) !== character) continue
    if (size + bytes.length > length) break
    kept += character
    parts.push(bytes)
    size += bytes.length
  }
  return { text: kept, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) }
}

const found = ENCODINGS.map(({ name }) => ({ name, right: 0, of: 0 }))
const byLength = LENGTHS.map((length) => ({ length, right: 0, of: 0 }))
for (const [i, text] of (await texts(Number(values.texts))).entries()) {
  const traditional = toTraditional(text)
  for (const [e, { name, label, mark, traditional: asTraditional }] of ENCODINGS.entries()) {
    for (const [l, length] of LENGTHS.entries()) {
      const source = asTraditional ? traditional : text
      const cut = snippet(source, (i * 37 + l * 11) % Math.max(1, source.length - 2100), length - mark.length, label)
      let told = ''
      try {
        const decoded = decode(Uint8Array.from([...mark, ...cut.bytes]))
        told = decoded.decoding.label === label && decoded.text === cut.text ? 'right' : decoded.decoding.label
      } catch (error) {
        told = error instanceof Error ? error.message : ''
      }
      const right = told === 'right'
      for (const sum of [found[e], byLength[l]]) if (sum) [sum.right, sum.of] = [sum.right + Number(right), sum.of + 1]
      if (!right && values.wrong) console.log(`${name}, ${length} bytes, told ${told}: ${cut.text}`)
    }
  }
}

const share = (what: string, { right, of }: { readonly right: number; readonly of: number }): Figure => ({ what, value: (100 * right) / of, unit: '%' })
const all = found.reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }), { right: 0, of: 0 })
const met = publish('encoding', [...found.map((one) => share(one.name, one)), ...byLength.map((one) => share(`${one.length} bytes`, one)), { ...share(`all ${all.of} snippets`, all), target: { value: 99, better: 'more' } }])
process.exitCode = met ? 0 : 1
