import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import type { LabelDefinition, LabelId } from '../../../electron/contract/labels.ts'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openedCore } from './opened.ts'

const by = '李敏'
const body = '居民在院坝里开会说事。\n事情当场有人接。\n居民在院坝里开会说事。'
const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const label = (name: string, rest: Partial<LabelDefinition> = {}): LabelDefinition => ({ name, parent: null, colour: 'teal', definition: '', counts: [], countsNot: [], ...rest })

async function opened() {
  const desk = await openedCore()
  const { call } = desk
  const { id, revision } = await call('entries.create', { title: '院坝里说事', body })
  const make = async (name: string, rest: Partial<LabelDefinition> = {}) => (await call('labels.put', { id: null, label: label(name, rest), by })).label.id
  const names = async () => (await call('labels.list', {})).map(({ label: { name }, passages }) => `${name} ${passages}`)
  const marked = async () => (await call('labels.ofEntry', { id })).map(({ text, start, lost }) => `${start}${lost ? ' lost' : ''} ${text}`)
  const give = (of: LabelId, start: number, end: number, at = revision) => call('labels.addPassage', { id, revision: at, label: of, span: { start, end }, by })
  return { ...desk, id, revision, make, names, marked, give }
}

describe('own labels', () => {
  it('are made, changed and removed, each signed and open to be taken back', async () => {
    const { call, make, names } = await opened()
    const id = await make('群众会')
    await make('院坝会', { parent: id })
    expect(await names()).toEqual(['群众会 0', '院坝会 0'])
    const { step, label: changed } = await call('labels.put', { id, label: label('群众议事', { definition: '坐下来把事说开', countsNot: ['单位内部开会'] }), by: '王芳' })
    expect([changed.by, await names()]).toEqual(['王芳', ['群众议事 0', '院坝会 0']])
    await call('taxonomy.undo', { step })
    expect(await names()).toEqual(['群众会 0', '院坝会 0'])
    expect((await call('taxonomy.steps', {})).map(({ by: signed, change }) => [signed, change.type])).toEqual([[by, 'label'], [by, 'label']])
  })

  it('have names of their own among those beside them, and stand under none of their own', async () => {
    const { call, make } = await opened()
    const top = await make('群众会')
    const under = await make('群众会', { parent: top })
    await expect(make('群众会')).rejects.toThrow('已有一个标签叫“群众会”')
    await expect(make('小会', { parent: 'none' as LabelId })).rejects.toThrow('上级标签已不存在')
    await expect(call('labels.put', { id: top, label: label('群众会', { parent: under }), by })).rejects.toThrow('不能放在它自己下面')
    await expect(call('labels.remove', { id: top, by })).rejects.toThrow('还有下级标签')
    await expect(call('labels.put', { id: 'none' as LabelId, label: label('甲'), by })).rejects.toEqual(code('NO_SUCH_LABEL'))
  })

  it('cannot lose a step that a later one rests on', async () => {
    const { call, make, names } = await opened()
    const id = await make('群众会')
    const [first] = await call('taxonomy.steps', {})
    await call('labels.put', { id, label: label('院坝会'), by })
    await expect(call('taxonomy.undo', { step: first?.id ?? '' })).rejects.toThrow('后面的改动要靠这一步')
    expect(await names()).toEqual(['院坝会 0'])
  })
})

