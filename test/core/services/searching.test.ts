import { expect, it } from 'vitest'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openedCore } from './opened.ts'

async function open() {
  const { call, heard } = await openedCore()
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

it('reposts stand as one line in a grouped search, until a person keeps them apart', async () => {
  const { call, paste, run } = await open()
  const story = `${BODY}一年来，议事亭共办结邻里纠纷四十二件，群众满意率达到百分之九十八。社区书记说，办法不新，贵在坚持。居民代表轮流主持，议题提前三天张榜公布，谁家的事谁先说，说不清的请老邻居作证。`
  const [first, second] = [await paste('议事亭里话家常', story), await paste('槐树下的议事亭', story)]
  const groupedRun = () => call('search.run', { query: '议事亭', filters: NO_FILTERS, sort: 'relevance', grouped: true, offset: 0, limit: 50 })
  const one = await groupedRun()
  expect([one.total, one.entries, one.hits.length]).toEqual([1, 2, 1])
  expect(one.hits.flatMap(({ id, alike }) => [id, ...alike.map((other) => other.id)]).sort()).toEqual([first, second].sort())
  expect((await run('议事亭')).total).toBe(2)
  await call('stories.separate', { a: first, b: second, by: '林川' })
  expect(await groupedRun()).toMatchObject({ total: 2, entries: 2 })
})

it('saved searches hold exclusions, count what they find now, and can be renamed', async () => {
  const { call, paste } = await open()
  const id = await paste('议事亭里话家常', BODY)
  const filters = { ...NO_FILTERS, not: { ...NO_FILTERS.not, kind: ['other' as const] }, every: ['brand' as const], within: ['社区'] }
  const saved = await call('searches.save', { name: '议事', query: '议事亭', filters, sort: 'relevance' })
  const other = await call('searches.save', { name: '没有', query: '无人机', filters: NO_FILTERS, sort: 'date' })
  const counts = () => call('searches.counts', { ids: [saved.id, other.id, 'gone'] })
  const before = (await call('entries.get', { id })).kind === 'case' ? 1 : 0
  expect(await counts()).toEqual(expect.arrayContaining([{ id: saved.id, total: before }, { id: other.id, total: 0 }]))
  await call('entries.remove', { ids: [id] })
  expect(await counts()).toEqual(expect.arrayContaining([{ id: saved.id, total: 0 }]))
  expect(await call('searches.rename', { id: saved.id, name: ' 槐树下 ' })).toEqual({ ...saved, name: '槐树下' })
  expect((await call('searches.saved', {})).map(({ name }) => name).sort()).toEqual(['槐树下', '没有'].sort())
  await expect(call('searches.rename', { id: 'gone', name: '新' })).rejects.toMatchObject({ code: 'NO_SUCH_SEARCH' })
})

it('an entry is explained by its id', async () => {
  const { call, paste } = await open()
  const id = await paste('议事亭里话家常', BODY)
  const { score, parts } = await call('search.explain', { id, query: '议事亭', filters: NO_FILTERS })
  expect(parts.map(({ part }) => part)).toContain('title')
  expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score)
  await expect(call('search.explain', { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as typeof id, query: '议事亭', filters: NO_FILTERS })).rejects.toMatchObject({ code: 'NO_SUCH_ENTRY' })
})
