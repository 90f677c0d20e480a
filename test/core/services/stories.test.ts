import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openLibrary } from '../../../electron/core/library/index.ts'
import { LANTERN_LANE, WELL_SQUARE } from '../../fixtures/stories/texts.ts'
import { openedCore } from './opened.ts'

async function open(folder?: string, now?: () => Date) {
  const { core, call, folder: at } = await openedCore({ folder, now })
  const paste = async (text: string, name = '粘贴.txt'): Promise<EntryId> => {
    const { id } = await call('import.paste', { text, name })
    for (;;) {
      const { batch, files } = await call('import.files', { id, offset: 0, limit: 10 })
      const entry = files[0]?.entries[0]?.id
      if (batch.state !== 'running' && entry) return entry
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return { folder: at, core, call, paste }
}

const REPOST = `老巷议事有新招\n\n${LANTERN_LANE.split('\n').slice(1, 5).join('\n')}`
const by = '沈知行'

describe('an import', () => {
  it('finds the repost under another title, and nothing else', async () => {
    const { call, paste } = await open()
    const [first, other, repost] = [await paste(LANTERN_LANE), await paste(WELL_SQUARE), await paste(REPOST)]
    const { total, pairs } = await call('stories.open', { offset: 0, limit: 10 })
    expect([total, pairs.map(({ older, newer, same }) => [older.id, newer.id, same])]).toEqual([1, [[first, repost, false]]])
    expect(pairs[0]?.contained).toBe(1)
    expect(await call('stories.waiting', { ids: [repost, other] })).toEqual([{ id: repost, other: first, title: '灯笼巷：一盏灯照亮一张网', contained: 1, same: false }])
    expect((await call('stories.of', { id: first })).others.map(({ entry, separate }) => [entry.id, separate])).toEqual([[repost, false]])
    expect(await call('stories.of', { id: other })).toEqual({ others: [], origins: [] })
  })

  it('does not offer the cases of one file to each other', async () => {
    const { call, paste } = await open()
    const story = LANTERN_LANE.split('\n').slice(1).join('\n')
    await paste(['灯笼巷', '另一条巷', '第三条巷', '第四条巷'].map((lane, n) => `# 案例${['一', '二', '三', '四'][n] ?? ''}：${lane}点灯议事\n\n${story}`).join('\n\n'), '案例集.md')
    const { files } = await call('import.files', { id: (await call('import.batches', {}))[0]?.id ?? ('' as never), offset: 0, limit: 1 })
    expect((await call('stories.open', { offset: 0, limit: 10 })).total).toBe(0)
    expect(files[0]?.entries.length).toBe(4)
  })

  it('finds it in a library that was made before there were fingerprints', async () => {
    const before = await open()
    const [first, repost] = [await before.paste(LANTERN_LANE), await before.paste(REPOST)]
    await before.core.close()
    const library = await openLibrary(before.folder)
    library.connection.db.exec('DELETE FROM story_print; DELETE FROM story_pair')
    expect(library.connection.db.prepare('SELECT count(*) AS n FROM story_band').get()).toEqual({ n: 0 })
    await library.close()
    const { call } = await open(before.folder)
    for (let pairs: unknown[] = []; pairs.length === 0; ) {
      const found = await call('stories.open', { offset: 0, limit: 10 })
      pairs = found.pairs.map(({ older, newer }) => [older.id, newer.id])
      if (pairs.length > 0) expect(pairs).toEqual([[first, repost]])
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
})

describe('two that tell the same', () => {
  it('become one, with both origins kept, and two again by undo', async () => {
    const { call, paste } = await open()
    const [first, repost] = [await paste(LANTERN_LANE), await paste(REPOST)]
    const { undo } = await call('stories.merge', { keep: first, other: repost, by })
    expect((await call('stories.of', { id: first }))).toMatchObject({ others: [], origins: [{ id: repost, title: '老巷议事有新招', file: '粘贴.txt', by }] })
    expect((await call('trash.list', {})).map(({ entry }) => entry.id)).toEqual([repost])
    expect((await call('stories.open', { offset: 0, limit: 10 })).total).toBe(0)
    await call('history.undo', { undo })
    expect((await call('stories.of', { id: first }))).toMatchObject({ others: [{ entry: { id: repost } }], origins: [] })
  })

  it('keep the origin when the trash is emptied, and its file in the library', async () => {
    const { call, paste, core, folder } = await open()
    const [first, repost] = [await paste(LANTERN_LANE), await paste(REPOST)]
    await call('stories.merge', { keep: first, other: repost, by })
    expect(await call('trash.empty', { ids: null })).toEqual({ erased: 1 })
    expect((await call('stories.of', { id: first })).origins.map(({ id, title }) => [id, title])).toEqual([[repost, '老巷议事有新招']])
    expect((await call('library.check', {})).ok).toBe(true)
    await core.close()
    const library = await openLibrary(folder)
    onTestFinished(() => library.close())
    expect(library.reads.documents.hashes()).toHaveLength(2)
  })

  it('take along what was merged into them before', async () => {
    const { call, paste } = await open()
    const [first, second, third] = [await paste(LANTERN_LANE), await paste(REPOST), await paste(`${LANTERN_LANE}\n（街道平安办供稿）`)]
    await call('stories.merge', { keep: second, other: third, by })
    await call('stories.merge', { keep: first, other: second, by })
    expect((await call('stories.of', { id: first })).origins.map(({ id }) => id).sort()).toEqual([second, third].sort())
  })

  it('take along what people decided, and give it back by undo', async () => {
    const { call, paste } = await open()
    const [first, repost] = [await paste(LANTERN_LANE), await paste(REPOST)]
    const settled = () => vi.waitFor(async () => {
      expect((await call('practices.tagging', {})).state).toBe('ready')
      expect((await call('facts.extracting', {})).state).toBe('ready')
    }, { timeout: 20_000, interval: 5 })
    await settled()
    const party = PracticeId.parse('party')
    const here = await call('entries.get', { id: first })
    const there = await call('entries.get', { id: repost })
    const words = here.body.slice(here.body.indexOf('。') + 1).trimStart().slice(0, 12)
    const at = (body: string) => ({ start: body.indexOf(words), end: body.indexOf(words) + words.length })
    const label = (await call('labels.put', { id: null, label: { name: '点灯', parent: null, colour: 'teal', definition: '', counts: [], countsNot: [] }, by })).label.id
    await call('practices.decide', { id: first, practice: party, decision: 'confirmed', by: '王芳' }).catch(() => null)
    await call('practices.decide', { id: repost, practice: party, decision: 'rejected', by })
    await call('practices.addPassage', { id: repost, revision: there.revision, practice: party, span: at(there.body), by: '赵强' })
    await call('labels.addPassage', { id: repost, revision: there.revision, label, span: at(there.body), by })
    await call('facts.add', { id: repost, revision: there.revision, span: at(there.body), value: { kind: 'limit', of: { name: words } }, by })
    const before = await call('entries.get', { id: first })
    const { undo } = await call('stories.merge', { keep: first, other: repost, by })
    const merged = await call('entries.get', { id: first })
    const tag = merged.practices.find(({ id }) => id === party)
    expect(tag?.judgements.map((one) => `${one.by} ${one.decision}`)).toEqual(expect.arrayContaining([`${by} rejected`, '赵强 confirmed']))
    expect(tag?.evidence.filter(({ passage }) => passage !== null).map(({ start, end, text }) => [start, end, text])).toEqual([[at(here.body).start, at(here.body).end, words]])
    expect((await call('labels.ofEntry', { id: first })).map(({ text, start, by: whose }) => [text, start, whose])).toEqual([[words, at(here.body).start, by]])
    expect(merged.facts.limits.filter(({ basis }) => basis === 'user').map(({ text, state, decided }) => [text, state, decided?.by])).toEqual([[words, 'confirmed', by]])
    expect((await call('entries.history', { id: first }))[0]?.action).toBe('merge')

    // What somebody has said anew meanwhile stays.
    await call('practices.decide', { id: first, practice: party, decision: null, by })
    expect(await call('history.undo', { undo })).toMatchObject({ left: 1 })
    const back = await call('entries.get', { id: first })
    expect([back.practices, back.facts]).toEqual([before.practices, before.facts])
    expect(await call('labels.ofEntry', { id: first })).toEqual([])
    expect((await call('labels.ofEntry', { id: repost })).map(({ text }) => text)).toEqual([words])
    expect((await call('entries.get', { id: repost })).practices.find(({ id }) => id === party)?.judgements).toHaveLength(2)

    // The undo can be taken back, too, and again.
    const [again] = await call('entries.history', { id: first })
    await call('history.undo', { undo: again?.id ?? '' })
    expect([(await call('trash.list', {})).map(({ entry }) => entry.id), (await call('labels.ofEntry', { id: first })).length]).toEqual([[repost], 1])
    const [more] = await call('entries.history', { id: first })
    await call('history.undo', { undo: more?.id ?? '' })
    expect([await call('trash.list', {}), await call('labels.ofEntry', { id: first })]).toEqual([[], []])
  })

  it('tell which words of people do not stand in the one that is kept, and whose word a newer one of theirs replaced', async () => {
    let second = 0
    const { call, paste } = await open(undefined, () => new Date(Date.UTC(2026, 10, 22, 8, 0, second++)))
    const [first, repost] = [await paste(LANTERN_LANE), await paste(`${REPOST}\n（街道平安办供稿）`)]
    const party = PracticeId.parse('party')
    const add = async (id: EntryId, words: string) => {
      const { revision, body } = await call('entries.get', { id })
      await call('practices.addPassage', { id, revision, practice: party, span: { start: body.indexOf(words), end: body.indexOf(words) + words.length }, by: '赵强' })
    }
    await add(repost, '街道平安办供稿')
    await add(repost, '灯')
    await add(first, '灯')
    await call('practices.decide', { id: first, practice: party, decision: 'confirmed', by })
    await call('practices.decide', { id: repost, practice: party, decision: 'rejected', by })
    const { carried, lost, undo } = await call('stories.merge', { keep: first, other: repost, by })
    expect([carried, lost]).toEqual([1, [{ what: 'word', label: `${by}对“党建引领”的前一次判断`, quote: '' }, { what: 'passage', label: '“党建引领”的依据', quote: '街道平安办供稿' }]])
    expect(await call('history.undo', { undo })).toMatchObject({ left: 0 })
    expect((await call('entries.get', { id: first })).practices.find(({ id }) => id === party)).toMatchObject({ state: 'confirmed', judgements: [{ by, decision: 'confirmed' }, { by: '赵强' }] })

    // Done again, it takes along what was said of the other meanwhile.
    await call('practices.decide', { id: repost, practice: party, decision: 'rejected', by: '王芳' })
    await call('history.undo', { undo: (await call('entries.history', { id: first }))[0]?.id ?? '' })
    expect((await call('entries.get', { id: first })).practices.find(({ id }) => id === party)?.judgements.map((one) => `${one.by} ${one.decision}`)).toEqual(expect.arrayContaining([`${by} rejected`, '王芳 rejected', '赵强 confirmed']))
  })

  it('stay one when what was merged is gone for ever', async () => {
    const { call, paste } = await open()
    const [first, repost] = [await paste(LANTERN_LANE), await paste(REPOST)]
    const { undo } = await call('stories.merge', { keep: first, other: repost, by })
    await call('trash.empty', { ids: null })
    await expect(call('history.undo', { undo })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('已从回收站彻底删除') })
  })

  it('are kept apart when somebody says so, until it is taken back', async () => {
    const { call, paste } = await open()
    const [first, repost] = [await paste(LANTERN_LANE), await paste(REPOST)]
    await call('stories.separate', { a: repost, b: first, by })
    expect((await call('stories.open', { offset: 0, limit: 10 })).total).toBe(0)
    expect(await call('stories.waiting', { ids: [repost] })).toEqual([])
    expect((await call('stories.of', { id: repost })).others.map(({ entry, separate }) => [entry.id, separate])).toEqual([[first, true]])
    await call('stories.reopen', { a: first, b: repost })
    expect((await call('stories.open', { offset: 0, limit: 10 })).total).toBe(1)
  })

  it('are refused where there is nothing to decide', async () => {
    const { call, paste } = await open()
    const [first, other] = [await paste(LANTERN_LANE), await paste(WELL_SQUARE)]
    await expect(call('stories.separate', { a: first, b: other, by })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: '输入不符合要求：这两个条目没有被识别为同源' })
    await expect(call('stories.merge', { keep: first, other: first, by })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await call('entries.remove', { ids: [other] })
    await expect(call('stories.merge', { keep: first, other, by })).rejects.toMatchObject({ code: 'NO_SUCH_ENTRY' })
  })
})
