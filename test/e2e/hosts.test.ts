/** What every host does alike: the same page over the same contract, and a library that may fail without taking the window along. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HostInfo } from '../../electron/contract/host.ts'
import { chooseFolder, valueOf } from './choose.ts'
import { launch, onEachHost, root, type Running } from './launch.ts'
import { listen } from './loopback.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; dependencies: Record<string, string> }
const staged = (app: Running): string[] => {
  const folder = app.kind === 'browser host' ? join(app.home, 'staging') : join(app.userData, 'staging')
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.bin')).map((entry) => join(entry.parentPath, entry.name)) : []
}

onEachHost('a host', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('stamps the page with its kind', async () => {
    await expect.poll(() => app.page.locator('meta[name=casebook-host]').getAttribute('content')).toBe(kind === 'browser host' ? 'browser' : 'electron')
  })

  it('describes itself, and names every package that is in it', async () => {
    const info = HostInfo.parse(valueOf(await app.call('host.info', {})))
    expect(info).toMatchObject({ kind: kind === 'browser host' ? 'browser' : 'electron', version: manifest.version, nativeDialogs: kind !== 'browser host', nativeMenu: kind !== 'browser host' })
    expect(info.runtime).toMatch(kind === 'browser host' ? /^Node 24/ : /^Electron \d+/)
    const names = info.licences.map(({ name }) => name)
    const versions = info.licences.map(({ name, version }) => `${name}@${version}`)
    expect(names).toEqual(expect.arrayContaining(['react', 'react-dom', 'zod', ...Object.keys(manifest.dependencies)]))
    expect(versions).toEqual([...new Set(versions)])
  })

  it('opens the library of its own home', async () => {
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', folder: app.library })
  })

  it('refuses what the contract does not know, with a code and without a stack', async () => {
    const bad = [
      app.call('settings.set', { zoom: 99 } as never),
      app.call('settings.set', { theme: 'dark', extra: 1 } as never),
      app.call('entries.get', { id: '../../etc/passwd' } as never),
      app.call('files.stage', { name: '', bytes: new Uint8Array() }),
      app.call('link.open', { url: 'file:///etc/passwd' }),
    ]
    for (const reply of await Promise.all(bad)) expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(JSON.stringify(await Promise.all(bad))).not.toMatch(/\bat \w|node:|\.js/)
  })

  it('passes events of the core on to the page', async () => {
    const heard = await hear(app, 'settings.changed')
    valueOf(await app.call('settings.set', { density: 'compact' }))
    await expect.poll(heard).toEqual([expect.objectContaining({ density: 'compact' })])
  })

  it('keeps dropped bytes in a private folder under a name of its own, and shows the page a token', async () => {
    const granted = valueOf(await app.call('files.stage', { name: '资料/../../../etc/passwd', bytes: new Uint8Array([1, 2, 3]) }))
    expect(granted).toEqual({ grant: expect.stringMatching(/^[\w-]{43}$/), name: '资料/../../../etc/passwd', folder: false })
    const [path = ''] = staged(app)
    expect(basename(path)).toMatch(/^[0-9a-f-]{36}\.bin$/)
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    const modes = [statSync(dirname(path)).mode & 0o777, statSync(path).mode & 0o777]
    expect(modes).toEqual(process.platform === 'win32' ? modes : [0o700, 0o600])
  })

  it('knows no grant that it did not give', async () => {
    const unknown = 'x'.repeat(43) as never
    for (const reply of [await app.call('import.start', { grants: [unknown], confirmed: false }), await app.call('library.open', { folder: unknown }), await app.call('library.backup', { to: unknown })]) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'NO_SUCH_GRANT' } })
    }
  })

  it('takes no file for a folder', async () => {
    const { grant } = valueOf(await app.call('files.stage', { name: '甲.txt', bytes: new Uint8Array([65]) }))
    expect(await app.call('library.open', { folder: grant })).toMatchObject({ ok: false, error: { code: 'NO_SUCH_GRANT' } })
  })
})

onEachHost('reading a file', (kind) => {
  it('goes through the helper process and back, and the staged copy is gone', async () => {
    const app = await launch(kind)
    try {
      const good = valueOf(await app.call('files.stage', { name: '楼门.txt', bytes: new TextEncoder().encode('楼门议事会\n\n每周三晚，居民在楼门口议事，说的是停车，议的是晾衣。\n') }))
      const bad = valueOf(await app.call('files.stage', { name: '照片.txt', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) }))
      const { id } = valueOf(await app.call('import.start', { grants: [good.grant, bad.grant], confirmed: false }))
      await expect.poll(async () => valueOf(await app.call('import.batches', {}))[0]?.state, { timeout: 20_000 }).toBe('done')
      const { files } = valueOf(await app.call('import.files', { id, offset: 0, limit: 10 }))
      expect(files.map(({ file, outcome, fault }) => [file, outcome, fault?.code ?? null])).toEqual([['照片.txt', 'failed', 'BINARY'], ['楼门.txt', 'imported', null]])
      expect(staged(app)).toEqual([])
    } finally {
      await app.close()
    }
  })
})

onEachHost('another library', (kind) => {
  let app: Running
  let elsewhere = ''
  beforeAll(async () => {
    elsewhere = mkdtempSync(join(tmpdir(), 'casebook-elsewhere-'))
    mkdirSync(join(elsewhere, '空'))
    mkdirSync(join(elsewhere, '照片'))
    writeFileSync(join(elsewhere, '照片', '合影.jpg'), 'x')
    app = await launch(kind, { home: join(elsewhere, 'home') })
  })
  afterAll(async () => {
    await app.close()
    rmSync(elsewhere, { recursive: true })
  })

  it('is not made in a folder that holds something else, and the present one stays open', async () => {
    const folder = await chooseFolder(app, join(elsewhere, '照片'))
    expect(await app.call('library.open', { folder })).toMatchObject({ ok: false, error: { code: 'NOT_A_LIBRARY' } })
    expect(readdirSync(join(elsewhere, '照片'))).toEqual(['合影.jpg'])
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', folder: app.library })
  })

  it('is made in an empty folder, announced, and listed with the one before', async () => {
    const heard = await hear(app, 'library.state')
    const state = valueOf(await app.call('library.open', { folder: await chooseFolder(app, join(elsewhere, '空')) }))
    expect(state).toMatchObject({ state: 'open', folder: join(elsewhere, '空'), entries: 0 })
    await expect.poll(heard).toEqual([state])
    expect(valueOf(await app.call('library.recent', {})).map(({ path }) => path)).toEqual([app.library])
  })

  it('is the one that opens at the next start', async () => {
    await app.close()
    app = await launch(kind, { home: app.home })
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', folder: join(elsewhere, '空') })
    const [before] = valueOf(await app.call('library.recent', {}))
    expect(valueOf(await app.call('library.open', { folder: before?.grant ?? ('' as never) }))).toMatchObject({ folder: app.library })
  })
})

onEachHost('moving the library', (kind) => {
  let app: Running
  let elsewhere = ''
  beforeAll(async () => {
    elsewhere = mkdtempSync(join(tmpdir(), 'casebook-moving-'))
    for (const name of ['新家', '满']) mkdirSync(join(elsewhere, name))
    writeFileSync(join(elsewhere, '满', '别的.txt'), 'x')
    app = await launch(kind, { home: join(elsewhere, 'home') })
    valueOf(await app.call('entries.create', { title: '楼门议事', body: '每周三晚，居民在楼门口议事。' }))
  })
  afterAll(async () => {
    await app.close()
    rmSync(elsewhere, { recursive: true })
  })

  it('refuses a folder that holds something, and goes on where it was', async () => {
    expect(await app.call('library.move', { folder: await chooseFolder(app, join(elsewhere, '满')) })).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' } })
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ folder: app.library, entries: 1 })
    valueOf(await app.call('settings.set', { density: 'comfortable' }))
  })

  it('goes on in the new folder with everything, and leaves the old one as it was', async () => {
    const state = valueOf(await app.call('library.move', { folder: await chooseFolder(app, join(elsewhere, '新家')) }))
    expect(state).toMatchObject({ state: 'open', folder: join(elsewhere, '新家'), entries: 1 })
    valueOf(await app.call('entries.create', { title: '巷道巡更', body: '巡更员每晚两次走遍巷道。' }))
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ entries: 2 })
    const [before] = valueOf(await app.call('library.recent', {}))
    expect(before?.path).toBe(app.library)
    expect(valueOf(await app.call('library.open', { folder: before?.grant ?? ('' as never) }))).toMatchObject({ folder: app.library, entries: 1 })
  })
})

onEachHost('a library that cannot be opened', (kind) => {
  it('leaves the window up, says why, and opens once the reason is gone', async () => {
    const home = mkdtempSync(join(tmpdir(), 'casebook-corrupt-'))
    mkdirSync(join(home, 'library'))
    writeFileSync(join(home, 'library', 'library.db'), 'this is no database, however long it may be. '.repeat(200))
    const app = await launch(kind, { home })
    try {
      expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'failed', folder: join(home, 'library'), fault: { code: 'LIBRARY_CORRUPT' } })
      expect(await app.call('trash.list', {})).toMatchObject({ ok: false, error: { code: 'LIBRARY_CLOSED' } })
      await expect.poll(() => app.page.locator('meta[name=casebook-host]').count()).toBe(1)
      rmSync(join(home, 'library'), { recursive: true })
      expect(valueOf(await app.call('library.retry', {}))).toMatchObject({ state: 'open' })
      expect(valueOf(await app.call('trash.list', {}))).toEqual([])
    } finally {
      await app.close()
      rmSync(home, { recursive: true, force: true })
    }
  })

  it('is left alone while another program has it open', async () => {
    const first = await launch(kind)
    const home = mkdtempSync(join(tmpdir(), 'casebook-second-'))
    const second = await launch(kind, { home, library: first.library })
    try {
      expect(valueOf(await second.call('library.state', {}))).toMatchObject({ state: 'failed', fault: { code: 'LIBRARY_LOCKED' } })
      await first.close()
      expect(valueOf(await second.call('library.retry', {}))).toMatchObject({ state: 'open' })
    } finally {
      await second.close()
      rmSync(home, { recursive: true, force: true })
    }
  })
})

onEachHost('leaving', (kind) => {
  it('closes the library and clears what was staged', async () => {
    const home = mkdtempSync(join(tmpdir(), 'casebook-leaving-'))
    const app = await launch(kind, { home })
    valueOf(await app.call('files.stage', { name: '甲.txt', bytes: new Uint8Array([65]) }))
    await app.close()
    expect(staged(app)).toEqual([])
    expect(readdirSync(join(home, 'library')).filter((name) => /lock$|-wal$/.test(name))).toEqual([])
    rmSync(home, { recursive: true })
  })
})

describe('the program that is built', () => {
  it('keeps its chunks beside its entries, because they look for each other there', () => {
    const entries = readdirSync(join(root, 'out', 'main'), { withFileTypes: true })
    expect(entries.filter((entry) => entry.isDirectory())).toEqual([])
    expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['index.js', 'browser-host.js', 'library.js', 'reader.js']))
  })
})

/** What the page hears of one event from now on. */
async function hear(app: Running, event: 'settings.changed' | 'library.state'): Promise<() => Promise<unknown[]>> {
  if (app.address !== null) {
    const { seen } = await listen(app.address)
    return () => Promise.resolve(seen.filter(([name]) => name === event).map(([, value]) => value))
  }
  await app.page.evaluate((name) => {
    const heard: unknown[] = []
    Reflect.set(window, `heard ${name}`, heard)
    Reflect.get(window, 'casebook').on(name, (value: unknown) => heard.push(value))
  }, event)
  return () => app.page.evaluate((name) => [...Reflect.get(window, `heard ${name}`)], event)
}
