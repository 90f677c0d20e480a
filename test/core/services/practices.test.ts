import { describe, expect, it, vi } from 'vitest'
import type { Input } from '../../../electron/contract/api.ts'
import { EntryId } from '../../../electron/contract/entry.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { create, openLibrary } from '../../../electron/core/library/index.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const [grid, police, smart] = ['grid', 'grid.police', 'smart'].map((id) => PracticeId.parse(id)) as [PracticeId, PracticeId, PracticeId]
const by = '李敏'
/** What makes a text one about governance, without a word of police. */
const field = '党建引领基层治理，居民议事协商，矛盾纠纷就地化解。'
const twice = `柳树湾社区推行警网融合，民警随网格员走访。\n两名民警固定进网格，同网格员一起巡查。\n${field}`
const once = `槐荫社区也学着推行警网融合。\n${field}\n院坝里说事。`

/** An open core whose calls throw what is refused. */
async function open(folder?: string) {
  const { core, call, heard, folder: at } = await openedCore({ folder })
  const tagged = async () => {
    await vi.waitFor(async () => expect((await call('practices.tagging', {})).state).toBe('ready'), { timeout: 20_000, interval: 5 })
  }
  const write = async (title: string, body: string, place: { province?: string; city?: string; district?: string } = {}) => {
    const { id, revision } = await call('entries.create', { title, body })
    if (Object.keys(place).length > 0) await call('entries.edit', { id, revision, change: place })
    return id
  }
  const showing = async (practice: PracticeId) => (await call('search.run', { query: '', filters: { ...NO_FILTERS, practice: [practice] }, sort: 'imported', offset: 0, limit: 50 })).hits.map(({ title }) => title)
  return { core, call, tagged, write, showing, heard, folder: at }
}

async function three() {
  const opened = await open()
  await opened.tagged()
  const ids = {
    first: await opened.write('甲地', twice, { province: '安徽省', city: '淮南市', district: '八公山区' }),
    second: await opened.write('乙地', once, { province: '安徽省', city: '淮北市' }),
    third: await opened.write('丙地', once),
  }
  return { ...opened, ...ids }
}

it('lists the taxonomy: eleven practices, each followed by its own', async () => {
  const { call } = await open()
  const { rules, practices } = await call('practices.list', {})
  expect([practices.length, practices.filter(({ parent }) => parent === null).slice(0, 4).map(({ label }) => label)]).toEqual([68, ['网格化治理', '枫桥经验', '智慧治理', '调解品牌']])
  expect(rules).toMatch(/^[0-9a-f]{16}$/)
})

