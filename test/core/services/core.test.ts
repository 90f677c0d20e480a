import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { testPorts } from './ports.ts'

it('makes a library in an empty folder and says so', async () => {
  const folder = await emptyFolder()
  const { ports } = testPorts()
  const core = await openCore(folder, ports)
  expect(await core.call('library.state', {}, new Map())).toEqual({ ok: true, value: { state: 'open', folder, entries: 0, cases: 0, bytes: expect.any(Number), createdAt: '2026-11-22T08:00:00.000Z', schema: 10 } })
  await core.close()
})

it('keeps settings across openings and announces them', async () => {
  const folder = await emptyFolder()
  const { ports, heard } = testPorts()
  const first = await openCore(folder, ports)
  expect(await first.call('settings.get', {}, new Map())).toEqual({ ok: true, value: DEFAULT_SETTINGS })
  await first.call('settings.set', { theme: 'dark' }, new Map())
  await first.close()
  const second = await openCore(folder, ports)
  expect(await second.call('settings.get', {}, new Map())).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, theme: 'dark' } })
  expect(heard.filter(({ event }) => event === 'settings.changed')).toEqual([{ event: 'settings.changed', value: { ...DEFAULT_SETTINGS, theme: 'dark' } }])
  await second.close()
})

it('lists an empty library without an error', async () => {
  const { ports } = testPorts()
  const core = await openCore(await emptyFolder(), ports)
  expect(await core.call('search.run', { query: '', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50 }, new Map())).toMatchObject({ ok: true, value: { total: 0, hits: [] } })
  await core.close()
})
