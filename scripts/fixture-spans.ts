/**
 * Prints what cleaning takes out of each shared fixture, to be looked through; with --write, keeps the places in test/fixtures/cleaning/spans.json, without a word of the texts.
 * node scripts/fixture-spans.ts [--write] [part of a file's name ...]   (CASEBOOK_SHARED names the shared folder; default ../shared)
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cleaned, TABLE, tableOf, textsIn } from './fixtures/spans.ts'

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean', default: false } }, allowPositionals: true })
const folder = join(resolve(process.env['CASEBOOK_SHARED'] ?? join(import.meta.dirname, '..', '..', 'shared')), 'fixtures')
const SHOWN = 70

if (values.write) {
  const table = await tableOf(folder)
  writeFileSync(TABLE, `{\n${Object.entries(table).map(([file, spans]) => `  ${JSON.stringify(file)}: ${JSON.stringify(spans)}`).join(',\n')}\n}\n`)
  console.log(`${Object.keys(table).length} files written`)
} else {
  for await (const one of textsIn(folder)) {
    if (positionals.length > 0 && !positionals.some((part) => one.name.includes(part))) continue
    const made = await cleaned(one)
    const taken = made?.accounts.filter(({ fate, rule }) => fate !== 'kept' && rule !== 'whitespace' && rule !== 'markup') ?? []
    if (made === null || taken.length === 0) continue
    console.log(`\n${one.name} (${made.text.length})`)
    for (const { start, end, fate, rule } of taken) console.log(`  ${start}–${end} ${fate} ${rule}: ${made.text.slice(start, Math.min(end, start + SHOWN)).replaceAll('\n', '⏎')}${end - start > SHOWN ? '…' : ''}`)
  }
}
