import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { EntryId } from '../../../electron/contract/entry.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import type { GrantedPath } from '../../../electron/core/host.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const grant = Grant.parse('grant-for-test')

const STORY = `议事亭里话家常

本报记者 刘小满

青山县柳树湾社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。

【打印本页】【关闭窗口】
一年来，议事亭共办结邻里纠纷四十二件，群众满意率达到百分之九十八。社区书记说，办法不新，贵在坚持。
`

const OLD = '議事亭裡話家常\n社區書記說辦法不新'

/** An open core with one file in it. */
async function imported(bytes: Uint8Array) {
  const file = join(await emptyFolder(), '材料.txt')
  await writeFile(file, bytes)
  return importedFrom({ path: file, name: '材料.txt', folder: false, temporary: false })
}

/** An open core with what a folder holds. */
async function importedFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = await emptyFolder()
  for (const [name, data] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), data)
  }
  return importedFrom({ path, name: '材料', folder: true, temporary: false })
}

async function importedFrom(granted: GrantedPath) {
  const { call, heard } = await openedCore()
  const { id } = await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, granted]]))
  while (!heard.some(({ event }) => event === 'import.finished')) await new Promise((resolve) => setTimeout(resolve, 5))
  return { call, id }
}

describe('a file of an import', () => {
  it('is read in another encoding: looked at first, then stored, and undone', async () => {
    const { call, id } = await imported(iconv.encode(OLD, 'big5'))
    const review = await call('import.review', { id, n: 1 })
    expect([review.encoding, review.text]).toEqual(['big5', OLD])
    const preview = await call('import.preview', { id, n: 1, options: { ...BY_RULES, encoding: 'gb18030' } })
    expect([preview.encoding, preview.text === OLD, preview.articles[0]?.id, preview.gone]).toEqual(['gb18030', false, review.entries[0]?.id, []])
    expect(await call('import.review', { id, n: 1 })).toEqual(review)
    const done = await call('import.reread', { id, n: 1, options: { ...BY_RULES, encoding: 'gb18030' } })
    expect([done.review.encoding, done.review.text, done.review.options.encoding, done.changed]).toEqual(['gb18030', preview.text, 'gb18030', [review.entries[0]?.id]])
    expect((await call('entries.original', { id: EntryId.parse(review.entries[0]?.id) })).encoding).toBe('gb18030')
    await call('history.undo', { undo: done.undo })
    expect(await call('import.review', { id, n: 1 })).toEqual(review)
  })

  it('is divided where a person says; each article begins as a new entry of its own, found by a search', async () => {
    const { call, id } = await imported(new TextEncoder().encode(STORY))
    const at = STORY.indexOf('一年来')
    const options = { ...BY_RULES, boundaries: [0, at] }
    const preview = await call('import.preview', { id, n: 1, options })
    expect(preview.articles.map(({ id: entry, boundary }) => [entry === null, boundary.at, boundary.basis])).toEqual([[false, 0, 'person'], [true, at, 'person']])
    const done = await call('import.reread', { id, n: 1, options })
    expect([done.added.length, done.review.entries.map(({ review }) => review)]).toEqual([1, ['pending', 'pending']])
    const [added] = done.added
    expect((await call('entries.get', { id: EntryId.parse(added) })).body).toMatch(/^一年来/)
    expect((await call('import.pending', {})).total).toBe(2)
    await call('history.undo', { undo: done.undo })
    expect([(await call('import.pending', {})).total, (await call('import.review', { id, n: 1 })).entries.length]).toEqual([1, 1])
  })

  it('is cleaned without a rule that a person switched off; what they wrote stays and is listed', async () => {
    const { call, id } = await imported(new TextEncoder().encode(STORY))
    const [first] = (await call('import.review', { id, n: 1 })).entries
    const entry = EntryId.parse(first?.id)
    const { revision, body } = await call('entries.get', { id: entry })
    expect(body).not.toContain('关闭窗口')
    await call('entries.edit', { id: entry, revision, change: { title: '人写的题', media: '青山日报' } })
    const done = await call('import.reread', { id, n: 1, options: { ...BY_RULES, off: ['furniture'] } })
    expect([done.review.rules.find(({ id: rule }) => rule === 'furniture'), done.kept]).toEqual([{ id: 'furniture', count: 0, on: false }, [{ id: entry, field: 'title', own: '人写的题', read: '议事亭里话家常' }, { id: entry, field: 'media', own: '青山日报', read: '' }]])
    const read = await call('entries.get', { id: entry })
    expect([read.title, read.source.media, read.body.includes('关闭窗口')]).toEqual(['人写的题', '青山日报', true])
  })

  it('that says the same is not a change', async () => {
    const { call, id } = await imported(new TextEncoder().encode(STORY))
    expect(await call('import.reread', { id, n: 1, options: BY_RULES })).toMatchObject({ added: [], changed: [], gone: [], kept: [], lost: [], undo: '' })
  })

  it('that is not there is refused', async () => {
    const { call, id } = await imported(new TextEncoder().encode(STORY))
    await expect(call('import.preview', { id, n: 9, options: BY_RULES })).rejects.toMatchObject({ code: 'NO_SUCH_FILE' })
  })
})

it('a saved page keeps the pictures that lay in the folder beside it, also when it is read again', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001149444154789c63f8cfc0004460e23f03001df003fda03309890000000049454e44ae426082', 'hex'), Buffer.alloc(100)])
  const lines = STORY.split('\n').filter((line) => line !== '' && !line.startsWith('【'))
  const page = `<html><head><meta charset="utf-8"><title>议事亭里话家常</title></head><body><h1>议事亭里话家常</h1>${lines.slice(1).map((line) => `<p>${line}</p>`).join('')}<p><img src="./议事亭_files/合影.png" alt="议事亭合影"></p><p>社区说，亭子还要再修一座。</p></body></html>`
  const { call, id } = await importedFolder({ '议事亭.html': page, '议事亭_files/合影.png': png })
  const entry = (await call('import.review', { id, n: 1 })).entries[0]
  const shown = async () => (await call('entries.get', { id: EntryId.parse(entry?.id) })).pictures.map(({ name, alt, bytes }) => [name, alt, bytes])
  expect(await shown()).toEqual([['合影.png', '议事亭合影', png.length]])
  await call('import.reread', { id, n: 1, options: { ...BY_RULES, off: ['furniture'] } })
  expect(await shown()).toEqual([['合影.png', '议事亭合影', png.length]])
})

it('a file read in another encoding tells another story: what was 同源 is so no longer, until the change is taken back', async () => {
  const { call, id } = await importedFolder({ '甲.txt': STORY, '乙.txt': iconv.encode(STORY.replace('议事亭里话家常', '大槐树下的议事亭'), 'gb18030') })
  const files = (await call('import.files', { id, offset: 0, limit: 10 })).files
  const [n, entry] = files.flatMap(({ file, n: number, entries }) => (file.endsWith('乙.txt') && entries[0] ? [[number, entries[0].id] as const] : []))[0] ?? [0, EntryId.parse('x')]
  const others = async () => (await call('stories.of', { id: entry })).others.length
  expect(await others()).toBe(1)
  const preview = await call('import.preview', { id, n, options: { ...BY_RULES, encoding: 'big5' } })
  expect(preview.articles[0]?.notices.map(({ rule }) => rule)).toContain('reading.garbled')
  const done = await call('import.reread', { id, n, options: { ...BY_RULES, encoding: 'big5' } })
  expect(await others()).toBe(0)
  await call('history.undo', { undo: done.undo })
  expect(await others()).toBe(1)
})
