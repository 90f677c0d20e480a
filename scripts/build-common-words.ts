/**
 * Writes electron/core/language/common-words.ts: how common words are in texts of our field.
 * Words and their frequency classes only. Counted in the governance texts of ../shared, which are few, and beside them, as if they were
 * forty of those, in the reports and laws of ../shared/corpus: what only the field says often says little in a library of the field.
 * `node scripts/build-common-words.ts`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadTools, prepareFile } from '../electron/core/jobs/index.ts'
import { createSegmenter, foldText, loadDictionary } from '../electron/core/language/index.ts'
import { corpusFolder, pieces } from './bench/corpus.ts'

/** Rarer than one text in 2^CLASSES says nothing reliable here. */
const CLASSES = 7
const EVERY = 3
/** So many texts of the field weigh as much as all the others. */
const BESIDE = 40
const CUT = 4000

const content = join(import.meta.dirname, '..', 'content')
const segmenter = createSegmenter({ dictionary: loadDictionary(content) })

interface Counted {
  texts: number
  readonly holders: Map<string, number>
}

function count(into: Counted, text: string): void {
  into.texts++
  for (const word of new Set(segmenter.cut(text).map(foldText))) if (/^(?!第[一二三四五六七八九十百]+)\p{Script=Han}{2,}$/u.test(word)) into.holders.set(word, (into.holders.get(word) ?? 0) + 1)
}

const beside: Counted = { texts: 0, holders: new Map() }
let read = 0
for await (const { title, text } of pieces()) if (read++ % EVERY === 0) count(beside, `${title}\n${text.slice(0, CUT)}`)

const field: Counted = { texts: 0, holders: new Map() }
const tools = loadTools(content)
for (const folder of ['governance', 'seeds'].map((name) => resolve(corpusFolder ?? '', '..', name)))
  for (const name of readdirSync(folder).filter((file) => /\.(html|md|txt)$/.test(file)).sort()) {
    const { articles } = await prepareFile({ name, bytes: readFileSync(join(folder, name)) }, tools)
    for (const { article, description } of articles) count(field, `${description.title}\n${article.body.slice(0, CUT)}`)
  }

const share = (word: string): number => ((field.holders.get(word) ?? 0) + (BESIDE * (beside.holders.get(word) ?? 0)) / beside.texts) / (field.texts + BESIDE)
const classes: string[][] = Array.from({ length: CLASSES + 1 }, () => [])
for (const word of new Set([...field.holders.keys(), ...beside.holders.keys()])) classes[Math.round(-Math.log2(share(word)))]?.push(word)
for (const words of classes) words.sort((a, b) => share(b) - share(a) || (a < b ? -1 : 1))

const lines = (words: readonly string[]): string => words.reduce<string[]>((all, word) => {
  const last = all.at(-1)
  if (last === undefined || last.length + word.length > 230) return [...all, word]
  return [...all.slice(0, -1), `${last} ${word}`]
}, []).join('\n')
writeFileSync(
  join(import.meta.dirname, '../electron/core/language/common-words.ts'),
  `/** Made by scripts/build-common-words.ts from ${field.texts} texts of the field and, beside them, ${beside.texts.toLocaleString('en')} reports and laws; not edited by hand. Class n: one text in 2^n holds the word. */\nexport const COMMON_WORDS: readonly string[] = [\n${classes.map((words) => `\`${lines(words)}\`,`).join('\n')}\n]\n`,
)
console.log(classes.map((words, n) => `${n}: ${words.length}`).join('  '))
