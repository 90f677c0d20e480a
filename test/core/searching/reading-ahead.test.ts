import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openIndex } from '../../../electron/core/searching/index.ts'
import { ReadingAhead } from '../../../electron/core/searching/reading-ahead.ts'
import { openStore } from '../../../electron/core/searching/store.ts'
import { entryOf, folder, optionsFor, type Sample } from './library.ts'

const PAGE = 4096
const sample = (seq: number): Sample => ({ seq, title: `第${seq}篇`, body: Array.from({ length: 200 }, (_, n) => `号${seq * 1000 + n}`).join('，') })

interface Pretended {
  readonly pages: number
  readonly texts?: number
  readonly free?: number
  readonly busy?: () => boolean
  readonly fails?: Error
}

/** A store of so many pages, and how many of them were read. */
function pretended({ pages, texts = 0, free = Infinity, busy = () => false, fails }: Pretended): { readonly ahead: ReadingAhead; readonly read: () => number; readonly texts: number[]; readonly failures: unknown[] } {
  let read = 0
  const asked: number[] = []
  const failures: unknown[] = []
  const readOn = (): number => {
    if (fails) throw fails
    if (read === pages) return 0
    read++
    return PAGE
  }
  const library = {
    readOn: (after: number) => {
      asked.push(after)
      return after === texts ? null : { last: after + 1, bytes: PAGE }
    },
  }
  const ahead = new ReadingAhead({ store: () => ({ readOn }), library, isBusy: busy, free: () => free, onFailed: (error) => failures.push(error) })
  onTestFinished(() => ahead.close())
  return { ahead, read: () => read, texts: asked, failures }
}

test('an index reads every page of its words once', () => {
  const file = join(folder(), 'search.db')
  const index = openIndex(file, optionsFor(new Map()))
  for (let seq = 1; seq <= 60; seq++) index.put([entryOf(sample(seq))])
  index.close()
  const db = new Database(file, { readonly: true })
  const pages = Number(db.prepare('SELECT (SELECT count(*) FROM f_data) + (SELECT count(*) FROM ft_data) + (SELECT count(*) FROM fk_data) + (SELECT count(*) FROM ch_data)').pluck().get())
  db.close()
  const store = openStore(file)
  onTestFinished(() => store.close())
  let bytes = 0
  for (let more = store.readOn(); more > 0; more = store.readOn()) bytes += more
  expect(pages).toBeGreaterThan(100)
  expect(bytes).toBe(pages * PAGE)
  expect(store.readOn()).toBe(0)
})

test('an index that is read ahead answers as before', async () => {
  const index = openIndex(':memory:', optionsFor(new Map([[1, sample(1)]])))
  onTestFinished(() => index.close())
  await index.catchUp()
  await index.readAhead()
  expect(index.search({ query: '号1007' }).hits.map(({ seq }) => seq)).toEqual([1])
})

test('all is read, and only once however often it is asked for', async () => {
  const { ahead, read } = pretended({ pages: 40 })
  await Promise.all([ahead.now(), ahead.now()])
  await ahead.now()
  expect(read()).toBe(40)
})

test('no more is read than half of the free memory holds', async () => {
  const { ahead, read } = pretended({ pages: 40, free: 20 * PAGE })
  await ahead.now()
  expect(read()).toBe(10)
})

test('behind the words come the texts, as far as there is room', async () => {
  const all = pretended({ pages: 2, texts: 3 })
  await all.ahead.now()
  expect([all.read(), all.texts]).toEqual([2, [0, 1, 2, 3]])
  const few = pretended({ pages: 2, texts: 30, free: 8 * PAGE })
  await few.ahead.now()
  expect([few.read(), few.texts]).toEqual([2, [0, 1]])
})

test('other work goes first', async () => {
  let looks = 0
  const { ahead, read } = pretended({ pages: 3, busy: () => looks++ < 2 })
  await ahead.now()
  expect([looks > 2, read()]).toEqual([true, 3])
})

test('what fails is told; once closed nothing is', async () => {
  const damage = new Error('database disk image is malformed')
  const open = pretended({ pages: 3, fails: damage })
  await open.ahead.now()
  expect(open.failures).toEqual([damage])
  const shut = pretended({ pages: 3, fails: damage })
  shut.ahead.close()
  await shut.ahead.now()
  expect(shut.failures).toEqual([])
})
