import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { testPorts } from './ports.ts'

async function open(folder: string) {
  const core = await openCore(folder, testPorts({}).ports)
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await core.close()
    closed = true
  }
  onTestFinished(close)
  const call = async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await core.call(method, input, new Map())
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value as Output<M>
  }
  const rekeyed = async () => {
    await vi.waitFor(async () => expect((await call('lexicon.state', {})).rekeying.state).toBe('ready'), { timeout: 20_000, interval: 5 })
    return (await call('lexicon.state', {})).rekeying
  }
  return { call, close, rekeyed }
}

it('keywords that a newer program picks otherwise reach the entries of before, once', async () => {
  const folder = await emptyFolder()
  const first = await open(folder)
  const { id } = await first.call('entries.create', { title: '说事', body: '柳树湾社区的网格员每周记录，居民到院坝里说事。' })
  const { keywords } = await first.call('entries.get', { id })
  await first.close()
  const db = new Database(join(folder, 'library.db'))
  db.exec(`UPDATE entry_text SET keywords = '["旧词"]'; UPDATE about SET value = '别的规则' WHERE name = 'keywordRules'`)
  db.close()
  const second = await open(folder)
  expect(await second.rekeyed()).toMatchObject({ state: 'ready', done: 1, total: 1, changed: 1 })
  const entry = await second.call('entries.get', { id })
  expect([entry.keywords, entry.revision, keywords.includes('网格员')]).toEqual([keywords, 1, true])
  expect((await second.call('search.run', { query: '关键词：网格员', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 5 })).hits.map(({ title }) => title)).toEqual(['说事'])
  await second.close()
  const third = await open(folder)
  expect(await third.rekeyed()).toMatchObject({ done: 0, total: 0 })
})
