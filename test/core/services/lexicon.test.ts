import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CoreMethod, EventName, Input, Output } from '../../../electron/contract/api.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import type { ReaderReply } from '../../../electron/core/host.ts'
import { restoreBackup } from '../../../electron/core/library/index.ts'
import { SearchIndex } from '../../../electron/core/searching/index.ts'
import { openCore } from '../../../electron/core/services.ts'
import { createReader } from '../../../electron/workers/reader-server.ts'
import { emptyFolder } from '../library/folder.ts'
import { testPorts } from './ports.ts'

/** Words of our own making, which no dictionary has. */
const coin = '青藤议站'
const body = `柳树湾社区把${coin}设在院坝里，居民到${coin}说事。\n${coin}每周开一次，网格员记录。`
const other = '槐荫社区的网格员每天走访，楼道里的灯修好了。'

interface Opening {
  readonly folder?: string
  readonly withReader?: boolean
}

async function open({ folder, withReader = false }: Opening = {}) {
  const at = folder ?? (await emptyFolder())
  const { ports, heard } = testPorts(withReader ? { spawnReader: () => readerOfItsOwn(join(import.meta.dirname, '../../../content')) } : {})
  const core = await openCore(at, ports)
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await core.close()
    closed = true
  }
  onTestFinished(close)
  const call = async <M extends CoreMethod>(method: M, input: Input<M>, granted = new Map()): Promise<Output<M>> => {
    const reply = await core.call(method, input, granted)
    if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
    return reply.value as Output<M>
  }
  const put = (...texts: readonly string[]) => call('lexicon.put', { words: texts.map((text) => ({ text })) })
  const cut = async (text: string) => (await call('search.segment', { text })).tokens.map((token) => token.text)
  const rekeyed = async () => {
    await vi.waitFor(async () => expect((await call('lexicon.state', {})).rekeying.state).toBe('ready'), { timeout: 20_000, interval: 5 })
    return (await call('lexicon.state', {})).rekeying
  }
  const list = async (query = '') => (await call('lexicon.words', { query, source: null, on: null, offset: 0, limit: 500 })).words
  const keywords = async (id: string) => (await call('entries.get', { id: id as never })).keywords
  const keyed = async (word: string) => (await call('search.run', { query: `关键词：${word}`, filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 50 })).hits.map(({ title }) => title)
  const write = async (title: string, text: string) => (await call('entries.create', { title, body: text })).id
  const told = (event: EventName) => heard.filter((one) => one.event === event).map(({ value }) => value)
  return { call, close, put, cut, rekeyed, list, keywords, keyed, write, told, folder: at }
}

/** Each channel a helper that has been told nothing yet, as a process of its own would be. */
function readerOfItsOwn(content: string) {
  const read = createReader(content)
  let listener: (reply: ReaderReply) => void = () => undefined
  return {
    post: (request: Parameters<typeof read>[0]) => void read(request).then((reply) => listener(reply)),
    onReply: (to: typeof listener) => { listener = to },
    onExit: () => undefined,
    kill: () => { listener = () => undefined },
  }
}

const because = (reason: string) => expect.objectContaining({ fault: expect.objectContaining({ code: 'INVALID_INPUT', details: { reason } }) })

