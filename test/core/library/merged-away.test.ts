import { describe, expect, it } from 'vitest'
import { addPassage, create, decide, edit, emptyTrash, findEntries, mergeStories, remove, restore, undo } from '../../../electron/core/library/index.ts'
import { grid, mediation } from './practice-rules.ts'
import { body, li, take, wang, words, written } from './written.ts'

/** The same story under another title, with a beginning of its own. */
const repost = `转来的一篇。\n${body}`

/** A library that keeps the text and has merged the repost into it. */
async function merging(hour: number) {
  const b = await written(hour, body, '留下的一篇')
  const gone = create(b.opened, '一则手记', repost, words)
  const { undo: token } = mergeStories(b.opened, b.id, gone.id, wang)
  return { ...b, gone, token }
}

describe('judgements on an entry that was merged away here', () => {
  it('are about the one that was kept: decisions as they are, passages where their words stand', async () => {
    const a = await written(8, repost)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const at = repost.indexOf('老马调解室')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: at, end: at + 5 })
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 0, end: 6 })
    const b = await merging(9)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.seq, same: false }])
    const { tally } = await take(b.opened, a.line())
    expect([tally.fresh, b.shown()[0]]).toEqual([3, 'grid rejected ←李敏:rejected'])
    expect(b.opened.reads.practices.passages(b.seq).map(({ quote, lost, span }) => [quote, lost, lost ? null : span.start])).toEqual([['转来的一篇。', true, null], ['老马调解室', false, body.indexOf('老马调解室')]])
  })

  it('are about it also when it was edited there, or erased here for good', async () => {
    const a = await written(8, repost)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    edit(a.opened, a.id, 1, { body: `先说一句。\n${repost}` }, words)
    const b = await merging(9)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.seq, same: false }])
    await emptyTrash(b.opened, null)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.seq, same: false }])
  })

  it('are about itself once it is back, and about nothing where the one that was kept is in the trash', async () => {
    const a = await written(8, repost)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const b = await merging(9)
    undo(b.opened, b.token)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: b.gone.seq, same: true }])
    const c = await merging(10)
    remove(c.opened, [c.id])
    expect(findEntries(c.opened, [a.line()])).toEqual([null])
    restore(c.opened, [c.gone.id])
    expect(findEntries(c.opened, [a.line()])).toEqual([{ seq: c.gone.seq, same: true }])
  })

  it('stay with the one that was kept when their import is undone after the merger, which is told; they go when the merger is undone', async () => {
    const a = await written(8)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    addPassage(a.opened, { id: a.id, practice: mediation, by: li }, 1, { start: 10, end: 15 })
    const b = await written(9)
    const kept = create(b.opened, '留下的一篇', body, words)
    const { undo: imported } = await take(b.opened, { ...a.line(), title: '一则手记' })
    const said = (seq: number): number => b.opened.reads.practices.decisions(seq).length + b.opened.reads.practices.passages(seq).length
    expect([said(b.seq), said(kept.seq)]).toEqual([2, 0])
    const { undo: merged } = mergeStories(b.opened, kept.id, b.id, wang)
    expect([undo(b.opened, imported).left, said(b.seq), said(kept.seq)]).toEqual([2, 0, 2])
    undo(b.opened, merged)
    expect([said(b.seq), said(kept.seq)]).toEqual([0, 0])
  })

  it('go on to the one that it was merged into in the end; another text of its title is another text', async () => {
    const a = await written(8, repost)
    decide(a.opened, { id: a.id, practice: grid, by: li }, 'rejected')
    const b = await merging(9)
    const last = create(b.opened, '最后一篇', `${body}\n完。`, words)
    mergeStories(b.opened, last.id, b.id, wang)
    expect(findEntries(b.opened, [a.line()])).toEqual([{ seq: last.seq, same: false }])
    const other = await written(11, `社区推行警网融合。\n${'别的事另有一篇文章来讲，与前面毫不相干。'.repeat(20)}`)
    decide(other.opened, { id: other.id, practice: grid, by: li }, 'rejected')
    expect(findEntries(b.opened, [other.line()])).toEqual([null])
  })
})
