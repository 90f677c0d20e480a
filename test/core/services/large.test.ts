import { fork } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { manyEntries } from '../library/many.ts'
import { testPorts } from './ports.ts'

/** An open core, once its index is level with the library. */
async function level(folder: string) {
  const { ports } = testPorts()
  const core = await openCore(folder, ports)
  onTestFinished(() => core.close())
  const call = async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await core.call(method, input, new Map())
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value as Output<M>
  }
  while ((await call('search.indexState', {})).state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
  return call
}

it('lists 600 entries page by page, each once, the newest first', async () => {
  const folder = await emptyFolder()
  await manyEntries(folder, 600)

  const call = await level(folder)
  const titles: string[] = []
  for (let offset = 0; offset < 600; offset += 60) {
    const page = await call('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset, limit: 60 })
    expect([page.total, page.hits.length]).toEqual([600, 60])
    titles.push(...page.hits.map(({ title }) => title))
  }
  expect(titles).toEqual(Array.from({ length: 600 }, (_, index) => `第${600 - index}份之1`))
  expect((await call('search.run', { query: '“第421份的正文”', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 })).hits.map(({ title }) => title)).toEqual(['第421份之1'])
}, 120_000)

it('a core that is killed while it imports leaves whole entries, and the index follows them', async () => {
  const source = await emptyFolder()
  const folder = await emptyFolder()
  for (let n = 1; n <= 200; n++) await writeFile(join(source, `${n}.txt`), `柳树湾第${n}号楼的居民在议事亭里商量加装电梯的事。\n\n${'大家把话说开，把账算清。'.repeat(20)}\n`)
  const child = fork(join(import.meta.dirname, 'import-core.ts'), [folder, source], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve) => child.on('message', (done) => Number(done) >= 64 && resolve()))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone

  const call = await level(folder)
  const state = await call('library.state', {})
  const found = await call('search.run', { query: '议事亭', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1 })
  expect(state.state === 'open' && state.entries >= 64 && state.entries === found.total).toBe(true)
  expect((await call('library.check', {})).findings.map(({ check, ok }) => [check, ok])).toEqual([['database', true], ['foreign-keys', true], ['originals', true], ['spans', true], ['index', true]])
}, 120_000)
