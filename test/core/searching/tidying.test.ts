import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openIndex, type SearchIndex } from '../../../electron/core/searching/index.ts'
import { Tidying } from '../../../electron/core/searching/tidying.ts'
import { entryOf, folder, foundSet, optionsFor, type Sample } from './library.ts'

const sample = (seq: number): Sample => ({ seq, title: `第${seq}篇`, body: `网格员走访第${seq}户，说的是第${seq * 7}件事。${MUCH.map((n) => `号${seq * 100 + n}`).join('，')}` })
/** The first piece is to have many pages. */
const MUCH = Array.from({ length: 60 }, (_, n) => n)

function filled(count: number, file = join(folder(), 'search.db')): { readonly index: SearchIndex; readonly file: string } {
  const samples = new Map(Array.from({ length: count }, (_, i) => [i + 1, sample(i + 1)]))
  const index = openIndex(file, optionsFor(samples))
  onTestFinished(() => index.close())
  for (let seq = 1; seq <= count; seq++) index.put([entryOf(sample(seq))])
  return { index, file }
}

function piecesOf(file: string): number {
  const db = new Database(file, { readonly: true })
  try {
    return Number(db.prepare('SELECT count(DISTINCT segid) FROM f_idx').pluck().get())
  } finally {
    db.close()
  }
}

describe('joining the pieces of the index', () => {
  test('leaves one, and every answer as it was', async () => {
    const { index, file } = filled(90)
    const before = ['走访', '第7户', '"说的是第14件事"', '网'].map((query) => foundSet(index, query))
    await index.tidied()
    expect(['走访', '第7户', '"说的是第14件事"', '网'].map((query) => foundSet(index, query))).toEqual(before)
    index.verify()
    index.put([entryOf({ ...sample(3), body: '调解邻里纠纷。', revision: 2 })])
    expect([foundSet(index, '调解'), foundSet(index, '走访').length]).toEqual([[3], 89])
    index.close()
    expect(piecesOf(file)).toBe(2)
  })

  test('is not begun anew for a few entries more', async () => {
    const { index, file } = filled(90)
    await index.tidied()
    index.put([entryOf(sample(91))])
    index.put([entryOf(sample(92))])
    await index.tidied()
    index.close()
    expect(piecesOf(file)).toBe(3)
  })

  test('stops when the index is closed, and goes on another time', async () => {
    const { index, file } = filled(90)
    const working = index.tidied()
    index.close()
    await working
    const again = openIndex(file, optionsFor(new Map()))
    await again.tidied()
    again.verify()
    again.close()
    expect(piecesOf(file)).toBe(1)
  })

  test('small pieces beside a large one are joined with each other, not with it', async () => {
    const { index, file } = filled(90)
    await index.tidied()
    for (let seq = 91; seq <= 110; seq++) index.put([entryOf(sample(seq))])
    await index.tidied()
    index.verify()
    index.close()
    expect(piecesOf(file)).toBeLessThanOrEqual(5)
  })

  test('what changes while pieces are joined is joined once there is rest again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let looks = 0
    const store = { largestPiece: () => (looks++, 0.1), pieces: () => 9, merge: (begin: boolean) => begin }
    const tidying = new Tidying({ store: () => store, pause: () => Promise.resolve().then(() => tidying.later()), isBusy: () => false, keep: () => Promise.resolve(), onFailed: (error) => expect.unreachable(String(error)) })
    await tidying.now()
    await vi.advanceTimersByTimeAsync(7900)
    expect(looks).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(looks).toBe(2)
    tidying.close()
  })

  test('is done later when other work went first', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let [busy, rests] = [true, 0]
    const store = { largestPiece: () => 1, pieces: () => 1, merge: () => false }
    const tidying = new Tidying({ store: () => store, pause: () => Promise.resolve(), isBusy: () => busy, keep: () => Promise.resolve(void rests++), onFailed: (error) => expect.unreachable(String(error)) })
    await vi.advanceTimersByTimeAsync(8100)
    expect(rests).toBe(0)
    busy = false
    await vi.advanceTimersByTimeAsync(8100)
    expect(rests).toBe(1)
    tidying.close()
  })

  test('an edit joins nothing: its words lie in a piece of their own until there is rest', () => {
    const { index, file } = filled(40)
    index.close()
    expect(piecesOf(file)).toBe(40)
  })

  test('each portion of many joins its share: few pieces are left, and all of them are joined when there is rest', async () => {
    const { index, file } = filled(0)
    for (let seq = 1; seq <= 40; seq++) index.add([entryOf(sample(seq))])
    index.close()
    const left = piecesOf(file)
    const again = openIndex(file, optionsFor(new Map()))
    await again.tidied()
    again.verify()
    again.close()
    expect([left, piecesOf(file)]).toEqual([4, 1])
  })
})
