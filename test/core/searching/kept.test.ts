import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FACETS, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openIndex, type SearchIndex } from '../../../electron/core/searching/index.ts'
import { entryOf, folder, optionsFor, type Sample } from './library.ts'

const COUNT = 1200
const CITIES = ['淮南市', '淮北市', null] as const
const sample = (seq: number): Sample => ({
  seq, title: `第${seq}篇`, body: `网格员走访第${seq % 40}户。`, kind: seq % 3 === 0 ? 'other' : 'case', place: { province: '安徽省', city: CITIES[seq % 3] ?? null, district: null }, date: seq % 5 === 0 ? null : `20${10 + (seq % 9)}-03`,
  source: seq % 4 === 0 ? null : `报${seq % 4}`, authors: seq % 2 === 0 ? [`作者${seq % 7}`] : [], practices: seq % 6 === 0 ? [] : ['grid', `grid.p${seq % 6}`], labels: seq % 50 === 0 ? ['own'] : [], brands: seq % 8 === 0 ? [`品牌${seq % 16}`, '红袖章'] : [],
  platforms: seq % 9 === 0 ? ['一网通'] : [], people: seq % 10 === 0 ? [`人${seq % 3}`] : [], keywords: [`词${seq % 11}`, '网格'], rights: seq % 7 === 0 ? 'open' : 'cite', status: seq % 60 === 0 ? 'retired' : 'active', review: seq % 13 === 0 ? 'pending' : 'accepted', revision: 1 + (seq % 2), tags: seq % 4,
})
const CHANGED: readonly Sample[] = [{ ...sample(8), title: '改过的题目', brands: ['新牌'], place: { province: '山东省', city: '淄博市', district: null }, revision: 9 }, { ...sample(COUNT + 1), authors: ['新人'], keywords: ['新词'] }]
const GONE = 16
const REFILED = 24
const tagged = { seq: REFILED, tags: 7, practices: ['mediation'], labels: ['own'], brands: ['后牌'], platforms: [], people: [], keywords: ['后词'], rights: 'internal', status: 'recheck', review: 'pending' } as const

const samples = (): Map<number, Sample> => new Map(Array.from({ length: COUNT }, (_, i) => [i + 1, sample(i + 1)]))
function opened(file: string, known: Map<number, Sample> = samples(), onDamaged: () => void = () => {}): SearchIndex {
  const index = openIndex(file, { ...optionsFor(known), onDamaged })
  onTestFinished(() => index.close())
  return index
}

/** Everything that the columns answer. */
function told(index: SearchIndex): unknown {
  const search = (query: string, sort: 'imported' | 'title' | 'date' | 'place' = 'imported') => {
    const { facets, total, hits } = index.search({ query, sort, limit: 50 })
    return { facets: FACETS.map((name) => facets[name]), total, seqs: hits.map(({ seq }) => seq) }
  }
  const similar = index.similar(32, 5).map(({ seq, score }) => [seq, score])
  const revisions = Array.from({ length: COUNT + 2 }, (_, seq) => index.revisionOf(seq))
  return [search(''), search('', 'title'), search('', 'date'), search('', 'place'), search('品牌：红袖章'), search('平台：一网通 作者：作者2'), search('来源：报1 第7户'), similar, revisions, index.count, index.search({ query: '', filters: { ...NO_FILTERS, brand: ['品牌0'] } }).total]
}

async function kept(): Promise<string> {
  const file = join(folder(), 'search.db')
  const index = opened(file)
  await index.catchUp()
  await index.tidied()
  index.close()
  return file
}

function alter(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}
/** So that an index which reads rows knows nothing any more. */
const emptied = "UPDATE doc SET title = '', source = '', keywords = '[]', brands = '[]', practices = ''"

test('an index at rest keeps its columns, and opens with them without reading the rows', async () => {
  const file = await kept()
  const fresh = opened(':memory:')
  await fresh.catchUp()
  alter(file, emptied)
  expect(told(opened(file))).toEqual(told(fresh))
})

test('what changed since is read from its rows: entries put, removed and filed anew', async () => {
  const file = await kept()
  const change = (index: SearchIndex): void => {
    index.put(CHANGED.map(entryOf))
    index.remove([GONE])
    index.retag([tagged])
  }
  const first = opened(file)
  change(first)
  const fresh = opened(':memory:')
  await fresh.catchUp()
  change(fresh)
  const expected = told(fresh)
  expect(told(first)).toEqual(expected)
  first.close()
  const again = opened(file)
  expect(told(again)).toEqual(expected)
  again.close()
  const db = new Database(file)
  expect(db.prepare('SELECT seq FROM since ORDER BY seq').pluck().all()).toEqual([8, GONE, REFILED, COUNT + 1])
  db.close()
})

