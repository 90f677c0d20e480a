/**
 * How fast articles are described, tagged by practice and read for facts, on texts of the length of a usual write-up, on one core.
 * Keywords belong to the segmenter and are not measured here.
 */
import { join } from 'node:path'
import { describe, loadGazetteer } from '../../electron/core/describing/index.ts'
import { createExtractor } from '../../electron/core/describing/facts/index.ts'
import { createFigures } from '../../electron/core/describing/facts/figures/index.ts'
import { judgeKind } from '../../electron/core/describing/kind.ts'
import { findMentions } from '../../electron/core/describing/mentions.ts'
import { createTagger, loadTaxonomy } from '../../electron/core/describing/practices/index.ts'
import { articleOf } from '../../test/core/describing/article.ts'
import { CASES } from '../../test/core/describing/kind-texts.ts'
import { UNTITLED_CASE } from '../../test/core/describing/texts.ts'
import { publish } from './table.ts'

const LENGTH = 2500
const ROUNDS = 1000
const content = join(import.meta.dirname, '..', '..', 'content')
const gazetteer = loadGazetteer(content)

const from = performance.now()
const taxonomy = loadTaxonomy(content)
const loaded = performance.now() - from
const tag = createTagger(taxonomy)
const extract = createExtractor({ gazetteer })
const figures = createFigures({ gazetteer })
const context = { fileName: 'a.txt', frontMatter: null, gazetteer, segmenter: { keywords: () => [] } }

/** Different stories in a row: one text repeated would fire the same few practices again and again. */
const lines: string[] = [...UNTITLED_CASE]
for (const [, title, body] of CASES) if (lines.join('\n').length < LENGTH) lines.push(`## ${title}`, ...body.split('\n'))
const article = articleOf(lines)
const place = { province: null, city: null, district: null }
const asked = { title: null, body: article.body, paragraphs: article.paragraphs, date: '2024-03-02', place, authors: [] }

/** Counted in the time of the processor, so that what else runs on the machine matters little. */
function perSecond(work: () => void): number {
  for (let n = 0; n < 200; n++) work()
  const before = process.cpuUsage()
  for (let n = 0; n < ROUNDS; n++) work()
  const { user, system } = process.cpuUsage(before)
  return (ROUNDS / (user + system)) * 1_000_000
}

/** What stays in memory when the same work is done a thousand times, after the first hundred. */
function kept(work: () => void): number {
  for (let n = 0; n < 100; n++) work()
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < ROUNDS; n++) work()
  globalThis.gc?.()
  return (process.memoryUsage().heapUsed - before) / 2 ** 20
}

const tags = tag(article)
const facts = extract(asked)
const done = publish('describe', [
  { what: 'characters of the article', value: article.body.length, unit: 'characters' },
  { what: 'practices it shows', value: tags.length, unit: 'practices' },
  { what: 'taxonomy read from its files (the built program does not)', value: loaded, unit: 'ms' },
  { what: 'describe', value: perSecond(() => void describe(article, { ...context, tagger: () => [] })), unit: 'articles/s' },
  { what: '  findMentions', value: perSecond(() => void findMentions(article.body, gazetteer)), unit: 'articles/s' },
  { what: '  judgeKind', value: perSecond(() => void judgeKind({ title: null, headings: [], body: article.body })), unit: 'articles/s' },
  { what: 'tag', value: perSecond(() => void tag(article)), unit: 'articles/s', target: { value: 300, better: 'more' } },
  { what: 'tag what counts as a case', value: perSecond(() => void tag({ ...article, kind: 'case' })), unit: 'articles/s', target: { value: 300, better: 'more' } },
  { what: 'facts it states', value: facts.length, unit: 'facts' },
  { what: 'numbers and formulas', value: perSecond(() => void figures(asked)), unit: 'articles/s' },
  { what: 'all facts', value: perSecond(() => void extract(asked)), unit: 'articles/s' },
  { what: 'tag and all facts', value: perSecond(() => { tag(article); extract(asked) }), unit: 'articles/s', target: { value: 150, better: 'more' } },
  { what: 'memory kept by a thousand more (with --expose-gc)', value: kept(() => { tag(article); extract(asked) }), unit: 'MB' },
  { what: 'describe and tag', value: perSecond(() => void describe(article, { ...context, tagger: tag })), unit: 'articles/s', target: { value: 150, better: 'more' } },
])
process.exitCode = done ? 0 : 1