describe('the page of a practice', () => {
  it('counts its places, most first and 原文未述 last', async () => {
    const { call, write } = await three()
    expect(await call('practices.places', { practice: police })).toEqual({ entries: 3, mentions: 0, places: [{ path: '安徽省/淮北市', entries: 1 }, { path: '安徽省/淮南市', entries: 1 }, { path: '', entries: 1 }] })
    await write('丁地', once, { province: '安徽省', city: '淮南市' })
    expect((await call('practices.places', { practice: police })).places[0]).toEqual({ path: '安徽省/淮南市', entries: 2 })
  })

  it('shows its cases, the strongest first, with their best sentence', async () => {
    const { call } = await three()
    const { total, cases } = await call('practices.cases', { practice: police, place: null, offset: 0, limit: 2 })
    expect([total, cases.map(({ entry, strength, state, sentences, lead }) => [entry.title, strength, state, sentences, lead?.text])]).toEqual([3, [['甲地', 'primary', 'draft', 2, twice.split('\n')[1]], ['丙地', 'secondary', 'draft', 1, once.split('\n')[0]]]])
    expect((await call('practices.cases', { practice: police, place: '安徽省', offset: 1, limit: 5 })).cases.map(({ entry }) => entry.title)).toEqual(['乙地'])
    expect((await call('practices.cases', { practice: police, place: '安徽省/淮南市/八公山区', offset: 0, limit: 5 })).cases.map(({ entry }) => entry.title)).toEqual(['甲地'])
    expect((await call('practices.cases', { practice: police, place: '', offset: 0, limit: 5 })).cases.map(({ entry }) => entry.title)).toEqual(['丙地'])
  })

  it('shows its sentences page by page, each once, as exact slices', async () => {
    const { call } = await three()
    const pages = await Promise.all([0, 1, 2, 3, 4].map((offset) => call('practices.sentences', { practice: police, place: null, offset, limit: 1 })))
    expect(pages.map(({ total, sentences }) => [total, ...sentences.map(({ entry, evidence }) => `${entry.title} ${evidence.text}`)])).toEqual([
      [4, `甲地 ${twice.split('\n')[0]}`], [4, `甲地 ${twice.split('\n')[1]}`], [4, `丙地 ${once.split('\n')[0]}`], [4, `乙地 ${once.split('\n')[0]}`], [4],
    ])
    expect((await call('practices.sentences', { practice: police, place: null, offset: 1, limit: 2 })).sentences.map(({ evidence }) => evidence.text)).toEqual([twice.split('\n')[1], once.split('\n')[0]])
  })

  it('keeps the texts that only mention it apart, with their sentences', async () => {
    const { call, write } = await three()
    const soon = '下一步，社区将推行警网融合。'
    await write('丁地', `${soon}\n${field}`, { province: '安徽省', city: '淮南市' })
    expect(await call('practices.places', { practice: police })).toMatchObject({ entries: 3, mentions: 1 })
    const { total, sentences } = await call('practices.sentences', { practice: police, place: null, only: 'mentions', offset: 0, limit: 9 })
    expect([total, sentences.map(({ entry, strength, evidence }) => [entry.title, strength, evidence.text])]).toEqual([1, [['丁地', 'mention', soon]]])
    expect((await call('practices.cases', { practice: police, place: '安徽省', only: 'mentions', offset: 0, limit: 9 })).cases.map(({ entry }) => entry.title)).toEqual(['丁地'])
    expect((await call('practices.cases', { practice: police, place: '江苏省', only: 'mentions', offset: 0, limit: 9 })).total).toBe(0)
  })

  it('leaves out what lies in the trash', async () => {
    const { call, first } = await three()
    await call('entries.remove', { ids: [first] })
    expect([(await call('practices.places', { practice: police })).entries, (await call('practices.sentences', { practice: police, place: null, offset: 0, limit: 9 })).total]).toEqual([2, 2])
  })
})

describe('a decision', () => {
  it('answers with the entry, is heard by the window, and the facet follows', async () => {
    const { call, first, showing, heard } = await three()
    heard.length = 0
    const { entry, undo } = await call('practices.decide', { id: first, practice: police, decision: 'rejected', by })
    expect([entry.practices.find(({ id }) => id === police)?.state, await showing(police)]).toEqual(['rejected', ['丙地', '乙地']])
    expect(heard).toEqual([{ event: 'library.changed', value: { ids: [first] } }])
    expect((await call('practices.cases', { practice: police, place: null, offset: 0, limit: 5 })).total).toBe(2)
    expect(await call('history.undo', { undo })).toEqual({ label: '甲地', ids: [first], left: 0, lost: [] })
    expect(await showing(police)).toEqual(['丙地', '乙地', '甲地'])
  })

  it('of a person comes first among the cases', async () => {
    const { call, second } = await three()
    await call('practices.decide', { id: second, practice: police, decision: 'confirmed', by })
    expect((await call('practices.cases', { practice: police, place: null, offset: 0, limit: 5 })).cases.map(({ entry, state }) => [entry.title, state])).toEqual([['乙地', 'confirmed'], ['甲地', 'draft'], ['丙地', 'draft']])
  })

  it('on a passage is evidence until it is taken away', async () => {
    const { call, third, showing } = await three()
    const before = await call('entries.get', { id: third })
    const span = { start: before.body.indexOf('院坝'), end: before.body.length }
    const { entry } = await call('practices.addPassage', { id: third, revision: before.revision, practice: smart, span, by })
    const added = entry.practices.find(({ id }) => id === smart)
    expect([added?.state, added?.evidence.map(({ text }) => text), await showing(smart)]).toEqual(['confirmed', ['院坝里说事。'], ['丙地']])
    await call('practices.removePassage', { id: third, passage: added?.evidence[0]?.passage ?? '', by })
    expect([await showing(smart), (await call('entries.get', { id: third })).practices]).toEqual([[], before.practices])
  })

  it.each<[string, Partial<Input<'practices.decide'>>, string]>([
    ['an unknown practice', { practice: PracticeId.parse('nothing') }, 'NO_SUCH_PRACTICE'],
    ['an unknown entry', { id: EntryId.parse('0'.repeat(26)) }, 'NO_SUCH_ENTRY'],
    ['nobody’s signature', { by: '  ' }, 'INVALID_INPUT'],
  ])('refuses %s', async (_, change, code) => {
    const { call, write } = await open()
    const id = await write('甲', once)
    await expect(call('practices.decide', { id, practice: grid, decision: 'rejected', by, ...change })).rejects.toMatchObject({ code })
  })
})