describe('the words', () => {
  it('are the shipped ones, with a person’s own before them, the newest first', async () => {
    const { call, put } = await open()
    const shipped = (await call('lexicon.words', { query: '', source: null, on: null, offset: 0, limit: 2 })).counts
    expect([shipped.all > 1000, shipped.builtin === shipped.all, shipped.user, shipped.off]).toEqual([true, true, 0, 0])
    await put(coin)
    await call('lexicon.put', { words: [{ text: '枣园说理点', frequency: 900, note: '本县的叫法' }] })
    const { words, counts } = await call('lexicon.words', { query: '', source: 'user', on: null, offset: 0, limit: 9 })
    expect([words.map(({ text, frequency, note, on }) => [text, frequency, note, on]), counts.user, counts.all - shipped.all]).toEqual([[['枣园说理点', 900, '本县的叫法', true], [coin, null, '', true]], 2, 2])
    expect((await call('lexicon.words', { query: '網格員', source: null, on: null, offset: 0, limit: 3 })).words[0]).toMatchObject({ text: '网格员', source: 'builtin', frequency: 800, tag: 'grid', on: true })
  })

  it.each([
    ['青 藤', '词“青 藤”里有空白'],
    ['议', '“议”只有一个字，不必收进词典'],
    ['，。', '“，。”里没有文字'],
    ['一二三四五六七八九十一二三四五六七八九十一', '词“一二三四五六七八九十一二三四五六七八九十一”超过 20 个字'],
    ['网格员', '“网格员”是内置词，已经在词典里'],
  ])('are refused, all of them, when one of them is %j', async (text, reason) => {
    const { put, list } = await open()
    await expect(put(coin, text)).rejects.toEqual(because(reason))
    expect(await list(coin)).toEqual([])
  })

  it('that are built in are switched off and never taken out', async () => {
    const { call, cut, list } = await open()
    await expect(call('lexicon.remove', { texts: ['网格员'] })).rejects.toEqual(because('“网格员”是内置词，不能移出词典，可以关掉'))
    await expect(call('lexicon.remove', { texts: [coin] })).rejects.toEqual(because(`词典里没有“${coin}”`))
    expect(await cut('专职网格员走访')).toEqual(['专职网格员', '走访'])
    await call('lexicon.switch', { texts: ['专职网格员'], on: false })
    expect([await cut('专职网格员走访'), (await list('专职网格员'))[0]]).toEqual([['专职', '网格员', '走访'], expect.objectContaining({ on: false, source: 'builtin' })])
    await call('lexicon.switch', { texts: ['专职网格员'], on: true })
    expect(await cut('专职网格员走访')).toEqual(['专职网格员', '走访'])
  })

  it('that only the segmenter itself knows can be forbidden to stand as one', async () => {
    const { call, cut, list } = await open()
    expect(await cut('院坝里的热闹')).toEqual(['院坝', '里', '的', '热闹'])
    await call('lexicon.switch', { texts: ['热闹'], on: false })
    expect([await cut('院坝里的热闹'), (await list('热闹'))[0]]).toEqual([['院坝', '里', '的', '热', '闹'], expect.objectContaining({ source: 'user', on: false })])
  })
})

