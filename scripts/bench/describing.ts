/** How fast articles are described, on texts of the length of a usual write-up. Keywords belong to the segmenter, practices to their tagger: neither is measured here. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, loadGazetteer } from '../../electron/core/describing/index.ts'
import { findMentions } from '../../electron/core/describing/mentions.ts'
import { judgeKind } from '../../electron/core/describing/kind.ts'
import { articleOf } from '../../test/core/describing/article.ts'
import { UNTITLED_CASE } from '../../test/core/describing/texts.ts'

const root = join(import.meta.dirname, '..', '..')
const gazetteer = loadGazetteer(join(root, 'content'))
const context = { fileName: 'a.txt', frontMatter: null, gazetteer, tagger: () => [], segmenter: { keywords: () => [] } }
const LENGTH = 2500
const lines: string[] = []
while (lines.join('\n').length < LENGTH) lines.push(...UNTITLED_CASE)
const article = articleOf(lines)

function measure(name: string, work: () => void): { readonly name: string; readonly perSecond: number; readonly charactersPerSecond: number } {
  for (let n = 0; n < 200; n++) work()
  const [from, rounds] = [performance.now(), 2000]
  for (let n = 0; n < rounds; n++) work()
  const perSecond = Math.round((rounds / (performance.now() - from)) * 1000)
  return { name, perSecond, charactersPerSecond: perSecond * article.body.length }
}

const results = [
  measure('describe', () => void describe(article, context)),
  measure('findMentions', () => void findMentions(article.body, gazetteer)),
  measure('judgeKind', () => void judgeKind({ title: null, headings: [], body: article.body })),
]
console.table(results)
mkdirSync(join(root, 'out', 'bench'), { recursive: true })
writeFileSync(join(root, 'out', 'bench', 'describing.json'), `${JSON.stringify({ characters: article.body.length, results }, null, 1)}\n`)
