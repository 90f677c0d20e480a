/**
 * Scores what the core makes of annotated texts: precision, recall and F1 by kind, with everything missed and everything false. Ends with 1 below the floors.
 * node scripts/score-gold.ts [kind ...] [--gold FOLDER] [--texts FOLDER] [--quiet]   (CASEBOOK_SHARED names the shared folder; default ../shared)
 * `kind` narrows the lists that are printed below the table, and the floors that count: figures, names, or the name of a row.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Gold } from './gold/gold-file.ts'
import { readCases } from './gold/read-case.ts'
import { scoreFile } from './gold/score-case.ts'
import { f1, precision, recall, together, type Score } from './gold/score.ts'

interface Floor {
  readonly of: (score: Score) => number
  readonly label: string
  readonly least: number
}

const P = (least: number): Floor => ({ of: precision, label: 'P', least })
const R = (least: number): Floor => ({ of: recall, label: 'R', least })
const F = (least: number): Floor => ({ of: f1, label: 'F1', least })

/** What the issue asks for, by row. */
const FLOORS: Readonly<Record<string, readonly Floor[]>> = {
  articles: [F(1)],
  'practice tags': [P(0.95), R(0.9)],
  'indicator values': [P(0.99), R(0.98)],
  'indicator measures': [R(0.9)],
  'indicator periods': [R(0.9)],
  formulas: [F(0.9)],
  brands: [F(0.9)],
  platforms: [F(0.9)],
  honours: [F(0.9)],
  people: [F(0.9)],
}
const GROUPS: Readonly<Record<string, (kind: string) => boolean>> = {
  figures: (kind) => kind.startsWith('indicator') || kind === 'formulas',
  names: (kind) => ['brands', 'platforms', 'honours', 'people', 'quotes', 'documents', 'places'].includes(kind),
}

const shared = resolve(process.env['CASEBOOK_SHARED'] ?? join(import.meta.dirname, '..', '..', 'shared'))
const { values, positionals } = parseArgs({ allowPositionals: true, options: { gold: { type: 'string', default: join(shared, 'gold') }, texts: { type: 'string', default: join(shared, 'seeds') }, quiet: { type: 'boolean', default: false } } })
const asked = ({ kind }: Score): boolean => positionals.length === 0 || positionals.some((word) => GROUPS[word]?.(kind) ?? kind === word)

const scores = together(
  readdirSync(values.gold)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const gold: Gold = JSON.parse(readFileSync(join(values.gold, name), 'utf8'))
      return scoreFile(gold, readCases(gold.file, readFileSync(join(values.texts, gold.file))))
    }),
)

const failed = (score: Score): readonly Floor[] => (FLOORS[score.kind] ?? []).filter(({ of, least }) => of(score) < least)
const share = (value: number): string => value.toFixed(3).padStart(8)

console.log(`${'kind'.padEnd(24)}${'wanted'.padStart(8)}${'right'.padStart(8)}${'found'.padStart(8)}${'P'.padStart(8)}${'R'.padStart(8)}${'F1'.padStart(8)}`)
for (const score of scores) {
  const below = failed(score).map(({ label, least }) => `${label} below ${least}`)
  console.log(`${score.kind.padEnd(24)}${String(score.wanted).padStart(8)}${String(score.right).padStart(8)}${String(score.found).padStart(8)}${share(precision(score))}${share(recall(score))}${share(f1(score))}  ${below.join(', ')}`.trimEnd())
}
if (!values.quiet) {
  for (const { kind, misses, wrong } of scores.filter(asked)) {
    for (const miss of misses) console.log(`- ${kind}: ${miss}`)
    for (const one of wrong) console.log(`+ ${kind}: ${one}`)
  }
}
process.exitCode = scores.filter(asked).some((score) => failed(score).length > 0) ? 1 : 0
