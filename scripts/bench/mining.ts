/** Looking for new words in the real texts of the corpus: processor time and memory; `--show 200` prints the first of what was found. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeKind } from '../../electron/core/describing/kind.ts'
import { createSegmenter, loadDictionary, type MinedText, mineWords } from '../../electron/core/language/index.ts'
import { choose } from './corpus.ts'
import { publish } from './table.ts'

const { values } = parseArgs({ options: { texts: { type: 'string', default: '30000' }, show: { type: 'string', default: '0' } } })
const wanted = Number(values.texts)
const segmenter = createSegmenter({ dictionary: loadDictionary(join(resolve(import.meta.dirname, '..', '..'), 'content')) })
segmenter.warm()
const pieces = await choose(wanted)
const cases = pieces.map(({ title, text }) => judgeKind({ title, headings: [], body: text }).kind === 'case')
function* texts(): Generator<MinedText> {
  // A corpus that is smaller than what was asked for is gone through again.
  for (let entry = 1; entry <= wanted; entry++) {
    const at = (entry - 1) % pieces.length
    const piece = pieces[at]
    if (piece) yield { entry, title: piece.title, body: piece.text, isCase: cases[at] === true }
  }
}
const characters = texts().reduce((sum, { title, body }) => sum + title.length + body.length, 0)
const before = process.memoryUsage.rss()
let most = before
const [began, worked] = [performance.now(), process.cpuUsage().user]
const found = await mineWords({
  total: wanted,
  texts,
  knowledge: segmenter,
  bodyOf: (entry) => pieces[(entry - 1) % pieces.length]?.text ?? '',
  pause: async () => {
    most = Math.max(most, process.memoryUsage.rss())
    await new Promise((resume) => { setImmediate(resume) })
    return true
  },
  progress: () => undefined,
})
const few = wanted <= 30_000
process.exitCode = publish('mining', [
  { what: 'texts', value: wanted, unit: '' },
  { what: 'characters', value: characters / 1e6, unit: 'M' },
  { what: 'processor time', value: (process.cpuUsage().user - worked) / 1e6, unit: 's', ...(few ? { target: { value: 30, better: 'less' } } : {}) },
  { what: 'time', value: (performance.now() - began) / 1000, unit: 's' },
  { what: 'memory above what was there', value: (most - before) / 2 ** 20, unit: 'MB', target: { value: 300, better: 'less' } },
  { what: 'words found', value: found?.length ?? 0, unit: '' },
]) ? 0 : 1
for (const { text, count, entries, quoted } of (found ?? []).slice(0, Number(values.show))) console.log(`${text}\t${String(count)}\t${String(entries)}\t${String(quoted)}`)
