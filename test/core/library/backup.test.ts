import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { addPassage, backup, backupTo, check, decide, disk, edit, handOver, openLibrary, remove, restoreBackup, type FileLayer, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { grid, mediation, rulesWith } from './practice-rules.ts'
import { batch, entriesOf, importTexts, library } from './imported.ts'

const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const now = (): Date => new Date('2026-11-22T08:00:00Z')

async function filled(): Promise<Library> {
  const opened = await library({ now, rules: () => rulesWith('r1') })
  const [first, second] = entriesOf(await importTexts(opened, { '甲.txt': ['第一份。'], '乙.txt': ['第二份。'], '丙.txt': ['第三份。'] }))
  if (!first || !second) throw new Error('not imported')
  edit(opened, first.id, 1, { title: '改过的', body: '网格员走访。\n坐下来谈。' }, () => [])
  decide(opened, { id: first.id, practice: grid, by: '李敏' }, 'confirmed')
  addPassage(opened, { id: first.id, practice: mediation, by: '王芳' }, 2, { start: 7, end: 13 })
  remove(opened, [second.id])
  opened.connection.write(() => opened.writes.batches.finish(batch, 'done', opened.clock.at(), null))
  return opened
}

const practicesOf = ({ reads: { practices } }: Library): unknown => [practices.tags(1).map(({ id, state, evidence }) => [id, state, evidence.length]), practices.decisions(1), practices.passages(1)]
const contents = (opened: Library): unknown => [practicesOf(opened), opened.reads.entries.page(0), opened.reads.history.ofEntry(opened.reads.entries.page(0)[0]?.id ?? ''), opened.reads.batches.all()]
const originalsOf = async (opened: Library): Promise<readonly string[]> => [...(await opened.originals.list())].sort()

describe('a backup', () => {
  it('is one file that brings everything back in an empty folder', async () => {
    const opened = await filled()
    const { file, bytes } = await backupTo(opened, null)
    expect(file).toBe(join(opened.folder, 'backups', '善治案例库-20261122-080000.casebackup'))
    expect([await readdir(join(opened.folder, 'backups')), bytes]).toEqual([['善治案例库-20261122-080000.casebackup'], (await readFile(file)).length])
    const folder = join(await emptyFolder(), 'restored')
    expect(await restoreBackup(file, folder)).toEqual({ folder, originals: 3 })
    const restored = await library({}, folder)
    expect(contents(restored)).toEqual(contents(opened))
    expect(practicesOf(restored)).toMatchObject([[[grid, 'confirmed', 1], [mediation, 'confirmed', 1]], [{ practice: grid, by: '李敏' }], [{ quote: '坐下来谈。', by: '王芳' }]])
    expect(await originalsOf(restored)).toEqual(await originalsOf(opened))
    expect((await check(restored)).every(({ ok }) => ok)).toBe(true)
  })

  it('never overwrites, and leaves no trace of having tried', async () => {
    const opened = await filled()
    const folder = await emptyFolder()
    const file = join(folder, 'mine.casebackup')
    await writeFile(file, 'kept')
    await expect(backup(opened, file)).rejects.toEqual(code('EXISTS'))
    expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['mine.casebackup'], 'kept'])
  })

  it.each<[keyof FileLayer, string, string]>([['sync', 'ENOSPC', 'DISK_FULL'], ['rename', 'EIO', 'BACKUP_FAILED'], ['writeNew', 'EROFS', 'LIBRARY_READ_ONLY']])('that fails at %s with %s says %s and leaves nothing', async (operation, errno, expected) => {
    const opened = await filled()
    const folder = await emptyFolder()
    const broken = { ...opened, files: { ...disk, [operation]: () => Promise.reject(Object.assign(new Error(errno), { code: errno })) } }
    await expect(backup(broken, join(folder, 'b.casebackup'))).rejects.toEqual(code(expected))
    expect(await readdir(folder)).toEqual([])
  })

  it('that does not read back as it was written is no backup', async () => {
    const opened = await filled()
    const folder = await emptyFolder()
    const altered = { ...opened, originals: { ...opened.originals, read: () => Promise.resolve(new Uint8Array([1])) } }
    await expect(backup(altered, join(folder, 'b.casebackup'))).rejects.toEqual(code('BACKUP_FAILED'))
    expect(await readdir(folder)).toEqual([])
  })

  it('is not opened as a library', async () => {
    const opened = await filled()
    const folder = await emptyFolder()
    await backup(opened, join(folder, 'library.db'))
    await expect(openLibrary(folder)).rejects.toEqual(code('NOT_A_LIBRARY'))
  })
})

