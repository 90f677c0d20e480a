/** What only Electron's host does: menu bar, context menu, one running program, its window's place, and getting up again after a crash. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Journal } from '../standin/journal.ts'
import type { UtilityProcess } from '../standin/utility-process.ts'
import { answerOpenDialog, valueOf } from './choose.ts'
import { launch, onEachHost, onElectronHosts, type Running } from './launch.ts'

declare const __standin: Journal & { readonly processes: Set<UtilityProcess> }

onElectronHosts('the desktop', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('sends a command of the menu bar to the page', async () => {
    await app.page.evaluate(() => {
      const heard: unknown[] = []
      Reflect.set(window, 'heard', heard)
      Reflect.get(window, 'casebook').on('menu.command', (value: unknown) => heard.push(value))
    })
    await app.evaluate(({ Menu }) => {
      for (const id of ['import.files', 'palette.open']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
    })
    await expect.poll(() => app.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([{ command: 'import.files' }, { command: 'palette.open' }])
  })

  it('gives a token for what a person picks in the system\'s dialog', async () => {
    await answerOpenDialog(app, [join(app.home, '甲.txt'), join(app.home, '乙.md')])
    expect(valueOf(await app.call('files.pick', { what: 'files' })).map(({ name, folder }) => [name, folder])).toEqual([['甲.txt', false], ['乙.md', false]])
    await answerOpenDialog(app, [])
    expect([valueOf(await app.call('files.pick', { what: 'folder' })), valueOf(await app.call('folders.pick', {}))]).toEqual([[], null])
  })

  it('does not let a page look around in the folders of the computer', async () => {
    expect(await app.call('folders.list', { folder: null })).toMatchObject({ ok: false, error: { code: 'DENIED' } })
  })

  it('copies through the system\'s clipboard', async () => {
    valueOf(await app.call('clipboard.write', { text: '“小巷管家”——《安宁晚报》' }))
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('“小巷管家”——《安宁晚报》')
  })

  it('comes to the front when it is started a second time', async () => {
    const state = await app.evaluate(({ app: program, BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.minimize()
      program.emit('second-instance')
      return [window?.isMinimized(), window?.isVisible()]
    })
    expect(state).toEqual([false, true])
  })
})

onElectronHosts('the window', (kind) => {
  it('opens where it stood', async () => {
    const home = mkdtempSync(join(tmpdir(), 'casebook-bounds-'))
    const bounds = { x: 120, y: 80, width: 1000, height: 700 }
    const first = await launch(kind, { home })
    await first.evaluate(({ BrowserWindow }, wanted) => { BrowserWindow.getAllWindows()[0]?.setBounds(wanted) }, bounds)
    await first.close()
    const second = await launch(kind, { home })
    expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(bounds)
    expect(JSON.parse(readFileSync(join(second.userData, 'window.json'), 'utf8'))).toEqual({ ...bounds, maximized: false })
    await second.close()
    rmSync(home, { recursive: true, force: true })
  })
})

onEachHost('after a crash', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('the library is opened again by itself, and the page is told', async () => {
    valueOf(await app.call('entries.create', { title: '楼门议事', body: '每周三晚，居民在楼门口议事。' }))
    await app.page.evaluate(() => {
      const heard: unknown[] = []
      Reflect.set(window, 'states', heard)
      Reflect.get(window, 'casebook').on('library.state', ({ state }: { state: string }) => heard.push(state))
    })
    await app.evaluate(() => { for (const child of __standin.processes) child.kill() })
    await expect.poll(() => app.page.evaluate(() => Reflect.get(window, 'states')), { timeout: 10_000 }).toEqual(['failed', 'open'])
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', entries: 1 })
  })

  it('the page is loaded again while the library stays open', async () => {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const loaded = new Promise<void>((resolve) => { window?.webContents.once('did-finish-load', () => { resolve() }) })
      window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
      return loaded
    })
    await app.page.waitForLoadState('load')
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', entries: 1 })
  })

  it('a page that keeps crashing asks instead of loading for ever', async () => {
    const questions = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      let asked = 0
      dialog.showMessageBox = () => {
        asked += 1
        return new Promise(() => undefined)
      }
      const [window] = BrowserWindow.getAllWindows()
      for (let crash = 0; crash < 2; crash++) window?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
      await new Promise((resolve) => setTimeout(resolve, 300))
      return asked
    })
    expect(questions).toBe(1)
  })

  it('shows a menu on a text field and on a selection, and none elsewhere', async () => {
    const shown = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const editFlags = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
      const before = __standin.notes.length
      for (const [isEditable, selectionText] of [[true, ''], [false, '小巷管家'], [false, '  ']] as const) contents?.emit('context-menu', {}, { isEditable, selectionText, editFlags })
      return __standin.notes.slice(before)
    })
    expect(shown).toEqual(['menu popup: 撤销输入 重做输入 separator 剪切 复制 粘贴 separator 全选', 'menu popup: 复制'])
  })
}, ['stand-in'])
