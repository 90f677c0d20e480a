import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const [grid, police] = ['grid', 'grid.police'].map((id) => PracticeId.parse(id)) as [PracticeId, PracticeId]
const grant = Grant.parse('grant-for-test')
const text = (n: number): string => `柳树湾社区第${n}组推行警网融合，民警随网格员走访。\n两名民警固定进网格，同网格员一起巡查，化解纠纷${n + 120}件。\n党建引领基层治理，居民议事协商，矛盾纠纷就地化解，第${n}组写进台账。`

/** A library with `n` texts; its clock begins at `hour`. */
async function open(hour: number, n = 1) {
  let second = 0
  const { core, call: plain, heard } = await openedCore({ now: () => new Date(Date.UTC(2026, 10, 22, hour, 0, second++)) })
  const call = <M extends CoreMethod>(method: M, input: Input<M>, path = ''): Promise<Output<M>> =>
    plain(method, input, new Map(path === '' ? [] : [[grant, { path, name: path.split('/').at(-1) ?? '', folder: !path.endsWith('.judgements'), temporary: false }]]))
  const settled = () => vi.waitFor(async () => {
    expect((await call('practices.tagging', {})).state).toBe('ready')
    expect((await call('facts.extracting', {})).state).toBe('ready')
  }, { timeout: 30_000, interval: 20 })
  await settled()
  const ids = []
  for (let at = 0; at < n; at++) ids.push((await call('entries.create', { title: `第${at}组`, body: text(at) })).id)
  await settled()
  const [first] = ids
  if (first === undefined) throw new Error('no entry')
  const tag = async (id = first) => (await call('entries.get', { id })).practices.find((one) => one.id === 'grid.police')
  return { core, call, ids, first, tag, settled, heard }
}
const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const all = { entries: null, by: null }

