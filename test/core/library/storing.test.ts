import { fork } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, disk, emptyTrash, openLibrary, remove, removeBatch, storeFiles, undo, wholeEntry, type FileLayer, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { batch, entriesOf, importTexts, library } from './imported.ts'
import { bytesOf, preparedFile } from './prepared.ts'

const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const failing = (errno: string): (() => Promise<never>) => () => Promise.reject(Object.assign(new Error(errno), { code: errno }))
const files = async (folder: string): Promise<readonly string[]> => (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}|incoming/.test(name))

/** A disk that writes down what it was asked, in order, next to the statements of the database. */
function journaled(folder: string): { readonly files: FileLayer; readonly trace: (sql: string) => void; readonly log: string[] } {
  const log: string[] = []
  const short = (path: string): string => path.slice(folder.length + 1).replaceAll('\\', '/').replace(/\.incoming-.*/, 'TEMPORARY')
  const layer: FileLayer = {
    ...disk,
    writeNew: (path, bytes) => (log.push(`write ${short(path)}`), disk.writeNew(path, bytes)),
    sync: (path) => (log.push(`sync ${short(path)}`), disk.sync(path)),
    rename: (from, to) => (log.push(`rename ${short(from)} ${short(to)}`), disk.rename(from, to)),
    syncFolder: (path) => (log.push(`sync folder ${short(path)}`), disk.syncFolder(path)),
  }
  return { files: layer, log, trace: (sql) => void (/^(COMMIT|INSERT INTO entry )/.test(sql.trim()) && log.push(sql.trim().split('(')[0]?.trim() ?? '')) }
}

describe('storing an imported file', () => {
  it('has the original on the disk for good before the row commits', async () => {
    const folder = await emptyFolder()
    const { files: layer, trace, log } = journaled(folder)
    const opened = await library({ files: layer, trace }, folder)
    const { prepared, bytes } = preparedFile('甲.txt', ['第一段。\n第二段。'])
    log.length = 0
    await storeFiles(opened, batch, [{ n: 1, prepared, bytes }])
    const hash = prepared.sha256
    expect(log).toEqual([
      'write originals/TEMPORARY',
      'sync originals/TEMPORARY',
      `rename originals/TEMPORARY originals/${hash.slice(0, 2)}/${hash}`,
      `sync folder originals/${hash.slice(0, 2)}`,
      'sync folder originals',
      'INSERT INTO entry',
      'COMMIT',
    ])
    expect(await disk.read(join(folder, 'originals', hash.slice(0, 2), hash))).toEqual(Buffer.from(bytes))
  })

  it('keeps every article of the file with exactly its text', async () => {
    const opened = await library()
    const stored = entriesOf(await importTexts(opened, { '甲.txt': ['第一段。\n第二段。', '另一篇。'] }))
    const entries = stored.map(({ id }) => opened.reads.entries.stored(id)).flatMap((entry) => (entry ? [wholeEntry(opened, entry)] : []))
    expect(entries.map(({ title, body, paragraphs, original }) => ({ title, body, lines: paragraphs.map((p) => p.text), ordinal: original?.ordinal, raw: original?.raw }))).toEqual([
      { title: '甲之1', body: '第一段。\n第二段。', lines: ['第一段。', '第二段。'], ordinal: 1, raw: { start: 0, end: 9 } },
      { title: '甲之2', body: '另一篇。', lines: ['另一篇。'], ordinal: 2, raw: { start: 11, end: 15 } },
    ])
  })

  it('says that it is here already, also within one group; a file whose entries all lie in the trash is not', async () => {
    const opened = await library()
    const [first, second] = await importTexts(opened, { '甲.txt': ['同样的字。'], '乙.txt': ['同样的字。'] })
    const [one] = entriesOf(first ? [first] : [])
    if (!one) throw new Error('not imported')
    expect(second).toEqual({ n: 2, outcome: 'duplicate', duplicateOf: one.id })
    remove(opened, [one.id])
    const [again] = await importTexts(opened, { '丙.txt': ['同样的字。'] })
    expect(again?.outcome).toBe('imported')
    expect(opened.reads.batches.files(batch, 0, 10).map(({ file, outcome, duplicateOf, entries }) => [file, outcome, duplicateOf, entries.map(({ present }) => present)])).toEqual([
      ['甲.txt', 'imported', null, [false]],
      ['乙.txt', 'duplicate', one.id, []],
      ['丙.txt', 'imported', null, [true]],
    ])
  })

  it('refuses bytes that are not those which were read, and stores the others', async () => {
    const opened = await library()
    const good = preparedFile('甲.txt', ['好的。'])
    const [bad, fine] = await storeFiles(opened, batch, [{ n: 1, ...preparedFile('乙.txt', ['变了。']), bytes: bytesOf('别的字节') }, { n: 2, ...good }])
    expect([bad, fine?.outcome]).toEqual([{ n: 1, outcome: 'failed', fault: expect.objectContaining({ code: 'UNREADABLE' }) }, 'imported'])
    expect(await opened.originals.list()).toEqual([good.prepared.sha256])
  })

  it('writes again an original that a broken disk has altered', async () => {
    const opened = await library()
    const { prepared, bytes } = preparedFile('甲.txt', ['原样。'])
    await disk.makeFolder(join(opened.folder, 'originals', prepared.sha256.slice(0, 2)))
    await disk.writeNew(join(opened.folder, 'originals', prepared.sha256.slice(0, 2), prepared.sha256), bytesOf('坏。。'))
    await storeFiles(opened, batch, [{ n: 1, prepared, bytes }])
    expect(await opened.originals.read(prepared.sha256, '甲.txt')).toEqual(Buffer.from(bytes))
  })
})

