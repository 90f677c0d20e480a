/**
 * What each weight of relevance is worth: nDCG@10 of graded queries over the governance texts, and MRR@10 of headlines that lead to articles of which only the body is indexed.
 * node scripts/bench/ranking.ts [--items 300] [--documents 4000]
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadTools, prepareFile } from '../../electron/core/jobs/prepare-file.ts'
import { createSegmenter, createThesaurus, foldText, loadDictionary, loadSynonyms } from '../../electron/core/language/index.ts'
import { asideOf, type EntryText, type IndexEntry, indexText, openIndex, type SearchIndex } from '../../electron/core/searching/index.ts'
import { WEIGHTS, type Weights } from '../../electron/core/searching/score.ts'
import { choose, corpusFolder } from './corpus.ts'
import { type Figure, publish } from './table.ts'

const { values } = parseArgs({ options: { items: { type: 'string', default: '300' }, documents: { type: 'string', default: '4000' } } })
const root = resolve(import.meta.dirname, '..', '..')
const content = join(root, 'content')
const Graded = z.array(z.strictObject({ query: z.string(), grades: z.record(z.string(), z.int().min(0).max(3)) }))
const graded = Graded.parse(JSON.parse(readFileSync(join(root, 'test/core/searching/graded.json'), 'utf8')))
const SEEN = 10

interface Text extends EntryText {
  readonly date: string | null
}
const segmenter = createSegmenter({ dictionary: loadDictionary(content) })
const thesaurus = createThesaurus(loadSynonyms(content))
/** One object, whose values are exchanged: the index reads them anew with each question. */
const weights: { -readonly [Name in keyof Weights]: Weights[Name] } = { ...WEIGHTS }

async function over(texts: readonly Text[]): Promise<SearchIndex> {
  const bySeq = new Map(texts.map((text) => [text.seq, text]))
  const index = openIndex(':memory:', {
    library: {
      texts: (seqs) => seqs.flatMap((seq) => bySeq.get(seq) ?? []),
      revisions: () => texts.map(({ seq }) => ({ seq, ...FILED, revision: 1 })),
      load: (seqs) => seqs.flatMap((seq) => bySeq.get(seq) ?? []).map(entryOf),
      tagged: () => [],
      stories: () => [],
    },
    segmenter: () => segmenter,
    thesaurus: () => thesaurus,
    weights,
  })
  await index.catchUp()
  return index
}
const FILED = { tags: 1, practices: [], brands: [], platforms: [], people: [], labels: [], rights: 'cite', status: 'active', review: 'accepted' } as const
const entryOf = (text: Text): IndexEntry => ({ ...FILED, seq: text.seq, revision: 1, kind: 'case', origin: 'imported', title: text.title, place: { province: null, city: null, district: null }, date: text.date, source: null, authors: [], keywords: text.keywords, index: indexText(text) })

/** Entries by the names the grades use: a file's number, and behind # the place in it of what is not its first article. */
async function governance(): Promise<{ readonly texts: readonly Text[]; readonly names: ReadonlyMap<number, string> }> {
  const folder = corpusFolder === null ? null : join(corpusFolder, '..', 'governance')
  if (folder === null) throw new Error('this bench needs the shared texts')
  const tools = await loadTools(content)
  const names = new Map<number, string>()
  const texts: Text[] = []
  for (const name of readdirSync(folder).filter((one) => /^\d/.test(one)).sort()) {
    const { articles } = await prepareFile({ name, bytes: readFileSync(join(folder, name)) }, tools)
    for (const { article, description } of articles) {
      const seq = texts.length + 1
      names.set(seq, `${name.replace(/\.\w+$/, '')}${article.ordinal > 1 || articles.length > 1 ? `#${article.ordinal}` : ''}`)
      texts.push({ seq, title: description.title, body: article.body, keywords: description.keywords, date: article.date.value, ...asideOf({ ...article, media: article.source.media }) })
    }
  }
  return { texts, names }
}

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2)

