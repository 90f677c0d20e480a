import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { check, decide, disk, openLibrary, tagStale, undo, wholeEntry } from '../../../electron/core/library/index.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import { migrations } from '../../../electron/core/library/migrations/index.ts'
import { emptyFolder } from './folder.ts'
import { grid, mediation, rulesWith } from './practice-rules.ts'

const at = '2026-11-22T08:00:00.000Z'
const now = (): Date => new Date(at)
const NEWEST = migrations.at(-1)?.version ?? 0
const code = (code: string) => expect.objectContaining({ fault: expect.objectContaining({ code }) })

/** A database file made by `sql`, outside of our own code. */
async function fileWith(folder: string, sql: string): Promise<Buffer> {
  const db = new Database(join(folder, 'library.db'))
  db.exec(sql)
  db.close()
  return readFile(join(folder, 'library.db'))
}

describe('opening a folder', () => {
  it('makes a library where there is nothing, marked as ours', async () => {
    const folder = join(await emptyFolder(), 'new', 'folder')
    const library = await openLibrary(folder, { now })
    const pragma = (name: string): unknown => library.connection.db.pragma(name, { simple: true })
    expect([pragma('application_id'), pragma('user_version'), pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual([0x535a4342, NEWEST, 'wal', 2, 1])
    const tables = library.connection.db.pragma('table_list')
    const own = (Array.isArray(tables) ? tables : []).filter(({ name }) => !String(name).startsWith('sqlite_'))
    expect(own.map(({ name, strict }) => [name, strict])).toEqual(expect.arrayContaining([['entry', 1], ['entry_text', 1], ['document', 1], ['history', 1]]))
    expect(own.every(({ strict }) => strict === 1)).toBe(true)
    await library.close()
    expect((await readdir(folder)).sort()).toEqual(['library.db', 'originals'])
  })

  it('keeps its beginning', async () => {
    const folder = await emptyFolder()
    const first = await openLibrary(folder, { now })
    await first.close()
    const second = await openLibrary(folder)
    expect(second.createdAt).toBe(at)
    await second.close()
  })

  it.each<[string, (folder: string) => Promise<unknown>, string]>([
    ['is full of other things', (folder) => writeFile(join(folder, '照片.jpg'), 'x'), 'NOT_A_LIBRARY'],
    ['holds a database of another program', (folder) => fileWith(folder, 'CREATE TABLE t (x)'), 'NOT_A_LIBRARY'],
    ['holds a library of a newer program', (folder) => fileWith(folder, 'PRAGMA application_id = 0x535a4342; PRAGMA user_version = 990; CREATE TABLE t (x)'), 'LIBRARY_NEWER'],
    ['holds a file that is no database', (folder) => writeFile(join(folder, 'library.db'), 'x'.repeat(9000)), 'LIBRARY_CORRUPT'],
    ['holds half a database', async (folder) => writeFile(join(folder, 'library.db'), (await fileWith(folder, migrations[0]?.sql ?? '')).subarray(0, 5000)), 'LIBRARY_CORRUPT'],
  ])('that %s is refused and left as it was', async (_, prepare, expected) => {
    const folder = await emptyFolder()
    await prepare(folder)
    const before = await Promise.all((await readdir(folder)).map(async (name) => [name, (await readFile(join(folder, name))).toString('hex')]))
    await expect(openLibrary(folder)).rejects.toEqual(code(expected))
    expect(await Promise.all((await readdir(folder)).map(async (name) => [name, (await readFile(join(folder, name))).toString('hex')]))).toEqual(before)
  })

  it.each(['照片.jpg', join('照片.jpg', 'deeper')])('that is a file, or lies in one (%s), is no library', async (inside) => {
    const folder = await emptyFolder()
    await writeFile(join(folder, '照片.jpg'), 'x')
    await expect(openLibrary(join(folder, inside))).rejects.toEqual(code('NOT_A_LIBRARY'))
  })

  it('names what a newer library needs', async () => {
    const folder = await emptyFolder()
    await fileWith(folder, 'PRAGMA application_id = 0x535a4342; PRAGMA user_version = 990; CREATE TABLE t (x)')
    await expect(openLibrary(folder)).rejects.toThrow(`资料库“${folder}”由更新的版本建立（990，本程序支持到 ${NEWEST}）`)
  })

  it('that cannot be written to is refused', async () => {
    const folder = await emptyFolder()
    await expect(openLibrary(folder, { files: { ...disk, writable: () => Promise.resolve(false) } })).rejects.toEqual(code('LIBRARY_READ_ONLY'))
    expect(await readdir(folder)).toEqual([])
  })

  it('whose database alone cannot be written to is refused', async () => {
    const folder = await emptyFolder()
    await (await openLibrary(folder)).close()
    await expect(openLibrary(folder, { files: { ...disk, writable: (path) => Promise.resolve(!path.endsWith('library.db')) } })).rejects.toEqual(code('LIBRARY_READ_ONLY'))
  })

  it('that was closed in order is opened again without a write', async () => {
    const folder = await emptyFolder()
    await (await openLibrary(folder)).close()
    const statements: string[] = []
    await (await openLibrary(folder, { trace: (sql) => statements.push(sql) })).close()
    expect(statements.filter((sql) => /^\s*(insert|update|delete|create|begin immediate)/i.test(sql))).toEqual([])
  })
})

describe('one process per library', () => {
  it('says who holds it, and since when by the clock of this computer', async () => {
    const folder = await emptyFolder()
    const first = await openLibrary(folder, { now: () => new Date(2026, 10, 22, 8, 30) })
    await expect(openLibrary(folder)).rejects.toThrow(`资料库“${folder}”正被另一个程序使用（本机，进程 ${process.pid}，2026-11-22 08:30 打开）`)
    await first.close()
    await (await openLibrary(folder)).close()
  })

  it('is open again at once when the process that held it was killed', async () => {
    const folder = await emptyFolder()
    const door = join(import.meta.dirname, '../../../electron/core/library/index.ts')
    const child = spawn(process.execPath, ['--input-type=module', '-e', `const { openLibrary } = await import(${JSON.stringify(door)}); globalThis.library = await openLibrary(${JSON.stringify(folder)}); process.stdout.write('open'); setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect(openLibrary(folder)).rejects.toThrow(`进程 ${child.pid}`)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    expect(await readdir(folder)).toContain('library.lock')
    const library = await openLibrary(folder, { now })
    expect(JSON.parse(await readFile(join(folder, 'library.lock'), 'utf8'))).toEqual({ pid: process.pid, host: hostname(), started: at })
    await library.close()
    expect(await readdir(folder)).not.toContain('library.lock')
  })
})

describe('upgrading', () => {
  const steps = [...migrations, { version: NEWEST + 10, sql: 'ALTER TABLE entry ADD COLUMN note TEXT' }]

  it('keeps a verified copy from before', async () => {
    const folder = await emptyFolder()
    await (await openLibrary(folder, { now })).close()
    const library = await openLibrary(folder, { now, migrations: steps })
    expect(library.schema).toBe(NEWEST + 10)
    await library.close()
    const copy = new Database(join(folder, 'backups', `before-upgrade-from-${NEWEST}-2026-11-22T08-00-00-000Z.db`), { readonly: true })
    expect([copy.pragma('user_version', { simple: true }), copy.pragma('integrity_check', { simple: true })]).toEqual([NEWEST, 'ok'])
    copy.close()
  })

  it('that fails leaves the library as it was', async () => {
    const folder = await emptyFolder()
    await (await openLibrary(folder, { now })).close()
    await expect(openLibrary(folder, { now, migrations: [...steps, { version: NEWEST + 20, sql: 'ALTER TABLE entry ADD COLUMN other TEXT; ALTER TABLE no_such_table ADD COLUMN x' }] })).rejects.toThrow('no_such_table')
    const library = await openLibrary(folder, { migrations: steps })
    const columns = library.connection.db.prepare<[], { name: string }>("SELECT name FROM pragma_table_info('entry')").all().map(({ name }) => name)
    expect([library.schema, columns.includes('note'), columns.includes('other')]).toEqual([NEWEST + 10, true, false])
    await library.close()
  })

  it('does not begin without its copy', async () => {
    const folder = await emptyFolder()
    await (await openLibrary(folder, { now })).close()
    await writeFile(join(folder, 'backups'), 'a file where the folder should be')
    await expect(openLibrary(folder, { now, migrations: steps })).rejects.toEqual(code('BACKUP_FAILED'))
    const library = await openLibrary(folder)
    expect(library.schema).toBe(NEWEST)
    await library.close()
  })

  it('calls the faults of old imports by their names of today', async () => {
    const folder = await emptyFolder()
    const stored = await readFile(join(import.meta.dirname, '../../fixtures/library/version-40.sql'), 'utf8')
    const failed = ['EMPTY_FILE', 'NOT_TEXT', 'TOO_LARGE', 'UNDECODABLE'].map((code, i) => `INSERT INTO batch_file (batch, n, name, outcome, fault) VALUES (1, ${i + 3}, '丁.txt', 'failed', '{"code":"${code}","message":"句子","details":{"file":"丁.txt"}}');`)
    await fileWith(folder, `${stored}\n${failed.join('\n')}`)
    const library = await openLibrary(folder)
    const files = library.reads.batches.files(library.reads.batches.all()[0]?.id ?? '', 0, 10)
    expect(files.flatMap(({ fault }) => (fault ? [[fault.code, fault.message]] : []))).toEqual([['EMPTY', '句子'], ['BINARY', '句子'], ['TOO_BIG', '句子'], ['UNDECODABLE', '句子']])
    await library.close()
  })

  it('from before judgements of several people keeps every decision as one given here', async () => {
    const folder = await emptyFolder()
    const stored = await readFile(join(import.meta.dirname, '../../fixtures/library/version-40.sql'), 'utf8')
    const then = migrations.filter(({ version }) => version > 40 && version <= 180).map(({ sql }) => sql)
    const decisions = `DELETE FROM practice_decision; INSERT INTO practice_decision (entry, practice, decision, signed, at) VALUES (1, 'mediation', 'rejected', '李敏', '2026-01-02T00:00:00.000Z');
      INSERT INTO fact_decision (id, entry, kind, decision, found, value, basis, span_start, span_end, quote, prefix, suffix, lost, signed, at) VALUES ('F1', 1, 'brand', 'added', '', '{"name":"甲","kind":"person","place":null}', 'user', 0, 1, '甲', '', '', 1, '王芳', '2026-01-02T00:00:00.000Z'), ('F2', 1, 'brand', 'rejected', '乙', '{"name":"乙","kind":"person","place":null}', 'stated', 0, 1, '乙', '', '', 1, '王芳', '2026-01-03T00:00:00.000Z');
      INSERT INTO fact_state (entry, rules, stamp) VALUES (1, 'f1', 1);
      INSERT INTO fact (entry, n, kind, name, number, unit, state, basis, span_start, span_end, sentence_start, sentence_end, decided_by, decided_at, decision, value) VALUES
      (1, 0, 'brand', '甲', NULL, '', 'confirmed', 'user', 0, 1, 0, 1, '王芳', '2026-01-02T00:00:00.000Z', 'F1', '{"name":"甲","kind":"person","place":null}'),
      (1, 1, 'brand', '乙', NULL, '', 'rejected', 'stated', 0, 1, 0, 1, '王芳', '2026-01-03T00:00:00.000Z', 'F2', '{"name":"乙","kind":"person","place":null}'),
      (1, 2, 'brand', '丙', NULL, '', 'draft', 'stated', 0, 1, 0, 1, NULL, NULL, NULL, '{"name":"丙","kind":"person","place":null}');`
    await fileWith(folder, [stored, ...then, decisions, 'PRAGMA user_version = 180'].join(';\n'))
    const library = await openLibrary(folder, { rules: () => rulesWith('r1') })
    expect(library.reads.practices.decisions(1)).toEqual([{ practice: mediation, decision: 'rejected', by: '李敏', at: '2026-01-02T00:00:00.000Z', came: false, settles: false }])
    expect(library.reads.facts.decisions(1).map(({ id, subject, came, by }) => [id, subject, came, by])).toEqual([['F1', 'F1', false, '王芳'], ['F2', '', false, '王芳']])
    // Each is named by what it was called, or by whoever added it.
    expect(library.reads.facts.shown(1).map(({ called, reading }) => [called, reading])).toEqual([['', 'F1'], ['乙', ''], ['丙', '']])
    await library.close()
  })

  it.each([10, 40])('reads a library that was stored at version %i', async (version) => {
    const folder = await emptyFolder()
    await fileWith(folder, await readFile(join(import.meta.dirname, '../../fixtures/library', `version-${version}.sql`), 'utf8'))
    const library = await openLibrary(folder, { rules: () => rulesWith('r1') })
    expect(library.schema).toBe(migrations.at(-1)?.version)
    expect(library.reads.documents.get(1)).toMatchObject({ encoding: 'utf-8', boundaries: [{ at: 0, confidence: 1, basis: 'start' }], options: BY_RULES })
    const [first, second] = library.reads.entries.storedMany([1, 2])
    expect([first?.state.title, first?.state.body, first?.revision, first?.original?.file, second?.origin]).toEqual(['社区“小板凳”议事会', '一张小板凳，坐下来说事。\n网格员每周二在院子里听意见。', 2, '小板凳.txt', 'written'])
    expect(first).toMatchObject({ review: 'accepted', state: { references: [], pictures: [], disagreements: [], confidence: 1, confidenceReasons: [] } })
    expect(library.reads.entries.trash().map(({ entry }) => entry.title)).toEqual(['旧稿'])
    expect(library.reads.history.ofEntry(first?.id ?? '').map(({ action, label }) => [action, label])).toEqual([['edit', 'title'], ['import', '小板凳.txt']])
    expect(library.reads.preferences.settings().theme).toBe('dark')
    // Its history is still of use, and knows what came later.
    const [edited] = library.reads.history.ofEntry(first?.id ?? '')
    undo(library, edited?.id ?? '')
    expect(library.reads.entries.stored(first?.id ?? '')?.revision).toBe(3)
    expect(tagStale(library, 0, 1000)).toEqual({ seqs: [2, 3], failed: [], next: 3 })
    expect(library.reads.entries.summaries([1]).map(({ practices }) => practices)).toEqual([[grid]])
    if (first) decide(library, { id: first.id, practice: grid, by: '李敏' }, 'rejected')
    expect(library.reads.history.ofEntry(first?.id ?? '').map(({ action, label }) => [action, label]).slice(0, 2)).toEqual([['practice', 'grid'], ['undo', 'edit']])
    // What people decided outranks today's rules, which find neither.
    if (version >= 20 && second) expect(wholeEntry(library, second).practices.map(({ id, state, decided, evidence }) => [id, state, decided?.by, evidence.map(({ text }) => text)])).toEqual([[grid, 'confirmed', '李敏', ['写在本子上的一段。']], [mediation, 'confirmed', '王芳', ['第二段。']]])
    expect((await check(library)).filter(({ check: name, ok }) => !ok && name !== 'originals')).toEqual([])
    await library.close()
  })
})
