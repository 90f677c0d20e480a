import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../../electron/contract/api.ts'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts'
import type { GrantedPaths } from '../../../electron/core/host.ts'
import { migrations } from '../../../electron/core/library/migrations/index.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const grant = Grant.parse('grant-for-test')

/** An open core whose calls throw what is refused. */
async function open(folder?: string) {
  const { core, call, heard, folder: at } = await openedCore({ folder })
  const search = (query: string) => call('search.run', { query, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50 })
  const finished = async (id: string) => {
    for (;;) {
      const done = heard.find(({ event, value }) => event === 'import.finished' && typeof value === 'object' && value !== null && 'id' in value && value.id === id)
      if (done) return call('import.files', { id, offset: 0, limit: 100 } as Input<'import.files'>)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const paste = async (text: string, name = '粘贴.txt') => finished((await call('import.paste', { text, name })).id)
  return { core, call, search, paste, finished, heard, folder: at }
}

const page = `议事亭里话家常

本报记者 刘小满

青山县柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。

一年来，议事亭共办结邻里纠纷四十二件，群众满意率达到百分之九十八。社区书记说，办法不新，贵在坚持。
`
const firstId = (report: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['paste']>>): EntryId => {
  const id = report.files[0]?.entries[0]?.id
  if (!id) throw new Error(`nothing imported: ${JSON.stringify(report.files)}`)
  return id
}

it('makes a library in an empty folder and says so', async () => {
  const { call, folder } = await open()
  expect(await call('library.state', {})).toEqual({ state: 'open', folder, entries: 0, cases: 0, bytes: expect.any(Number), createdAt: '2026-11-22T08:00:00.000Z', schema: migrations.at(-1)?.version })
})

it('keeps settings across openings and announces them', async () => {
  const folder = await emptyFolder()
  const first = await open(folder)
  expect(await first.call('settings.get', {})).toEqual(DEFAULT_SETTINGS)
  await first.call('settings.set', { theme: 'dark' })
  await first.core.close()
  const second = await open(folder)
  expect(await second.call('settings.get', {})).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect(first.heard.filter(({ event }) => event === 'settings.changed')).toEqual([{ event: 'settings.changed', value: { ...DEFAULT_SETTINGS, theme: 'dark' } }])
})

it('remembers searches once each, newest first, and keeps saved ones', async () => {
  const { call } = await open()
  for (const query of ['议事', '  ', '网格', '议事']) await call('searches.remember', { query })
  expect((await call('searches.recent', {})).map(({ query }) => query).sort()).toEqual(['网格', '议事'].sort())
  const saved = await call('searches.save', { name: '议事会', query: '议事', filters: { ...NO_FILTERS, kind: ['case'] }, sort: 'date' })
  expect(await call('searches.saved', {})).toEqual([saved])
  await call('searches.remove', { id: saved.id })
  await call('searches.forget', {})
  expect([await call('searches.saved', {}), await call('searches.recent', {})]).toEqual([[], []])
})

describe('from file to search', () => {
  it('imports, lists, finds, marks, edits, removes and brings back', async () => {
    const { call, search, paste, heard } = await open()
    const id = firstId(await paste(page))
    expect((await search('')).hits.map((hit) => hit.id)).toEqual([id])
    const { hits, total } = await search('议事亭')
    expect([total, hits[0]?.id]).toEqual([1, id])
    const entry = await call('entries.get', { id })
    const { body } = await call('search.marks', { id, query: '议事亭' })
    expect(body.length).toBeGreaterThan(0)
    expect(body.every(([start, end]) => entry.body.slice(start, end) === '议事亭')).toBe(true)

    const edited = await call('entries.edit', { id, revision: entry.revision, change: { body: `${entry.body}\n新添的一段说到长廊夜话。` } })
    expect([edited.lost, (await search('长廊夜话')).total]).toEqual([[], 1])
    await call('history.undo', { undo: edited.undo })
    expect([(await search('长廊夜话')).total, (await call('entries.get', { id })).body]).toEqual([0, entry.body])

    const { undo } = await call('entries.remove', { ids: [id] })
    expect([(await search('')).total, (await search('议事亭')).total, (await call('trash.list', {})).length]).toEqual([0, 0, 1])
    expect(await call('history.undo', { undo })).toEqual({ label: entry.title, ids: [id], left: 0, lost: [] })
    expect((await search('议事亭')).total).toBe(1)
    expect(heard.filter(({ event }) => event === 'library.changed').every(({ value }) => JSON.stringify(value) === JSON.stringify({ ids: [id] }))).toBe(true)
  })

  it('shows the original, and which of it became the body', async () => {
    const { call, paste } = await open()
    const id = firstId(await paste(page))
    const entry = await call('entries.get', { id })
    const original = await call('entries.original', { id })
    expect(original.text).toBe(page)
    expect(original.segments.length).toBeGreaterThan(0)
    for (const { body, raw } of original.segments) expect(original.text.slice(raw.start, raw.end)).toBe(entry.body.slice(body.start, body.end))
  })

  it('accounts for every character in the review, and takes an import back with one undo', async () => {
    const { call, search, paste } = await open()
    const report = await paste(page)
    const { batch } = report
    const review = await call('import.review', { id: batch.id, n: 1 })
    expect([review.text, review.accounts[0]?.start, review.accounts.at(-1)?.end]).toEqual([page, 0, page.length])
    expect([review.format, review.encoding, review.options, review.boundaries.map(({ at, basis }) => [at, basis])]).toEqual(['txt', 'utf-8', BY_RULES, [[0, 'start']]])
    const [entry] = review.entries
    const moved = review.accounts.find(({ rule }) => rule === 'byline')
    expect([moved?.entry, moved?.applied, page.slice(moved?.start, moved?.end)]).toEqual([entry?.id, true, expect.stringContaining('记者')])
    const told = (await call('entries.get', { id: firstId(report) })).notices.find(({ id }) => id === moved?.notice)
    expect([told?.rule, review.rules.find(({ id }) => id === moved?.rule)]).toEqual([moved?.rule, { id: moved?.rule, count: 1, on: true }])
    const { removed, undo } = await call('import.undo', { id: batch.id })
    expect([removed, (await search('')).total]).toEqual([1, 0])
    await call('history.undo', { undo })
    expect((await search('')).total).toBe(1)
  })

  it('says that a file is here already', async () => {
    const { paste } = await open()
    const id = firstId(await paste(page))
    const again = await paste(page, '另一个名字.txt')
    expect(again.files.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([['duplicate', id]])
  })

  it('stores nothing of a file with a classification mark, and goes on', async () => {
    const { call, finished, folder } = await open()
    const source = await emptyFolder()
    await mkdir(join(source, '材料'))
    await writeFile(join(source, '材料', '甲.txt'), `机密★一年\n\n${page}`)
    await writeFile(join(source, '材料', '乙.txt'), page)
    const { id } = await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: join(source, '材料'), name: '材料', folder: true, temporary: false }]]))
    const { files } = await finished(id)
    expect(files.map(({ file, outcome, fault }) => [file, outcome, fault?.code ?? null])).toEqual([['材料/甲.txt', 'failed', 'CLASSIFIED_MARK'], ['材料/乙.txt', 'imported', null]])
    expect((await readdir(join(folder, 'originals'), { recursive: true })).filter((name) => name.length > 60)).toHaveLength(1)
  })

  it('undoes every removal of cleaning and does it again, exactly', async () => {
    const { call, paste } = await open()
    const id = firstId(await paste(page))
    const before = await call('entries.get', { id })
    for (const notice of before.notices.filter(({ at, action }) => at !== null && action !== 'flagged' && action !== 'inferred')) {
      const undone = await call('entries.setNotice', { id, notice: notice.id, applied: false })
      const at = undone.entry.notices.find((one) => one.id === notice.id)?.at
      expect([undone.lost, undone.entry.body.slice(at?.start, at?.end).trim()]).toEqual([[], notice.before.trim()])
      const redone = await call('entries.setNotice', { id, notice: notice.id, applied: true })
      expect({ ...redone.entry, revision: 0, updatedAt: '' }).toEqual({ ...before, revision: 0, updatedAt: '' })
    }
  })
})

