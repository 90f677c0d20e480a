/** 导出便携包, on every host: from what the list shows to a file that opens without the program. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { manyEntries } from '../core/library/many.ts'
import { valueOf } from './choose.ts'
import { answerFolder } from './folder-dialog.ts'
import { onEachHost, type Running } from './launch.ts'
import { openShelf, type Shelf } from './library-page.ts'
import { openPack, startBrowser } from './pack-page.ts'
import { axeViolations, launchWindow } from './window.ts'

/** Presses 选择文件夹并导出 and answers with the folder. */
const exportTo = (target: string, app: Running): Promise<void> => answerFolder(app, app.page.getByRole('dialog', { name: '导出便携包' }).getByRole('button', { name: '选择文件夹并导出' }), target)

onEachHost('exporting a portable pack', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-pack-'))
  const target = join(folder, '给各县的材料')
  let shelf: Shelf
  let browser: Browser
  let dialog: Locator
  beforeAll(async () => {
    mkdirSync(target)
    browser = await startBrowser()
    shelf = await openShelf(kind)
    dialog = shelf.page.getByRole('dialog', { name: '导出便携包' })
    const { id, revision } = await shelf.entry('淄博市：积分换服务的第16个月')
    valueOf(await shelf.app.call('entries.edit', { id, revision, change: { rightsLevel: 'restricted' } }))
  })
  afterAll(async () => {
    await shelf.app.close()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const files = (): readonly string[] => readdirSync(target).sort()

  it('says what goes in before anything is written', async () => {
    await shelf.find('积分换服务', 4)
    await shelf.page.getByRole('button', { name: '把当前列表导出为便携包' }).click()
    await dialog.waitFor()
    await dialog.getByText('4 条，约').waitFor()
    await expect.poll(() => dialog.getByText('其中 1 条限制转载：只带标题、出处与做法，不带正文。').isVisible()).toBe(true)
    await expect.poll(() => dialog.getByLabel('文件名').inputValue()).toMatch(/^善治案例库-便携包-\d{4}-\d\d-\d\d$/)
    await expect.poll(() => dialog.getByLabel('标题').evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await axeViolations(shelf.page)).toEqual([])
  })

  it('refuses a name that no system takes', async () => {
    for (const name of ['a/b', 'con', '结尾.']) {
      await dialog.getByLabel('文件名').fill(name)
      await dialog.getByText('不能含有').waitFor()
    }
    await dialog.getByLabel('文件名').fill('积分换服务')
    await dialog.getByText('写成“积分换服务.html”').waitFor()
  })

  it('writes the file and says where it is', async () => {
    await dialog.getByLabel('标题').fill('积分换服务四例')
    await exportTo(target, shelf.app)
    await shelf.page.getByText('便携包已写好：4 条').waitFor()
    await expect.poll(() => shelf.page.getByText(join(target, '积分换服务.html')).isVisible()).toBe(true)
    expect(files()).toEqual(['积分换服务.html'])
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => shelf.page.getByRole('button', { name: '打开文件夹' }).count()).toBe(kind === 'browser host' ? 0 : 1)
  })

  it('is also found in the command palette, overwrites nothing, and keeps what was typed', async () => {
    const { page } = shelf
    const before = statSync(join(target, '积分换服务.html')).mtimeMs
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '命令面板' }).fill('便携包')
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await dialog.getByLabel('文件名').fill('积分换服务')
    await exportTo(target, shelf.app)
    await page.getByText('已存在，没有覆盖').waitFor()
    await expect.poll(() => dialog.getByLabel('文件名').inputValue()).toBe('积分换服务')
    expect([files(), statSync(join(target, '积分换服务.html')).mtimeMs]).toEqual([['积分换服务.html'], before])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('opens without the program, is searched and read, and asks nobody for anything', async () => {
    // The file alone, somewhere else.
    const copy = join(folder, 'copied.html')
    writeFileSync(copy, readFileSync(join(target, '积分换服务.html')))
    const { page, requests, complaints } = await openPack(browser, copy)
    await expect.poll(() => page.title()).toBe('积分换服务四例')
    const rows = page.getByRole('option')
    await expect.poll(() => rows.count()).toBe(4)
    await page.getByRole('searchbox').fill('走一圈 合肥市')
    await expect.poll(() => rows.locator('.row-title').allInnerTexts()).toEqual(['合肥市：积分换服务的第15个月'])
    await expect.poll(() => page.locator('.body mark').first().innerText()).toBe('合肥市')
    await page.getByRole('searchbox').fill('淄博市')
    await expect.poll(() => page.locator('.withheld').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.body').count()).toBe(0)
    expect([requests, complaints]).toEqual([[], []])
    await page.context().close()
  })

  it('leaves the window without complaints', () => {
    expect(shelf.app.complaints).toEqual([])
  })
})

onEachHost('exporting more than one pack holds', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-packs-'))
  const target = join(folder, '导出')
  let app: Running
  beforeAll(async () => {
    mkdirSync(target)
    await manyEntries(join(folder, 'library'), 1001)
    app = await launchWindow(kind, { library: join(folder, 'library') })
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('offers to split, and writes each part', async () => {
    const { page } = app
    await page.getByRole('option').first().waitFor()
    await page.getByRole('button', { name: '把当前列表导出为便携包' }).click()
    const dialog = page.getByRole('dialog', { name: '导出便携包' })
    await dialog.getByText('超过一个便携包的上限 1000 条').waitFor()
    const button = dialog.getByRole('button', { name: '选择文件夹并导出' })
    await expect.poll(() => button.isDisabled()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('分成 2 个文件').check()
    await dialog.getByLabel('文件名').fill('全部')
    await dialog.getByText('写成“全部-1.html”起的 2 个文件').waitFor()
    await exportTo(target, app)
    await page.getByText('便携包已写好：1001 条').waitFor()
    expect(readdirSync(target).sort()).toEqual(['全部-1.html', '全部-2.html'])
  })
})