describe('a change', () => {
  it('cuts queries otherwise at once; taking the word out again really takes it out', async () => {
    const { call, put, cut, told } = await open()
    const before = await cut(`去${coin}说事`)
    expect(before).not.toContain(coin)
    await put(coin)
    expect([await cut(`去${coin}说事`), told('lexicon.changed').length]).toEqual([['去', coin, '说事'], 1])
    await call('lexicon.remove', { texts: [coin] })
    expect(await cut(`去${coin}说事`)).toEqual(before)
  })

  it('that changes nothing is none: it is not announced and leaves nothing to take back', async () => {
    const { call, put, told } = await open()
    await put(coin)
    expect([await put(coin), await call('lexicon.switch', { texts: ['网格员'], on: true }), told('lexicon.changed').length]).toEqual([{ undo: '', count: 0 }, { undo: '', count: 0 }, 1])
  })

  it('gives the entries that hold the word their keywords anew, in the background, and indexes no text again', async () => {
    const { put, write, keywords, keyed, rekeyed, told } = await open()
    const first = await write('院坝里的议事', body)
    const second = await write('楼道里的灯', other)
    const before = [await keywords(first), await keywords(second)]
    const put0 = vi.spyOn(SearchIndex.prototype, 'put')
    const rekey = vi.spyOn(SearchIndex.prototype, 'rekey')
    onTestFinished(() => { vi.restoreAllMocks() })
    await put(coin)
    expect(await rekeyed()).toEqual({ state: 'ready', done: 2, total: 2, changed: 1, skipped: 0 })
    expect([before[0]?.includes(coin), await keywords(first), await keywords(second), await keyed(coin)]).toEqual([false, expect.arrayContaining([coin]), before[1], ['院坝里的议事']])
    expect([put0.mock.calls.length, rekey.mock.calls.flatMap(([tagged]) => tagged.map(({ seq }) => seq))]).toEqual([0, [1]])
    expect(told('lexicon.rekeying').slice(-2)).toEqual([expect.objectContaining({ state: 'running', total: 2 }), { state: 'ready', done: 2, total: 2, changed: 1, skipped: 0 }])
  })

  it('leaves the tables of texts, titles and characters byte for byte as they were', async () => {
    const folder = await emptyFolder()
    const first = await open({ folder })
    await first.write('院坝里的议事', body)
    await first.close()
    const before = tables(folder)
    const second = await open({ folder })
    await second.put(coin)
    await second.rekeyed()
    await second.close()
    const after = tables(folder)
    expect([after.f === before.f, after.ft === before.ft, after.ch === before.ch, after.fk === before.fk]).toEqual([true, true, true, false])
  })

  it('leaves the revision alone: an editor that is open can still save', async () => {
    const { call, put, write, rekeyed } = await open()
    const id = await write('院坝里的议事', body)
    await put(coin)
    await rekeyed()
    await expect(call('entries.edit', { id, revision: 1, change: { title: '院坝议事' } })).resolves.toMatchObject({ entry: { revision: 2 } })
  })

  it('is taken back by its name, with the keywords it gave, and refused once the word has changed again', async () => {
    const { call, put, write, cut, list, keywords, rekeyed } = await open()
    const id = await write('院坝里的议事', body)
    const before = await keywords(id)
    const { undo } = await put(coin)
    await rekeyed()
    expect(await call('history.undo', { undo })).toEqual({ label: `添加“${coin}”`, ids: [], left: 0, lost: [] })
    await rekeyed()
    expect([await list(coin), await keywords(id), (await cut(coin)).length > 1]).toEqual([[], before, true])
    const again = await put(coin)
    await call('lexicon.switch', { texts: [coin], on: false })
    await expect(call('history.undo', { undo: again.undo })).rejects.toEqual(because('词典在这一步之后又改过，无法撤销；请在“词典”里直接改回'))
    expect((await list(coin))[0]).toMatchObject({ on: false })
  })

  it('reaches the helpers that prepare imports', async () => {
    const { call, put, keyed, rekeyed } = await open({ withReader: true })
    const { writeFile } = await import('node:fs/promises')
    const folder = await emptyFolder()
    await put(coin)
    await rekeyed()
    await writeFile(join(folder, '甲.txt'), `院坝里的议事\n\n${body}`)
    const grant = Grant.parse('grant-for-test')
    const batch = await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: folder, name: '材料', folder: true, temporary: false }]]))
    await vi.waitFor(async () => expect((await call('import.batches', {})).find(({ id }) => id === batch.id)?.state).toBe('done'), { timeout: 20_000, interval: 20 })
    expect(await keyed(coin)).toHaveLength(1)
  })
})

