/** A merger that is taken back, and that is taken back again: where the entries are, and what people decided about them. */
import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { accept, addPassage, create, decide, edit, joinHalves, mergeStories, remove, restore, undo, type Library } from '../../../electron/core/library/index.ts'
import { storeHalves } from './halves.ts'
import { library } from './imported.ts'
import { grid, mediation, police, rulesWith } from './practice-rules.ts'
import { body, li, wang, words, written } from './written.ts'

it('is not made again into an entry that lies in the trash: both would be gone from the library', async () => {
  const { opened, id, seq } = await written(8)
  const other = create(opened, '转来的一篇', body, words)
  decide(opened, { id: other.id, practice: grid, by: li }, 'rejected')
  undo(opened, mergeStories(opened, id, other.id, li).undo)
  const again = opened.reads.history.ofEntry(id)[0]?.id ?? ''
  remove(opened, [id])
  expect(() => undo(opened, again)).toThrow('留下的那一篇已在回收站里；请先从回收站恢复它，再重新合并')
  expect(opened.reads.entries.stored(other.id)?.removedAt).toBeNull()
  restore(opened, [id])
  undo(opened, again)
  expect([opened.reads.entries.stored(other.id)?.removedAt === null, opened.reads.practices.decisions(seq).map(({ by, decision }) => [by, decision])]).toEqual([false, [[li, 'rejected']]])
})

it('nor are halves joined again into a first one that lies in the trash', async () => {
  const { opened } = await written(8)
  const [first, second] = await storeHalves(opened)
  undo(opened, joinHalves(opened, first, second, li, words).undo)
  const again = opened.reads.history.ofEntry(first)[0]?.id ?? ''
  remove(opened, [first])
  expect(() => undo(opened, again)).toThrow('留下的上半篇已在回收站里；请先从回收站恢复它，再重新合并')
  expect(opened.reads.entries.stored(second)?.removedAt).toBeNull()
})

it('leaves what a person said of two practices that are one by now as two words, for the day on which they are two again', async () => {
  let minute = 0
  const rules = { ...rulesWith('r1', [[grid, ['警网']]]), aliasOf: () => grid }
  const opened = await library({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minute++)), rules: () => rules })
  const [kept, gone] = [create(opened, '一则手记', body, words), create(opened, '转来的一篇', body, words)]
  opened.connection.write(() => opened.writes.practices.decide(kept.seq, { practice: police, decision: 'rejected', by: li, at: '2026-11-22T07:00:00.000Z', came: false, settles: false }))
  decide(opened, { id: gone.id, practice: grid, by: li }, 'confirmed')
  mergeStories(opened, kept.id, gone.id, li)
  expect(opened.reads.practices.decisions(kept.seq).map(({ practice, decision }) => [practice, decision])).toEqual([[police, 'rejected'], [grid, 'confirmed']])
})

it('leaves nothing behind that says that one stands for the other; made again, it says so again, with the same name and day', async () => {
  const { opened, id, seq } = await written(8)
  const [gone, inside] = [create(opened, '转来的一篇', body, words), create(opened, '再转的一篇', body, words)]
  const origins = () => opened.reads.stories.origins(seq).map(({ title, mergedAt, by }) => [title, mergedAt, by])
  const again = () => undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
  mergeStories(opened, gone.id, inside.id, wang)
  const { undo: token } = mergeStories(opened, id, gone.id, li)
  const both = origins()
  expect(both.map(([title, , by]) => [title, by])).toEqual([['再转的一篇', wang], ['转来的一篇', li]])
  undo(opened, token)
  remove(opened, [gone.id])
  expect(origins()).toEqual([])
  restore(opened, [gone.id])
  again()
  expect(origins()).toEqual(both)
  again()
  expect([opened.reads.entries.stored(gone.id)?.removedAt, opened.reads.entries.stored(inside.id)?.removedAt === null]).toEqual([null, false])
  remove(opened, [gone.id])
  expect(origins()).toEqual([])

  const [first, second] = await storeHalves(opened)
  const ofFirst = () => opened.reads.stories.origins(opened.reads.entries.stored(first)?.seq ?? 0).map(({ id: former, by }) => [former, by])
  undo(opened, joinHalves(opened, first, second, li, words).undo)
  remove(opened, [second])
  expect(ofFirst()).toEqual([])
  restore(opened, [second])
  undo(opened, opened.reads.history.ofEntry(first)[0]?.id ?? '')
  expect(ofFirst()).toEqual([[second, li]])
})

