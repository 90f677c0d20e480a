import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Grant } from '../../../electron/contract/library.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openedCore } from './opened.ts'

const by = '李敏'
const at = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const field = '党建引领基层治理，居民议事协商，矛盾纠纷就地化解。'
const grid = PracticeId.parse('grid')

async function opened() {
  const desk = await openedCore()
  const { call } = desk
  const tagged = () => vi.waitFor(async () => expect((await call('practices.tagging', {})).state).toBe('ready'), { timeout: 20_000, interval: 5 })
  const practice = async (id: string) => (await call('practices.list', {})).practices.find((one) => one.id === id)
  const take = (text: string, file = '别处.csv') => call('codebook.import', { file, base64: at(text), by })
  const labels = async () => (await call('labels.list', {})).map(({ label: { name, definition, countsNot, parent } }) => [name, definition, countsNot, parent !== null])
  return { ...desk, tagged, practice, take, labels }
}

describe('a codebook', () => {
  it.each(['qdc', 'csv'] as const)('that comes back as %s changes nothing', async (format) => {
    const { call } = await opened()
    const { id } = (await call('labels.put', { id: null, label: { name: '院坝会', parent: null, colour: 'pink', definition: '坐下来\n说事', counts: ['居民来'], countsNot: ['单位内部开会'] }, by })).label
    await call('labels.put', { id: null, label: { name: '夜话', parent: id, colour: 'blue', definition: '', counts: [], countsNot: [] }, by })
    await call('taxonomy.change', { change: { type: 'add', id: grid, parent: grid, label: '板凳网格', zh: '板凳网格会', definition: '', strong: ['板凳网格'], weak: [] }, by })
    const { text, practices, labels } = await call('codebook.text', { format })
    expect([practices, labels]).toEqual([69, 2])
    const preview = await call('codebook.preview', { file: `表.${format}`, base64: at(text) })
    expect(preview).toMatchObject({ items: [], same: 71, notes: [] })
    expect(await call('codebook.import', { file: '表', base64: at(text), by })).toMatchObject({ step: null })
  })

  it('goes into another library with hierarchy, definitions and exclusions, and keeps its names there', async () => {
    const here = await opened()
    const { id } = (await here.call('labels.put', { id: null, label: { name: '院坝会', parent: null, colour: 'pink', definition: '坐下来说事', counts: [], countsNot: ['单位内部开会'] }, by })).label
    await here.call('labels.put', { id: null, label: { name: '夜话', parent: id, colour: 'blue', definition: '', counts: [], countsNot: [] }, by })
    await here.call('taxonomy.change', { change: { type: 'add', id: grid, parent: grid, label: '板凳网格', zh: '板凳网格会', definition: '坐在板凳上', strong: ['板凳网格'], weak: [] }, by })
    await here.call('taxonomy.change', { change: { type: 'define', id: grid, definition: '我们自己的定义', counts: ['算的'], countsNot: ['不算的'] }, by })
    const { text } = await here.call('codebook.text', { format: 'qdc' })
    const there = await opened()
    const { step } = await there.call('codebook.import', { file: '来的.qdc', base64: at(text), by: '王芳' })
    expect(await there.labels()).toEqual([['院坝会', '坐下来说事', ['单位内部开会'], false], ['夜话', '', [], true]])
    expect(await there.practice('grid')).toMatchObject({ definition: '我们自己的定义', counts: ['算的'], countsNot: ['不算的'] })
    expect((await there.call('practices.list', {})).practices.find(({ label }) => label === '板凳网格')).toMatchObject({ parent: 'grid', zh: '板凳网格会', definition: '坐在板凳上', strong: ['板凳网格'] })
    expect((await there.call('codebook.text', { format: 'qdc' })).text).toBe(text)
    // All of it is one step.
    expect((await there.call('taxonomy.steps', {})).map(({ by: signed, change }) => [signed, change.type])).toEqual([['王芳', 'codebook']])
    await there.call('taxonomy.undo', { step: step ?? '' })
    expect(await there.labels()).toEqual([])
    expect((await there.practice('grid'))?.definition).not.toBe('我们自己的定义')
  }, 20_000)

  it('says what it would do, and reads the library again', async () => {
    const { call, take, tagged, labels } = await opened()
    await call('entries.create', { title: '板凳搬出来', body: `村里的板凳议事每周一次。\n${field}` })
    await tagged()
    const { text } = await call('codebook.text', { format: 'csv' })
    const [head = ''] = text.split('\r\n')
    const own = text.split('\r\n').filter((line) => line.includes('议事协商')).at(0) ?? ''
    expect(own).not.toBe('')
    // A table made by hand, whose one line names a practice of ours and another what nobody knows.
    const mine = '名称,定义,颜色\n网格化治理,换一个说法,\n院坝会,坐下来说事,#8A1C5B\n'
    expect(await call('codebook.preview', { file: '手写.csv', base64: at(mine) })).toMatchObject({ items: [{ kind: 'practice', name: '网格化治理', what: ['redefined'] }, { kind: 'label', name: '院坝会', what: ['added'] }], same: 0, effects: { changed: 0 } })
    expect(await labels()).toEqual([])
    await take(mine)
    expect(await labels()).toEqual([['院坝会', '坐下来说事', [], false]])
    expect(head.startsWith('\ufeff"编号"')).toBe(true)
    const words = await call('codebook.preview', { file: '词.csv', base64: at('类型,上级,名称,短名,触发词\n做法,,网格化治理,,\n做法,网格化治理,板凳议事,板凳议事,板凳议事\n') })
    expect(words.items.at(-1)).toMatchObject({ kind: 'practice', name: '板凳议事', above: ['网格化治理'], what: ['added'] })
    expect(words.effects).toMatchObject({ changed: 1, shifts: [{ entry: { title: '板凳搬出来' } }] })
  }, 20_000)

  it('leaves what it does not say as it is: a file without definitions takes none away', async () => {
    const { call, practice } = await opened()
    const before = await practice('grid')
    const bare = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-1111-4111-8111-111111111111" name="网格化治理"><Code guid="22222222-2222-4222-8222-222222222222" name="邻里信任"/></Code></Codes></CodeBook>'
    const { plan } = await call('codebook.import', { file: '别家.qdc', base64: at(bare), by })
    expect([plan.items.map(({ name, what }) => [name, what]), plan.same, await practice('grid')]).toEqual([[['邻里信任', ['added']]], 1, before])
    expect((await call('labels.list', {})).map(({ label }) => [label.id, label.name])).toEqual([['22222222-2222-4222-8222-222222222222', '邻里信任']])
    // Known again by its number, whatever it is called by now.
    const renamed = await call('codebook.import', { file: '别家.qdc', base64: at(bare.replace('邻里信任', '邻里互信')), by })
    expect(renamed.plan.items).toEqual([{ kind: 'label', name: '邻里互信', above: ['网格化治理'], what: ['renamed'], was: '邻里信任' }])
  })

  it('is written into a folder, never over what lies there', async () => {
    const { call } = await opened()
    const folder = await mkdtemp(join(tmpdir(), 'casebook-codebook-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const grant = Grant.parse('a-grant-of-tests')
    const granted = new Map([[grant, { path: folder, name: '文件夹', folder: true, temporary: false }]])
    const { file } = await call('codebook.export', { name: '编码表', folder: grant, format: 'csv' }, granted)
    expect((await readFile(file)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    await expect(call('codebook.export', { name: '编码表', folder: grant, format: 'csv' }, granted)).rejects.toThrow('没有覆盖')
  })

  it.each([['压缩.qdpx', 'PK\u0003\u0004', '压缩的项目文件'], ['太大.csv', 'a'.repeat(4_300_000), 'TOO_BIG'], ['空.csv', '没有表头\n一行\n', '名称']])('%s is refused with the reason', async (file, text, reason) => {
    const { call } = await opened()
    await expect(call('codebook.preview', { file, base64: at(text) })).rejects.toThrow(reason === 'TOO_BIG' ? '超过单个文件的上限' : reason)
  })
})