describe('the words of a library', () => {
  it('outlast a restart, and an unfinished walk through the entries goes on', async () => {
    const folder = await emptyFolder()
    const first = await open({ folder })
    const id = await first.write('院坝里的议事', body)
    await first.put(coin)
    // Closed before a single entry could be looked at.
    await first.close()
    const second = await open({ folder })
    await second.rekeyed()
    expect([await second.cut(coin), (await second.keywords(id)).includes(coin)]).toEqual([[coin], true])
  })

  it('go into a backup and come out of it', async () => {
    const { call, put, close } = await open()
    await put(coin)
    await call('lexicon.switch', { texts: ['网格员'], on: false })
    const { file } = await call('library.backup', { to: null })
    await close()
    const folder = join(await emptyFolder(), 'restored')
    await restoreBackup(file, folder)
    const restored = await open({ folder })
    expect([await restored.cut(`${coin}的网格员`), (await restored.list(coin))[0]?.source]).toEqual([[coin, '的', '网格', '员'], 'user'])
  })

  it('are of one library only', async () => {
    const first = await open()
    const second = await open()
    await first.put(coin)
    expect([await first.cut(coin), (await second.cut(coin)).length > 1]).toEqual([[coin], true])
  })
})

describe('trying', () => {
  const line = (tokens: readonly { readonly text: string }[]): string => tokens.map(({ text }) => text).join(' ')

  it('shows a text cut before and after a draft, and changes nothing', async () => {
    const { call, list, cut } = await open()
    const { before, after } = await call('lexicon.try', { text: `去${coin}找网格员`, draft: { add: [{ text: coin }], off: ['网格员'] } })
    expect([line(before).includes(coin), line(after)]).toEqual([false, `去 ${coin} 找 网格 员`])
    expect([before.at(-1), await list(coin), (await cut(coin)).length > 1]).toEqual([{ text: '网格员', start: 6, end: 9 }, [], true])
  })

  it('without a draft shows what the changes of this library have made of it', async () => {
    const { call, put } = await open()
    await put(coin)
    const { before, after } = await call('lexicon.try', { text: coin, draft: {} })
    expect([before.length > 1, line(after)]).toEqual([true, coin])
    const removed = await call('lexicon.try', { text: coin, draft: { remove: [coin] } })
    expect([line(removed.before), removed.after]).toEqual([coin, before])
  })
})

/** Everything that the full-text tables of `folder` hold, as one string each. */
function tables(folder: string) {
  const db = new Database(join(folder, 'search.db'), { readonly: true })
  try {
    const all = (name: string): string => JSON.stringify(db.prepare(`SELECT id, hex(block) FROM ${name}_data ORDER BY id`).all())
    return { f: all('f'), ft: all('ft'), ch: all('ch'), fk: all('fk') }
  } finally {
    db.close()
  }
}

