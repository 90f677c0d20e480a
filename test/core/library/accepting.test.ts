import { describe, expect, it } from 'vitest'
import { EntryId } from '../../../electron/contract/entry.ts'
import { accept, acceptAbove, edit, remove, restore, surelyPending, undo, type Library } from '../../../electron/core/library/index.ts'
import { batch, entriesOf, importTexts, library } from './imported.ts'

const waiting = (opened: Library): readonly string[] => opened.reads.batches.pending(0, 200).items.map(({ entry }) => entry.title)
const idsOf = async (opened: Library, texts: Readonly<Record<string, readonly string[]>>): Promise<EntryId[]> => entriesOf(await importTexts(opened, texts)).map(({ id }) => id)
const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })

describe('what an import brings in waits for a person', () => {
  it('in the order of files and articles, a page at a time', async () => {
    const opened = await library()
    await idsOf(opened, { '甲.txt': ['第一篇。', '第二篇。'], '乙.txt': ['第三篇。'] })
    expect(opened.reads.batches.pending(1, 1)).toMatchObject({ total: 3, items: [{ batch, n: 1, file: '甲.txt', entry: { title: '甲之2', ordinal: 2, review: 'pending', present: true } }] })
    expect([opened.reads.batches.pending(0, 0), waiting(opened)]).toEqual([{ total: 3, items: [] }, ['甲之1', '甲之2', '乙之1']])
  })

  it('until it is accepted; one undo takes all of it back, another does it again', async () => {
    const opened = await library()
    const [first, second, third] = await idsOf(opened, { '甲.txt': ['第一篇。', '第二篇。'], '乙.txt': ['第三篇。'] })
    if (!first || !second || !third) throw new Error('not imported')
    const done = accept(opened, [first, second, first])
    expect([done.ids, waiting(opened)]).toEqual([[first, second], ['乙之1']])
    expect(accept(opened, [first]).ids).toEqual([])
    expect([undo(opened, done.undo), waiting(opened)]).toEqual([{ label: '甲之1', ids: [first, second], left: 0, lost: [] }, ['甲之1', '甲之2', '乙之1']])
    const [undone] = opened.reads.history.ofEntry(first)
    expect(undone).toMatchObject({ action: 'undo', label: 'pending', revision: 1 })
    undo(opened, undone?.id ?? '')
    expect(waiting(opened)).toEqual(['乙之1'])
  })

  it('is none the less an entry: an edit leaves it waiting, the trash hides it, its text never changes by accepting', async () => {
    const opened = await library()
    const [first, second] = await idsOf(opened, { '甲.txt': ['第一篇。', '第二篇。'] })
    if (!first || !second) throw new Error('not imported')
    edit(opened, first, 1, { title: '改过' }, () => [])
    const before = opened.reads.entries.stored(first)
    remove(opened, [second])
    expect([waiting(opened), accept(opened, [first, second]).ids]).toEqual([['改过'], [first]])
    expect(opened.reads.entries.stored(first)).toEqual({ ...before, review: 'accepted' })
    restore(opened, [second])
    expect(waiting(opened)).toEqual(['甲之2'])
    expect(() => accept(opened, [EntryId.parse('0'.repeat(26))])).toThrow(code('NO_SUCH_ENTRY'))
  })

  it('is accepted by how sure it is, in one batch or in all', async () => {
    const opened = await library()
    const ids = await idsOf(opened, { '甲.txt': ['第一篇。', '第二篇。', '第三篇。'] })
    ids.forEach((id, i) => opened.connection.db.prepare('UPDATE entry SET confidence = ? WHERE id = ?').run([0.9, 0.5, 0.7][i], id))
    expect([surelyPending(opened, batch, 0.7).length, surelyPending(opened, null, 0.95).length]).toEqual([2, 0])
    const done = acceptAbove(opened, batch, 0.7)
    expect([done.ids, waiting(opened)]).toEqual([[ids[0], ids[2]], ['甲之2']])
    undo(opened, done.undo)
    expect(waiting(opened)).toEqual(['甲之1', '甲之2', '甲之3'])
    expect(acceptAbove(opened, null, 0).ids.length).toBe(3)
  })
})