describe('a passage', () => {
  it('gets labels, is listed under each, and the step can be taken back', async () => {
    const { call, id, make, marked, give, names } = await opened()
    const [talk, quick] = [await make('群众会'), await make('当场办')]
    await give(talk, 0, 10)
    const { undo } = await give(quick, 12, 20)
    expect([await marked(), await names()]).toEqual([['0 居民在院坝里开会说事', '12 事情当场有人接。'], ['群众会 1', '当场办 1']])
    expect(await call('labels.passages', { label: talk, offset: 0, limit: 10 })).toMatchObject({ total: 1, entries: 1, passages: [{ entry: { id }, passage: { text: '居民在院坝里开会说事', by } }] })
    await call('history.undo', { undo })
    expect(await marked()).toEqual(['0 居民在院坝里开会说事'])
    const [redo] = await call('entries.history', { id })
    expect(redo?.action).toBe('undo')
    await call('history.undo', { undo: redo?.id ?? '' })
    expect(await marked()).toHaveLength(2)
  })

  it('loses a label, which can be taken back', async () => {
    const { call, id, make, marked, give } = await opened()
    const { passage } = await give(await make('群众会'), 0, 10)
    await expect(call('labels.removePassage', { id, passage, by: '赵强' })).rejects.toEqual(code('NOT_YOURS'))
    const { undo } = await call('labels.removePassage', { id, passage, by })
    expect(await marked()).toEqual([])
    await call('history.undo', { undo })
    expect(await marked()).toEqual(['0 居民在院坝里开会说事'])
    await expect(call('labels.removePassage', { id, passage: 'none', by })).rejects.toEqual(code('NO_SUCH_PASSAGE'))
  })

  it('is refused when it is empty, old, there already, or the label is not', async () => {
    const { make, give } = await opened()
    const talk = await make('群众会')
    await give(talk, 0, 10)
    await expect(give(talk, 0, 10)).rejects.toThrow('这段文字已经有这个标签')
    await expect(give(talk, 11, 12)).rejects.toEqual(code('EMPTY_PASSAGE'))
    await expect(give(talk, 0, 5, 99)).rejects.toEqual(code('STALE_REVISION'))
    await expect(give('none' as LabelId, 0, 5)).rejects.toEqual(code('NO_SUCH_LABEL'))
  })

  it('follows its words through an edit, is told of when they go, and found again when they come back', async () => {
    const { call, id, make, marked, give } = await opened()
    await give(await make('当场办'), 12, 20)
    const moved = await call('entries.edit', { id, revision: 1, change: { body: `开头加一句。\n${body}` } })
    expect([moved.lost, await marked()]).toEqual([[], ['19 事情当场有人接。']])
    const gone = await call('entries.edit', { id, revision: moved.entry.revision, change: { body: '什么也没有了。' } })
    expect([gone.lost, await marked()]).toEqual([[{ what: 'label', label: '当场办', quote: '事情当场有人接。' }], ['19 lost 事情当场有人接。']])
    await call('history.undo', { undo: gone.undo })
    expect(await marked()).toEqual(['19 事情当场有人接。'])
    expect((await call('library.check', {})).findings.find(({ check }) => check === 'spans')).toMatchObject({ ok: true })
  })

  it('is kept while its label is away', async () => {
    const { call, make, marked, give } = await opened()
    const talk = await make('群众会')
    await give(talk, 0, 10)
    const { step } = await call('labels.remove', { id: talk, by })
    expect(await marked()).toEqual([])
    await call('taxonomy.undo', { step })
    expect(await marked()).toHaveLength(1)
  })
})

describe('a search', () => {
  it('knows at once what was labelled, taken back and renamed, and offers the name', async () => {
    const { call, id, make, give } = await opened()
    const found = async (query: string, filters: Partial<Filters> = {}) => (await call('search.run', { query, filters: { ...NO_FILTERS, ...filters }, sort: 'imported', offset: 0, limit: 10 })).hits.map((hit) => hit.id)
    const shown = async () => (await call('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })).facets.label
    const above = await make('讲课用')
    const opening = await make('开场', { parent: above })
    expect([await found('标签：开场'), await shown()]).toEqual([[], []])
    const { undo } = await give(opening, 0, 11)
    expect([await found('标签：开场'), await found('', { label: [above] }), await found('', { not: { ...NO_FILTERS.not, label: [opening] } })]).toEqual([[id], [id], []])
    expect((await shown()).map(({ value, count }) => [value, count]).sort()).toEqual([[above, 1], [opening, 1]].sort())
    const renamed = await call('labels.put', { id: opening, label: label('导入', { parent: above }), by })
    expect([await found('标签：开场'), await found('标签：导入')]).toEqual([[], [id]])
    await call('search.learned', {})
    expect((await call('search.suggest', { text: 'daoru' })).map(({ query }) => query)).toEqual(['标签：导入'])
    await call('taxonomy.undo', { step: renamed.step })
    expect(await found('标签：开场')).toEqual([id])
    await call('history.undo', { undo })
    expect([await found('标签：开场'), await shown()]).toEqual([[], []])
  })

  it('learns a label that the index did not hear of', async () => {
    const { core, id, make, give, folder } = await opened()
    await give(await make('开场'), 0, 11)
    await core.close()
    const db = new Database(join(folder, 'search.db'))
    db.exec("UPDATE doc SET labels = '', tags = tags - 1")
    db.close()
    const again = await openedCore({ folder })
    await vi.waitFor(async () => expect((await again.call('search.run', { query: '标签：开场', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })).hits.map((hit) => hit.id)).toEqual([id]))
  })
})
