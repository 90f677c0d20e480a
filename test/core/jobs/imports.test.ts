import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventName } from '../../../electron/contract/api.ts'
import { fault, Refusal, type Fault } from '../../../electron/contract/errors.ts'
import { BatchId, type Batch } from '../../../electron/contract/importing.ts'
import { EntryId } from '../../../electron/contract/entry.ts'
import type { GrantedPath, ReaderReply, ReaderRequest } from '../../../electron/core/host.ts'
import { createImports, load, type ImportStore, type Imports } from '../../../electron/core/jobs/index.ts'
import { openStaging } from '../../../electron/core/staging.ts'
import type { NotStored } from '../../../electron/core/jobs/ports.ts'
import type { NumberedSource } from '../../../electron/core/jobs/resuming.ts'
import { fakeHelper, prepared, sha256, utf8 } from './make.ts'

const ENTRY = EntryId.parse('01HZZZZZZZZZZZZZZZZZZZZZZZ')
let root = ''
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'casebook-import-')) })
afterEach(() => rm(root, { recursive: true, force: true }))

/** A library in memory that keeps what it is told, in order. */
function memory(): ImportStore & { readonly names: string[]; readonly notes: NotStored[]; readonly groups: number[]; fail: Refusal | null } {
  const hashes = new Set<string>()
  const batches = new Map<string, Batch>()
  const names: string[] = []
  const notes: NotStored[] = []
  const groups: number[] = []
  const put = (id: BatchId, change: Partial<Batch>): Batch => {
    const batch = batches.get(id)
    if (!batch) throw new Error('no such batch')
    batches.set(id, { ...batch, ...change })
    return { ...batch, ...change }
  }
  const store = {
    names, notes, groups, fail: null as Refusal | null,
    findEntry: (hash: string) => (hashes.has(hash) ? ENTRY : null),
    begin: (label: string, { length: files }: readonly NumberedSource[]) => {
      const batch: Batch = { id: BatchId.parse(`batch-${batches.size + 1}`), state: 'running', startedAt: '', finishedAt: null, label, totals: { files, done: 0, imported: 0, duplicates: 0, failed: 0, entries: 0, cases: 0, waiting: 0 }, fault: null }
      batches.set(batch.id, batch)
      return batch
    },
    store: async (_: BatchId, files: Parameters<ImportStore['store']>[1]) => {
      if (store.fail) throw store.fail
      groups.push(files.length)
      return files.map(({ n, prepared: file }) => {
        if (hashes.has(file.sha256)) return { n, outcome: 'duplicate' as const }
        hashes.add(file.sha256)
        names.push(file.name)
        return { n, outcome: 'imported' as const, entries: file.articles.map(({ description }) => ({ kind: description.kind })) }
      })
    },
    record: (_: BatchId, files: readonly NotStored[]) => void notes.push(...files),
    left: () => null,
    pause: (id: BatchId) => put(id, { state: 'paused' }),
    goOn: (id: BatchId) => put(id, { state: 'running' }),
    grow: (id: BatchId, files: number) => {
      const batch = batches.get(id)
      if (batch) batches.set(id, { ...batch, totals: { ...batch.totals, files } })
    },
    finish: (id: BatchId, state: Batch['state'], why: Fault | null) => {
      return put(id, { state, finishedAt: 'now', fault: why })
    },
    get: (id: BatchId) => batches.get(id) ?? null,
  }
  return store
}

/** A helper that reads the path itself, refuses what says 坏, and hangs on what says 卡. */
const reads = async (request: ReaderRequest): Promise<ReaderReply | 'crash' | null> => {
  const { id, name, path } = request
  const bytes = request.bytes ?? (await load(path ?? '', name))
  if (bytes.length === 0) return { id, ok: false, fault: fault('EMPTY', { file: name }) }
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('坏')) return { id, ok: false, fault: fault('UNDECODABLE', { file: name }) }
  if (text.startsWith('崩')) return 'crash'
  if (text.startsWith('卡')) return null
  return { id, ok: true, file: prepared(name, bytes) }
}

