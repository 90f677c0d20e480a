import { describe, expect, it, vi } from 'vitest'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { TaxonomyChange } from '../../../electron/contract/taxonomy.ts'
import { openedCore } from './opened.ts'

const by = '李敏'
const id = (text: string): PracticeId => PracticeId.parse(text)
const field = '党建引领基层治理，居民议事协商，矛盾纠纷就地化解。'
const bench: TaxonomyChange = { type: 'add', id: id('own'), parent: id('sanzhi'), label: '板凳说事', zh: '板凳说事会', definition: '坐在板凳上把事说开', strong: ['板凳说事'], weak: [] }

async function open(folder?: string) {
  const { core, call, folder: at } = await openedCore({ folder })
  const settled = () => vi.waitFor(async () => expect((await call('practices.tagging', {})).state).toBe('ready'), { timeout: 20_000, interval: 5 })
  const write = async (title: string, body: string) => (await call('entries.create', { title, body })).id
  const shown = async (entry: Awaited<ReturnType<typeof write>>) => (await call('entries.get', { id: entry })).practices.filter(({ state, strength }) => state !== 'rejected' && strength !== 'mention').map((tag) => tag.id as string)
  return { core, call, settled, write, shown, folder: at }
}

describe('a change of the taxonomy', () => {
  it('is tried before it is made, reads the library again, is told, and is taken back', async () => {
    const { call, settled, write, shown } = await open()
    await settled()
    const first = await write('甲地', `柳树湾社区每周办板凳说事，居民坐下来谈。\n${field}`)
    const second = await write('乙地', field)
    const before = await shown(first)
    const preview = await call('taxonomy.preview', { change: bench })
    expect([preview.candidates, preview.looked, preview.changed, preview.shifts.map(({ entry, gained, lost }) => [entry.id, gained, lost])]).toEqual([1, 1, 1, [[first, ['sanzhi.owna'], []]]])
    expect(await shown(first)).toEqual(before)
    const step = await call('taxonomy.change', { change: bench, by })
    expect([step.by, step.change]).toEqual([by, { ...bench, id: 'sanzhi.owna' }])
    await settled()
    expect((await shown(first)).filter((one) => !before.includes(one))).toEqual(['sanzhi.owna'])
    const { total, shifts } = await call('taxonomy.shifts', { offset: 0, limit: 10 })
    expect([total, shifts.map(({ entry, gained, lost }) => [entry.id, gained, lost])]).toEqual([1, [[first, ['sanzhi.owna'], []]]])
    expect((await call('practices.list', {})).practices.find((one) => one.id === 'sanzhi.owna')).toMatchObject({ label: '板凳说事', parent: 'sanzhi', strong: ['板凳说事'] })
    await call('taxonomy.undo', { step: step.id })
    await settled()
    expect([await shown(first), (await call('taxonomy.steps', {})).length, (await shown(second)).includes('sanzhi.owna')]).toEqual([before, 0, false])
  })

  it('keeps what people decided when a practice is merged or moved, and gives it back', async () => {
    const { call, settled, write, shown } = await open()
    await settled()
    const entry = await write('甲地', `柳树湾社区推行警网融合，民警随网格员走访。\n两名民警固定进网格。\n${field}`)
    await call('practices.decide', { id: entry, practice: id('grid.police'), decision: 'rejected', by })
    const merged = await call('taxonomy.change', { change: { type: 'merge', id: id('grid.police'), into: id('grid.linkage') }, by })
    await settled()
    expect((await call('entries.get', { id: entry })).practices.find((tag) => tag.id === 'grid.linkage')).toMatchObject({ state: 'rejected', decided: { by } })
    await call('taxonomy.undo', { step: merged.id })
    await settled()
    expect((await call('entries.get', { id: entry })).practices.find((tag) => tag.id === 'grid.police')).toMatchObject({ state: 'rejected', decided: { by } })
    expect(await shown(entry)).not.toContain('grid.linkage')
  })

  it('is followed by boards: what was merged stands as what it lives on in, what was retired is named, and an undo brings both back', async () => {
    const { call, settled } = await open()
    await settled()
    const board = await call('boards.save', { id: null, title: '两地', units: [{ kind: 'place', path: '安徽省/淮北市' }], rows: [id('grid.police'), id('grid.linkage'), id('grid.layout')] })
    const rows = async () => (await call('boards.list', {})).map((one) => one.rows)
    await call('taxonomy.change', { change: { type: 'merge', id: id('grid.police'), into: id('grid.linkage') }, by })
    const retired = await call('taxonomy.change', { change: { type: 'retire', id: id('grid.layout') }, by })
    expect(await rows()).toEqual([['grid.linkage', 'grid.layout']])
    expect((await call('practices.list', {})).former).toEqual([{ id: 'grid.police', label: '警网融合', now: 'grid.linkage' }, { id: 'grid.layout', label: '多网合一', now: null }])
    const asked = { units: board.units, rows: [id('grid.police'), id('grid.linkage')], sentences: null }
    expect((await call('compare.run', asked)).rows.map((row) => row.id)).toEqual(['grid.linkage'])
    expect((await call('compare.cell', { unit: { kind: 'place', path: '安徽省/淮北市' }, practice: id('grid.police') })).cell.row).toBe('grid.linkage')
    await expect(call('compare.run', { ...asked, rows: [id('grid.layout')] })).rejects.toThrow('grid.layout')
    await call('taxonomy.undo', { step: retired.id })
    expect((await call('practices.list', {})).former.map((one) => one.id)).toEqual(['grid.police'])
    await call('taxonomy.undo', { step: (await call('taxonomy.steps', {}))[0]?.id ?? '' })
    expect(await rows()).toEqual([['grid.police', 'grid.linkage', 'grid.layout']])
    await settled()
  })

  it('is refused where it does not fit, and an undo where later steps rest on it', async () => {
    const { call, settled } = await open()
    await settled()
    await expect(call('taxonomy.change', { change: { ...bench, label: '网格化治理' }, by })).rejects.toThrow('已有一项做法叫“网格化治理”')
    const step = await call('taxonomy.change', { change: bench, by })
    await call('taxonomy.change', { change: { type: 'rename', id: id('sanzhi.owna'), label: '长凳说事', zh: '长凳说事会' }, by })
    await expect(call('taxonomy.undo', { step: step.id })).rejects.toThrow('后面的改动要靠这一步')
    expect((await call('taxonomy.steps', {})).map(({ change }) => change.type)).toEqual(['rename', 'add'])
  })

  it('stands when the library is opened again, and in no other library', async () => {
    const { call, core, folder, settled } = await open()
    await settled()
    await call('taxonomy.change', { change: bench, by })
    await settled()
    await core.close()
    const again = await open(folder)
    expect((await again.call('practices.list', {})).practices).toHaveLength(69)
    const other = await open()
    expect((await other.call('practices.list', {})).practices).toHaveLength(68)
  })
})
