import { describe, expect, it } from 'vitest'
import type { Input } from '../../../electron/contract/api.ts'
import type { Cell, Unit } from '../../../electron/contract/comparing.ts'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { BundledMode } from '../../../electron/core/library/index.ts'
import { openedCore } from './opened.ts'

const grid = PracticeId.parse('grid')
const mediation = PracticeId.parse('mediation')
const place = (path: string): Unit => ({ kind: 'place', path })
const entryUnit = (id: EntryId): Unit => ({ kind: 'entry', id })
const [huaibei, huainan] = [place('安徽省/淮北市'), place('安徽省/淮南市')]

/** About governance throughout: the rules read no practice into everyday news. */
const WORKED = '街道推行网格化治理，把楼栋分给专人。网格员每天走一遍楼道，晚上在群里报平安。\n社区民警、物业与志愿者每月和居民议事协商，投诉当天有人代办。'
const SILENT = '河堤修好以后，散步的人多了，沿岸的小摊也挪进了格子。'

async function open(bundled: BundledMode = 'never') {
  const { call } = await openedCore({ bundled })
  /** A case at a place. */
  const add = async (title: string, body: string, city: string | null, kind: 'case' | 'other' = 'case'): Promise<EntryId> => {
    const { id, revision } = await call('entries.create', { title, body })
    await call('entries.edit', { id, revision, change: { kind, province: '安徽省', city } })
    return id
  }
  const run = (units: readonly Unit[], rows: readonly PracticeId[] | null = [grid], sentences: number | null = null) => call('compare.run', { units: [...units], rows: rows && [...rows], sentences })
  const cellAt = async (unit: Unit, row = grid): Promise<Cell | undefined> => (await run([unit], [row])).cells[0]
  const state = async (unit: Unit, row = grid) => {
    const cell = await cellAt(unit, row)
    return [cell?.state, cell?.confirmed]
  }
  return { call, add, run, cellAt, state }
}