describe('new words', () => {
  const VILLAGES = [
    ['柳树湾', `柳树湾村建起${coin}，村民到${coin}说事。网格员也来。`],
    ['河东', `河东社区学着办${coin}。大家说，${coin}开在树下，人人来得了。`],
    ['挂牌', `镇里给“${coin}”挂了牌。敲门嫂走了三条巷子，敲门嫂记下难处，敲门嫂又来了。`],
  ] as const
  async function withVillages(folder?: string) {
    const opened = await open(folder === undefined ? {} : { folder })
    for (const [title, text] of VILLAGES) await opened.write(title, text)
    const mine = async () => {
      await opened.call('lexicon.mine', {})
      await vi.waitFor(async () => expect((await opened.call('lexicon.state', {})).mining.state).toBe('ready'), { timeout: 20_000, interval: 5 })
      return candidates()
    }
    const candidates = async () => (await opened.call('lexicon.candidates', { offset: 0, limit: 100 })).candidates.map(({ text }) => text)
    return { ...opened, mine, candidates }
  }

  it('are found in the library, with sentences that lead to their place', async () => {
    const { call, mine } = await withVillages()
    expect((await call('lexicon.candidates', { offset: 0, limit: 9 })).found).toBeNull()
    expect((await mine())[0]).toBe(coin)
    const { found, candidates } = await call('lexicon.candidates', { offset: 0, limit: 1 })
    const [first] = candidates
    expect([found, first?.count, first?.entries, first?.quoted]).toEqual([{ at: '2026-11-22T08:00:00.000Z', entries: 3 }, 5, 3, 1])
    expect(first?.examples[0]).toMatchObject({ title: '挂牌', text: `镇里给“${coin}”挂了牌。`, start: 0, mark: [4, 8] })
  })

  it('go into the dictionary when accepted, and can be taken back into the list', async () => {
    const { call, mine, candidates, cut, list } = await withVillages()
    await mine()
    const { undo } = await call('lexicon.accept', { texts: [coin] })
    expect([await cut(coin), (await list(coin))[0]?.source, (await candidates()).includes(coin)]).toEqual([[coin], 'mined', false])
    await call('history.undo', { undo })
    expect([(await cut(coin)).length > 1, await list(coin), (await candidates())[0]]).toEqual([true, [], coin])
  })

  it('that were turned down never come again, until they are reconsidered', async () => {
    const { call, mine, candidates } = await withVillages()
    await mine()
    await call('lexicon.reject', { texts: [coin] })
    expect([(await candidates()).includes(coin), (await mine()).includes(coin), (await call('lexicon.rejected', { offset: 0, limit: 9 })).words.map(({ text }) => text)]).toEqual([false, false, [coin]])
    await call('lexicon.reconsider', { texts: [coin] })
    expect((await candidates())[0]).toBe(coin)
  })

  it('outlast a restart; an example that is gone from its text is not shown', async () => {
    const folder = await emptyFolder()
    const first = await withVillages(folder)
    await first.mine()
    const { hits } = await first.call('search.run', { query: '标题：挂牌', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })
    await first.call('entries.edit', { id: hits[0]?.id ?? (undefined as never), revision: 1, change: { body: '牌子摘了，换了别的名字。' } })
    await first.close()
    const second = await open({ folder })
    const [word] = (await second.call('lexicon.candidates', { offset: 0, limit: 1 })).candidates
    expect([word?.text, word?.examples.map(({ title }) => title)]).toEqual([coin, ['柳树湾', '河东']])
  })
})

describe('what a draft would do', () => {
  it('is told before it is saved: entries, titles, keywords that would change, no text indexed', async () => {
    const { call, write, keywords } = await open()
    const id = await write(`走进${coin}`, body)
    await write('楼道里的灯', other)
    const effects = await call('lexicon.effects', { draft: { add: [{ text: coin }] } })
    expect(effects).toMatchObject({ entries: 1, titles: 1, looked: 1, rekeyed: 1, textsIndexed: 0, examples: [{ id, title: `走进${coin}` }] })
    expect([effects.examples[0]?.gained, (await keywords(id)).includes(coin)]).toEqual([expect.arrayContaining([coin]), false])
    expect(await call('lexicon.effects', { draft: { off: ['网格员'] } })).toMatchObject({ entries: 2, titles: 0, looked: 2 })
    expect(await call('lexicon.effects', { draft: {} })).toEqual({ entries: 0, titles: 0, looked: 0, rekeyed: 0, textsIndexed: 0, examples: [] })
  })
})

