import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { create, disk, openLibrary, type FileLayer, type Library } from '../../../electron/core/library/index.ts'
import { openCore } from '../../../electron/core/services.ts'
import type { Context } from '../../../electron/core/services/context.ts'
import { packingService } from '../../../electron/core/services/packing.ts'
import { lazyPractices } from '../../../electron/core/services/taxonomy.ts'
import { openLexicon } from '../../../electron/core/services/lexicon.ts'
import { facetsOf } from '../../../renderer/src/pack/filters.ts'
import { dataOf } from '../exporting/entries.ts'
import { emptyFolder } from '../library/folder.ts'
import { manyEntries } from '../library/many.ts'
import { testPorts } from './ports.ts'

const grant = Grant.parse('grant-for-test')
const granted = (path: string) => new Map([[grant, { path, name: '材料', folder: true, temporary: false }]])
const EVERYTHING = { by: 'search', query: '', filters: NO_FILTERS } as const
const REQUEST = { choice: EVERYTHING, title: '全部案例', name: '包', folder: grant, split: false }
const read = async (folder: string, name: string) => dataOf(await readFile(join(folder, name), 'utf8'))

/** Open cores answer values or error codes. */
async function open(folder: string) {
  const core = await openCore(folder, testPorts().ports)
  onTestFinished(() => core.close())
  const call = async <M extends CoreMethod>(method: M, input: Input<M>, to = ''): Promise<Output<M> | string> => {
    const reply = await core.call(method, input, granted(to))
    return reply.ok ? (reply.value as Output<M>) : reply.error.code
  }
  for (let state = await call('search.indexState', {}); typeof state !== 'string' && state.state !== 'ready'; state = await call('search.indexState', {})) await new Promise((resolve) => setTimeout(resolve, 5))
  return call
}

describe('more entries than one pack holds', () => {
  let library: string
  beforeAll(async () => {
    library = await mkdtemp(join(tmpdir(), 'casebook-pack-large-'))
    await manyEntries(library, 1001)
  }, 60_000)
  afterAll(() => rm(library, { recursive: true, force: true }))

  it('are refused with what they would take, and split when asked to, all of about one size', async () => {
    const [call, to] = [await open(library), await emptyFolder()]
    expect(await call('pack.plan', { choice: EVERYTHING })).toMatchObject({ entries: 1001, restricted: 0, internal: 0, parts: 2 })
    expect([await call('pack.write', REQUEST, to), await readdir(to)]).toEqual(['TOO_MANY_ENTRIES', []])
    expect(await call('pack.write', { ...REQUEST, split: true }, to)).toMatchObject({ files: [{ file: join(to, '包-1.html'), entries: 501 }, { file: join(to, '包-2.html'), entries: 500 }] })
    const parts = [await read(to, '包-1.html'), await read(to, '包-2.html')]
    expect(parts.map(({ part }) => part)).toEqual([[1, 2], [2, 2]])
    expect(new Set(parts.flatMap(({ entries }) => entries.map(({ title }) => title))).size).toBe(1001)
  }, 60_000)

  it('are written all or not at all: one name that is taken stops every part', async () => {
    const [call, to] = [await open(library), await emptyFolder()]
    await writeFile(join(to, '包-2.html'), '别人的')
    expect([await call('pack.write', { ...REQUEST, split: true }, to), await readdir(to), await readFile(join(to, '包-2.html'), 'utf8')]).toEqual(['EXISTS', ['包-2.html'], '别人的'])
  })

  it('leave no first part behind where there is no room for the second', async () => {
    const [shelf, to] = [await openLibrary(library), await emptyFolder()]
    onTestFinished(() => shelf.close())
    const ids = shelf.reads.entries.heads(shelf.reads.entries.indexed().map(({ seq }) => seq)).map(({ id }) => id)
    expect([await writeUntil('ENOSPC', 1, shelf, ids, to), await readdir(to)]).toEqual(['DISK_FULL', []])
    expect([await writeUntil('ENOSPC', 2, shelf, ids, to), await readdir(to)]).toEqual(['written', ['包-1.html', '包-2.html']])
  }, 60_000)

  it('do not keep the library from answering others', async () => {
    const [call, to] = [await open(library), await emptyFolder()]
    const writing = call('pack.write', { ...REQUEST, split: true }, to)
    const search = () => call('search.run', { query: '正文', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1 })
    const isWritten = (): Promise<boolean> => Promise.race([writing.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))])
    let answers = 0
    while (!(await isWritten())) {
      await search()
      answers++
    }
    expect(answers).toBeGreaterThan(20)
  }, 60_000)
})

