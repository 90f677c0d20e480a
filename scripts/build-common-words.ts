/**
 * Writes electron/core/language/common-words.ts: how common the commonest words of Chinese reports and laws are.
 * Words and their frequency classes only, counted in the texts of ../shared/corpus. `node scripts/build-common-words.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmenter, foldText } from '../electron/core/language/index.ts'
import { pieces } from './bench/corpus.ts'

/** Rarer than one text in 2^CLASSES says nothing reliable here. */
const CLASSES = 7
const EVERY = 3

const segmenter = createSegmenter()
const holders = new Map<string, number>()
let texts = 0
let read = 0
for await (const { title, text } of pieces()) {
  if (read++ % EVERY !== 0) continue
  texts++
  for (const word of new Set(segmenter.cut(`${title}\n${text.slice(0, 4000)}`).map(foldText))) if (/^(?!第[一二三四五六七八九十百]+)\p{Script=Han}{2,}$/u.test(word)) holders.set(word, (holders.get(word) ?? 0) + 1)
}
const classes: string[][] = Array.from({ length: CLASSES + 1 }, () => [])
for (const [word, count] of [...holders].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) classes[Math.round(Math.log2(texts / count))]?.push(word)

const lines = (words: readonly string[]): string => words.reduce<string[]>((all, word) => {
  const last = all.at(-1)
  if (last === undefined || last.length + word.length > 230) return [...all, word]
  return [...all.slice(0, -1), `${last} ${word}`]
}, []).join('\n')
writeFileSync(
  join(import.meta.dirname, '../electron/core/language/common-words.ts'),
  `/** Made by scripts/build-common-words.ts from ${texts.toLocaleString('en')} reports and laws; not edited by hand. Class n: one text in 2^n holds the word. */\nexport const COMMON_WORDS: readonly string[] = [\n${classes.map((words) => `\`${lines(words)}\`,`).join('\n')}\n]\n`,
)
console.log(classes.map((words, n) => `${n}: ${words.length}`).join('  '))
