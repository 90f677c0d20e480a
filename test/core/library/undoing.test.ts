import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { addFact, create, edit, remove, restore, switchNotice, undo, type Library } from '../../../electron/core/library/index.ts'
import { entriesOf, importTexts, library } from './imported.ts'

const words = (title: string): readonly string[] => [title.slice(0, 2)]
const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })
const state = (opened: Library, id: EntryId) => opened.reads.entries.stored(id)?.state

async function oneEntry(): Promise<{ readonly opened: Library; readonly id: EntryId }> {
  const opened = await library()
  const [entry] = entriesOf(await importTexts(opened, { '甲.txt': ['第一段。\n第二段。'] }))
  if (!entry) throw new Error('not imported')
  return { opened, id: entry.id }
}

describe('an edit', () => {
  it('is one revision with one row of history, and its undo brings the former state back exactly', async () => {
    const { opened, id } = await oneEntry()
    const before = state(opened, id)
    const { entry, undo: token } = edit(opened, id, 1, { title: '新标题', body: '只剩一段。', date: '2022-09' }, words)
    expect([entry.revision, entry.state.title, entry.state.body, entry.state.keywords]).toEqual([2, '新标题', '只剩一段。', ['新标']])
    expect(undo(opened, token)).toEqual({ label: '新标题', ids: [id], left: 0, lost: [] })
    expect(state(opened, id)).toEqual(before)
    expect(opened.reads.history.ofEntry(id).map(({ action, label, revision }) => [action, label, revision])).toEqual([['undo', 'edit', 3], ['edit', 'title,body,date', 2], ['import', '甲.txt', 1]])
  })

  it('that is undone tells which words of people do not stand in the text that comes back, and they wait', async () => {
    const { opened, id } = await oneEntry()
    const { undo: token } = edit(opened, id, 1, { body: '第一段。\n第二段。\n第三段是后来写的。' }, words)
    addFact(opened, { id, by: '李敏' }, 2, { start: 10, end: 13 }, { kind: 'limit', of: { name: '人手' } })
    expect(undo(opened, token)).toMatchObject({ left: 0, lost: [{ what: 'fact', label: '人手', quote: '第三段' }] })
    expect(undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')).toMatchObject({ lost: [] })
    expect(opened.reads.facts.decisions(opened.reads.entries.stored(id)?.seq ?? 0).map(({ lost, span }) => [lost, span.start])).toEqual([[false, 10]])
  })

  it('of an older revision than the present one is refused', async () => {
    const { opened, id } = await oneEntry()
    edit(opened, id, 1, { title: '甲' }, words)
    expect(() => edit(opened, id, 1, { title: '乙' }, words)).toThrow('这个条目在别处已被修改')
    expect(state(opened, id)?.title).toBe('甲')
  })

  it('of an entry in the trash, or of none, is refused', async () => {
    const { opened, id } = await oneEntry()
    remove(opened, [id])
    expect(() => edit(opened, id, 1, { title: '乙' }, words)).toThrow(code('NO_SUCH_ENTRY'))
  })

  it('after edit can be taken back step by step, but not out of turn', async () => {
    const { opened, id } = await oneEntry()
    const first = edit(opened, id, 1, { title: '一' }, words)
    const second = edit(opened, id, 2, { title: '二' }, words)
    expect(() => undo(opened, first.undo)).toThrow(code('STALE_REVISION'))
    undo(opened, second.undo)
    expect(() => undo(opened, second.undo)).toThrow(code('STALE_REVISION'))
    undo(opened, first.undo)
    expect([state(opened, id)?.title, opened.reads.entries.stored(id)?.revision]).toEqual(['甲之1', 5])
  })

  it('that was undone can be done again', async () => {
    const { opened, id } = await oneEntry()
    undo(opened, edit(opened, id, 1, { title: '新' }, words).undo)
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(state(opened, id)?.title).toBe('新')
  })
})

describe('the trash', () => {
  it('takes an entry and gives it back as it was', async () => {
    const { opened, id } = await oneEntry()
    const before = state(opened, id)
    const { undo: token } = remove(opened, [id, id])
    expect([opened.reads.entries.counts().entries, opened.reads.entries.trash().map(({ entry }) => entry.id)]).toEqual([0, [id]])
    undo(opened, token)
    expect([state(opened, id), opened.reads.entries.counts().entries]).toEqual([before, 1])
    remove(opened, [id])
    expect(restore(opened, [id]).ids).toEqual([id])
    undo(opened, opened.reads.history.ofEntry(id)[0]?.id ?? '')
    expect(opened.reads.entries.counts().entries).toBe(0)
  })

  it('leaves everything alone when one of the ids is unknown', async () => {
    const { opened, id } = await oneEntry()
    expect(() => remove(opened, [id, '0'.repeat(26) as EntryId])).toThrow(code('NO_SUCH_ENTRY'))
    expect(opened.reads.entries.counts().entries).toBe(1)
  })
})

it('an entry of one’s own is written, and undoing that puts it into the trash', async () => {
  const opened = await library()
  const entry = create(opened, '走访记', '第一段。\r\n\r\n第二段。', words)
  expect([entry.origin, entry.original, entry.state.body, entry.state.absent.date, entry.state.keywords]).toEqual(['written', null, '第一段。\n第二段。', 'not-checked', ['走访']])
  undo(opened, opened.reads.history.ofEntry(entry.id)[0]?.id ?? '')
  expect(opened.reads.entries.trash().map(({ entry: item }) => item.title)).toEqual(['走访记'])
})

it('a change that history does not know is refused', async () => {
  const { opened } = await oneEntry()
  expect(() => undo(opened, '01JZZZZZZZZZZZZZZZZZZZZZZZ')).toThrow('这一步已不在历史里')
})

it('an unknown notice is refused, and nothing is written', async () => {
  const { opened, id } = await oneEntry()
  expect(() => switchNotice(opened, id, 'x', false, false, words)).toThrow(code('NO_SUCH_NOTICE'))
  expect(opened.reads.entries.stored(id)?.revision).toBe(1)
})
