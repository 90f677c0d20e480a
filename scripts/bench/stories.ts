/**
 * 同源: 2,000 texts of the corpus changed in four ways among as many others; how many are found again, how many wrongly, and how long a fingerprint takes.
 *
 *   node scripts/bench/stories.ts [TEXTS]
 */
import { Converter } from 'opencc-js'
import { fingerprint, likeness, tellsTheSame } from '../../electron/core/describing/stories/index.ts'
import { choose, type Piece } from './corpus.ts'
import { publish, type Figure } from './table.ts'

const count = Number(process.argv[2] ?? 2000)
const traditional = Converter({ from: 'cn', to: 'tw' })

/** Sentences, each kept with 70 %, by a fixed sequence: the same texts in every run. */
function shortened(text: string, seed: number): string {
  let state = seed + 1
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  }
  const parts = text.split(/(?<=[。！？\n])/u)
  return parts.filter(() => next() < 0.7).join('')
}
const head = (text: string): string => text.slice(0, Math.ceil(text.length * 0.7))
const wrapped = (text: string): string => text.replaceAll('\n', '').replaceAll(/.{34}/gsu, '$&\n')
const CHANGES: readonly (readonly [string, (text: string, seed: number) => string])[] = [
  ['retitled, with a new lead', (text) => `本网转载\n编者注：以下文章原载他处，标题为编者所加。\n${text}`],
  ['a third of the sentences left out', shortened],
  ['cut to its first 70 %', head],
  ['in 繁体', (text) => traditional(text)],
  ['wrapped at 34 characters', wrapped],
]

const pieces = (await choose(count * 2)).filter(({ text }) => text.length >= 300)
const originals = pieces.filter((_, i) => i % 2 === 0)
const others = pieces.filter((_, i) => i % 2 === 1)
const index = new Map<number, Piece[]>()
let characters = 0
const began = performance.now()
for (const piece of pieces) {
  characters += piece.text.length
  for (const key of fingerprint(piece.text)) index.set(key, [...(index.get(key) ?? []), piece])
}
const seconds = (performance.now() - began) / 1000

const figures: Figure[] = []
let right = 0
let wrong = 0
let missed = 0
const examples: string[] = []
for (const [name, change] of CHANGES) {
  let found = 0
  originals.forEach((piece, seed) => {
    const text = change(piece.text, seed)
    const met = new Set(fingerprint(text).flatMap((key) => index.get(key) ?? []))
    const same = [...met].filter((other) => tellsTheSame(likeness(text, other.text)))
    if (same.includes(piece)) found++
    else missed++
    for (const other of same) {
      // The corpus has reposts of its own: what stands in the original as well is no false find.
      if (other === piece || tellsTheSame(likeness(piece.text, other.text))) right++
      else {
        wrong++
        if (examples.length < 5) examples.push(`${piece.title} | ${other.title}`)
      }
    }
  })
  figures.push({ what: `found again: ${name}`, value: (100 * found) / originals.length, unit: '%' })
}
figures.push({ what: `recall over ${String(CHANGES.length * originals.length)} changed texts`, value: 1 - missed / (CHANGES.length * originals.length), unit: '', target: { value: 0.95, better: 'more' } })
figures.push({ what: 'precision', value: right / (right + wrong), unit: '', target: { value: 0.98, better: 'more' } })
const own = new Set<string>()
for (const piece of others) for (const other of new Set(fingerprint(piece.text).flatMap((key) => index.get(key) ?? []))) if (other !== piece && tellsTheSame(likeness(piece.text, other.text))) own.add([piece.id, other.id].sort().join())
figures.push({ what: 'pairs of the unchanged corpus that tell the same', value: own.size, unit: '' })
figures.push({ what: 'fingerprints', value: pieces.length / seconds, unit: '/s' })
figures.push({ what: 'characters', value: characters / seconds, unit: '/s' })
process.exitCode = publish('stories', figures) ? 0 : 1
for (const line of examples) console.log(line)
