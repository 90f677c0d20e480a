import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { IndexState } from '../../../electron/contract/searching.ts'
import { type IndexOptions, type SearchIndex, openIndex } from '../../../electron/core/searching/index.ts'
import { type Sample, aged, entryOf, folder, foundSet, indexed, optionsFor } from './library.ts'

const sample = (seq: number, body: string, revision = 1): Sample => ({ seq, title: `第${seq}篇`, body, revision })
const many = (count: number): Map<number, Sample> => new Map(Array.from({ length: count }, (_, i) => [i + 1, sample(i + 1, `网格员走访第${i + 1}户`)]))

function opened(file: string, samples: Map<number, Sample>, change: Partial<IndexOptions> = {}): SearchIndex {
  const index = openIndex(file, { ...optionsFor(samples), ...change })
  onTestFinished(() => index.close())
  return index
}

describe('changes', () => {
  test('are found at once: added, replaced, removed', async () => {
    const { index } = await indexed([sample(1, '网格员走访')])
    index.put([entryOf(sample(2, '调解邻里纠纷'))])
    expect(foundSet(index, '调解')).toEqual([])
    expect(index.search({ query: '调解' }).total).toBe(1)
    index.remove([1, 99])
    expect(index.search({ query: '走访' }).total).toBe(0)
    expect(index.count).toBe(1)
  })

  test('a replaced entry is found by its new words only, also when asked for before', async () => {
    const { index, samples } = await indexed([sample(1, '网格员走访')])
    expect(foundSet(index, '走访')).toEqual([1])
    samples.set(1, sample(1, '调解邻里纠纷', 2))
    index.put([entryOf(sample(1, '调解邻里纠纷', 2))])
    expect(foundSet(index, '走访')).toEqual([])
    expect(foundSet(index, '调解')).toEqual([1])
    expect(index.search({ query: '调解' }).hits[0]?.snippets[0]?.text).toBe('调解邻里纠纷')
  })

  test('any sequence of them leaves what an index made anew would have', async () => {
    const step = fc.record({ seq: fc.integer({ min: 1, max: 6 }), body: fc.option(fc.constantFrom('网格员走访', '调解纠纷', '信访积案 12345', '植树')) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { index, samples } = await indexed([])
        for (const [i, { seq, body }] of steps.entries()) {
          if (body === null) {
            samples.delete(seq)
            index.remove([seq])
          } else {
            samples.set(seq, sample(seq, body, i))
            index.put([entryOf(sample(seq, body, i))])
          }
        }
        expect(index.difference()).toEqual({ missing: [], behind: [], extra: [] })
        const fresh = await indexed([...samples.values()])
        for (const query of ['', '网格', '调解', '12345', '植', '第1篇']) {
          const { hits, facets, total } = index.search({ query })
          expect({ hits, facets, total }).toEqual((({ hits: h, facets: f, total: t }) => ({ hits: h, facets: f, total: t }))(fresh.index.search({ query })))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('an index that is opened again', () => {
  test('knows what it knew, and is brought level with the library', async () => {
    const file = join(folder(), 'search.db')
    const samples = many(40)
    const first = opened(file, samples)
    await first.catchUp()
    first.close()
    samples.delete(7)
    samples.set(8, sample(8, '改写后谈调解', 2))
    samples.set(41, sample(41, '新来的条目谈调解'))
    const second = opened(file, samples)
    expect(second.count).toBe(40)
    expect(second.difference()).toEqual({ missing: [8, 41], behind: [], extra: [7] })
    await second.catchUp()
    expect(second.difference()).toEqual({ missing: [], behind: [], extra: [] })
    expect(foundSet(second, '调解')).toEqual([8, 41])
    expect(foundSet(second, '走访').length).toBe(38)
  })

  test.each([
    ['cut in half', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 3000))],
    ['no database at all', (file: string) => writeFileSync(file, '这不是数据库。'.repeat(500))],
    ['overwritten in the middle', (file: string) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192))],
  ])('is made anew when its file is %s', async (_, damage) => {
    const file = join(folder(), 'search.db')
    const samples = many(30)
    const first = opened(file, samples)
    await first.catchUp()
    first.close()
    damage(file)
    let damaged = 0
    const second = opened(file, samples, { onDamaged: () => damaged++ })
    await second.catchUp()
    second.search({ query: '走访' })
    await second.catchUp()
    expect(damaged).toBeGreaterThan(0)
    expect(foundSet(second, '走访').length).toBe(30)
    second.verify()
  })

  test('is made anew when a query meets the damage', async () => {
    const samples = many(30)
    const file = await aged(samples, "UPDATE f_data SET block = x'00ff00ff00ff' WHERE id > 10")
    let damaged = 0
    const index = opened(file, samples, { onDamaged: () => damaged++ })
    expect(index.search({ query: '走访' }).total).toBeLessThanOrEqual(30)
    await index.catchUp()
    expect(damaged).toBe(1)
    expect(foundSet(index, '走访').length).toBe(30)
  })

  test('with other tables under the same version is made anew', async () => {
    const samples = many(3)
    const file = await aged(samples, 'ALTER TABLE doc RENAME COLUMN authors TO writers')
    let damaged = 0
    const index = opened(file, samples, { onDamaged: () => damaged++ })
    await index.catchUp()
    expect(damaged).toBe(1)
    expect(foundSet(index, '走访')).toEqual([1, 2, 3])
  })

  test('of another version of the tables is made anew', async () => {
    const samples = many(3)
    const file = await aged(samples, 'DROP TABLE doc; PRAGMA user_version = 99')
    const index = opened(file, samples)
    await index.catchUp()
    expect(foundSet(index, '走访')).toEqual([1, 2, 3])
  })
})

describe('making the index anew', () => {
  test.each([
    ['fold', "UPDATE meta SET value = '0' WHERE key = 'fold'"],
    ['tokens', "UPDATE meta SET value = '0' WHERE key = 'tokens'"],
    ['tables of words', "DELETE FROM meta WHERE key = 'layout'; ALTER TABLE doc DROP COLUMN people; ALTER TABLE doc DROP COLUMN labels; PRAGMA user_version = 4"],
  ])('happens beside the old one when its %s are of another version: queries are answered all the while', async (_, age) => {
    const samples = many(60)
    const file = await aged(samples, age)
    const totals: number[] = []
    const states: IndexState[] = []
    const index: SearchIndex = opened(file, samples, {
      onState: (state) => states.push(state),
      pause: () => {
        totals.push(index.search({ query: '走访' }).total)
        return Promise.resolve()
      },
    })
    await index.catchUp()
    expect(totals.length).toBeGreaterThan(2)
    expect(new Set(totals)).toEqual(new Set([60]))
    expect(states[0]).toEqual({ state: 'building', done: 0, total: 60 })
    expect(states.at(-1)).toEqual({ state: 'ready', done: 60, total: 60 })
    index.close()
    const version = new Database(file, { readonly: true })
    onTestFinished(() => void version.close())
    expect(version.prepare("SELECT key FROM meta WHERE value <> '0' AND key IN ('fold', 'layout', 'tokens') ORDER BY key").pluck().all()).toEqual(['fold', 'layout', 'tokens'])
  })

  test('gives the tables of words the order that costs least: the body is the first column', async () => {
    const samples = many(3)
    const file = await aged(samples, `DROP TABLE f; CREATE VIRTUAL TABLE f USING fts5(t, b, n, content='', contentless_delete=1, tokenize="ascii tokenchars '_'"); DELETE FROM meta WHERE key = 'layout'; ALTER TABLE doc DROP COLUMN people; ALTER TABLE doc DROP COLUMN labels; PRAGMA user_version = 4`)
    const index = opened(file, samples)
    await index.catchUp()
    expect(foundSet(index, '走访')).toEqual([1, 2, 3])
    index.close()
    const made = new Database(file, { readonly: true })
    onTestFinished(() => void made.close())
    expect(made.prepare("SELECT name FROM pragma_table_info('f')").pluck().all()).toEqual(['b', 't', 'n'])
  })

  test('keeps the changes made meanwhile', async () => {
    const { index, samples } = await indexed([...many(60).values()])
    let turn = 0
    const working = index.rebuild()
    const change = setInterval(() => {
      turn++
      if (turn > 3) return
      samples.set(100 + turn, sample(100 + turn, '走访途中新增'))
      index.put([entryOf(sample(100 + turn, '走访途中新增'))])
      samples.delete(60 - turn)
      index.remove([60 - turn])
    })
    onTestFinished(() => clearInterval(change))
    await working
    clearInterval(change)
    expect(index.difference()).toEqual({ missing: [], behind: [], extra: [] })
    expect(foundSet(index, '走访').length).toBe(index.count)
  })

  test('writes no older copy over what somebody changes between two portions', async () => {
    const long = (seq: number, said: string): Sample => sample(seq, `${said}${'网格员走访，'.repeat(8000)}`)
    const samples = new Map([1, 2, 3, 4].map((seq) => [seq, long(seq, '旧话')]))
    let turn = 0
    const older: number[] = []
    const index: SearchIndex = opened(join(folder(), 'search.db'), samples, {
      pause: () => Promise.resolve().then(() => {
        turn++
        if (turn > 1) older.push(...foundSet(index, '旧话').filter((seq) => seq > 2))
        if (turn === 1) {
          samples.set(3, { ...long(3, '新话'), revision: 2, keywords: ['新词'] })
          index.put([entryOf(samples.get(3) ?? long(3, ''))])
          samples.delete(4)
          index.remove([4])
        }
      }),
    })
    await index.catchUp()
    expect([turn > 2, older]).toEqual([true, []])
    expect([foundSet(index, '旧话'), foundSet(index, '新话'), foundSet(index, '关键词:新词'), index.count]).toEqual([[1, 2], [3], [3], 3])
    expect(index.revisionOf(4)).toBeNull()
  })

  test('an interrupted one is begun again', async () => {
    const path = folder()
    const file = join(path, 'search.db')
    const samples = many(20)
    const first = opened(file, samples)
    await first.catchUp()
    first.close()
    copyFileSync(file, `${file}.next`)
    const index = opened(file, samples)
    await index.rebuild()
    expect(foundSet(index, '走访').length).toBe(20)
  })

  test('stops when the index is closed', async () => {
    const samples = many(200)
    const index = opened(join(folder(), 'search.db'), samples)
    const working = index.catchUp()
    index.close()
    await working
    expect(index.state.state).toBe('ready')
  })
})