describe('what people of two libraries decided', () => {
  it('goes from one to the other, is looked at before it comes in, and can be taken back', async () => {
    const folder = await emptyFolder()
    const file = join(folder, '意见.judgements')
    const [a, b] = [await open(8), await open(9)]
    await expect(a.call('judgements.export', { choice: all, name: '意见', folder: grant }, folder)).rejects.toEqual(code('NO_JUDGEMENTS'))
    const { entry } = await a.call('practices.decide', { id: a.first, practice: police, decision: 'rejected', by: '李敏' })
    const indicator = entry.facts.indicators[0]?.id ?? ''
    await a.call('facts.decide', { id: a.first, fact: indicator, decision: 'confirmed', by: '赵强' })
    expect(await a.call('judgements.export', { choice: all, name: '意见', folder: grant }, folder)).toMatchObject({ file, entries: 1, judgements: 2 })
    await expect(a.call('judgements.export', { choice: all, name: '意见', folder: grant }, folder)).rejects.toEqual(code('EXISTS'))
    await a.call('judgements.export', { choice: { entries: null, by: ['赵强'] }, name: '赵强', folder: grant }, folder)
    expect((await readFile(join(folder, '赵强.judgements'), 'utf8')).includes('李敏')).toBe(false)
    await b.call('practices.decide', { id: b.first, practice: police, decision: 'confirmed', by: '王芳' })

    const preview = await b.call('judgements.preview', { file: grant }, file)
    expect(preview).toMatchObject({
      file: '意见.judgements', signers: [{ by: '李敏', judgements: 1 }, { by: '赵强', judgements: 1 }], entries: { total: 1, same: 1, edited: 0, unmatched: 0 },
      judgements: { fresh: 1, agree: 0, differ: 1, known: 0 }, differences: [{ title: '第0组', practice: 'grid.police', ours: { by: '王芳', decision: 'confirmed' }, theirs: { by: '李敏', decision: 'rejected' } }],
    })
    expect((await b.tag())?.judgements).toHaveLength(1)
    const done = await b.call('judgements.import', { file: grant }, file)
    expect(done).toMatchObject({ added: 2, entries: 1 })
    expect(await b.tag()).toMatchObject({ state: 'confirmed', differ: true, judgements: [{ by: '王芳', counts: true, came: false }, { by: '李敏', counts: false, came: true, decision: 'rejected' }] })
    expect((await b.call('entries.get', { id: b.first })).facts.indicators[0]).toMatchObject({ state: 'confirmed', decided: { by: '赵强' }, differ: false })
    expect(await b.call('judgements.differing', { offset: 0, limit: 10 })).toMatchObject({ total: 1, items: 1, entries: [{ entry: { id: b.first }, practices: [{ id: 'grid.police' }], facts: [] }] })
    const differing = async () => (await b.call('search.run', { query: '', filters: { opinion: ['differ'] }, sort: 'imported', offset: 0, limit: 1 })).total
    expect([await differing(), (await b.call('search.run', { query: '', filters: {}, sort: 'imported', offset: 0, limit: 1 })).facets.opinion]).toEqual([1, [{ value: 'differ', count: 1 }]])
    expect(await b.call('judgements.signers', {})).toEqual({ signers: [{ by: '李敏', judgements: 1, here: 0 }, { by: '王芳', judgements: 1, here: 1 }, { by: '赵强', judgements: 1, here: 0 }] })
    expect(await b.call('judgements.import', { file: grant }, file)).toMatchObject({ added: 0, entries: 0, undo: '', judgements: { known: 2 } })
    await b.call('history.undo', { undo: done.undo })
    expect(await differing()).toBe(0)
    expect(await b.tag()).toMatchObject({ differ: false, judgements: [{ by: '王芳' }] })
    expect((await b.call('judgements.differing', { offset: 0, limit: 10 })).total).toBe(0)
  })

  it('of a search alone is written, if that is asked for', async () => {
    const folder = await emptyFolder()
    const a = await open(8, 2)
    for (const id of a.ids) await a.call('practices.decide', { id, practice: police, decision: 'rejected', by: '李敏' })
    expect(await a.call('judgements.export', { choice: { entries: { by: 'search', query: '第1组', filters: NO_FILTERS }, by: null }, name: '意见', folder: grant }, folder)).toMatchObject({ entries: 1, judgements: 1 })
    expect(await a.call('judgements.export', { choice: { entries: { by: 'ids', ids: [a.first] }, by: null }, name: '一篇', folder: grant }, folder)).toMatchObject({ entries: 1 })
  })

  it.each([['behind', 8], ['ahead', 20]] as const)('is settled by taking over what the other said, whose clock is %s', async (_clock, hour) => {
    const folder = await emptyFolder()
    const [a, b] = [await open(hour), await open(9)]
    const { entry } = await a.call('practices.decide', { id: a.first, practice: police, decision: 'rejected', by: '李敏' })
    const fact = entry.facts.indicators[0]?.id ?? ''
    await a.call('facts.decide', { id: a.first, fact, decision: 'rejected', by: '李敏' })
    await a.call('judgements.export', { choice: all, name: '意见', folder: grant }, folder)
    await b.call('practices.decide', { id: b.first, practice: police, decision: 'confirmed', by: '王芳' })
    await b.call('facts.decide', { id: b.first, fact, decision: 'confirmed', by: '王芳' })
    await b.call('judgements.import', { file: grant }, join(folder, '意见.judgements'))
    expect((await b.call('judgements.differing', { offset: 0, limit: 10 })).items).toBe(2)
    await b.call('practices.decide', { id: b.first, practice: police, decision: 'rejected', by: '周组长', settles: true })
    const theirs = (await b.call('entries.get', { id: b.first })).facts.indicators[0]?.judgements.find(({ by }) => by === '李敏')
    await b.call('facts.adopt', { id: b.first, fact, judgement: theirs?.id ?? '', by: '周组长' })
    expect((await b.call('judgements.differing', { offset: 0, limit: 10 })).total).toBe(0)
    expect(await b.tag()).toMatchObject({ state: 'rejected', differ: false, decided: { by: '周组长' }, judgements: expect.arrayContaining([expect.objectContaining({ by: '周组长', settles: true, counts: true }), expect.objectContaining({ by: '王芳', decision: 'confirmed' }), expect.objectContaining({ by: '李敏', decision: 'rejected' })]) })
    // A later word to the contrary opens it again.
    await b.call('practices.decide', { id: b.first, practice: police, decision: 'confirmed', by: '王芳' })
    expect(await b.tag()).toMatchObject({ state: 'confirmed', differ: true })
  })

  it('of hundreds of entries comes in at once and is read in the background', async () => {
    const folder = await emptyFolder()
    const [a, b] = [await open(8, 210), await open(9, 210)]
    for (const id of a.ids) await a.call('practices.decide', { id, practice: grid, decision: 'rejected', by: '李敏' })
    await a.call('judgements.export', { choice: all, name: '意见', folder: grant }, folder)
    const done = await b.call('judgements.import', { file: grant }, join(folder, '意见.judgements'))
    expect(done).toMatchObject({ added: 210, entries: 210 })
    expect(b.heard.flatMap(({ event, value }) => (event === 'judgements.progress' ? [value] : []))).toEqual([32, 64, 96, 128, 160, 192, 210].map((n) => ({ done: n, total: 210 })))
    await b.settled()
    const states = async () => new Set(await Promise.all(b.ids.map(async (id) => (await b.call('entries.get', { id })).practices.find((one) => one.id === grid)?.state)))
    expect(await states()).toEqual(new Set(['rejected']))
    // Some have said anew what they think: fewer go back than came, and they, too, are read again.
    for (const id of a.ids.slice(0, 15)) await a.call('practices.decide', { id, practice: grid, decision: 'confirmed', by: '李敏' })
    await a.call('judgements.export', { choice: { entries: { by: 'ids', ids: a.ids.slice(0, 15) }, by: null }, name: '后来', folder: grant }, folder)
    const later = await b.call('judgements.import', { file: grant }, join(folder, '后来.judgements'))
    await b.settled()
    expect(await b.call('history.undo', { undo: done.undo })).toMatchObject({ left: 15 })
    await b.settled()
    expect(await states()).toEqual(new Set(['draft', 'confirmed']))
    expect(await b.call('history.undo', { undo: later.undo })).toMatchObject({ left: 0 })
    expect(await states()).toEqual(new Set(['draft', 'rejected']))
  }, 120_000)

  it('is refused as a whole where the file is not there, no such file or of no library', async () => {
    const folder = await emptyFolder()
    const b = await open(9)
    await writeFile(join(folder, '错.judgements'), 'x\n')
    await mkdir(join(folder, '夹.judgements'))
    await expect(b.call('judgements.preview', { file: grant }, join(folder, '没有.judgements'))).rejects.toEqual(code('NO_SUCH_FILE'))
    await expect(b.call('judgements.preview', { file: grant }, join(folder, '夹.judgements'))).rejects.toEqual(code('NO_SUCH_FILE'))
    await expect(b.call('judgements.import', { file: grant }, join(folder, '错.judgements'))).rejects.toEqual(code('NOT_JUDGEMENTS'))
    await expect(b.call('judgements.import', { file: grant })).rejects.toEqual(code('NO_SUCH_GRANT'))
    await expect(b.call('judgements.export', { choice: all, name: '意见', folder: grant })).rejects.toEqual(code('NO_SUCH_GRANT'))
    expect((await readdir(folder)).toSorted()).toEqual(['夹.judgements', '错.judgements'].toSorted())
  })
})