it('tells again what could not go along when the undo is taken back', async () => {
  const { opened, id } = await written(8)
  const gone = create(opened, '转来的一篇', `转来的一篇。\n${body}`, words)
  addPassage(opened, { id: gone.id, practice: mediation, by: li }, 1, { start: 0, end: 6 })
  const { lost, undo: token } = mergeStories(opened, id, gone.id, li)
  expect(lost).toEqual([{ what: 'passage', label: '“调解品牌”的依据', quote: '转来的一篇。' }])
  expect(undo(opened, token).lost).toEqual([])
  expect(undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '').lost).toEqual(lost)
})

describe('the shelf life of an entry that becomes part of another', () => {
  const shelf = (opened: Library, id: EntryId): string => `${opened.reads.entries.stored(id)?.state.status ?? ''} ${opened.reads.entries.stored(id)?.state.reviewBy ?? '–'}`

  it('goes along where nobody has said anything of the kept one, and comes back with the undo', async () => {
    const { opened, id } = await written(8)
    const gone = create(opened, '转来的一篇', body, words)
    edit(opened, gone.id, 1, { status: 'retired', reviewBy: '2026-12-01' }, words)
    const own = edit(opened, id, 1, { title: '改过的题目' }, words).undo
    const { lost, undo: token } = mergeStories(opened, id, gone.id, li)
    expect([lost, shelf(opened, id)]).toEqual([[], 'retired 2026-12-01'])
    expect(undo(opened, token).left).toBe(0)
    expect([shelf(opened, id), shelf(opened, gone.id)]).toEqual(['active –', 'retired 2026-12-01'])
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(shelf(opened, id)).toBe('retired 2026-12-01')
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    // What was done before the merger can be taken back as before it.
    undo(opened, own)
    expect([shelf(opened, id), opened.reads.entries.stored(id)?.state.title]).toEqual(['active –', '一则手记'])
  })

  it('is told where the kept one has its own; what somebody has said since stays', async () => {
    const { opened, id } = await written(8)
    const gone = create(opened, '转来的一篇', body, words)
    edit(opened, gone.id, 1, { status: 'retired', reviewBy: '2026-12-01' }, words)
    edit(opened, id, 1, { status: 'recheck', reviewBy: '2027-01-01' }, words)
    const { lost } = mergeStories(opened, id, gone.id, li)
    expect([lost.map(({ what, label }) => [what, label]), shelf(opened, id)]).toEqual([
      [['shelf', '使用状态“停用”：留下的一篇已标为“待核”'], ['shelf', '复核日期 2026-12-01：留下的一篇定在 2027-01-01']],
      'recheck 2027-01-01',
    ])
    const [kept, other] = [create(opened, '第三篇', body, words), create(opened, '第四篇', body, words)]
    edit(opened, other.id, 1, { status: 'retired' }, words)
    const { undo: token } = mergeStories(opened, kept.id, other.id, li)
    edit(opened, kept.id, 2, { status: 'recheck' }, words)
    expect([undo(opened, token).left, shelf(opened, kept.id)]).toEqual([1, 'recheck –'])
  })

  it('goes along with the second half of an article, too; that somebody has looked at it is told', async () => {
    const { opened } = await written(8)
    const [first, second] = await storeHalves(opened)
    edit(opened, second, 1, { status: 'recheck', reviewBy: '2026-12-01' }, words)
    accept(opened, [second])
    const { lost, undo: token } = joinHalves(opened, first, second, li, words)
    expect([lost.map(({ label }) => label), shelf(opened, first)]).toEqual([['收录：留下的一篇还没有人核对，仍在待核对里'], 'recheck 2026-12-01'])
    undo(opened, token)
    expect([shelf(opened, first), shelf(opened, second)]).toEqual(['active –', 'recheck 2026-12-01'])
  })
})
