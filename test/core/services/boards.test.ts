import { expect, it, onTestFinished } from 'vitest'
import type { CoreMethod, Input, Output } from '../../../electron/contract/api.ts'
import { BoardId, type Unit } from '../../../electron/contract/comparing.ts'
import { EntryId } from '../../../electron/contract/entry.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openLibrary } from '../../../electron/core/library/index.ts'
import { openCore } from '../../../electron/core/services.ts'
import { emptyFolder } from '../library/folder.ts'
import { testPorts } from './ports.ts'

const place = (path: string): Unit => ({ kind: 'place', path })
const gone: Unit = { kind: 'entry', id: EntryId.parse('01ARZ3NDEKTSV4RRFFQ69G5FAV') }
const grid = PracticeId.parse('grid')

/** An open core whose clock moves on by a minute with every call. */
async function open(folder: string) {
  let minutes = 0
  const core = await openCore(folder, testPorts({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minutes)) }).ports)
  onTestFinished(() => core.close())
  return {
    core,
    call: async <M extends CoreMethod>(method: M, input: Input<M>): Promise<Output<M>> => {
      minutes++
      const reply = await core.call(method, input, new Map())
      if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
      return reply.value as Output<M>
    },
  }
}
const minute = (n: number): string => `2026-11-22T08:0${n}:00.000Z`

it('keeps boards across openings, the one changed last first', async () => {
  const folder = await emptyFolder()
  const { call, core } = await open(folder)
  const first = await call('boards.save', { id: null, title: ' 两淮 ', units: [place('安徽省/淮北市'), place('安徽省/淮南市'), place('安徽省/淮北市')], rows: null })
  expect(first).toEqual({ id: first.id, title: '两淮', units: [place('安徽省/淮北市'), place('安徽省/淮南市')], rows: null, createdAt: minute(1), updatedAt: minute(1), damaged: false })
  const second = await call('boards.save', { id: null, title: '一篇', units: [gone], rows: [grid, grid] })
  expect(second.rows).toEqual([grid])
  const changed = await call('boards.save', { id: first.id, title: '两淮与淄博', units: [...first.units, place('山东省/淄博市')], rows: [grid] })
  expect(changed).toEqual({ ...first, title: '两淮与淄博', units: [...first.units, place('山东省/淄博市')], rows: [grid], updatedAt: minute(3) })
  await core.close()
  expect(await (await open(folder)).call('boards.list', {})).toEqual([changed, second])
})

it('takes a removed board back as it was, and leaves one alone that is there', async () => {
  const { call } = await open(await emptyFolder())
  const saved = await call('boards.save', { id: null, title: '两淮', units: [place('安徽省/淮北市'), gone], rows: null })
  const { board } = await call('boards.remove', { id: saved.id })
  expect([board, await call('boards.list', {})]).toEqual([saved, []])
  expect(await call('boards.restore', { board })).toEqual(saved)
  expect(await call('boards.list', {})).toEqual([saved])
  expect(await call('boards.restore', { board: { ...board, title: '旧名' } })).toEqual(saved)
})

it('says which board is not there, and takes none without a name or with more than a hundred units', async () => {
  const { call } = await open(await emptyFolder())
  const id = BoardId.parse('不存在')
  await expect(call('boards.remove', { id })).rejects.toThrow('没有编号为“不存在”的对照板，可能已被删除。')
  await expect(call('boards.save', { id, title: '甲', units: [], rows: null })).rejects.toMatchObject({ code: 'NO_SUCH_BOARD' })
  await expect(call('boards.save', { id: null, title: '  ', units: [], rows: null })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const hundred = Array.from({ length: 100 }, (_, n) => place(`甲省/${n}市`))
  expect((await call('boards.save', { id: null, title: '百地', units: hundred, rows: null })).units.length).toBe(100)
  await expect(call('boards.save', { id: null, title: '多一地', units: [...hundred, gone], rows: null })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

it('lists and opens what can be read of a board that came to harm, beside the others', async () => {
  const folder = await emptyFolder()
  const { call, core } = await open(folder)
  const whole = await call('boards.save', { id: null, title: '完好', units: [gone], rows: null })
  const broken = await call('boards.save', { id: null, title: '缺损', units: [gone], rows: [grid] })
  await core.close()
  const library = await openLibrary(folder)
  library.connection.write(() => {
    const set = library.connection.db.prepare('UPDATE board SET units = ?, practices = ? WHERE id = ?')
    set.run(JSON.stringify([{ kind: 'region', path: '甲省' }, place('安徽省/淮北市')]), JSON.stringify(['grid', 7]), broken.id)
    library.connection.db.prepare("INSERT INTO board SELECT 'x' || hex(zeroblob(40)), title, '{}', NULL, created_at, updated_at FROM board WHERE id = ?").run(whole.id)
  })
  await library.close()
  const again = await open(folder)
  expect(await again.call('boards.list', {})).toEqual([{ ...broken, units: [place('安徽省/淮北市')], damaged: true }, whole])
  expect(await again.call('boards.save', { id: broken.id, title: '缺损', units: [place('安徽省/淮北市')], rows: [grid] })).toMatchObject({ damaged: false })
})
