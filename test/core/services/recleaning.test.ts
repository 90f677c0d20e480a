import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Grant } from '../../../electron/contract/library.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { Recleaning } from '../../../electron/contract/recleaning.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import { CLEANER } from '../../../electron/core/cleaning/index.ts'
import { emptyFolder } from '../library/folder.ts'
import { openedCore } from './opened.ts'

const grant = Grant.parse('grant-for-test')
const story = (name: string): string => `${name}的议事亭

【打印本页】【关闭窗口】
${name}社区在大槐树下搭起议事亭，居民有话坐下来说。网格员每周二收集意见，当天登记、三日答复。
`

async function open(folder: string) {
  const { core, call, heard } = await openedCore({ folder })
  const heardOf = (event: string): readonly unknown[] => heard.filter((one) => one.event === event).map(({ value }) => value)
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const ended = async (): Promise<Recleaning> => {
    await until(() => heardOf('reclean.progress').some((value) => Recleaning.parse(value).state === 'ready'))
    return Recleaning.parse(heardOf('reclean.progress').at(-1))
  }
  return { core, call, ended, imported: () => until(() => heardOf('import.finished').length > 0) }
}

/** A library of two files that were read while nothing took furniture away. */
async function readUnderOlderRules(): Promise<string> {
  const [folder, source] = [await emptyFolder(), await emptyFolder()]
  for (const name of ['柳树湾', '青石巷']) await writeFile(join(source, `${name}.txt`), story(name))
  const { core, call, imported } = await open(folder)
  const { id } = await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: source, name: '材料', folder: true, temporary: false }]]))
  await imported()
  for (const n of [1, 2]) await call('import.reread', { id, n, options: { ...BY_RULES, off: ['furniture'] } })
  await core.close()
  const db = new Database(join(folder, 'library.db'))
  db.prepare('UPDATE document SET cleaner = 0, options = ?').run(JSON.stringify(BY_RULES))
  db.close()
  return folder
}
const FURNITURE = '【打印本页】【关闭窗口】'

describe('files that were read under older rules', () => {
  it('are counted, shown with what would change, cleaned again in the background as one change, and taken back with one undo', async () => {
    const folder = await readUnderOlderRules()
    const { call, ended } = await open(folder)
    const state = await call('reclean.state', {})
    expect(state).toEqual({ version: CLEANER, files: 2, entries: 2, work: { state: 'ready', done: 0, total: 0, changed: 0, failed: 0, undo: '', fault: null, lost: { total: 0, first: [] } } })
    const preview = await call('reclean.preview', { ids: null, offset: 1, limit: 5 })
    expect(preview).toMatchObject({ total: 2, files: [{ file: '材料/青石巷.txt', fault: null, entries: [{ title: '青石巷的议事亭', becomes: 'changed', changes: [], body: { added: 0, removed: FURNITURE.length + 1, lines: [{ before: FURNITURE, after: '' }] }, kept: [] }] }] })
    const [first] = (await call('reclean.preview', { ids: null, offset: 0, limit: 1 })).files.flatMap(({ entries }) => entries.flatMap(({ id }) => id ?? []))
    if (!first) throw new Error('no entry')
    const { revision } = await call('entries.get', { id: first })
    await call('entries.edit', { id: first, revision, change: { title: '人写的题' } })
    expect(await call('reclean.apply', { ids: null })).toMatchObject({ state: 'running', total: 2, done: 0 })
    const done = await ended()
    expect(done).toMatchObject({ state: 'ready', done: 2, total: 2, changed: 2, failed: 0, undo: expect.stringMatching(/./), fault: null })
    const read = await call('entries.get', { id: first })
    expect([read.title, read.body.includes(FURNITURE), (await call('reclean.state', {})).entries]).toEqual(['人写的题', false, 0])
    const { ids } = await call('history.undo', { undo: done.undo })
    expect([ids.length, (await call('entries.get', { id: first })).body.includes(FURNITURE), (await call('reclean.state', {})).entries]).toEqual([2, true, 2])
  })

  it('lose no word of a person untold: what stood in what is taken away now is listed with its entry', async () => {
    const { call, ended } = await open(await readUnderOlderRules())
    const [id] = (await call('reclean.preview', { ids: null, offset: 0, limit: 1 })).files.flatMap(({ entries }) => entries.flatMap(({ id: one }) => one ?? []))
    if (!id) throw new Error('no entry')
    const { revision, body, title } = await call('entries.get', { id })
    const start = body.indexOf(FURNITURE)
    await call('practices.addPassage', { id, revision, practice: PracticeId.parse('party'), span: { start, end: start + FURNITURE.length }, by: '李敏' })
    await call('reclean.apply', { ids: null })
    expect((await ended()).lost).toEqual({ total: 1, first: [{ what: 'passage', label: `《${title}》“党建引领”的依据`, quote: FURNITURE }] })
  })

  it('are cleaned again one by one where a person asks for it', async () => {
    const folder = await readUnderOlderRules()
    const { call, ended } = await open(folder)
    const [, second] = (await call('reclean.preview', { ids: null, offset: 0, limit: 2 })).files.flatMap(({ entries }) => entries.flatMap(({ id }) => id ?? []))
    if (!second) throw new Error('no entry')
    expect((await call('reclean.preview', { ids: [second], offset: 0, limit: 2 })).total).toBe(1)
    await call('reclean.apply', { ids: [second] })
    expect(await ended()).toMatchObject({ done: 1, total: 1, changed: 1 })
    expect((await call('reclean.state', {})).entries).toBe(1)
    expect(await call('reclean.cancel', {})).toMatchObject({ state: 'ready', done: 1 })
  })

  it('stay as they are when their original cannot be read any more; the others go on', async () => {
    const folder = await readUnderOlderRules()
    const { call, ended } = await open(folder)
    const { files } = await call('reclean.preview', { ids: null, offset: 0, limit: 1 })
    const id = files[0]?.entries[0]?.id
    if (!id) throw new Error('no entry')
    const entry = await call('entries.get', { id })
    const hash = entry.original?.sha256 ?? ''
    await writeFile(join(folder, 'originals', hash.slice(0, 2), hash), '不再是那些字节')
    expect((await call('reclean.preview', { ids: null, offset: 0, limit: 1 })).files).toMatchObject([{ file: '材料/柳树湾.txt', fault: { code: 'UNREADABLE' }, entries: [] }])
    await call('reclean.apply', { ids: null })
    expect(await ended()).toMatchObject({ done: 2, changed: 1, failed: 1, fault: null })
    expect((await call('entries.get', { id: entry.id })).body).toContain(FURNITURE)
  })
})
