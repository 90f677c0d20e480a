/**
 * The first minute, by keyboard alone: cases are there; 警网融合 is typed and opened; its practices lead to their sentences; 淮南 and 淄博
 * are put side by side; a cell's sentence lights up in its text; a pack is written, and opens without the program.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOpenDialog } from './choose.ts'
import { HUAINAN, ZIBO } from './first-minute-texts.ts'
import { onEachHost } from './launch.ts'
import { gone, importTexts, openWindow, type Shelf } from './library-page.ts'
import { openPack, startBrowser } from './pack-page.ts'

onEachHost('the first minute', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-minute-'))
  const alt = kind === 'browser host' ? 'Alt' : 'Control'
  let shelf: Shelf
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
    shelf = await openWindow(kind, { bundled: true })
    const { app, page } = shelf
    await importTexts(app, [HUAINAN, ZIBO])
    await gone(page.getByText('导入完成'))
  })
  afterAll(async () => {
    await shelf.app.close()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const focused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement)).catch(() => false)
  /** Presses Tab until it gets there, as a person does. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let presses = 0; presses < 80; presses++) {
      if (await focused(target)) return
      await shelf.page.keyboard.press('Tab')
    }
    throw new Error('Tab never got there')
  }
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await shelf.page.keyboard.press(key)
  }

  it('shows cases at once', async () => {
    await shelf.rows.first().waitFor()
    await expect.poll(() => shelf.total()).toBe('7 条')
  })

  it('finds what is typed, opens it, and leads from its practices to their sentences', async () => {
    const { page, rows, list, reader, total } = shelf
    await press('/')
    await page.keyboard.insertText('警网融合')
    // Ours and three of the five summaries.
    await expect.poll(total).toBe('4 条')
    await press('ArrowDown')
    await expect.poll(() => focused(list)).toBe(true)
    const at = (await rows.locator('.result-title').allTextContents()).findIndex((title) => title.startsWith('淮南：民警'))
    for (let n = 0; n < at; n++) await press('j')
    await press('Enter')
    await expect.poll(() => focused(reader)).toBe(true)
    await reader.getByRole('heading', { level: 1, name: '淮南：民警和网格员一起敲门' }).waitFor()
    await press('t')
    await page.getByRole('complementary', { name: '案例卡' }).waitFor()
    await press(']')
    await expect.poll(() => reader.locator('mark.lit').textContent()).toContain('进网格')
  })

  it('puts 淮南 and 淄博 side by side', async () => {
    const { page } = shelf
    await press(`${alt}+2`)
    const picker = page.getByRole('combobox', { name: '添加地区或案例' })
    for (const place of ['淮南', '淄博']) {
      await tabTo(picker)
      await page.keyboard.insertText(place)
      await page.locator('.ant-select-item-option').filter({ hasText: `${place}市` }).first().waitFor()
      await press('Enter')
    }
    await expect.poll(() => page.locator('.matrix .column-label').allTextContents()).toEqual(['淮南市', '淄博市'])
  })

  it('opens a cell, and its sentence lights up in the text', async () => {
    const { page, reader } = shelf
    await press('Escape')
    await tabTo(page.locator('[data-cell="0-0"]'))
    await press('ArrowRight', 'Enter')
    const evidence = page.getByRole('complementary', { name: /^依据：网格化治理，淄博市/ })
    await evidence.waitFor()
    await press('F6')
    await expect.poll(() => focused(evidence)).toBe(true)
    const sentence = evidence.locator('.evidence-sentence > button').first()
    await tabTo(sentence)
    const words = await sentence.textContent()
    await press('Enter')
    await expect.poll(() => reader.locator('mark.lit').textContent()).toBe(words)
    expect(words).toContain('网格')
  })

  it('writes a pack that opens without the program', async () => {
    const { app, page } = shelf
    await press('Control+k')
    await page.getByRole('combobox', { name: '命令面板' }).waitFor()
    await page.keyboard.insertText('便携包')
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: '导出便携包' })
    await dialog.getByText('4 条，约').waitFor()
    if (app.kind !== 'browser host') await answerOpenDialog(app, [folder])
    await tabTo(dialog.getByRole('button', { name: '选择文件夹并导出' }))
    await press('Enter')
    if (app.kind === 'browser host') {
      const folders = page.getByRole('dialog', { name: '选择文件夹' })
      const list = folders.getByRole('list', { name: '文件夹' })
      let here = ''
      for (const name of ['', ...folder.split(sep).filter((part) => part !== '')]) {
        await tabTo(list.getByRole('button', { name: name === '' ? '/' : name, exact: true }))
        await press('Enter')
        here += here.endsWith('/') || name === '' ? (name === '' ? '/' : name) : `/${name}`
        await folders.getByText(here, { exact: true }).waitFor()
      }
      await tabTo(folders.getByRole('button', { name: '使用这个文件夹' }))
      await press('Enter')
    }
    await page.getByText('便携包已写好：4 条').waitFor()
    const [year, month, day] = [new Date().getFullYear(), new Date().getMonth() + 1, new Date().getDate()]
    const name = `善治案例库-便携包-${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}.html`
    const pack = await openPack(browser, join(folder, name))
    await pack.page.getByRole('searchbox').fill('警网融合')
    await expect.poll(() => pack.page.getByRole('option').count()).toBe(4)
    expect([pack.requests, pack.complaints]).toEqual([[], []])
    await pack.page.context().close()
    expect(app.complaints).toEqual([])
  })
})
