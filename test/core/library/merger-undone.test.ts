/** A merger that is taken back, and that is taken back again: where the entries are, and what people decided about them. */
import { expect, it } from 'vitest'
import { create, decide, joinHalves, mergeStories, remove, restore, undo } from '../../../electron/core/library/index.ts'
import { storeHalves } from './halves.ts'
import { library } from './imported.ts'
import { grid, police, rulesWith } from './practice-rules.ts'
import { body, li, words, written } from './written.ts'

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
