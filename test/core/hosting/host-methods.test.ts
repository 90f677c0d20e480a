import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../../electron/contract/api.ts'
import type { HostInfo } from '../../../electron/contract/host.ts'
import { MAX_FILE_BYTES } from '../../../electron/contract/importing.ts'
import type { LibraryState } from '../../../electron/contract/library.ts'
import { createGrants, createRouter, hostMethods, openStaging, type HostPorts, type LibraryHost } from '../../../electron/core/hosting/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-host-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const opened = (path: string): LibraryState => ({ state: 'open', folder: path, entries: 0, cases: 0, bytes: 0, createdAt: '', schema: 1 })

interface Desk {
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<{ ok: true; value: Output<M> } | { ok: false; error: { code: string } }>
  readonly core: unknown[][]
  readonly log: string[]
}

function desk(ports: Partial<HostPorts> = {}, nativeDialogs = true): Desk {
  const log: string[] = []
  const core: unknown[][] = []
  const info: HostInfo = { kind: 'electron', version: '0', runtime: '', platform: '', nativeDialogs, nativeMenu: true, licences: [] }
  const library: LibraryHost = {
    call: (...args) => {
      core.push(args)
      return Promise.resolve({ ok: true, value: null })
    },
    open: (path) => Promise.resolve(opened(path)),
    retry: () => Promise.resolve(opened('/retry')),
    move: (path) => Promise.resolve(opened(path)),
    folder: () => '/库',
    close: () => Promise.resolve(),
  }
  const grants = createGrants()
  let name: string | null = null
  const table = hostMethods({
    info,
    grants,
    library,
    staging: openStaging(join(folder, 'staging')),
    location: { current: () => '/库', recent: () => ['/旧库'], remember: () => undefined },
    person: { name: () => name, rename: (given) => { name = given } },
    pickPaths: () => Promise.resolve([]),
    showFolder: (path) => Promise.resolve(log.push(`show ${path}`) > 0),
    showFile: (path) => Promise.resolve(log.push(`show ${path}`) > 0),
    writeClipboard: (text, html) => { log.push(`copy ${text}${html === null ? '' : ` as ${html}`}`); return Promise.resolve() },
    openLink: (url) => Promise.resolve(log.push(`open ${url}`) > 0),
    ...ports,
  })
  const route = createRouter(table, library, grants)
  return { core, log, call: async (method, input) => (await route(method, input)) as never }
}