test('keywords that changed since are read from their rows', async () => {
  const file = await kept()
  const first = opened(file)
  first.rekey([tagged])
  const expected = told(first)
  expect(first.search({ query: '关键词：后词' }).hits.map(({ seq }) => seq)).toEqual([REFILED])
  first.close()
  expect(told(opened(file))).toEqual(expected)
})

test('columns are kept anew once many have changed', async () => {
  const file = await kept()
  const index = opened(file)
  for (let seq = 1; seq <= COUNT * 0.05; seq++) index.put([entryOf({ ...sample(seq), title: `新第${seq}篇` })])
  const before = told(index)
  await index.tidied()
  index.close()
  const db = new Database(file)
  expect(db.prepare('SELECT count(*) FROM since').pluck().get()).toBe(0)
  db.close()
  expect(told(opened(file))).toEqual(before)
})

test('nothing of an entry that is erased for good stays in what was kept, which is kept anew', async () => {
  const file = await kept()
  const index = opened(file)
  index.remove([1])
  index.erased()
  index.close()
  const titles = (): unknown => {
    const db = new Database(file)
    const found = db.prepare("SELECT CAST(bytes AS TEXT) LIKE '%第1篇%' FROM kept WHERE name = 'titles'").pluck().get()
    db.close()
    return found
  }
  expect(titles()).toBeUndefined()
  const again = opened(file)
  const before = told(again)
  await again.tidied()
  again.close()
  expect(titles()).toBe(0)
  expect(told(opened(file))).toEqual(before)
})

test('nothing of it comes back into what is kept anew in the same session', async () => {
  const file = await kept()
  const index = opened(file)
  index.remove([1])
  index.erased()
  await index.tidied()
  index.close()
  const db = new Database(file)
  expect(db.prepare("SELECT CAST(bytes AS TEXT) LIKE '%第1篇%' FROM kept WHERE name = 'titles'").pluck().get()).toBe(0)
  db.close()
})

test('what is erased for good before anybody asked for titles or names leaves those of the others', async () => {
  const file = await kept()
  const heard: string[] = []
  const index = opened(file, samples(), () => heard.push('damaged'))
  index.remove([1])
  index.erased()
  const fresh = opened(':memory:')
  await fresh.catchUp()
  fresh.remove([1])
  expect(told(index)).toEqual(told(fresh))
  expect(heard).toEqual([])
})

test.each([
  ['whose meaning is another', "UPDATE kept SET bytes = CAST('[\"0\"]' AS BLOB) WHERE name = 'meaning'"],
  ['of which a part is missing', "DELETE FROM kept WHERE name = 'alive'"],
  ['of which a part is no list', "UPDATE kept SET bytes = x'7b' WHERE name = 'sources'"],
  ['of which a part has a wrong length', "UPDATE kept SET bytes = x'0102' WHERE name = 'dates'"],
])('columns %s are not taken over, and kept anew', async (_, sql) => {
  const file = await kept()
  alter(file, sql)
  const heard: string[] = []
  const index = opened(file, samples(), () => heard.push('damaged'))
  const fresh = opened(':memory:')
  await fresh.catchUp()
  expect(told(index)).toEqual(told(fresh))
  expect(heard).toEqual([])
  await index.tidied()
  index.close()
  alter(file, emptied)
  expect(told(opened(file))).toEqual(told(fresh))
})

test('a part that turns out to be damaged when it is asked for has the index made anew', async () => {
  const file = await kept()
  alter(file, "UPDATE kept SET bytes = x'00000000' WHERE name = 'brands.numbers'")
  const heard: string[] = []
  const index = opened(file, samples(), () => heard.push('damaged'))
  index.search({ query: '' })
  expect(heard).toEqual(['damaged'])
  await index.catchUp()
  const fresh = opened(':memory:')
  await fresh.catchUp()
  expect(told(index)).toEqual(told(fresh))
})

test('a write that fails in the middle leaves neither rows nor a note of them', async () => {
  const file = await kept()
  const index = opened(file)
  const before = told(index)
  const broken = { ...entryOf(sample(9)), seq: 9.5 }
  expect(() => index.put([...CHANGED.map(entryOf), broken])).toThrow('datatype mismatch')
  index.close()
  const db = new Database(file)
  expect(db.prepare('SELECT count(*) FROM since').pluck().get()).toBe(0)
  db.close()
  expect(told(opened(file))).toEqual(before)
})

test('columns that are behind their rows all the same are found against the library, and brought level', async () => {
  const file = await kept()
  const first = opened(file)
  first.put(CHANGED.map(entryOf))
  first.close()
  alter(file, 'DELETE FROM since')
  const known = new Map([...samples(), ...CHANGED.map((one) => [one.seq, one] as const)])
  const index = opened(file, known)
  expect(index.difference()).toEqual({ missing: [8, COUNT + 1], behind: [], extra: [] })
  await index.catchUp()
  const fresh = opened(':memory:', known)
  await fresh.catchUp()
  expect(told(index)).toEqual(told(fresh))
})

