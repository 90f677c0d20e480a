/** Imports that stop half-way and go on: over the real library, with the helper in this process, which some files can be kept from. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importMethods, type Batch, type BatchFile, type BatchId } from '../../../electron/contract/importing.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import type { ReaderChannel } from '../../../electron/core/host.ts'
import { restOf } from '../../../electron/core/jobs/resuming.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import { openCore } from '../../../electron/core/services.ts'

import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { zip, type Packed } from '../reading/archive/zip.ts'
import { readerHere } from '../services/fake-reader.ts'
import { testPorts } from '../services/ports.ts'

const GRANT = Grant.parse('grant-of-a-test')
const story = (n: number): string => `柳荫巷议事记之${n}\n\n第${n}次议事，邻里围坐，把第${n}件烦心事说开了。\n`
const txt = (name: string, n: number): Packed => ({ name, data: story(n) })

/** A core whose helper never gets to see files with one of `stuck` in their name. */
async function open(library: string, stuck: readonly string[] = []) {
  const seen = new Set<string>()
  const spawnReader = (): ReaderChannel => {
    const real = readerHere(join(root, 'content'))
    return { ...real, post: (request) => {
      if (stuck.some((part) => request.name.includes(part))) seen.add(request.name)
      else real.post(request)
    } }
  }
  const { ports, heard } = testPorts({ spawnReader })
  const core = await openCore(library, ports)
  onTestFinished(() => core.close())
  const call = async (method: 'import.start' | 'import.pause' | 'import.resume' | 'import.cancel', input: unknown, path = ''): Promise<Batch> => {
    const reply = await core.call(method, input, new Map([[GRANT, { path, name: '来稿', folder: true, temporary: false }]]))
    if (!reply.ok) throw new Error(reply.error.code)
    return importMethods[method].output.parse(reply.value)
  }
  const files = async (id: BatchId): Promise<{ readonly batch: Batch; readonly files: readonly BatchFile[] }> => {
    const reply = await core.call('import.files', { id, offset: 0, limit: 500 }, new Map())
    if (!reply.ok) throw new Error(reply.error.code)
    const found = importMethods['import.files'].output.parse(reply.value)
    return { ...found, files: found.files.toSorted((a, b) => a.n - b.n) }
  }
  const count = async (): Promise<unknown> => {
    const reply = await core.call('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 }, new Map())
    return reply.ok && typeof reply.value === 'object' && reply.value !== null && 'total' in reply.value ? reply.value.total : reply
  }
  /** Once the helpers hang on all of them, everything else is read. */
  const hangs = async (): Promise<void> => { await expect.poll(() => seen.size, { timeout: 9000 }).toBe(stuck.length) }
  const ended = async (state: string): Promise<void> => { await expect.poll(() => heard.filter(({ event }) => event === `import.${state}`).length, { timeout: 20_000 }).toBe(1) }
  return { core, call, files, count, hangs, ended }
}

async function material(): Promise<string> {
  const folder = await emptyFolder()
  await writeFile(join(folder, '1 甲.txt'), story(1))
  await writeFile(join(folder, '2 卡.txt'), story(2))
  await writeFile(join(folder, '3 包.zip'), zip([txt('丙.txt', 3), txt('同名.txt', 4), txt('同名.txt', 5), txt('../外.txt', 6), txt('丁.txt', 7), { name: '内.zip', data: zip([txt('堵.txt', 8)]) }]))
  await writeFile(join(folder, '4 戊.txt'), story(9))
  return folder
}
const lines = (files: readonly BatchFile[]): readonly string[] => files.map(({ n, file, outcome, fault }) => `${n} ${file.replace('来稿/', '')} ${fault?.code ?? outcome}`)
const WHOLE = [
  '1 1 甲.txt imported', '2 2 卡.txt imported', '3 3 包.zip unpacked', '4 4 戊.txt imported',
  '5 3 包.zip/丙.txt imported', '6 3 包.zip/同名.txt imported', '7 3 包.zip/同名.txt imported', '8 3 包.zip/丁.txt imported', '9 3 包.zip/内.zip unpacked', '10 3 包.zip/../外.txt BAD_NAME',
  '11 3 包.zip/内.zip/堵.txt imported',
]

describe('an import that was paused', () => {
  it('goes on after a restart with what was not reached, in archives too, and takes nothing twice', async () => {
    const [library, source] = [await emptyFolder(), await material()]
    const first = await open(library, ['卡', '堵'])
    const { id } = await first.call('import.start', { grants: [GRANT], confirmed: false }, source)
    await first.hangs()
    expect((await first.call('import.pause', { id })).state).toBe('paused')
    const before = await first.files(id)
    expect(lines(before.files)).toEqual(WHOLE.filter((line) => !/[卡堵]/.test(line)))
    expect([before.batch.state, before.batch.totals.files, before.batch.totals.done, await first.count()]).toEqual(['paused', 11, 9, 6])
    await first.core.close()

    const second = await open(library)
    expect((await second.call('import.resume', { id })).state).toBe('running')
    await second.ended('finished')
    const after = await second.files(id)
    expect(lines(after.files)).toEqual(WHOLE)
    expect(after.batch).toMatchObject({ state: 'done', totals: { files: 11, done: 11, imported: 8, duplicates: 0, failed: 1, entries: 8 } })
    expect(await second.count()).toBe(8)
    await expect(second.call('import.resume', { id })).rejects.toThrow('NOTHING_TO_RESUME')
  }, 60_000)

  it('is what the end of the program makes of one that runs', async () => {
    const [library, source] = [await emptyFolder(), await material()]
    const first = await open(library, ['卡', '堵'])
    const { id } = await first.call('import.start', { grants: [GRANT], confirmed: false }, source)
    await first.hangs()
    await first.core.close()
    const second = await open(library)
    expect((await second.files(id)).batch).toMatchObject({ state: 'paused', fault: null })
    await second.call('import.resume', { id })
    await second.ended('finished')
    expect(lines((await second.files(id)).files)).toEqual(WHOLE)
  }, 60_000)

  it('says of files that are gone by then that they are, and of what an archive held', async () => {
    const [library, source] = [await emptyFolder(), await material()]
    const first = await open(library, ['卡', '堵'])
    const { id } = await first.call('import.start', { grants: [GRANT], confirmed: false }, source)
    await first.hangs()
    await first.call('import.pause', { id })
    await rm(join(source, '2 卡.txt'))
    await rm(join(source, '3 包.zip'))
    await first.call('import.resume', { id })
    await first.ended('finished')
    const { batch, files } = await first.files(id)
    expect([batch.state, batch.totals.done, batch.totals.files]).toEqual(['done', 11, 11])
    expect(lines(files)).toEqual(WHOLE.map((line) => line.replace(/^(2|11) (.*) imported$/, '$1 $2 VANISHED')))
  }, 60_000)

  it('can be given up, and accounts for every file all the same', async () => {
    const [library, source] = [await emptyFolder(), await material()]
    const { call, files, hangs } = await open(library, ['卡', '堵'])
    const { id } = await call('import.start', { grants: [GRANT], confirmed: false }, source)
    await hangs()
    await call('import.pause', { id })
    expect(await call('import.cancel', { id })).toMatchObject({ state: 'cancelled', totals: { files: 11, done: 11 } })
    expect(lines((await files(id)).files).filter((line) => line.endsWith('CANCELLED'))).toEqual(['2 2 卡.txt CANCELLED', '11 3 包.zip/内.zip/堵.txt CANCELLED'])
    expect((await call('import.pause', { id })).state).toBe('cancelled')
  }, 60_000)
})

describe('what is left of a batch', () => {
  const file = (n: number) => ({ n, name: `${n}.txt`, path: `/${n}`, temporary: false, archive: null })
  const member = (n: number, archive: number) => ({ n, name: `${archive}/${n}.txt`, path: null, temporary: true, archive })
  it('is every file that is not accounted for, and every archive on the way to one', () => {
    const rest = restOf({ options: BY_RULES, sources: [file(1), file(2), file(3), member(4, 2), member(5, 2), member(6, 5), file(7), member(8, 7)], settled: new Set([1, 2, 4, 5, 7, 8]) })
    expect([rest.sources.map(({ n }) => n), [...rest.again].sort(), [...rest.members.keys()]]).toEqual([[2, 3], [2, 5], [2, 5, 7]])
  })
  it('is nothing of a batch that is whole', () => {
    expect(restOf({ options: BY_RULES, sources: [file(1), member(2, 1)], settled: new Set([1, 2]) }).sources).toEqual([])
  })
})
