/**
 * What was meant, in a large library: learning titles and words with their readings, suggestions, nearest wordings, similar entries.
 * node scripts/bench/meaning.ts [--entries 100000]
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createSegmenter, loadDictionary } from '../../electron/core/language/index.ts'
import { loadReader } from '../../electron/core/language/pinyin.ts'
import { Columns } from '../../electron/core/searching/columns.ts'
import { nearestTo } from '../../electron/core/searching/nearest.ts'
import { similarTo } from '../../electron/core/searching/similar.ts'
import { meantBy } from '../../electron/core/searching/sounds.ts'
import { rowOf } from '../../electron/core/searching/store.ts'
import { suggestions } from '../../electron/core/searching/suggest.ts'
import { Vocabulary } from '../../electron/core/searching/vocabulary.ts'
import { pieces } from './corpus.ts'
import { type Figure, percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '100000' } } })
const root = resolve(import.meta.dirname, '..', '..')
const CUT = 600
const KEYWORDS = 20
const TIMES = 20

console.log('reading the corpus and cutting words …')
const dictionary = loadDictionary(`${root}/content`)
const segmenter = createSegmenter({ dictionary })
const read: { readonly title: string; readonly keywords: readonly string[] }[] = []
for await (const { title, text } of pieces()) {
  const words = [...new Set(segmenter.cut(`${title}${text.slice(0, CUT)}`).filter((word) => /^\p{Script=Han}{2,}$/u.test(word)))]
  if (title.trim() !== '') read.push({ title: title.trim(), keywords: words.slice(0, KEYWORDS) })
}

/** Milliseconds of processor time, which other programs on the machine leave alone; told by the clock of the system, a few milliseconds coarse, so that each action is done several times. */
function worked(action: () => void): number {
  const from = process.threadCpuUsage()
  for (let i = 0; i < TIMES; i++) action()
  const { user, system } = process.threadCpuUsage(from)
  return (user + system) / 1000 / TIMES
}

const entries = Number(values.entries)
const columns = new Columns()
const filed = { tags: 1, brands: [], platforms: [], people: [], labels: [], rights: 'cite', status: 'active', review: 'accepted' } as const
for (let seq = 1; seq <= entries; seq++) {
  // The beginning of one title and the end of another, the words of two texts: more entries than the corpus has, none like another.
  const [one, other] = [read[seq % read.length], read[(seq * 7919 + 13) % read.length]]
  const title = seq <= read.length ? (one?.title ?? '') : `${one?.title.slice(0, 9) ?? ''}${other?.title.slice(-9) ?? ''}`
  const keywords = seq <= read.length ? (one?.keywords ?? []) : [...(one?.keywords.slice(0, KEYWORDS / 2) ?? []), ...(other?.keywords.slice(KEYWORDS / 2) ?? [])]
  columns.put(rowOf({ ...filed, seq, revision: 1, kind: 'case', origin: 'imported', title, place: { province: '某省', city: null, district: null }, date: null, source: null, authors: [], keywords, practices: [`p${seq % 11}`, `q${seq % 57}`], index: { title: '', keywords: '', body: '', notes: '', characters: '' } }))
}

const known = { dictionary: dictionary.map(({ word }) => word), practices: [], labels: [] }
const vocabulary = new Vocabulary(columns, () => known)
let longest = 0
let from = process.threadCpuUsage()
const began = process.threadCpuUsage()
const memory = process.memoryUsage().rss
await loadReader()
await vocabulary.learn(async () => {
  const { user, system } = process.threadCpuUsage(from)
  longest = Math.max(longest, (user + system) / 1000)
  await new Promise((resume) => setImmediate(resume))
  from = process.threadCpuUsage()
}, () => false)
const learning = process.threadCpuUsage(began)
const grown = (process.memoryUsage().rss - memory) / 1e6
const reader = await loadReader()

const TYPED = ['网', '网格', '网格员', '矛盾', '治理', '社区', '中国', '发展', '调解', '停车', '国', '一', 'w', 'wg', 'wgy', 'tiaojie', 'shequ', 'zhongguo', 'fazhan', 'jingji', 'x', 'gaozhiliang', '12345', '习近平', '会议']
const suggesting = TYPED.map((typed) => worked(() => void suggestions(typed, vocabulary, [], 8, () => true)))
const WRONG = ['网各员', '格网', '调节', '矛盾纠分', '社区志理', '停车南', '高质量发占', '综治中兴', '信防', '经济发站']
const nearing = WRONG.map((typed) => worked(() => void nearestTo(typed, vocabulary, reader, 15)))
const LETTERS = ['wanggeyuan', 'wgy', 'tiaojie', 'zhongguo', 'jingjifazhan', 'shgzh', 'gaozhiliangfazhan', 'xinfang']
const sounding = LETTERS.map((letters) => worked(() => void meantBy(letters, vocabulary, () => true)))
const alike = Array.from({ length: 60 }, (_, i) => 1 + Math.floor((i * entries) / 60)).map((seq) => worked(() => void similarTo(seq, columns.alive, columns, 6)))

const spread = (what: string, times: readonly number[], target?: number): Figure[] => [
  { what: `${what}: p50`, value: percentile(times, 0.5), unit: 'ms' },
  { what: `${what}: p95`, value: percentile(times, 0.95), unit: 'ms', ...(target === undefined ? {} : { target: { value: target, better: 'less' as const } }) },
  { what: `${what}: max`, value: Math.max(...times), unit: 'ms' },
]
const met = publish('meaning', [
  { what: 'entries', value: entries, unit: '' },
  { what: 'distinct keywords', value: columns.keywords.names.size, unit: '' },
  { what: 'learning all in the background, processor time', value: (learning.user + learning.system) / 1e6, unit: 's' },
  { what: 'longest portion of it, processor time', value: longest, unit: 'ms' },
  { what: 'memory it takes', value: grown, unit: 'MB' },
  ...spread('suggestions', suggesting, 5),
  ...spread('what letters mean', sounding),
  ...spread('nearest wording', nearing),
  ...spread('similar entries', alike, 30),
])
process.exitCode = met ? 0 : 1