describe('what goes in', () => {
  const made = async () => {
    const folder = await emptyFolder()
    const call = await open(folder)
    const ids: EntryId[] = []
    for (const [title, body] of [['榆溪市推行警网融合', '榆溪市推行警网融合，民警与网格员一起走访。'], ['白鹭县的内部材料', '白鹭县的调解员，多半是老教师。'], ['青石区不得转载', '青石区的做法。']] as const) {
      const entry = await call('entries.create', { title, body })
      if (typeof entry !== 'string') ids.push(entry.id)
    }
    const [, internal, restricted] = ids
    if (internal) await call('entries.edit', { id: internal, revision: 1, change: { rightsLevel: 'internal' } })
    if (restricted) await call('entries.edit', { id: restricted, revision: 1, change: { rightsLevel: 'restricted' } })
    return { call, ids, to: await emptyFolder() }
  }

  it('is said beforehand: how many may not be copied, how many are internal', async () => {
    const { call } = await made()
    expect(await call('pack.plan', { choice: EVERYTHING })).toEqual({ entries: 3, characters: 21 + 15 + 7, restricted: 1, internal: 2, parts: 1, retired: 0, recheck: 0, endorsed: 0, endorsements: [] })
  })

  it('is said beforehand: what is out of use or to be checked first, and what leaders are told to have said', async () => {
    const { call, ids } = await made()
    const [first, second] = ids
    if (!first || !second) throw new Error('two entries')
    await call('entries.edit', { id: first, revision: 1, change: { reviewBy: '2020-01-01', body: '榆溪市推行警网融合，做法获省委主要领导批示肯定。' } })
    await call('entries.edit', { id: second, revision: 2, change: { status: 'retired' } })
    await vi.waitFor(async () => expect(await call('facts.extracting', {})).toMatchObject({ state: 'ready' }), { timeout: 20_000, interval: 20 })
    // Out of use is found only where it is asked for by name.
    const plan = await call('pack.plan', { choice: { by: 'ids', ids } })
    expect(plan).toMatchObject({ entries: 3, retired: 1, recheck: 1, endorsed: 1, endorsements: [{ id: first, title: '榆溪市推行警网融合', sentence: '榆溪市推行警网融合，做法获省委主要领导批示肯定。' }] })
  })

  it('are entries by name, in the order they are named, each once, without the trash', async () => {
    const { call, ids, to } = await made()
    const [first, second, third] = ids
    if (!first || !second || !third) throw new Error('three entries')
    await call('entries.remove', { ids: [second] })
    await call('pack.write', { ...REQUEST, choice: { by: 'ids', ids: [third, second, first, third] } }, to)
    expect((await read(to, '包.html')).entries.map(({ id }) => id)).toEqual([third, first])
    expect(await call('pack.write', { ...REQUEST, name: '又', choice: { by: 'ids', ids: [second] } }, to)).toBe('NOTHING_TO_PACK')
    expect(await call('pack.plan', { choice: { by: 'ids', ids: ['01000000000000000000000000' as EntryId] } })).toBe('NO_SUCH_ENTRY')
  })

  it('are practices with the sentences that show them', async () => {
    const { call, to } = await made()
    await call('pack.write', REQUEST, to)
    const { entries, practices } = await read(to, '包.html')
    const police = entries.find(({ title }) => title === '榆溪市推行警网融合')?.tags.find(({ practice }) => practice === 'grid.police')
    expect(police?.body).toEqual([{ span: [0, 21], marks: expect.arrayContaining([[5, 9]]) }])
    expect(practices.map(({ id }) => id)).toEqual(expect.arrayContaining(['grid', 'grid.police']))
  })

  it('comes in the order of the list, and is counted as the list counts', async () => {
    const { call, ids, to } = await made()
    for (const [n, id] of ids.entries()) await call('entries.edit', { id, revision: n === 0 ? 1 : 2, change: { province: '江北省', city: n === 0 ? null : '榆溪市' } })
    for (const query of ['', '的', '网格员 调解员 老教师']) {
      const listed = await call('search.run', { query, filters: NO_FILTERS, sort: query === '' ? 'imported' : 'relevance', offset: 0, limit: 50 })
      await call('pack.write', { ...REQUEST, name: `包${query}`, choice: { by: 'search', query, filters: NO_FILTERS } }, to)
      const data = await read(to, `包${query}.html`)
      if (typeof listed === 'string') throw new Error(listed)
      expect(data.entries.map(({ id }) => id)).toEqual(listed.hits.map(({ id }) => id))
      const counted = facetsOf(data).filter(data.entries.map((_, at) => ({ at, score: 0, missing: [] })), { practices: new Set(), places: new Set() })
      expect(Object.fromEntries(counted.practices)).toEqual(Object.fromEntries(listed.facets.practice.map(({ value, count }) => [value, count])))
      expect(Object.fromEntries(counted.places)).toEqual(Object.fromEntries(listed.facets.place.map(({ value, count }) => [value, count])))
    }
  })

  it('is of the day and in the language of the person', async () => {
    const { call, to } = await made()
    await call('settings.set', { language: 'en' })
    await call('pack.write', REQUEST, to)
    expect(await read(to, '包.html')).toMatchObject({ language: 'en', made: '2026-11-22', title: '全部案例' })
  })
})