it('writes an entry of one’s own that is found at once', async () => {
  const { call, search } = await open()
  const entry = await call('entries.create', { title: '走访手记', body: '在柳树湾听到的三句话。' })
  expect([(await search('三句话')).hits.map(({ id }) => id), entry.origin, entry.keywords.length > 0]).toEqual([[entry.id], 'written', true])
})

it('has an index that follows after it was lost', async () => {
  const folder = await emptyFolder()
  const first = await open(folder)
  await first.paste(page)
  await first.core.close()
  await writeFile(join(folder, 'search.db'), 'no index at all')
  const second = await open(folder)
  for (;;) {
    if ((await second.call('search.indexState', {})).state === 'ready' && (await second.search('')).total === 1) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect((await second.search('议事亭')).total).toBe(1)
  expect((await second.call('library.check', {})).findings.map(({ check, ok }) => [check, ok])).toEqual([['database', true], ['foreign-keys', true], ['originals', true], ['spans', true], ['index', true]])
  expect(await second.call('library.reindex', {})).toEqual({ entries: 1, tookMs: expect.any(Number) })
})

/** Overwrites the root page of a table, as a failing disk would. */
async function damageTable(file: string, table: string): Promise<void> {
  const db = new Database(file)
  const page = db.prepare<[string], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table)?.rootpage ?? 0
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  await writeFile(file, (await readFile(file)).fill(0xa5, (page - 1) * size, page * size))
}

