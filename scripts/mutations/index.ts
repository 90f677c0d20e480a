/**
 * Weakens one defence at a time in the built program and runs its specification, which must fail:
 * `npm run build && node scripts/mutations/index.ts [part of a name | --from part of a name]`. The built files are put back afterwards.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MUTATIONS, type Mutation } from './defences.ts'

const root = resolve(import.meta.dirname, '../..')
const built = ['main', 'preload'].flatMap((folder) => readdirSync(join(root, 'out', folder)).filter((name) => /\.c?js$/.test(name)).map((name) => join(root, 'out', folder, name)))

const report = join(mkdtempSync(join(tmpdir(), 'casebook-mutations-')), 'report.json')

/** The specifications that failed, or why the mutation could not be tried. */
function outcome({ from, to, test }: Mutation): string {
  const originals = built.map((file) => ({ file, text: readFileSync(file, 'utf8') })).filter(({ text }) => text.includes(from))
  if (originals.length === 0) return 'NOT FOUND in the built program'
  try {
    for (const { file, text } of originals) writeFileSync(file, text.replaceAll(from, () => to))
    spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '-c', 'test/vitest.config.ts', '--reporter=json', `--outputFile=${report}`, test], { cwd: root, stdio: 'ignore' })
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: { assertionResults: { status: string; title: string }[]; status: string }[] }
    const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'failed').map(({ title }) => title)
    const broken = failed.length === 0 && testResults.some(({ status }) => status === 'failed')
    return failed.length > 0 ? `caught by: ${[...new Set(failed)].slice(0, 2).join(' · ')}` : broken ? 'caught: the window does not open' : 'SURVIVED'
  } finally {
    for (const { file, text } of originals) writeFileSync(file, text)
  }
}

const [first, second = ''] = process.argv.slice(2)
const begin = first === '--from' ? Math.max(0, MUTATIONS.findIndex(({ name }) => name.includes(second))) : 0
const wanted = first === '--from' ? '' : (first ?? '')
let survived = 0
for (const mutation of MUTATIONS.slice(begin).filter(({ name }) => name.includes(wanted))) {
  const result = outcome(mutation)
  if (!result.startsWith('caught')) survived += 1
  console.log(`${mutation.name}  →  ${result}`)
}
console.log(`${survived} survived`)
process.exitCode = survived === 0 ? 0 : 1