describe('synonyms', () => {
  const found = async ({ call }: Awaited<ReturnType<typeof open>>, query: string) => (await call('search.run', { query, filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 9 })).hits.map(({ title }) => title)
  const groups = async ({ call }: Awaited<ReturnType<typeof open>>, query: string) => (await call('lexicon.groups', { query, source: null, offset: 0, limit: 50 })).groups

  it('of a person’s own widen searches at once, can be reworded, switched off and taken out', async () => {
    const opened = await open()
    const { call, write } = opened
    await write('院坝里的议事', body)
    expect(await found(opened, '枣园说理点')).toEqual([])
    await call('lexicon.putGroup', { id: null, relation: 'same', words: ['枣园说理点', coin] })
    expect(await found(opened, '枣园说理点')).toEqual(['院坝里的议事'])
    const [group] = await groups(opened, coin)
    expect(group).toMatchObject({ relation: 'same', words: ['枣园说理点', coin], source: 'user', on: true })
    const id = group?.id ?? ''
    await call('lexicon.switchGroup', { id, on: false })
    expect(await found(opened, '枣园说理点')).toEqual([])
    await call('lexicon.putGroup', { id, relation: 'narrower', words: ['说理点', coin] })
    expect([await found(opened, '说理点'), (await groups(opened, coin)).length]).toEqual([['院坝里的议事'], 1])
    const { undo } = await call('lexicon.removeGroup', { id })
    expect(await groups(opened, coin)).toEqual([])
    await call('history.undo', { undo })
    expect(await groups(opened, coin)).toHaveLength(1)
  })

  it('that are built in are switched off, and listed with a word', async () => {
    const opened = await open()
    const [group] = (await opened.call('lexicon.word', { text: '警网融合' })).groups
    expect(group).toMatchObject({ relation: 'same', source: 'builtin', on: true })
    expect((await opened.call('lexicon.word', { text: '警网融合' })).alternatives).toContain('三官一律')
    await opened.call('lexicon.switchGroup', { id: group?.id ?? '', on: false })
    const { word, alternatives, cut } = await opened.call('lexicon.word', { text: '警网融合' })
    expect([word?.source, alternatives, cut]).toEqual(['builtin', [], ['警网融合']])
    await expect(opened.call('lexicon.removeGroup', { id: group?.id ?? '' })).rejects.toEqual(because('这一组同义词已不在词典里，请刷新后再试'))
    await expect(opened.call('lexicon.putGroup', { id: null, relation: 'same', words: ['议站'] })).rejects.toEqual(because('一组至少两个词'))
  })
})

describe('as text', () => {
  const LIST = `${coin}\t900\t\t河东的叫法\n!网格员\n枣园说理点 = ${coin}\n`

  it('what people changed goes from one library to another', async () => {
    const [from, to] = [await open(), await open()]
    expect(await from.call('lexicon.import', { text: LIST, dry: true })).toEqual({ words: 1, off: 1, groups: 1, same: 0, errors: [], undo: '' })
    expect(await from.list(coin)).toEqual([])
    await from.call('lexicon.import', { text: LIST, dry: false })
    const { text, ...counts } = await from.call('lexicon.text', {})
    expect([counts, await to.call('lexicon.import', { text, dry: false })]).toEqual([{ words: 1, off: 1, groups: 1 }, { words: 1, off: 1, groups: 1, same: 0, errors: [], undo: expect.stringMatching(/./) }])
    expect([await to.cut(`${coin}的网格员`), (await to.call('lexicon.text', {})).text]).toEqual([[coin, '的', '网格', '员'], text])
    expect(await to.call('lexicon.import', { text, dry: false })).toEqual({ words: 0, off: 0, groups: 0, same: 3, errors: [], undo: '' })
  })

  it('nothing comes in when a line is wrong', async () => {
    const { call, list } = await open()
    expect(await call('lexicon.import', { text: `${LIST}坏 词\n`, dry: false })).toEqual({ words: 1, off: 1, groups: 1, same: 0, errors: [{ line: 4, reason: '词“坏 词”里有空白' }], undo: '' })
    expect(await list(coin)).toEqual([])
  })

  it('is written to a file that overwrites none', async () => {
    const { call, put } = await open()
    const { readFile } = await import('node:fs/promises')
    await put(coin)
    const folder = await emptyFolder()
    const grant = Grant.parse('grant-for-test')
    const granted = new Map([[grant, { path: folder, name: '词典', folder: true, temporary: false }]])
    const { file } = await call('lexicon.export', { name: '词典', folder: grant }, granted)
    expect([file, await readFile(file, 'utf8')]).toEqual([join(folder, '词典.txt'), `# 自己的词：词、词频、标签、备注，以制表符分隔\n${coin}\n`])
    await expect(call('lexicon.export', { name: '词典', folder: grant }, granted)).rejects.toMatchObject({ fault: { code: 'EXISTS' } })
  })
})