it('says that a library is damaged where its texts cannot be read, and the check tells what', async () => {
  const folder = await emptyFolder()
  const first = await open(folder)
  await first.paste(page)
  await first.core.close()
  await damageTable(join(folder, 'library.db'), 'entry_text')
  const indexed = await open(folder)
  await expect(indexed.search('议事亭')).rejects.toThrow('已损坏')
  await indexed.core.close()
  await writeFile(join(folder, 'search.db'), 'no index at all')
  const { call, search } = await open(folder)
  while ((await call('search.indexState', {})).state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
  await expect(search('')).rejects.toThrow('已损坏')
  expect((await call('library.check', {})).findings.map(({ check, ok }) => [check, ok])).toEqual([['database', false], ['foreign-keys', false], ['originals', true], ['spans', false], ['index', false]])
})

it('backs up into a granted folder, under a name of its own', async () => {
  const { call } = await open()
  const folder = await emptyFolder()
  const granted: GrantedPaths = new Map([[grant, { path: folder, name: 'x', folder: true, temporary: false }]])
  expect((await call('library.backup', { to: grant }, granted)).file).toBe(join(folder, '善治案例库-20261122-080000.casebackup'))
  await expect(call('library.backup', { to: grant }, granted)).rejects.toMatchObject({ code: 'EXISTS' })
  await expect(call('library.backup', { to: grant })).rejects.toMatchObject({ code: 'NO_SUCH_GRANT' })
})

it.each<[string, (core: Awaited<ReturnType<typeof open>>) => Promise<unknown>, string]>([
  ['an unknown entry', ({ call }) => call('entries.get', { id: '0'.repeat(26) as EntryId }), 'NO_SUCH_ENTRY'],
  ['an unknown batch', ({ call }) => call('import.files', { id: 'x', offset: 0, limit: 1 } as Input<'import.files'>), 'NO_SUCH_BATCH'],
  ['an unknown change', ({ call }) => call('history.undo', { undo: 'x' }), 'INVALID_INPUT'],
  ['a grant that nobody gave', ({ call }) => call('import.start', { grants: [grant], confirmed: true }), 'NO_SUCH_GRANT'],
])('refuses %s', async (_, act, code) => {
  await expect(act(await open())).rejects.toMatchObject({ code })
})