function ndcg(index: SearchIndex, names: ReadonlyMap<number, string>): number {
  const scores = graded.map(({ query, grades }) => {
    const found = index.search({ query, limit: SEEN }).hits.map(({ seq }) => grades[names.get(seq) ?? ''] ?? 0)
    const ideal = Object.values(grades).sort((a, b) => b - a).slice(0, SEEN)
    const sum = (all: readonly number[]): number => all.reduce((total, grade, place) => total + gain(grade, place), 0)
    return sum(found) / sum(ideal)
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** Real texts without their titles, and the titles that must lead to some of them. */
async function headlines(): Promise<{ readonly texts: readonly Text[]; readonly items: ReadonlyMap<number, string> }> {
  const items = new Map<number, string>()
  const texts: Text[] = []
  for (const { id, title, text } of await choose(Number(values.documents))) {
    const headed = text.replace(/^[#\s]+/, '')
    const body = (headed.startsWith(title) ? headed.slice(title.length) : headed).trim()
    const seq = texts.length + 1
    const [, year, month, day] = /-(\d{4})(\d{2})(\d{2})-/.exec(id) ?? []
    texts.push({ seq, title: '无题', body, keywords: [], headings: [], notes: [], date: year ? `${year}-${month}-${day}` : null })
    if (title.length >= 8 && !foldText(body).includes(foldText(title))) items.set(seq, title)
  }
  const step = Math.max(1, Math.floor(items.size / Number(values.items)))
  return { texts, items: new Map([...items].filter((_, i) => i % step === 0).slice(0, Number(values.items))) }
}

function mrr(index: SearchIndex, items: ReadonlyMap<number, string>): number {
  let sum = 0
  for (const [seq, query] of items) {
    const place = index.search({ query, limit: SEEN }).hits.findIndex((hit) => hit.seq === seq)
    if (place >= 0) sum += 1 / (place + 1)
  }
  return sum / items.size
}

const gov = await governance()
const unknown = new Set(graded.flatMap(({ grades }) => Object.keys(grades)).filter((name) => ![...gov.names.values()].includes(name)))
if (unknown.size > 0) throw new Error(`no such text: ${[...unknown].join(' ')}`)
const governing = await over(gov.texts)
const news = await headlines()
const known = await over(news.texts)

function measure(change: Partial<Weights>): { readonly ndcg: number; readonly mrr: number } {
  Object.assign(weights, WEIGHTS, change)
  governing.wordsChanged()
  known.wordsChanged()
  return { ndcg: ndcg(governing, gov.names), mrr: mrr(known, news.items) }
}

const TRIED: { readonly [Name in keyof Weights]?: readonly number[] } = { title: [0, 2, 4, 8, 16], heading: [0, 2, 4, 8], keyword: [0, 0.5, 1, 1.5, 3, 6], phrase: [0, 0.5, 1, 2, 4], together: [0, 0.15, 0.3, 0.6, 1], boundary: [0, 0.1, 0.25, 0.5, 1], freshness: [0, 0.01, 0.02, 0.05] }
const figures: Figure[] = [
  { what: 'graded queries', value: graded.length, unit: '' }, { what: 'graded pairs', value: graded.reduce((sum, { grades }) => sum + Object.keys(grades).length, 0), unit: '' }, { what: 'texts of them', value: gov.texts.length, unit: '' },
  { what: 'headlines', value: news.items.size, unit: '' }, { what: 'texts of them', value: news.texts.length, unit: '' },
]
const both = (what: string, change: Partial<Weights>): void => {
  const found = measure(change)
  figures.push({ what: `${what}: nDCG@10`, value: found.ndcg, unit: '' }, { what: `${what}: MRR@10`, value: found.mrr, unit: '' })
  console.log(`${what.padEnd(24)} ${found.ndcg.toFixed(4)} ${found.mrr.toFixed(4)}`)
}
both('as it is', {})
for (const [name, tried] of Object.entries(TRIED)) for (const value of tried) both(`${name} ${value}`, { [name]: value })
governing.close()
known.close()
publish('ranking', figures)
