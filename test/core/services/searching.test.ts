import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openCore } from '../../../electron/core/services.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { readerHere } from './fake-reader.ts'
import { testPorts } from './ports.ts'

async function open() {
  const { ports, heard } = testPorts({ spawnReader: () => readerHere(join(root, 'content')) })
  const core = await openCore(await emptyFolder(), ports)
  onTestFinished(() => core.close())
  const call = async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await core.call(method, input, new Map())
    if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
    return reply.value as Output<M>
  }
  const paste = async (title: string, body: string) => {
    const { id } = await call('import.paste', { text: `${title}\n\n${body}\n`, name: `${title}.txt` })
    while (!heard.some(({ event, value }) => event === 'import.finished' && typeof value === 'object' && value !== null && 'id' in value && value.id === id)) await new Promise((resolve) => setTimeout(resolve, 5))
    const entry = (await call('import.files', { id, offset: 0, limit: 1 })).files[0]?.entries[0]?.id
    if (!entry) throw new Error('nothing imported')
    return entry
  }
  const run = (query: string, change: Partial<Filters> = {}) => call('search.run', { query, filters: { ...NO_FILTERS, ...change }, sort: 'relevance', offset: 0, limit: 50 })
  return { call, paste, run }
}

const BODY = '青山县柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。'

it('what a person judges of an entry is a facet at once', async () => {
  const { call, paste, run } = await open()
  const [one, other] = [await paste('议事亭里话家常', BODY), await paste('河边的议事亭', `${BODY}社区书记说，办法不新，贵在坚持。`)]
  expect((await run('议事亭')).facets.review).toEqual([{ value: 'pending', count: 2 }])
  await call('import.accept', { ids: [one] })
  expect((await run('议事亭')).facets.review).toEqual([{ value: 'pending', count: 1 }, { value: 'accepted', count: 1 }])
  expect((await run('议事亭', { review: ['accepted'] })).hits.map(({ id }) => id)).toEqual([one])
  const { revision } = await call('entries.get', { id: other })
  await call('entries.edit', { id: other, revision, change: { status: 'retired', rightsLevel: 'internal' } })
  expect((await run('议事亭')).hits.map(({ id }) => id)).toEqual([one])
  expect((await run('状态：停用 权利：内部')).hits.map(({ id }) => id)).toEqual([other])
})
