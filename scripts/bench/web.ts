/**
 * How much of an article is found in a web page, and how little else: body, title, date and source against expected ones, beside plain @mozilla/readability.
 * node scripts/bench/web.ts [--gold FOLDER]   (FOLDER holds NAME.txt with the expected body of html/NAME.html; pages without one count for the rest only)
 *
 * The pages are those of ../shared/fixtures. F1 is over pairs of neighbouring characters without blanks: right pairs found among all found, and among all expected.
 * For three pages the expected body is what Readability's own tests keep, which favours it; the others were read and put right by hand, and stay outside of the project.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { clean } from '../../electron/core/cleaning/index.ts'
import { decode, read } from '../../electron/core/reading/index.ts'
import { shared } from '../../test/shared.ts'
import { percentile, publish } from './table.ts'

if (shared === null) throw new Error('needs ../shared')
const { values } = parseArgs({ options: { gold: { type: 'string' } } })
const fixtures = join(shared, 'fixtures')

interface Page {
  readonly file: string
  readonly kind: string
  readonly expect: string
  readonly chinese?: boolean
  readonly hostile?: boolean
  readonly text?: readonly string[]
  readonly not?: readonly string[]
  readonly title?: string
  readonly date?: string
  readonly source?: string
  readonly gold?: string
}
interface Found {
  readonly body: string
  readonly title: string
  readonly date: string
  readonly source: string
}

const index: { readonly files: readonly Page[] } = JSON.parse(readFileSync(join(fixtures, 'INDEX.json'), 'utf8'))
const pages = index.files.filter(({ kind, chinese, hostile, expect }) => kind === 'html' && chinese === true && hostile !== true && expect === 'ok')

const bare = (text: string): string => text.replaceAll(/[\s\u00A0\u3000]+/g, '')
const textOf = (html: string): string => parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document.body.textContent ?? ''

function goldOf({ file, gold }: Page): string | null {
  if (gold !== undefined) return textOf(readFileSync(join(fixtures, gold), 'utf8'))
  const own = values.gold === undefined ? '' : join(values.gold, `${basename(file, '.html')}.txt`)
  return own !== '' && existsSync(own) ? readFileSync(own, 'utf8') : null
}

function pairs(text: string): Map<string, number> {
  const counted = new Map<string, number>()
  const characters = [...bare(text)]
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = `${characters[i] ?? ''}${characters[i + 1] ?? ''}`
    counted.set(pair, (counted.get(pair) ?? 0) + 1)
  }
  return counted
}

function f1(found: string, expected: string): number {
  const [a, b] = [pairs(found), pairs(expected)]
  const size = (counted: ReadonlyMap<string, number>): number => [...counted.values()].reduce((sum, count) => sum + count, 0)
  const common = [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0)
  return common === 0 ? 0 : (2 * common) / (size(a) + size(b))
}

async function ours(file: string, bytes: Uint8Array): Promise<Found> {
  const { articles } = clean(await read({ name: basename(file), bytes }, { characterMap: () => null }))
  const first = articles[0]
  return { body: articles.map(({ body }) => body).join('\n'), title: first?.title ?? '', date: first?.date.value ?? '', source: first?.source.media ?? '' }
}

function plain(bytes: Uint8Array): Found {
  const found = new Readability(parseHTML(decode(bytes).text).document).parse()
  return { body: found?.textContent ?? '', title: found?.title ?? '', date: found?.publishedTime ?? '', source: found?.siteName ?? '' }
}

const readers = { ours, plain: async (_: string, bytes: Uint8Array) => plain(bytes) }
const scores = Object.fromEntries(Object.keys(readers).map((name) => [name, { f1: new Array<number>(), kept: [0, 0], out: [0, 0], title: [0, 0], date: [0, 0], source: [0, 0] }]))
const count = (pair: number[] | undefined, right: boolean): void => {
  if (!pair) return
  pair[0] = (pair[0] ?? 0) + (right ? 1 : 0)
  pair[1] = (pair[1] ?? 0) + 1
}

for (const page of pages) {
  const bytes = readFileSync(join(fixtures, page.file))
  const gold = goldOf(page)
  const row: string[] = []
  for (const [name, reader] of Object.entries(readers)) {
    const score = scores[name]
    const found = await reader(page.file, bytes)
    const body = bare(found.body)
    if (gold !== null) {
      const value = f1(found.body, gold)
      score?.f1.push(value)
      row.push(`${name} ${value.toFixed(3)}`)
    }
    for (const text of page.text ?? []) count(score?.kept, body.includes(bare(text)))
    for (const text of page.not ?? []) count(score?.out, !body.includes(bare(text)))
    if (page.title !== undefined) count(score?.title, bare(found.title) === bare(page.title))
    if (page.date !== undefined) count(score?.date, found.date.slice(0, 10) === page.date)
    if (page.source !== undefined) count(score?.source, bare(found.source) === bare(page.source))
  }
  console.log(`${basename(page.file).padEnd(30)} ${row.join('   ')}`)
}

/** All pages again and again, in the time of the processor, cleaning included. */
const contents = pages.map(({ file }) => ({ file, bytes: readFileSync(join(fixtures, file)) }))
const each: number[] = []
const before = process.cpuUsage()
const ROUNDS = 5
for (let round = 0; round < ROUNDS; round++) {
  for (const { file, bytes } of contents) {
    const from = performance.now()
    await ours(file, bytes)
    each.push(performance.now() - from)
  }
}
const { user, system } = process.cpuUsage(before)

const mean = (samples: readonly number[]): number => (samples.length === 0 ? 0 : samples.reduce((sum, value) => sum + value, 0) / samples.length)
const share = ([right = 0, all = 0]: readonly number[] = []): number => (all === 0 ? 100 : (100 * right) / all)
const [mine, theirs] = [scores['ours'], scores['plain']]
const done = publish('web', [
  { what: 'body F1, mean', value: mean(mine?.f1 ?? []), unit: `of ${mine?.f1.length ?? 0} pages`, target: { value: 0.95, better: 'more' } },
  { what: 'body F1, plain Readability', value: mean(theirs?.f1 ?? []), unit: '' },
  { what: 'sentences kept', value: share(mine?.kept), unit: `% of ${mine?.kept[1] ?? 0}`, target: { value: 100, better: 'more' } },
  { what: 'sentences kept, plain', value: share(theirs?.kept), unit: '%' },
  { what: 'furniture gone', value: share(mine?.out), unit: `% of ${mine?.out[1] ?? 0}`, target: { value: 100, better: 'more' } },
  { what: 'furniture gone, plain', value: share(theirs?.out), unit: '%' },
  { what: 'titles', value: share(mine?.title), unit: `% of ${mine?.title[1] ?? 0}`, target: { value: 95, better: 'more' } },
  { what: 'titles, plain', value: share(theirs?.title), unit: '%' },
  { what: 'dates', value: share(mine?.date), unit: `% of ${mine?.date[1] ?? 0}`, target: { value: 95, better: 'more' } },
  { what: 'dates, plain', value: share(theirs?.date), unit: '%' },
  { what: 'sources', value: share(mine?.source), unit: `% of ${mine?.source[1] ?? 0}`, target: { value: 90, better: 'more' } },
  { what: 'pages a second, one core', value: (contents.length * ROUNDS * 1_000_000) / (user + system), unit: 'reading and cleaning', target: { value: 60, better: 'more' } },
  { what: 'a page, half of them below', value: percentile(each, 0.5), unit: 'ms' },
  { what: 'a page, 95 of 100 below', value: percentile(each, 0.95), unit: 'ms' },
])
process.exitCode = done ? 0 : 1
