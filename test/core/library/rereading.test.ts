import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import type { EntryChange } from '../../../electron/contract/library.ts'
import type { PreparedFile } from '../../../electron/core/jobs/prepared.ts'
import { addFact, addPassage, check, decide, edit, emptyTrash, planReread, remove, storeFiles, storeReread, tagStale, undo, wholeEntry, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { batch, library } from './imported.ts'
import { grid, mediation, rulesWith } from './practice-rules.ts'
import { beginning, pictured, preparedFile } from './prepared.ts'

const none = (): readonly string[] => []
const code = (name: string) => expect.objectContaining({ fault: expect.objectContaining({ code: name }) })

const TEXTS = ['第一篇：网格员上门。', '第二篇：坐下来谈。', '第三篇：物业进场。']
const WHOLE = TEXTS.join('\n\n')

/** The same file, divided elsewhere: `texts` are the articles, joined as before they are the file. */
function divided(texts: readonly string[], change: Partial<PreparedFile> = {}): PreparedFile {
  const { prepared } = preparedFile('甲.txt', texts)
  const { prepared: file } = preparedFile('甲.txt', TEXTS)
  return { ...prepared, sha256: file.sha256, bytes: file.bytes, options: { ...BY_RULES, boundaries: prepared.boundaries.map(({ at }) => at) }, ...change }
}

async function filled(): Promise<{ readonly opened: Library; readonly ids: readonly string[] }> {
  const opened = await library({ rules: () => rulesWith('r1') })
  await storeFiles(opened, batch, [{ n: 1, ...preparedFile('甲.txt', TEXTS) }])
  tagStale(opened, 0, 1000)
  return { opened, ids: opened.reads.batches.file(batch, 1)?.entries.map(({ id }) => id) ?? [] }
}
const documentOf = (opened: Library): number => opened.reads.batches.file(batch, 1)?.document ?? 0
const read = (opened: Library, prepared: PreparedFile, after = WHOLE) => storeReread(opened, { document: documentOf(opened), prepared, before: WHOLE, after }, { action: 'reread', history: null, keywordsOf: none })
const entryOf = (opened: Library, id: string | undefined) => {
  const stored = opened.reads.entries.stored(id ?? '')
  if (stored === null) throw new Error('no such entry')
  return wholeEntry(opened, stored)
}
const bodies = (opened: Library): readonly (readonly [string, string])[] => opened.reads.batches.file(batch, 1)?.entries.filter(({ present }) => present).map(({ id }) => [id, entryOf(opened, id).body]) ?? []
/** Everything a person can see of the library, revisions and times of change apart. */
const picture = (opened: Library) => opened.reads.entries.page(0).filter(({ removedAt }) => removedAt === null).map((stored) => ({ ...wholeEntry(opened, stored), revision: 0, updatedAt: '' }))

describe('a file that is read again', () => {
  it('keeps its entries, adds what is new, and puts what is gone into the trash; one undo takes it back, another does it again', async () => {
    const { opened, ids } = await filled()
    const before = picture(opened)
    const done = await read(opened, divided([`${TEXTS[0]}\n${TEXTS[1]}`, '第三篇：', '物业进场。']))
    expect(bodies(opened)).toEqual([[ids[0], `${TEXTS[0]}\n${TEXTS[1]}`], [done.added[0], '第三篇：'], [ids[2], '物业进场。']])
    expect([done.plan.gone.map(({ id }) => id), done.changed, opened.reads.entries.trash().map(({ entry }) => entry.id)]).toEqual([[ids[1]], [ids[0], ids[2]], [ids[1]]])
    expect(opened.reads.documents.get(documentOf(opened))).toMatchObject({ options: { boundaries: [0, 22, 28] }, boundaries: [{ at: 0 }, { at: 22 }, { at: 28 }] })
    const after = picture(opened)
    undo(opened, done.history ?? '')
    expect([picture(opened), documentOf(opened)]).toEqual([before, 1])
    const [back] = opened.reads.history.ofEntry(ids[0] ?? '')
    expect(back).toMatchObject({ action: 'undo', label: 'reread' })
    undo(opened, back?.id ?? '')
    expect([picture(opened), documentOf(opened)]).toEqual([after, 2])
    expect((await check(opened)).map(({ ok }) => ok)).toEqual([true, true, true, true])
  })

  it('that says the same changes nothing but the version of the rules it was cleaned by', async () => {
    const { opened } = await filled()
    const before = picture(opened)
    const { history } = await read(opened, divided(TEXTS, { options: BY_RULES, cleaner: 9 }))
    expect([history, picture(opened), documentOf(opened)]).toEqual([null, before, 1])
  })

  it('tells what people said of an entry that goes, which keeps it in the trash', async () => {
    const { opened, ids } = await filled()
    const [, second] = opened.reads.entries.storedMany([1, 2])
    if (!second) throw new Error('not imported')
    addPassage(opened, { id: second.id, practice: mediation, by: '王芳' }, 1, { start: 4, end: 9 })
    decide(opened, { id: second.id, practice: mediation, by: '李敏' }, 'rejected')
    addFact(opened, { id: second.id, by: '李敏' }, 1, { start: 4, end: 7 }, { kind: 'limit', of: { name: '人手' } })
    const { lost, history } = await read(opened, divided([`${TEXTS[0]}\n${TEXTS[1]}`, TEXTS[2] ?? '']))
    expect(lost.map(({ title, words }) => [title, words.map(({ what, label, quote }) => `${what} ${label} ${quote}`)])).toEqual([
      [second.state.title, ['word 李敏对“调解品牌”的判断 ', 'passage “调解品牌”的依据 坐下来谈。', 'fact 人手 坐下来']],
    ])
    expect(entryOf(opened, ids[1]).practices.map(({ id, judgements }) => [id, judgements.length])).toEqual([[mediation, 2]])
    undo(opened, history ?? '')
    expect(opened.reads.entries.stored(second.id)?.removedAt).toBeNull()
  })

  it('keeps decisions and passages of people with their words', async () => {
    const { opened, ids } = await filled()
    const [first, second] = opened.reads.entries.storedMany([1, 2])
    if (!first || !second) throw new Error('not imported')
    decide(opened, { id: first.id, practice: grid, by: '李敏' }, 'confirmed')
    addPassage(opened, { id: second.id, practice: mediation, by: '王芳' }, 1, { start: 4, end: 9 })
    const before = [entryOf(opened, ids[0]).practices, entryOf(opened, ids[1]).practices]
    const done = await read(opened, divided(['第一', '篇：网格员上门。', `新写的一句。${TEXTS[1]}`, TEXTS[2] ?? '']))
    expect(done.lost).toEqual([])
    expect(entryOf(opened, ids[0])).toMatchObject({ body: '篇：网格员上门。', practices: [{ id: grid, state: 'confirmed' }] })
    expect(entryOf(opened, ids[1]).practices.map(({ id, evidence }) => [id, evidence.map(({ text }) => text)])).toEqual([[mediation, ['坐下来谈。']]])
    undo(opened, done.history ?? '')
    expect([entryOf(opened, ids[0]).practices, entryOf(opened, ids[1]).practices]).toEqual(before)
  })

  it('does not bring back what a person has skipped, and leaves it in the trash', async () => {
    const { opened, ids } = await filled()
    const [, second] = opened.reads.entries.storedMany([1, 2])
    remove(opened, second ? [second.id] : [])
    const done = await read(opened, divided(TEXTS, { options: { ...BY_RULES, off: ['wrap'] } }))
    expect([done.added, done.plan.skipped.length, bodies(opened).map(([id]) => id), opened.reads.entries.trash().length]).toEqual([[], 1, [ids[0], ids[2]], 1])
  })

  it('is refused when another reading took its place meanwhile; an undo, when its entry has changed since', async () => {
    const { opened, ids } = await filled()
    const late = { document: documentOf(opened), prepared: divided(['一篇。']), before: WHOLE, after: WHOLE }
    const done = await read(opened, divided([WHOLE]))
    await expect(storeReread(opened, late, { action: 'reread', history: null, keywordsOf: none })).rejects.toEqual(code('STALE_REVISION'))
    const [first] = opened.reads.entries.storedMany([1])
    if (first) edit(opened, first.id, first.revision, { title: '后来改的' }, none)
    expect(() => undo(opened, done.history ?? '')).toThrow(code('STALE_REVISION'))
    expect(entryOf(opened, ids[0]).title).toBe('后来改的')
  })

  it('brings its pictures, whose bytes go when nobody needs them any more', async () => {
    const opened = await library()
    const file = pictured('走访.docx', '走访见图一。\n［图片］\n详见来源网页。', new TextEncoder().encode('旧图'))
    await storeFiles(opened, batch, [{ n: 1, ...file }])
    const other = pictured('走访.docx', '走访见图一。\n［图片］\n详见来源网页。', new TextEncoder().encode('新图'))
    const done = await storeReread(opened, { document: 1, prepared: other.prepared, before: 'x', after: 'x' }, { action: 'reread', history: null, keywordsOf: none })
    const [id] = opened.reads.documents.entries(2)
    const shown = (): string | undefined => opened.reads.entries.stored(id ?? '')?.state.pictures[0]?.sha256
    expect([shown(), (await opened.originals.list()).length]).toEqual([other.prepared.pictures[0]?.sha256, 3])
    undo(opened, done.history ?? '')
    expect(shown()).toBe(file.prepared.pictures[0]?.sha256)
    remove(opened, opened.reads.entries.heads([1]).map((head) => head.id))
    await emptyTrash(opened, null)
    expect(await opened.originals.list()).toEqual([])
  })
})

it('many entries taken back at once are read for practices afterwards, except those on which somebody has decided', async () => {
  const opened = await library({ rules: () => rulesWith('r1'), facts: () => ({ rules: 'f1', extract: () => [] }) })
  const texts = Array.from({ length: 202 }, (_, n) => `第${n}篇：网格员上门。`)
  const file = preparedFile('甲.txt', texts)
  await storeFiles(opened, batch, [{ n: 1, ...file }])
  for (let next: number | null = 0; next !== null; ) ({ next } = tagStale(opened, next, 1000))
  const [first, second] = opened.reads.entries.storedMany([1, 2])
  if (first) decide(opened, { id: first.id, practice: grid, by: '李敏' }, 'confirmed')
  if (second) addFact(opened, { id: second.id, by: '李敏' }, 1, { start: 4, end: 7 }, { kind: 'limit', of: { name: '人手' } })
  const placed = () => opened.reads.facts.decisions(second?.seq ?? 0).map(({ quote, span, lost }) => [quote, span.start, lost])
  const before = picture(opened)
  const longer = preparedFile('甲.txt', texts.map((text) => `补记。${text}`))
  const done = await storeReread(opened, { document: 1, prepared: { ...longer.prepared, sha256: file.prepared.sha256 }, before: 'x', after: 'x' }, { action: 'reclean', history: null, keywordsOf: none })
  expect(placed()).toEqual([['网格员', 7, false]])
  undo(opened, done.history ?? '')
  expect(placed()).toEqual([['网格员', 4, false]])
  expect([opened.reads.practices.staleCount('r1'), entryOf(opened, first?.id).practices.map(({ state }) => state)]).toEqual([200, ['confirmed']])
  for (let next: number | null = 0; next !== null; ) ({ next } = tagStale(opened, next, 1000))
  expect(picture(opened)).toEqual(before)
})

const cuts = fc.uniqueArray(fc.integer({ min: 1, max: WHOLE.length - 1 }), { maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b))
const changes = fc.array(fc.record({ at: fc.nat(5), change: fc.record({ title: fc.constantFrom('题', '新题'), body: fc.constantFrom('人写的。\n第二段。', '网格员。'), media: fc.constantFrom(null, '报') }, { requiredKeys: [] }) }), { maxLength: 3 })

it('whatever is edited and read again, nothing of a person is lost, and undoing it all ends where it began', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ cuts, changes }), { minLength: 1, maxLength: 3 }), async (rounds) => {
    const opened = await library({}, await emptyFolder())
    await storeFiles(opened, batch, [{ n: 1, ...preparedFile('甲.txt', TEXTS) }])
    const start = picture(opened)
    const tokens: string[] = []
    const wanted = new Map<string, EntryChange>()
    for (const round of rounds) {
      for (const { at, change } of round.changes) {
        const [id] = bodies(opened)[at] ?? []
        const stored = opened.reads.entries.stored(id ?? '')
        if (stored === null || Object.keys(change).length === 0) continue
        const done = edit(opened, stored.id, stored.revision, change, none)
        tokens.push(done.undo)
        wanted.set(stored.id, { ...wanted.get(stored.id), ...change })
      }
      const bounds = [0, ...round.cuts, WHOLE.length]
      const pieces = bounds.slice(1).map((end, i) => ({ start: bounds[i] ?? 0, end, text: WHOLE.slice(bounds[i], end).trim().replaceAll(/\n+/g, '\n') })).filter(({ text }) => text !== '')
      const texts = pieces.map(({ text }) => text)
      const { prepared } = preparedFile('甲.txt', texts)
      const articles = prepared.articles.map((one, i) => {
        const { start = 0, end = 0 } = pieces[i] ?? {}
        return { ...one, article: { ...one.article, raw: { start, end }, boundary: beginning(start) } }
      })
      const next = { ...divided(texts), articles }
      expect(planReread(opened, { document: documentOf(opened), prepared: next, before: WHOLE, after: WHOLE }, none).matched.length).toBeGreaterThan(0)
      const done = await read(opened, next)
      if (done.history !== null) tokens.push(done.history)
      for (const { id, state } of opened.reads.entries.page(0)) {
        const own = wanted.get(id)
        if (own?.title !== undefined) expect(state.title).toBe(own.title)
        if (own?.body !== undefined) expect(state.body).toBe(own.body)
        if (own?.media !== undefined) expect(state.source.media).toBe(own.media)
      }
      expect((await check(opened)).filter(({ ok }) => !ok)).toEqual([])
    }
    for (const token of tokens.toReversed()) undo(opened, token)
    expect(picture(opened)).toEqual(start)
    await opened.close()
  }), { numRuns: 12 })
})