describe('texts that were read under other rules', () => {
  /** A library as a program without today's rules left it. */
  async function old(count: number) {
    const folder = await emptyFolder()
    const library = await openLibrary(folder)
    const ids = Array.from({ length: count }, (_, n) => create(library, `第${n}篇`, `${twice}\n第${n}篇说完。`, () => []).id)
    await library.close()
    return { folder, ids }
  }

  it('are read again in the background, and the window hears of it', async () => {
    const { folder } = await old(40)
    const { call, tagged, showing, heard } = await open(folder)
    expect((await call('practices.tagging', {})).state).toBe('running')
    await tagged()
    expect(await call('practices.tagging', {})).toEqual({ state: 'ready', done: 40, total: 40, skipped: 0 })
    expect((await showing(police)).length).toBe(40)
    expect(heard.filter(({ event }) => event === 'practices.tagging').at(-1)?.value).toEqual({ state: 'ready', done: 40, total: 40, skipped: 0 })
    expect(heard.filter(({ event }) => event === 'library.changed').at(-1)?.value).toEqual({ ids: null })
    expect((await call('library.check', {})).ok).toBe(true)
  })

  it('are read where it was left when the program ended, and what people decided stays', async () => {
    const { folder, ids } = await old(60)
    const [first] = ids
    if (!first) throw new Error('no entry')
    const interrupted = await open(folder)
    await interrupted.call('practices.decide', { id: first, practice: police, decision: 'rejected', by })
    await interrupted.core.close()
    const again = await open(folder)
    await again.tagged()
    const { done, total } = await again.call('practices.tagging', {})
    expect(done).toBe(total)
    expect((await again.call('practices.places', { practice: police })).entries).toBe(59)
    expect((await again.call('entries.get', { id: first })).practices.find(({ id }) => id === police)).toMatchObject({ state: 'rejected', decided: { by } })
    await again.core.close()
    const third = await open(folder)
    await third.tagged()
    expect(await third.call('practices.tagging', {})).toEqual({ state: 'ready', done: 0, total: 0, skipped: 0 })
  })

  it('are read on when the library could not be moved after all', async () => {
    const { folder } = await old(200)
    const { core, call, tagged } = await open(folder)
    const goOn = await core.handOver(await emptyFolder())
    await tagged()
    expect((await call('practices.places', { practice: police })).entries).toBeLessThan(200)
    goOn()
    await vi.waitFor(async () => expect((await call('practices.places', { practice: police })).entries).toBe(200), { timeout: 20_000, interval: 20 })
  })

  it('can be searched and decided upon meanwhile', async () => {
    const { folder, ids } = await old(200)
    const { call, tagged } = await open(folder)
    const last = ids.at(-1)
    if (!last) throw new Error('no entry')
    const { entry } = await call('practices.decide', { id: last, practice: grid, decision: 'confirmed', by })
    expect(entry.practices.find(({ id }) => id === grid)?.state).toBe('confirmed')
    await tagged()
    expect((await call('entries.get', { id: last })).practices.find(({ id }) => id === grid)?.state).toBe('confirmed')
  })
})