const NO_WORDS = { dictionary: [], practices: [], labels: [] }

test('the same is made anew when the first who asked was at work in the background', async () => {
  const file = await kept()
  alter(file, "UPDATE kept SET bytes = x'00000000' WHERE name = 'brands.numbers'")
  const heard: string[] = []
  const index = openIndex(file, { ...optionsFor(samples()), words: () => NO_WORDS, onDamaged: () => heard.push('damaged'), onFailed: () => heard.push('failed') })
  onTestFinished(() => index.close())
  await index.wordings?.learned()
  index.search({ query: '' })
  expect(heard).toEqual(['failed', 'damaged'])
})

test('names that no entry bears any more are not kept', async () => {
  const file = join(folder(), 'search.db')
  const known = samples()
  const gone = { ...sample(7), authors: ['走了的人'], source: '停了的报', place: { province: '没了的省', city: null, district: null }, brands: ['没了的牌'], people: ['没了的人'], keywords: ['没了的词'] }
  const index = opened(file, new Map(known).set(7, gone))
  await index.catchUp()
  index.put([entryOf(sample(7))])
  await index.tidied()
  const before = told(index)
  index.close()
  const db = new Database(file)
  expect(db.prepare("SELECT name FROM kept WHERE instr(bytes, CAST('了的' AS BLOB)) > 0").pluck().all()).toEqual([])
  db.close()
  expect(told(opened(file))).toEqual(before)
})

test('columns are kept anew at the next rest when many entries were filed anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const file = await kept()
  const index = opened(file)
  const rested = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(8100)
    for (let turn = 0; turn < 100; turn++) await new Promise((resume) => setImmediate(resume))
  }
  await rested()
  index.retag(Array.from({ length: COUNT / 2 }, (_, i) => ({ ...tagged, seq: i + 1 })))
  await rested()
  index.close()
  const db = new Database(file)
  expect(db.prepare('SELECT count(*) FROM since').pluck().get()).toBe(0)
  db.close()
})

test('an upgrade that changes rows lets go of kept columns', async () => {
  const file = await kept()
  alter(file, `${emptied}; PRAGMA user_version = 8`)
  expect(opened(file).search({ query: '' }).facets.brand).toEqual([])
})

test.each([0, 1, 2, 3, 4, 5])('others go first between the parts of what is kept: whatever they change is as they left it at the next start (%i)', async (phase) => {
  const file = join(folder(), 'search.db')
  const known = samples()
  let turn = 0
  let index: SearchIndex | null = null
  // Not at every turn, so that there is an end to what is to be read.
  const pause = (): Promise<void> => Promise.resolve().then(() => void (++turn % 6 === phase && meddle(index, turn)))
  const own = openIndex(file, { ...optionsFor(known), pause })
  onTestFinished(() => own.close())
  await own.catchUp()
  index = own
  await own.tidied()
  const before = told(own)
  own.close()
  alter(file, `${emptied} WHERE seq NOT IN (SELECT seq FROM since)`)
  expect(told(opened(file))).toEqual(before)
})

/** An entry more, an entry less, others written and filed anew, each bearing names that nobody bore before. */
function meddle(index: SearchIndex | null, turn: number): void {
  if (index === null) return
  const name = `第${turn}回`
  index.put([entryOf({ ...sample(100 + turn), title: name, place: { province: name, city: null, district: null }, source: name, authors: [name], brands: [name], keywords: [name], practices: [`grid.n${turn}`] }), entryOf({ ...sample(COUNT + 1 + turn), people: [name] })])
  index.remove([200 + turn])
  index.retag([{ ...tagged, seq: 300 + turn, platforms: [name], labels: [`own${turn}`] }])
}

test('what is erased for good while columns are being kept is not kept', async () => {
  const file = join(folder(), 'search.db')
  let [turn, erasedAt] = [0, Infinity]
  let index: SearchIndex | null = null
  const pause = (): Promise<void> => Promise.resolve().then(() => {
    if (++turn !== erasedAt) return
    index?.remove([1])
    index?.erased()
  })
  index = openIndex(file, { ...optionsFor(samples()), pause })
  onTestFinished(() => index?.close())
  await index.catchUp()
  erasedAt = turn + 12
  await index.tidied()
  expect(turn).toBe(erasedAt)
  index.close()
  const db = new Database(file)
  expect(db.prepare('SELECT count(*) FROM kept').pluck().get()).toBe(0)
  db.close()
})