function valueOf<T>(reply: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

describe('choosing', () => {
  it('gives tokens for what the dialog answered, and the core gets the paths', async () => {
    const { call, core } = desk({ pickPaths: (what) => Promise.resolve(what === 'files' ? ['/资料/甲.txt', '/资料/乙.md'] : ['/资料']) })
    const files = valueOf(await call('files.pick', { what: 'files' }))
    expect(files.map(({ name, folder: isFolder }) => [name, isFolder])).toEqual([['甲.txt', false], ['乙.md', false]])
    const [picked] = valueOf(await call('files.pick', { what: 'folder' }))
    expect(picked).toMatchObject({ name: '资料', folder: true })
    await call('import.start', { grants: files.map(({ grant }) => grant), confirmed: false } as never)
    expect(core[0]?.[2]).toEqual([[files[0]?.grant, { path: '/资料/甲.txt', name: '甲.txt', folder: false, temporary: false }], [files[1]?.grant, { path: '/资料/乙.md', name: '乙.md', folder: false, temporary: false }]])
  })

  it('gives nothing for a cancelled dialog', async () => {
    const { call } = desk()
    expect([valueOf(await call('files.pick', { what: 'files' })), valueOf(await call('folders.pick', {}))]).toEqual([[], null])
  })

  it('keeps dropped bytes, named as a person named them, as a temporary file', async () => {
    const { call, core } = desk()
    const { grant, name } = valueOf(await call('files.stage', { name: '资料/甲.txt', bytes: new Uint8Array([65]) }))
    await call('import.start', { grants: [grant], confirmed: false } as never)
    expect(name).toBe('资料/甲.txt')
    expect(core[0]?.[2]).toEqual([[grant, { path: expect.stringMatching(/[\\/][0-9a-f-]{36}\.bin$/), name: '资料/甲.txt', folder: false, temporary: true }]])
  })

  it('refuses bytes beyond what is read, before they are written', async () => {
    const reply = await desk().call('files.stage', { name: '大.txt', bytes: new Uint8Array(MAX_FILE_BYTES + 1) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_BIG', details: { file: '大.txt', limit: '100.0 MB' } } })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('looking around without system dialogs', () => {
  it('is refused where the system has them', async () => {
    expect(await desk().call('folders.list', { folder: null })).toMatchObject({ ok: false, error: { code: 'DENIED' } })
  })

  it('lists folders only, in Chinese order, hidden ones and dead links left out', async () => {
    for (const name of ['乙', '甲', '.git', 'b', 'a']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, '文件.txt'), '')
    symlinkSync(join(folder, '甲'), join(folder, '链接'))
    symlinkSync(join(folder, '没有'), join(folder, '断链'))
    const { call } = desk({ pickPaths: () => Promise.resolve([folder]) }, false)
    const start = valueOf(await call('folders.pick', {}))
    const listed = valueOf(await call('folders.list', { folder: start?.grant ?? null }))
    expect(listed.folders.map(({ name }) => name)).toEqual(['甲', '链接', '乙', 'a', 'b'])
    expect(listed.path).toBe(folder)
    expect(valueOf(await call('folders.list', { folder: listed.parent })).path).toBe(dirname(folder))
  })

  it('makes a folder, once', async () => {
    const { call } = desk({ pickPaths: () => Promise.resolve([folder]) }, false)
    const start = valueOf(await call('folders.pick', {}))
    const create = (): Promise<unknown> => call('folders.create', { in: start?.grant as never, name: '新库' })
    expect(await create()).toMatchObject({ ok: true, value: { name: '新库', folder: true } })
    expect(await create()).toMatchObject({ ok: false, error: { code: 'EXISTS' } })
    expect(readdirSync(folder)).toEqual(['新库'])
  })

  it.each(['..', '../外', 'a/b', 'a\\b', 'a:b', ' '])('makes no folder named %j', async (name) => {
    const { call } = desk({ pickPaths: () => Promise.resolve([join(folder, '里')]) }, false)
    mkdirSync(join(folder, '里'))
    const start = valueOf(await call('folders.pick', {}))
    expect((await call('folders.create', { in: start?.grant as never, name })).ok).toBe(false)
    expect([readdirSync(folder), readdirSync(join(folder, '里'))]).toEqual([['里'], []])
  })

  it('says when a folder has gone', async () => {
    const { call } = desk({ pickPaths: () => Promise.resolve([join(folder, '没有')]) }, false)
    const start = valueOf(await call('folders.pick', {}))
    expect(await call('folders.list', { folder: start?.grant ?? null })).toMatchObject({ ok: false, error: { code: 'NO_SUCH_FILE' } })
  })
})

describe('the rest of the host', () => {
  it('keeps the name of the person, without the white space around it, and forgets it when asked', async () => {
    const { call } = desk()
    expect(valueOf(await call('person.get', {}))).toEqual({ name: null })
    expect(valueOf(await call('person.set', { name: ' 韩江雪　' }))).toEqual({ name: '韩江雪' })
    expect(valueOf(await call('person.get', {}))).toEqual({ name: '韩江雪' })
    expect(await call('person.set', { name: '　' })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(valueOf(await call('person.set', { name: null }))).toEqual({ name: null })
  })

  it('shows the folder of the library and no other', async () => {
    const { call, log } = desk()
    expect(valueOf(await call('library.showFolder', {}))).toEqual({ shown: true })
    expect(log).toEqual(['show /库'])
  })

  it('shows a pack in the folder that was chosen, and nothing beside it', async () => {
    const { call, log } = desk({ pickPaths: () => Promise.resolve(['/资料']) })
    const chosen = valueOf(await call('folders.pick', {}))
    const folder = chosen?.grant ?? ('' as never)
    expect(valueOf(await call('pack.show', { folder, file: '便携包.html' }))).toEqual({ shown: true })
    expect(log).toEqual([`show ${join('/资料', '便携包.html')}`])
    for (const file of ['../别处.html', '/etc/passwd', '.html/..', '脚本.sh']) expect(await call('pack.show', { folder, file })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })

  it('opens a recent library by its token', async () => {
    const { call } = desk()
    const [recent] = valueOf(await call('library.recent', {}))
    expect(recent?.path).toBe('/旧库')
    expect(valueOf(await call('library.open', { folder: recent?.grant as never }))).toEqual(opened('/旧库'))
    expect(valueOf(await call('library.move', { folder: recent?.grant as never }))).toEqual(opened('/旧库'))
  })

  it.each(['toString', '__proto__', 'constructor', '', 'host.info ', 7, null, { method: 'host.info' }])('knows no method %j', async (method) => {
    const { call, core } = desk()
    expect(await call(method as never, {} as never)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(core).toEqual([])
  })

  it('never tells the page what went wrong inside', async () => {
    const { call } = desk({ showFolder: () => Promise.reject(new Error('/home/li/秘密')) })
    const reply = await call('library.showFolder', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'FAILED' } })
    expect(JSON.stringify(reply)).not.toContain('秘密')
  })
})