describe('a board', () => {
  it('says what the cases of each place show, with sentences that stand in their texts', async () => {
    const { call, add, run } = await open()
    const worked = await add('楼栋里的专人', WORKED, '淮北市')
    await add('河堤', SILENT, '淮北市')
    await add('淮南的河堤', SILENT, '淮南市')
    await add('淮南的集市', WORKED, '淮南市', 'other')
    const { columns, rows, cells } = await run([huaibei, huainan, place('安徽省'), place('山东省/淄博市')])
    expect(columns).toEqual([
      { id: '安徽省/淮北市', label: '淮北市', level: 'city', unit: huaibei, entries: 2, bundled: 0, others: 0, missing: false, mergedInto: null },
      { id: '安徽省/淮南市', label: '淮南市', level: 'city', unit: huainan, entries: 1, bundled: 0, others: 1, missing: false, mergedInto: null },
      { id: '安徽省', label: '安徽省', level: 'province', unit: place('安徽省'), entries: 3, bundled: 0, others: 1, missing: false, mergedInto: null },
      { id: '山东省/淄博市', label: '淄博市', level: 'city', unit: place('山东省/淄博市'), entries: 0, bundled: 0, others: 0, missing: false, mergedInto: null },
    ])
    expect(rows).toEqual([{ id: grid, label: '网格化治理' }])
    expect(cells.map(({ column, state, confirmed, total }) => [column, state, confirmed, total])).toEqual([['安徽省/淮北市', 'evidence', false, 2], ['安徽省/淮南市', 'not-stated', false, 0], ['安徽省', 'evidence', false, 2], ['山东省/淄博市', 'not-checked', false, 0]])
    const { body } = await call('entries.get', { id: worked })
    const [cell] = cells
    expect(cell?.sentences.map(({ text }) => text)).toEqual(['街道推行网格化治理，把楼栋分给专人。', '网格员每天走一遍楼道，晚上在群里报平安。'])
    expect(cell?.lead).toBe('街道推行网格化治理，把楼栋分给专人。')
    for (const { entryId, start, end, text } of cell?.sentences ?? []) expect([entryId, body.slice(start, end)]).toEqual([worked, text])
  })

  it('has the eleven practices of the first level, each once, when no rows are named', async () => {
    const { run } = await open()
    const { rows, cells } = await run([huaibei], null)
    expect(rows.slice(0, 4).map(({ label }) => label)).toEqual(['网格化治理', '枫桥经验', '智慧治理', '调解品牌'])
    expect([rows.length, cells.length, (await run([huaibei, huaibei], [grid, grid])).cells.length]).toEqual([11, 11, 1])
  })

  it('of nothing has rows and no cells', async () => {
    const { run } = await open()
    expect(await run([])).toEqual({ columns: [], rows: [{ id: grid, label: '网格化治理' }], cells: [] })
  })

  it('carries as many sentences as were asked for, and counts the rest', async () => {
    const { add, run } = await open()
    await add('楼栋里的专人', WORKED, '淮北市')
    const [none] = (await run([huaibei], [grid], 0)).cells
    expect([none?.sentences, none?.total, none?.lead]).toEqual([[], 2, '街道推行网格化治理，把楼栋分给专人。'])
  })

  it('takes a hundred units and no more', async () => {
    const { run } = await open()
    const hundred = Array.from({ length: 100 }, (_, n) => place(`甲省/${n}市`))
    const { columns, cells } = await run(hundred)
    expect([columns.length, columns.every(({ missing }) => missing), cells.every(({ state }) => state === 'not-checked')]).toEqual([100, true, true])
    await expect(run([...hundred, huaibei])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('refuses a practice that is none', async () => {
    const { run, call } = await open()
    await expect(run([huaibei], [PracticeId.parse('nothing')])).rejects.toThrow('没有名为“nothing”的做法')
    await expect(call('compare.cell', { unit: huaibei, practice: PracticeId.parse('nothing') })).rejects.toMatchObject({ code: 'NO_SUCH_PRACTICE' })
  })
})

describe('a cell follows the library', () => {
  it('when a person confirms, rejects, or says that nothing is there', async () => {
    const { call, add, state } = await open()
    const id = await add('楼栋里的专人', WORKED, '淮北市')
    expect(await state(huaibei)).toEqual(['evidence', false])
    await call('practices.decide', { id, practice: grid, decision: 'confirmed', by: '李敏' })
    expect(await state(huaibei)).toEqual(['evidence', true])
    await call('practices.decide', { id, practice: grid, decision: 'rejected', by: '李敏' })
    expect(await state(huaibei)).toEqual(['not-stated', true])
    await call('practices.decide', { id, practice: grid, decision: null, by: '李敏' })
    expect(await state(huaibei)).toEqual(['evidence', false])
    expect(await state(huaibei, mediation)).toEqual(['not-stated', false])
    await call('practices.decide', { id, practice: mediation, decision: 'rejected', by: '李敏' })
    expect(await state(huaibei, mediation)).toEqual(['not-stated', true])
  })

  it('when a person marks a passage no rule found', async () => {
    const { call, add, cellAt } = await open()
    const id = await add('河堤', SILENT, '淮北市')
    const { revision, body } = await call('entries.get', { id })
    const start = body.indexOf('沿岸')
    await call('practices.addPassage', { id, revision, practice: grid, span: { start, end: start + 11 }, by: '李敏' })
    expect(await cellAt(huaibei)).toMatchObject({ state: 'evidence', confirmed: true, lead: '沿岸的小摊也挪进了格子', total: 1 })
  })

  it('when the text, the kind or the place changes', async () => {
    const { call, add, cellAt, state } = await open()
    const id = await add('楼栋里的专人', WORKED, '淮北市')
    await cellAt(huaibei)
    const edit = async (change: Input<'entries.edit'>['change']) => call('entries.edit', { id, revision: (await call('entries.get', { id })).revision, change })
    await edit({ body: SILENT })
    expect(await state(huaibei)).toEqual(['not-stated', false])
    await edit({ body: `开头换了。${WORKED}` })
    expect(await cellAt(huaibei)).toMatchObject({ state: 'evidence', sentences: [{ start: 5, end: 23 }, {}] })
    await edit({ kind: 'other' })
    expect([await state(huaibei), await state(entryUnit(id))]).toEqual([['not-checked', false], ['evidence', false]])
    await edit({ kind: 'case', city: '淮南市' })
    expect([await state(huaibei), await state(huainan)]).toEqual([['not-checked', false], ['evidence', false]])
  })

  it('when an entry goes to the trash, and keeps the column of one that was chosen itself', async () => {
    const { call, add, run } = await open()
    const id = await add('楼栋里的专人', WORKED, '淮北市')
    const seen = async () => (await run([huaibei, entryUnit(id)])).columns.map(({ label, entries, missing }) => [label, entries, missing])
    expect(await seen()).toEqual([['淮北市', 1, false], ['楼栋里的专人', 1, false]])
    await call('entries.remove', { ids: [id] })
    expect(await seen()).toEqual([['淮北市', 0, false], ['楼栋里的专人', 0, true]])
    expect((await run([entryUnit(id)])).cells.map(({ state }) => state)).toEqual(['not-checked'])
    await call('entries.restore', { ids: [id] })
    expect(await seen()).toEqual([['淮北市', 1, false], ['楼栋里的专人', 1, false]])
    await call('entries.remove', { ids: [id] })
    await call('trash.empty', { ids: null })
    expect(await seen()).toEqual([['淮北市', 0, false], [id, 0, true]])
  })
})

describe('a column of one entry that is merged into another', () => {
  it('keeps its name and shows the entry that was kept, until the merger is undone', async () => {
    const { call, add, run } = await open()
    const [kept, gone] = [await add('留下的一篇', WORKED, '淮北市'), await add('楼栋里的专人', SILENT, '淮北市')]
    const seen = async () => (await run([entryUnit(gone)])).columns.map(({ id, label, entries, missing, mergedInto }) => [id, label, entries, missing, mergedInto])
    const state = async () => (await call('compare.cell', { unit: entryUnit(gone), practice: grid })).cell.state
    expect([await seen(), await state()]).toEqual([[[gone, '楼栋里的专人', 1, false, null]], 'not-stated'])
    await call('stories.merge', { keep: kept, other: gone, by: '李敏' })
    expect([await seen(), await state()]).toEqual([[[gone, '楼栋里的专人', 1, false, { id: kept, title: '留下的一篇' }]], 'evidence'])
    await call('trash.empty', { ids: null })
    expect(await seen()).toEqual([[gone, '楼栋里的专人', 1, false, { id: kept, title: '留下的一篇' }]])

    const other = await add('另一篇', SILENT, '淮北市')
    const second = await call('stories.merge', { keep: kept, other, by: '李敏' })
    await call('history.undo', { undo: second.undo })
    expect((await run([entryUnit(other)])).columns.map(({ mergedInto }) => mergedInto)).toEqual([null])
    // After the undo the kept entry stands for it no longer, not even when it goes to the trash.
    await call('entries.remove', { ids: [other] })
    expect((await run([entryUnit(other)])).columns.map(({ missing, mergedInto }) => [missing, mergedInto])).toEqual([[true, null]])
    expect((await call('stories.of', { id: kept })).origins.map(({ id }) => id)).toEqual([gone])
  })
})

describe('the entries behind a cell', () => {
  it('come with their tags: what shows it first, then what is silent', async () => {
    const { call, add } = await open()
    await add('河堤', SILENT, '淮北市')
    const worked = await add('楼栋里的专人', WORKED, '淮北市')
    const wrong = await add('又一处专人', WORKED, '淮北市')
    await call('practices.decide', { id: wrong, practice: grid, decision: 'rejected', by: '李敏' })
    const { cell, entries } = await call('compare.cell', { unit: huaibei, practice: grid })
    expect([cell.state, cell.confirmed, cell.total, cell.sentences.every(({ entryId }) => entryId === worked)]).toEqual(['evidence', false, 2, true])
    expect(entries.map(({ entry, tag, unchecked }) => [entry.title, tag?.state ?? null, tag?.decided?.by ?? null, unchecked])).toEqual([['楼栋里的专人', 'draft', null, null], ['河堤', null, null, null], ['又一处专人', 'rejected', '李敏', null]])
    expect(entries[0]?.entry.practices).toContain(grid)
  })
})

describe('bundled summaries', () => {
  it('are mentions without a sentence, and step back behind texts', async () => {
    const { call, add, run, state } = await open('always')
    const { columns, cells } = await run([huainan, place('山东省/淄博市')])
    expect(columns.map(({ entries, bundled }) => [entries, bundled])).toEqual([[0, 2], [0, 1]])
    expect(cells.map((cell) => [cell.state, cell.confirmed, cell.lead, cell.sentences, cell.total, cell.titles])).toEqual([['mention', false, null, [], 0, []], ['mention', false, null, [], 0, []]])
    const behind = await call('compare.cell', { unit: place('山东省/淄博市'), practice: grid })
    expect(behind.entries.map(({ entry, unchecked, tag }) => [entry.origin, unchecked, tag?.state])).toEqual([['bundled', 'bundled', 'draft']])
    const [summary] = behind.entries
    await call('practices.decide', { id: summary?.entry.id ?? '', practice: grid, decision: 'confirmed', by: '李敏' } as Input<'practices.decide'>)
    expect(await state(place('山东省/淄博市'))).toEqual(['mention', false])
    await add('楼栋里的专人', WORKED, '淮南市')
    expect(await state(huainan)).toEqual(['evidence', false])
    expect((await call('compare.cell', { unit: huainan, practice: grid })).entries.map(({ entry }) => entry.origin)).toEqual(['written', 'bundled', 'bundled'])
  })

  it('are offered as places, after those with cases', async () => {
    const { call, add } = await open('always')
    await add('河堤', SILENT, '合肥市')
    expect((await call('compare.places', { query: '', limit: 8 })).map(({ label, entries, bundled }) => [label, entries, bundled])).toEqual([
      ['安徽省', 1, 3], ['安徽省合肥市', 1, 0], ['安徽省淮南市', 0, 2], ['江苏省', 0, 1], ['山东省', 0, 1], ['江苏省淮安市', 0, 1], ['安徽省淮北市', 0, 1], ['山东省淄博市', 0, 1],
    ])
  })
})

describe('units as a person names them', () => {
  it('are places and entries, each once', async () => {
    const { call, add } = await open()
    const id = await add('楼栋里的专人', WORKED, '淮北市', 'other')
    expect(await call('compare.resolve', { names: ['淮北', '安徽淮北', ' 淮北市 ', id.toLowerCase(), id] })).toEqual([huaibei, entryUnit(id)])
    expect(await call('compare.resolve', { names: [] })).toEqual([])
  })

  it('can be places that only entries state', async () => {
    const { call, add } = await open()
    await expect(call('compare.resolve', { names: ['柳树湾'] })).rejects.toMatchObject({ code: 'NO_SUCH_PLACE' })
    const id = await add('河湾', SILENT, '柳树湾市')
    expect(await call('compare.resolve', { names: ['柳树湾'] })).toEqual([place('安徽省/柳树湾市')])
    await call('entries.remove', { ids: [id] })
    await expect(call('compare.resolve', { names: ['柳树湾'] })).rejects.toThrow('没有名为“柳树湾”的地区。请写省、市或区县的全称，或改用条目编号。')
  })

  it('are refused with what to write instead', async () => {
    const { call, add } = await open()
    const id = await add('河堤', SILENT, '淮北市')
    await call('entries.remove', { ids: [id] })
    const refusal = (name: string) => call('compare.resolve', { names: ['淮北', name] }).then(() => null, (error: unknown) => (error instanceof Refusal ? [error.code, error.message] : error))
    expect(await refusal('鼓楼区')).toEqual(['AMBIGUOUS_PLACE', '“鼓楼区”不止一处：江苏省南京市鼓楼区、江苏省徐州市鼓楼区、福建省福州市鼓楼区、河南省开封市鼓楼区。请写明上级地区，例如“江苏省南京市鼓楼区”。'])
    expect(await refusal('火星')).toEqual(['NO_SUCH_PLACE', '没有名为“火星”的地区。请写省、市或区县的全称，或改用条目编号。'])
    expect(await refusal('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toEqual(['NO_SUCH_ENTRY', '没有编号为“01ARZ3NDEKTSV4RRFFQ69G5FAV”的条目，可能已被删除。'])
    expect(await refusal(id)).toEqual(['NO_SUCH_ENTRY', `没有编号为“${id}”的条目，可能已被删除。`])
  })
})

it('places to choose from count their cases with those below them', async () => {
  const { call, add } = await open()
  await add('河堤', SILENT, '淮南市')
  await add('楼栋', WORKED, '淮南市')
  await add('通知', SILENT, '淮北市', 'other')
  const places = await call('compare.places', { query: '安徽', limit: 3 })
  expect(places).toEqual([
    { path: '安徽省', label: '安徽省', level: 'province', entries: 2, bundled: 0 },
    { path: '安徽省/淮南市', label: '安徽省淮南市', level: 'city', entries: 2, bundled: 0 },
    { path: '安徽省/合肥市', label: '安徽省合肥市', level: 'city', entries: 0, bundled: 0 },
  ])
})