/** Writes the entries of a library whose disk takes so many files and then fails with `code`; answers how that was told. */
async function writeUntil(code: string, taken: number, library: Library, ids: readonly EntryId[], to: string): Promise<unknown> {
  let left = taken
  const files: FileLayer = { ...disk, sync: () => (left-- > 0 ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }))) }
  const { ports } = testPorts()
  // No more of the context than writing a pack asks for.
  const context = { library: { ...library, files }, ports, lexicon: openLexicon(library, ports.content), practices: lazyPractices(ports.content) } as unknown as Context
  const writing = Promise.resolve(packingService(context)['pack.write']({ ...REQUEST, choice: { by: 'ids', ids: [...ids] }, split: true, plain: false }, granted(to)))
  return writing.then(() => 'written', (error: unknown) => Reflect.get(error as object, 'code'))
}

describe('a folder that cannot take it', () => {
  async function write(code: string, to: string): Promise<unknown> {
    const library = await openLibrary(await emptyFolder())
    onTestFinished(() => library.close())
    return writeUntil(code, 0, library, [create(library, '一条', '正文。', () => []).id], to)
  }

  it.each([['ENOSPC', 'DISK_FULL'], ['EROFS', 'READ_ONLY'], ['EACCES', 'READ_ONLY']])('%s is told as %s, and nothing stays behind', async (code, told) => {
    const to = await emptyFolder()
    expect([await write(code, to), await readdir(to)]).toEqual([told, []])
  })

  it('is told when it is gone, or no folder at all', async () => {
    const [call, to] = [await open(await emptyFolder()), await emptyFolder()]
    await call('entries.create', { title: '一条', body: '正文。' })
    await writeFile(join(to, '文件'), '')
    expect([await call('pack.write', REQUEST, join(to, '没有')), await call('pack.write', REQUEST, join(to, '文件'))]).toEqual(['NO_SUCH_FILE', 'NO_SUCH_FILE'])
    await mkdir(join(to, '包.html'))
    expect(await call('pack.write', REQUEST, to)).toBe('EXISTS')
  })
})
