/** What every bench ends with: a table to read, and the same figures as JSON to compare. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What the issue asks for, and whether more or less is better; absent where nothing is asked. */
  readonly target?: { readonly value: number; readonly better: 'more' | 'less' }
}

const folder = resolve(import.meta.dirname, '..', '..', 'out', 'bench')
const width = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1), 0)
const pad = (text: string, to: number, right = false): string => (right ? ' '.repeat(Math.max(0, to - width(text))) + text : text + ' '.repeat(Math.max(0, to - width(text))))
const shown = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(Math.abs(value) >= 10 ? 1 : 2))

export const met = ({ value, target }: Figure): boolean => target === undefined || (target.better === 'more' ? value >= target.value : value <= target.value)

/** Prints the figures and writes them to out/bench/NAME.json, with the machine they were measured on. Answers whether all targets are met. */
export function publish(name: string, figures: readonly Figure[]): boolean {
  const rows = figures.map((figure) => [figure.what, shown(figure.value), figure.unit, figure.target ? `${figure.target.better === 'more' ? '≥' : '≤'} ${shown(figure.target.value)} ${met(figure) ? '✓' : '✗'}` : ''])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  console.log(`\n${name}`)
  for (const [what = '', value = '', unit = '', target = ''] of rows) console.log(`  ${pad(what, widths[0] ?? 0)}  ${pad(value, widths[1] ?? 0, true)} ${pad(unit, widths[2] ?? 0)}  ${target}`.trimEnd())
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, at: new Date().toISOString(), machine, figures }, null, 2)}\n`)
  return figures.every(met)
}

/** The value below which `share` of the samples lie; 0 when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
