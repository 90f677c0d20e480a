/**
 * Reading, cleaning and describing PDFs of ten pages and OFDs of ten pages by two helpers, as an import does it; texts of our own.
 * node scripts/bench/pages.ts [--files 60]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BY_RULES } from '../../electron/contract/reviewing.ts'
import { createReaderPool } from '../../electron/core/jobs/index.ts'
import { forkedReader } from '../../electron/workers/readers.ts'
import { makeOfd, ofdTexts } from '../../test/core/reading/ofd-file.ts'
import { column, makePdf, type Placed } from '../../test/core/reading/pdf-file.ts'
import { publish } from './table.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '60' } } })
const root = resolve(import.meta.dirname, '..', '..')
const content = join(root, 'content')
const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'))

const WORDS = ['东河社区', '网格员', '议事角', '调解员', '楼道', '每周三下午', '居民', '商量', '把事情写在纸上', '当天回访', '，', '。', '办结', '二十一件', '2025年', '邻里关系']
/** Prose of no meaning, another for each page. */
function prose(length: number, seed: number): string {
  let text = ''
  for (let i = seed; text.length < length; i = (i * 31 + 7) % 9973) text += WORDS[i % WORDS.length] ?? ''
  return text.slice(0, length)
}

const sheet = (n: number): readonly Placed[] => [{ x: 72, y: 50, text: '社区治理工作简报', size: 9 }, ...[0, 1, 2, 3, 4].flatMap((i) => column(prose(260, n * 5 + i), { x: 72, y: 90 + i * 140, width: 38, step: 18 })), { x: 280, y: 810, text: `— ${n} —` }]
const ten = Array.from({ length: 10 }, (_, i) => i + 1)
const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
const MM = 25.4 / 72

async function run(name: string, bytes: Uint8Array, files: number): Promise<{ readonly perSecond: number; readonly characters: number }> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const pool = createReaderPool(() => forkedReader(join(root, 'electron', 'workers', 'reader.ts'), content), { size: 2, timeoutMs: 60_000 })
  const read = async (): Promise<number> => {
    const outcome = await pool.read({ name, path, bytes: null, options: BY_RULES })
    if (!outcome.ok) throw new Error(outcome.fault.message)
    return outcome.file.articles.reduce((sum, { article }) => sum + article.body.length, 0)
  }
  await Promise.all([read(), read()])
  const from = performance.now()
  const found = await Promise.all(Array.from({ length: files }, read))
  const seconds = (performance.now() - from) / 1000
  pool.close()
  return { perSecond: files / seconds, characters: found.reduce((sum, one) => sum + one, 0) / seconds }
}

try {
  const files = Number(values.files)
  const pdf = await run('ten.pdf', makePdf({ pages: ten.map((n) => ({ texts: sheet(n) })) }), files)
  const ofd = await run('ten.ofd', makeOfd({ pages: ten.map((n) => ofdTexts(...sheet(n).map(({ x, y, text, size = 12 }) => ({ x: x * MM, y: (y - size) * MM, text, size: size * MM })))) }), files)
  const large = await run('hundred.pdf', makePdf({ pages: hundred.map((n) => ({ texts: sheet(n) })) }), 4)
  process.exitCode = publish('pages', [
    { what: 'PDF 十页 of ten pages', value: pdf.perSecond, unit: '/s', target: { value: 5, better: 'more' } },
    { what: 'PDF 字 characters', value: pdf.characters, unit: '/s' },
    { what: 'OFD 十页 of ten pages', value: ofd.perSecond, unit: '/s' },
    { what: 'OFD 字 characters', value: ofd.characters, unit: '/s' },
    { what: 'PDF 百页 of a hundred pages', value: large.perSecond, unit: '/s' },
  ]) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
