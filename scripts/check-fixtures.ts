/**
 * Runs the shared fixtures through the import and prints what each kind yields; ends with 1 when something required is not there.
 * node scripts/check-fixtures.ts [kind, or part of a file's name ...]   (CASEBOOK_SHARED names the shared folder; default ../shared)
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { openImporter } from './fixtures/import-one.ts'
import { judge, type Fixture, type Verdict } from './fixtures/judge.ts'

const shared = resolve(process.env['CASEBOOK_SHARED'] ?? join(import.meta.dirname, '..', '..', 'shared'))
const fixtures = join(shared, 'fixtures')
const temporary = mkdtempSync(join(tmpdir(), 'casebook-fixtures-'))
const hostile = join(temporary, 'hostile')
const wanted = process.argv.slice(2)
const COLUMNS = ['imported', 'refused', 'partial', 'text', 'absent', 'title', 'date', 'source', 'author', 'editor', 'encoding', 'articles', 'names', 'warning', 'alive', 'time', 'memory']

interface Row {
  readonly fixture: Fixture
  readonly verdict: Verdict
  readonly ms: number
  readonly megabytes: number
}

/** Right of all; a dot where nothing of the kind is asked. */
const share = (rows: readonly Row[], what: string): string => {
  const [right, of] = rows.reduce(([a, b], { verdict }) => [a + (verdict.checks[what]?.[0] ?? 0), b + (verdict.checks[what]?.[1] ?? 0)], [0, 0])
  return of === 0 ? '·' : right === of ? `${of}` : `${right}/${of}`
}
const line = (name: string, rows: readonly Row[]): string =>
  [name.padEnd(10), `${rows.filter(({ verdict }) => verdict.failures.length === 0).length}/${rows.length}`.padStart(8), ...COLUMNS.map((what) => share(rows, what).padStart(9)), `${Math.round(Math.max(...rows.map(({ ms }) => ms)))}`.padStart(7), `${Math.round(Math.max(...rows.map(({ megabytes }) => megabytes)))}`.padStart(6)].join('')

try {
  execFileSync(process.execPath, [join(fixtures, 'make-hostile.mjs'), hostile], { stdio: 'ignore' })
  const index: { readonly files: readonly Fixture[] } = JSON.parse(readFileSync(join(fixtures, 'INDEX.json'), 'utf8'))
  const chosen = index.files.filter(({ file, kind, expect }) => expect !== 'gold' && (wanted.length === 0 || wanted.some((word) => kind === word || file.includes(word))))
  const importer = openImporter(join(temporary, 'staging'))
  const rows: Row[] = []
  for (const fixture of chosen) {
    const path = fixture.hostile === true ? join(hostile, basename(fixture.file)) : join(fixtures, fixture.file)
    const found = await importer.run(path, basename(fixture.file))
    rows.push({ fixture, verdict: judge(fixture, found), ms: found.ms, megabytes: found.megabytes ?? 0 })
  }
  importer.close()
  console.log(['kind'.padEnd(10), 'files'.padStart(8), ...COLUMNS.map((what) => what.padStart(9)), 'max ms'.padStart(7), 'MB'.padStart(6)].join(''))
  for (const [kind, group] of [...Map.groupBy(rows, ({ fixture }) => fixture.kind)].toSorted(([a], [b]) => a.localeCompare(b))) console.log(line(kind, group))
  if (rows.length > 0) console.log(line('all', rows))
  const failures = rows.flatMap(({ fixture, verdict }) => verdict.failures.map((failure) => `${fixture.kind} ${fixture.file}: ${failure}`))
  console.log(failures.length === 0 ? '\nnothing required is missing' : `\n${failures.length} failed:\n${failures.join('\n')}`)
  process.exitCode = failures.length === 0 ? 0 : 1
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