interface Told { readonly event: EventName; readonly value: unknown }
function begin(store: ImportStore, behave = reads): { readonly imports: Imports; readonly told: Told[] } {
  const told: Told[] = []
  const imports = createImports({ store, now: () => new Date(), readers: 2, staging: openStaging(join(root, '.unpacked')), spawnReader: () => fakeHelper(behave), emit: (event, value) => void told.push({ event, value }) })
  return { imports, told }
}
const folder = (): readonly GrantedPath[] => [{ path: root, name: '来稿', folder: true, temporary: false }]
async function fill(texts: readonly string[]): Promise<void> {
  await Promise.all(texts.map((text, i) => writeFile(join(root, `${i}.txt`), text)))
}
const reasons = (notes: readonly NotStored[]): unknown => notes.map(({ n, name, reason }) => [n, name, reason.outcome === 'duplicate' ? reason.of : reason.outcome === 'unpacked' ? reason.members : reason.fault.code])

describe('an import', () => {
  it('of 1,000 files of which three fail brings in the other 997', async () => {
    const store = memory()
    await fill(Array.from({ length: 1000 }, (_, i) => ({ 10: '坏稿', 500: '崩溃稿', 999: '' })[i] ?? `第${i}篇${i % 4 === 0 ? '案例' : '消息'}`))
    const { imports, told } = begin(store)
    const batch = await imports.start(folder(), false)
    expect(batch).toMatchObject({ state: 'running', label: '来稿', totals: { files: 1000, done: 0 } })
    expect((await imports.finished(batch.id)).state).toBe('done')
    expect(store.names.length).toBe(997)
    expect(reasons(store.notes)).toEqual(expect.arrayContaining([[11, '来稿/10.txt', 'UNDECODABLE'], [501, '来稿/500.txt', 'READER_CRASHED'], [1000, '来稿/999.txt', 'EMPTY']]))
    expect(store.notes.length).toBe(3)
    expect(Math.max(...store.groups)).toBeLessThanOrEqual(64)
    expect(told.at(-1)).toMatchObject({ event: 'import.finished', value: { state: 'done' } })
  })

  it('stores few long texts together, so that nobody waits for many of them', async () => {
    const store = memory()
    await fill(Array.from({ length: 9 }, (_, i) => String(i).repeat(20_000)))
    const { imports } = begin(store)
    expect((await imports.finished((await imports.start(folder(), false)).id)).state).toBe('done')
    expect([store.names.length, Math.max(...store.groups)]).toEqual([9, 2])
  })

  it('knows a file it already has before it is read, and names the entry', async () => {
    const store = memory()
    await fill(['甲', '乙', '甲'])
    let asked = 0
    const { imports } = begin(store, (request) => {
      if (request.path) asked++
      return reads(request)
    })
    await imports.finished((await imports.start(folder(), false)).id)
    expect(store.names.length).toBe(2)
    const first = asked
    await imports.finished((await imports.start(folder(), false)).id)
    expect(asked).toBe(first)
    expect(store.notes.slice(-3).map(({ reason }) => reason)).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'duplicate', of: ENTRY })))
  })

  it('stops within a second when it is cancelled, and accounts for every file', async () => {
    const store = memory()
    await fill(['甲', '卡住', ...Array.from({ length: 200 }, (_, i) => `第${i}篇`)])
    const { imports } = begin(store, async (request) => {
      const reply = await reads(request)
      if (request.name === '来稿/1.txt') queueMicrotask(() => void imports.cancel(BatchId.parse('batch-1')))
      return reply
    })
    const batch = await imports.start(folder(), false)
    expect((await imports.finished(batch.id)).state).toBe('cancelled')
    expect(store.names.length + store.notes.length).toBe(202)
    expect(new Set(store.notes.map(({ reason }) => reason.outcome === 'skipped' && reason.fault.code))).toEqual(new Set(['CANCELLED']))
    expect((await imports.cancel(batch.id)).state).toBe('cancelled')
  })

  it('ends with the reason when the disk is full, and what was stored stays', async () => {
    const store = memory()
    await fill(Array.from({ length: 100 }, (_, i) => `第${i}篇`))
    const { imports } = begin({ ...store, store: async (batch, files) => {
      if (store.names.length >= 32) throw new Refusal('DISK_FULL', { folder: '/library' })
      return store.store(batch, files)
    } })
    const finished = await imports.finished((await imports.start(folder(), false)).id)
    expect(finished).toMatchObject({ state: 'failed', fault: { code: 'DISK_FULL' } })
    expect(store.names.length).toBeGreaterThanOrEqual(32)
    expect(store.names.length + store.notes.length).toBe(100)
  })

  it('still ends when not even the end can be written', async () => {
    const store = memory()
    await fill(['甲'])
    const full = (): never => {
      throw new Refusal('DISK_FULL', { folder: '/library' })
    }
    const { imports, told } = begin({ ...store, store: full, record: full, finish: full })
    const batch = await imports.start(folder(), false)
    expect(await imports.finished(batch.id)).toMatchObject({ state: 'failed', fault: { code: 'DISK_FULL' } })
    expect(told.at(-1)).toMatchObject({ event: 'import.finished', value: { state: 'failed' } })
  })

  it('catches a file that changes between the two times it is looked at', async () => {
    const store = memory()
    await fill(['甲'])
    const { imports } = begin(store, async (request) => {
      if (request.path) await writeFile(request.path, '乙')
      return reads(request)
    })
    await imports.finished((await imports.start(folder(), false)).id)
    expect(store.names).toEqual([])
    expect(reasons(store.notes)).toEqual([[1, '来稿/0.txt', 'CHANGED']])
  })

  it('removes staged copies, whatever became of them', async () => {
    const store = memory()
    await fill(['甲', '坏', '甲'])
    const granted = (await readdir(root)).map((name): GrantedPath => ({ path: join(root, name), name, folder: false, temporary: true }))
    const { imports } = begin(store)
    await imports.finished((await imports.start(granted, false)).id)
    expect(await readdir(root)).toEqual([])
    expect(store.get(BatchId.parse('batch-1'))?.label).toBe('0.txt 等 3 个文件')
  })

  it('takes pasted text without a file', async () => {
    const store = memory()
    const { imports } = begin(store)
    const batch = await imports.paste('粘贴的一段', '粘贴的文字.txt')
    expect(batch.label).toBe('粘贴的文字.txt')
    await imports.finished(batch.id)
    expect(store.names).toEqual(['粘贴的文字.txt'])
    expect(store.findEntry(sha256(utf8('粘贴的一段')))).toBe(ENTRY)
  })

  it('takes pasted text with its form, and without it where that cannot be read', async () => {
    const store = memory()
    const { imports } = begin(store)
    await imports.finished((await imports.paste('粘贴的一段', '粘贴的文字', '<p>粘贴的一段</p>')).id)
    expect(store.names).toEqual(['粘贴的文字.html'])
    await imports.finished((await imports.paste('粘贴的另一段', '另一段.txt', '坏<!--StartFragment--><p>甲</p>')).id)
    expect(store.names).toEqual(['粘贴的文字.html', '另一段.txt'])
  })

  it('tells its progress at most five times a second', async () => {
    const store = memory()
    await fill(Array.from({ length: 600 }, (_, i) => `第${i}篇`))
    const { imports, told } = begin(store)
    const from = Date.now()
    await imports.finished((await imports.start(folder(), false)).id)
    const progress = told.filter(({ event }) => event === 'import.progress')
    expect(progress.length).toBeGreaterThan(0)
    expect(progress.length).toBeLessThanOrEqual(2 + (Date.now() - from) / 200)
    expect(progress[0]?.value).toMatchObject({ id: 'batch-1', total: 600, current: expect.stringContaining('来稿/') })
  })

  it('runs one batch after the other, and closes only when nothing is written any more', async () => {
    const store = memory()
    await fill(['甲', '卡住'])
    const { imports } = begin(store)
    const first = await imports.start(folder(), false)
    const second = await imports.paste('第二批', 'b.txt')
    await imports.close()
    expect([store.get(first.id)?.state, store.get(second.id)?.state]).toEqual(['paused', 'cancelled'])
    await expect(imports.paste('第三批', 'c.txt')).rejects.toMatchObject({ code: 'LIBRARY_CLOSED' })
  })
})
