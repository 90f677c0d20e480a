import { describe, expect, it, onTestFinished } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { loadCases } from '../../../electron/core/describing/cases/index.ts'
import { installBundled, openLibrary, restore, type BundledMode } from '../../../electron/core/library/index.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const cases = loadCases(`${root}/content`)

async function open(folder: string, bundled?: BundledMode) {
  const { core, call, heard } = await openedCore({ folder, bundled })
  const search = (query = '') => call('search.run', { query, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50 })
  const titles = async (query = '') => (await search(query)).hits.map(({ title }) => title.split('：', 1)[0] ?? '').sort((a, b) => a.localeCompare(b))
  const paste = async (text: string): Promise<EntryId> => {
    const { id } = await call('import.paste', { text, name: '粘贴.txt' })
    for (;;) {
      const { batch, files } = await call('import.files', { id, offset: 0, limit: 10 })
      const entry = files[0]?.entries[0]?.id
      if (batch.state !== 'running' && entry) return entry
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return { core, call, search, titles, paste, heard, close: () => core.close() }
}

const FIVE = ['八公山区', '淮安', '淮北', '淮南', '淄博'].sort((a, b) => a.localeCompare(b))

describe('a new library', () => {
  it('holds the five at once where the host asks for them, and none where it does not', async () => {
    const { titles, call } = await open(await emptyFolder(), 'new')
    expect(await titles()).toEqual(FIVE)
    expect(await titles('警网融合')).toEqual(['八公山区', '淄博', '淮安'].sort((a, b) => a.localeCompare(b)))
    expect(await call('bundled.state', {})).toEqual({ present: 5, removed: 0 })
    const without = await open(await emptyFolder())
    expect(await without.titles()).toEqual([])
    expect(await without.call('bundled.state', {})).toEqual({ present: 0, removed: 5 })
  })

  it('says of each where it comes from and what it is', async () => {
    const { call, search } = await open(await emptyFolder(), 'new')
    const hit = (await search('邻长')).hits[0]
    if (!hit) throw new Error('not found')
    const entry = await call('entries.get', { id: hit.id })
    expect([hit.origin, entry.origin, entry.kind, entry.place.city, entry.source.media, entry.date.value, entry.authors, entry.original]).toEqual(['bundled', 'bundled', 'case', '淮南市', null, null, [], null])
    expect([entry.absent['source.media'], entry.absent.date, entry.absent.authors]).toEqual(['not-stated', 'not-stated', 'not-applicable'])
    expect(entry.summary?.citations).toEqual([{ id: 'pingan', title: null, media: null, date: null, page: null, authors: [] }])
    expect(entry.summary?.figures.map(({ start, end }) => entry.body.slice(start, end))).toEqual(entry.summary?.figures.map(({ text }) => text))
    expect(entry.summary?.figures).toHaveLength(32)
    expect((await call('entries.history', { id: hit.id })).map(({ action, label }) => [action, label])).toEqual([['create', entry.title]])
    const dated = (await search('淮尚善治')).hits[0]
    expect([dated?.date, dated?.media]).toEqual([{ value: '2022-03-22', precision: 'day', basis: 'stated' }, '群众·决策资讯'])
  })

  it('is filled once: a second opening writes nothing', async () => {
    const folder = await emptyFolder()
    await (await open(folder, 'new')).close()
    const statements: string[] = []
    const library = await openLibrary(folder, { trace: (sql) => statements.push(sql) })
    onTestFinished(() => library.close())
    statements.length = 0
    expect(installBundled(library, cases, 'new')).toEqual([])
    expect(statements.filter((sql) => !sql.startsWith('SELECT'))).toEqual([])
  })
})

describe('a library that holds entries already', () => {
  it('is given none on its own, and all of them when asked', async () => {
    const folder = await emptyFolder()
    const first = await open(folder)
    await first.call('entries.create', { title: '自写的一条', body: '正文。' })
    await first.close()
    const second = await open(folder, 'new')
    expect(await second.titles()).toEqual(['自写的一条'])
    await second.close()
    const third = await open(folder, 'always')
    expect(await third.titles()).toEqual([...FIVE, '自写的一条'].sort((a, b) => a.localeCompare(b)))
  })

  it('takes them from the settings too', async () => {
    const { call, titles } = await open(await emptyFolder())
    const { restored, undo } = await call('bundled.restore', {})
    expect(restored).toBe(5)
    expect(await titles()).toEqual(FIVE)
    await call('history.undo', { undo })
    expect(await titles()).toEqual([])
  })
})

describe('what a person removes', () => {
  it('goes in one step, comes back in one, and never by itself', async () => {
    const folder = await emptyFolder()
    const first = await open(folder, 'new')
    const { removed, undo } = await first.call('bundled.remove', {})
    expect([removed, await first.titles(), await first.call('bundled.state', {})]).toEqual([5, [], { present: 0, removed: 5 }])
    await first.call('history.undo', { undo })
    expect(await first.titles()).toEqual(FIVE)
    await first.call('bundled.remove', {})
    await first.close()
    const second = await open(folder, 'new')
    expect(await second.titles()).toEqual([])
    await second.close()
    const third = await open(folder, 'always')
    expect(await third.titles()).toEqual([])
    expect(await third.call('bundled.restore', {})).toEqual({ restored: 5, undo: expect.any(String) })
    expect(await third.titles()).toEqual(FIVE)
  })

  it('stays away when it was erased for ever, and is written anew when brought back', async () => {
    const folder = await emptyFolder()
    const first = await open(folder, 'new')
    const zibo = (await first.search('有解思维')).hits[0]
    if (!zibo) throw new Error('not found')
    await first.call('entries.remove', { ids: [zibo.id] })
    await first.call('trash.empty', { ids: null })
    await first.close()
    const second = await open(folder, 'always')
    expect(await second.titles()).toEqual(FIVE.filter((name) => name !== '淄博'))
    expect(await second.call('bundled.state', {})).toEqual({ present: 4, removed: 1 })
    expect((await second.call('bundled.restore', {})).restored).toBe(1)
    expect(await second.titles()).toEqual(FIVE)
    expect((await second.search('有解思维')).hits[0]?.id).not.toBe(zibo.id)
  })
})

describe('shipped content that has changed', () => {
  const changed = cases.map((one) => (one.key === 'zibo' || one.key === 'huaian' ? { ...one, title: `${one.title}（新）` } : one))

  it('replaces what nobody has edited, and only that', async () => {
    const folder = await emptyFolder()
    const first = await open(folder, 'new')
    const huaian = (await first.search('淮尚善治')).hits[0]
    if (!huaian) throw new Error('not found')
    await first.call('entries.edit', { id: huaian.id, revision: 1, change: { subtitle: '由使用者补写' } })
    await first.close()
    const library = await openLibrary(folder)
    onTestFinished(() => library.close())
    expect(installBundled(library, changed, 'new')).toHaveLength(1)
    const rows = library.reads.bundled.all().map(({ key, entry }) => [key, entry?.edited, library.reads.entries.stored(entry?.id ?? '')?.state.title.endsWith('（新）'), library.reads.entries.stored(entry?.id ?? '')?.revision])
    expect(rows).toEqual([['bagongshan', false, false, 1], ['huaian', true, false, 2], ['huaibei', false, false, 1], ['huainan', false, false, 1], ['zibo', false, true, 2]])
    expect(installBundled(library, changed, 'new')).toEqual([])
  })

  it('leaves what lies in the trash until it is brought back', async () => {
    const folder = await emptyFolder()
    const first = await open(folder, 'new')
    const zibo = (await first.search('有解思维')).hits[0]
    if (!zibo) throw new Error('not found')
    await first.call('entries.remove', { ids: [zibo.id] })
    await first.close()
    const library = await openLibrary(folder)
    onTestFinished(() => library.close())
    expect(installBundled(library, changed, 'never')).toEqual([])
    expect(installBundled(library, changed, 'new')).toHaveLength(1)
    expect(library.reads.entries.stored(zibo.id)?.revision).toBe(1)
    restore(library, [zibo.id])
    expect(installBundled(library, changed, 'new')).toEqual([zibo.id])
    expect(library.reads.entries.stored(zibo.id)?.state.title.endsWith('（新）')).toBe(true)
  })

  it('brings a new summary, but not to who has removed all of them', async () => {
    const folder = await emptyFolder()
    const library = await openLibrary(folder)
    onTestFinished(() => library.close())
    expect(installBundled(library, cases.slice(0, 4), 'new')).toHaveLength(4)
    expect(installBundled(library, cases, 'new')).toHaveLength(1)
    const other = await emptyFolder()
    const first = await open(other, 'new')
    await first.call('bundled.remove', {})
    await first.close()
    const emptied = await openLibrary(other)
    onTestFinished(() => emptied.close())
    expect(installBundled(emptied, [...cases, ...cases.slice(0, 1).map((one) => ({ ...one, key: 'liu' }))], 'new')).toEqual([])
  })
})

describe('a person’s edit', () => {
  it('moves the figures with the words, and takes the citation from a figure that was changed', async () => {
    const { call, search } = await open(await emptyFolder(), 'new')
    const hit = (await search('老贾工作室')).hits[0]
    if (!hit) throw new Error('not found')
    const { body } = await call('entries.get', { id: hit.id })
    const { entry, lost } = await call('entries.edit', { id: hit.id, revision: 1, change: { body: `先写一句。\n${body.replace('97.6%', '约九成八').replace('2285个', '2385个')}` } })
    expect(entry.origin).toBe('bundled')
    expect(lost.filter(({ what }) => what === 'figure')).toEqual([{ what: 'figure', label: '创新“智治”模式 推动社会“善治”——淮北市社会治理体制改革综述', quote: '2285个' }, { what: 'figure', label: '创新“智治”模式 推动社会“善治”——淮北市社会治理体制改革综述', quote: '97.6%' }])
    expect(entry.summary?.figures).toHaveLength(14)
    expect(entry.summary?.figures.map(({ start, end }) => entry.body.slice(start, end))).toEqual(['20多次', '10余次', '480余个', '439个', '134个', '15.6万件', '2448个', '2.2万个', '100个', '1100起', '970人', '1.4亿元', '第一', '第三'])
  })
})

describe('hidden in the settings', () => {
  it('they are in no result and no facet, also after the next start, and come back', async () => {
    const folder = await emptyFolder()
    const first = await open(folder, 'new')
    await first.call('entries.create', { title: '自写的网格', body: '网格员上门。' })
    expect((await first.search('网格')).total).toBe(6)
    await first.call('settings.set', { showBundled: false })
    const { total, facets } = await first.search('网格')
    expect([total, facets.origin, facets.place]).toEqual([1, [{ value: 'written', count: 1 }], [{ value: '', count: 1 }]])
    expect(first.heard.filter(({ event }) => event === 'library.changed').at(-1)?.value).toEqual({ ids: null })
    expect(await first.call('bundled.state', {})).toEqual({ present: 5, removed: 0 })
    await first.close()
    const second = await open(folder, 'new')
    expect(await second.titles()).toEqual(['自写的网格'])
    await second.call('library.reindex', {})
    expect(await second.titles()).toEqual(['自写的网格'])
    await second.call('settings.set', { showBundled: true })
    expect((await second.search('网格')).total).toBe(6)
  })

  it('a word that only they have is looked for softly, as if they were not there', async () => {
    const { call, search } = await open(await emptyFolder(), 'new')
    await call('entries.create', { title: '自写', body: '先约见，再谈兑付。' })
    for (let n = 0; n < 20; n++) await call('entries.create', { title: `旁的 ${n}`, body: '无关的话。' })
    await call('settings.set', { showBundled: false })
    const { hints, hits } = await search('约见并谈定了兑付时间')
    expect([hints.map(({ hint }) => hint), hits.map(({ title }) => title)]).toEqual([['soft'], ['自写']])
  })
})

describe('on boards and practice pages', () => {
  const tagged = async (call: Awaited<ReturnType<typeof open>>['call']): Promise<void> => {
    while ((await call('practices.tagging', {})).state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const practice = PracticeId.parse('grid')
  const seen = async (call: Awaited<ReturnType<typeof open>>['call']) => {
    const { columns, cells } = await call('compare.run', { units: [{ kind: 'place', path: '安徽省/淮南市' }], rows: null, sentences: 5 })
    const { total } = await call('practices.cases', { practice, place: null, offset: 0, limit: 50 })
    const places = (await call('compare.places', { query: '淮南', limit: 5 }))[0]
    return { columns: columns.map(({ entries, bundled }) => [entries, bundled]), states: [...new Set(cells.map(({ state }) => state))].sort(), total, places: [places?.path, places?.bundled] }
  }

  it('they never say more than 仅提及, and give no sentence', async () => {
    const { call } = await open(await emptyFolder(), 'new')
    await tagged(call)
    const { columns, states, total } = await seen(call)
    expect([columns, total > 0]).toEqual([[[0, 2]], true])
    expect(states.filter((state) => state === 'evidence')).toEqual([])
    const { cells } = await call('compare.run', { units: [{ kind: 'place', path: '安徽省/淮南市' }], rows: [practice], sentences: 50 })
    expect(cells.map(({ state, sentences }) => [state, sentences.length])).toEqual([['mention', 0]])
  })

  it('they are not there once they are hidden', async () => {
    const { call } = await open(await emptyFolder(), 'new')
    await tagged(call)
    await call('settings.set', { showBundled: false })
    expect(await seen(call)).toEqual({ columns: [[0, 0]], states: ['not-checked'], total: 0, places: ['安徽省/淮南市', 0] })
    expect(await call('practices.places', { practice })).toEqual({ entries: 0, mentions: 0, places: [] })
  })
})

describe('the original of a summary', () => {
  const facts = '重复信访积案化解率97.6%，培育社会组织480余个，组建134个党校、439个服务中心和2285个理事会，调处15.6万件，新增点位2448个。'

  it('is recognised when it comes in, and an unrelated text of the same place is not', async () => {
    const { call, paste, search } = await open(await emptyFolder(), 'new')
    const summary = (await search('老贾工作室')).hits[0]
    const original = await paste(`淮北市社会治理改革纪实\n\n${facts}\n\n淮北市委政法委牵头推进，各县区落实网格责任。`)
    const other = await paste('淮北市社会治理改革纪实\n\n淮北市培育社会组织480余个，调处15.6万件。淮北市委政法委牵头推进，各县区落实网格责任。')
    expect(await call('bundled.originals', { ids: [original, other, summary?.id as EntryId] })).toEqual([{ id: original, summary: summary?.id, title: summary?.title }])
    const { undo } = await call('entries.remove', { ids: [summary?.id as EntryId] })
    expect(await call('bundled.originals', { ids: [original, other] })).toEqual([])
    await call('history.undo', { undo })
    expect(await call('bundled.originals', { ids: [original] })).toHaveLength(1)
  })
})