describe('restoring', () => {
  const damaged: readonly [string, string, (file: string) => void | Promise<void>][] = [
    ['whose original was altered', 'RESTORE_FAILED', (file) => { const db = new Database(file); db.exec("UPDATE backup_original SET bytes = x'00'"); db.close() }],
    ['of a newer program', 'LIBRARY_NEWER', (file) => { const db = new Database(file); db.pragma('user_version = 990'); db.close() }],
    ['that is another database', 'RESTORE_FAILED', (file) => { const db = new Database(file); db.pragma('application_id = 1'); db.close() }],
    ['that is no database at all', 'RESTORE_FAILED', (file) => writeFile(file, 'x'.repeat(5000))],
  ]
  it.each(damaged)('a backup %s is refused with %s and leaves the folder empty', async (_, expected, spoil) => {
    const { file } = await backupTo(await filled(), await emptyFolder())
    await spoil(file)
    const folder = await emptyFolder()
    await expect(restoreBackup(file, folder)).rejects.toEqual(code(expected))
    expect(await readdir(folder)).toEqual([])
  })

  it('into a folder with something in it is refused', async () => {
    const { file } = await backupTo(await filled(), await emptyFolder())
    const folder = await emptyFolder()
    await mkdir(join(folder, 'mine'))
    await expect(restoreBackup(file, folder)).rejects.toEqual(code('FOLDER_NOT_EMPTY'))
  })
})

describe('handing over to another folder', () => {
  it('copies all of it, and takes no more changes until that is lifted', async () => {
    const opened = await filled()
    const folder = await emptyFolder()
    const lift = await handOver(opened, folder)
    expect(() => opened.connection.write(() => opened.writes.preferences.set({ theme: 'dark' }))).toThrow(code('LIBRARY_READ_ONLY'))
    const there = await library({}, folder)
    expect([contents(there), await originalsOf(there)]).toEqual([contents(opened), await originalsOf(opened)])
    lift()
    opened.connection.write(() => opened.writes.preferences.set({ theme: 'dark' }))
  })

  it('waits for no import: it is refused while one runs', async () => {
    await expect(handOver(await library(), await emptyFolder())).rejects.toThrow('正在导入')
  })
})

describe('the check', () => {
  const finding = async (opened: Library, name: string) => (await check(opened)).find((one) => one.check === name)

  it('finds an original that is missing, and one that has changed', async () => {
    const opened = await filled()
    const [first = '', second = ''] = await originalsOf(opened)
    const path = (hash: string): string => join(opened.folder, 'originals', hash.slice(0, 2), hash)
    await disk.remove(path(first))
    await writeFile(path(second), '别的')
    expect(await finding(opened, 'originals')).toEqual({ check: 'originals', ok: false, count: 2, detail: `缺失 1 份（${first.slice(0, 8)}）；内容已变 1 份（${second.slice(0, 8)}）` })
  })

  it('counts what nobody names without calling it damage', async () => {
    const opened = await filled()
    await disk.makeFolder(join(opened.folder, 'originals', 'ff'))
    await writeFile(join(opened.folder, 'originals', 'ff', 'f'.repeat(64)), 'x')
    expect(await finding(opened, 'originals')).toEqual({ check: 'originals', ok: true, count: 0, detail: '另有 1 份无条目引用，不影响使用' })
  })

  it('finds spans that do not fit their body', async () => {
    const opened = await filled()
    opened.connection.db.exec("UPDATE entry_text SET body = '短' WHERE entry = 1")
    expect(await finding(opened, 'spans')).toMatchObject({ ok: false, count: 1 })
  })

  it.each<[string, string]>([
    ['a sentence of a practice behind the end of the body', `UPDATE practice_tag SET evidence = '[[0,900,"网格",[[0,2]],null]]' WHERE practice = 'grid'`],
    ['a mark outside its sentence', `UPDATE practice_tag SET evidence = '[[0,6,"网格",[[5,8]],null]]' WHERE practice = 'grid'`],
    ['a sentence of a title that is shorter', `UPDATE practice_tag SET in_title = '[[0,40,"网格",[[0,2]],null]]' WHERE practice = 'grid'`],
    ['a passage that is not what stands there', "UPDATE practice_passage SET quote = '别的话'"],
  ])('finds %s', async (_, sql) => {
    const opened = await filled()
    expect(await finding(opened, 'spans')).toMatchObject({ ok: true, count: 0 })
    opened.connection.db.exec(sql)
    expect(await finding(opened, 'spans')).toMatchObject({ ok: false, count: 1 })
  })

  it('finds rows that point at nothing', async () => {
    const opened = await filled()
    opened.connection.db.exec("PRAGMA foreign_keys = OFF; DELETE FROM document WHERE seq = 1; PRAGMA foreign_keys = ON")
    expect(await finding(opened, 'foreign-keys')).toMatchObject({ ok: false, count: 2 })
  })
})