describe('a disk that fails', () => {
  it.each<[keyof FileLayer, string, string]>([
    ['writeNew', 'ENOSPC', 'DISK_FULL'],
    ['sync', 'ENOSPC', 'DISK_FULL'],
    ['rename', 'EROFS', 'LIBRARY_READ_ONLY'],
    ['syncFolder', 'EDQUOT', 'DISK_FULL'],
    ['makeFolder', 'EACCES', 'LIBRARY_READ_ONLY'],
  ])('at %s with %s is said as %s, and nothing is half there', async (operation, errno, expected) => {
    const folder = await emptyFolder()
    await (await openLibrary(folder)).close()
    let broken = false
    const layer: FileLayer = new Proxy(disk, { get: (target, key, receiver) => (broken && key === operation ? failing(errno) : Reflect.get(target, key, receiver)) })
    const opened = await library({ files: layer }, folder)
    broken = true
    await expect(importTexts(opened, { '甲.txt': ['写不下。'] })).rejects.toEqual(code(expected))
    broken = false
    expect([opened.reads.entries.counts(), opened.reads.batches.files(batch, 0, 10), (await files(folder)).filter((name) => name.includes('incoming'))]).toEqual([{ entries: 0, cases: 0 }, [], []])
    expect((await importTexts(opened, { '甲.txt': ['写不下。'] }))[0]?.outcome).toBe('imported')
  })

  it('full inside the database is said as DISK_FULL; what was stored before is whole', async () => {
    const opened = await library()
    await importTexts(opened, { '甲.txt': ['先到的。'] })
    opened.connection.db.pragma(`max_page_count = ${Number(opened.connection.db.pragma('page_count', { simple: true })) + 2}`)
    await expect(importTexts(opened, { '乙.txt': ['长文。'.repeat(20_000)] })).rejects.toEqual(code('DISK_FULL'))
    expect([opened.reads.entries.counts(), (await opened.originals.list()).length]).toEqual([{ entries: 1, cases: 1 }, 1])
    expect((await check(opened)).map(({ check: name, ok }) => [name, ok])).toEqual([['database', true], ['foreign-keys', true], ['originals', true], ['spans', true]])
    opened.connection.db.pragma('max_page_count = 1000000')
    expect((await importTexts(opened, { '乙.txt': ['长文。'.repeat(20_000)] }))[0]?.outcome).toBe('imported')
  })
})

describe('a process that is killed while it imports', () => {
  it('leaves whole entries with whole originals, and a batch that says it did not end', async () => {
    const folder = await emptyFolder()
    const child = fork(join(import.meta.dirname, 'import-for-ever.ts'), [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    await new Promise<void>((resolve) => child.on('message', (count) => Number(count) >= 5 && resolve()))
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    const opened = await library({}, folder)
    const { entries } = opened.reads.entries.counts()
    expect(entries).toBeGreaterThanOrEqual(5 * 8)
    expect(entries % 8).toBe(0)
    expect((await check(opened)).every(({ ok }) => ok)).toBe(true)
    const [interrupted] = opened.reads.batches.all().filter(({ label }) => label === '不停')
    expect([interrupted?.state, interrupted?.fault?.code, interrupted?.totals.entries]).toEqual(['failed', 'FAILED', entries])
  })
})

describe('an import that is taken back', () => {
  const removed = async (): Promise<{ readonly opened: Library; readonly token: string }> => {
    const opened = await library()
    await importTexts(opened, { '甲.txt': ['一。', '二。'], '乙.txt': ['三。'] })
    const { ids, undo: token } = removeBatch(opened, batch)
    expect(ids).toHaveLength(3)
    return { opened, token }
  }

  it('is in the trash, and one undo brings all of it back', async () => {
    const { opened, token } = await removed()
    expect([opened.reads.entries.counts().entries, opened.reads.entries.trash().length]).toEqual([0, 3])
    expect(undo(opened, token).ids).toHaveLength(3)
    expect([opened.reads.entries.counts().entries, opened.reads.entries.trash().length]).toEqual([3, 0])
  })

  it('can be erased with its history and originals; an original that another entry names stays', async () => {
    const { opened } = await removed()
    await importTexts(opened, { '又是乙.txt': ['三。'] })
    const kept = preparedFile('', ['三。']).prepared.sha256
    expect(await emptyTrash(opened, null)).toBe(3)
    expect(await opened.originals.list()).toEqual([kept])
    const count = (table: string): unknown => opened.connection.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(['entry', 'entry_text', 'document', 'history', 'history_entry'].map(count)).toEqual([1, 1, 1, 1, 1])
    expect((await check(opened)).every(({ ok }) => ok)).toBe(true)
  })
})

describe('reading on', () => {
  it('goes through every body once, a few at a time', async () => {
    const opened = await library()
    const bodies = Array.from({ length: 20 }, (_, n) => `第${String(n)}篇正文。`)
    const stored = await importTexts(opened, Object.fromEntries(bodies.map((body, n) => [`${String(n)}.txt`, [body]])))
    const steps: number[] = []
    let bytes = 0
    for (let step = opened.reads.entries.readOn(0); step !== null; step = opened.reads.entries.readOn(step.last)) {
      steps.push(step.last)
      bytes += step.bytes
    }
    expect(steps.at(-1)).toBe(Math.max(...entriesOf(stored).map(({ seq }) => seq)))
    expect(steps).toHaveLength(10)
    expect(bytes).toBe(bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0))
  })
})
