/** Ctrl+F: in the text one reads, across the board, and on every other screen; by keyboard alone and beside an input method. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { onEachHost } from './launch.ts'
import { openShelf, type Shelf } from './library-page.ts'
import { goTo, useTool } from './window.ts'

const marked = (page: Page): Promise<readonly [all: number, now: string]> =>
  page.evaluate(() => {
    const now = [...(CSS.highlights.get('found-now') ?? [])][0]
    return [CSS.highlights.get('found')?.size ?? 0, now instanceof Range ? now.toString() : '']
  })

onEachHost('finding on the page', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openShelf(kind)
  })
  afterAll(() => shelf.app.close())
  const bar = () => shelf.page.getByRole('search')
  const box = () => bar().getByRole('textbox')
  const at = (): Promise<string> => bar().getByRole('status').innerText()

  describe('in the text that is read', () => {
    afterEach(async () => {
      await shelf.page.keyboard.press('Escape')
    })

    it('marks every place, goes on with Enter and back with Shift+Enter, and leaves with Escape', async () => {
      const { page, reader, find } = shelf
      await find('楼门议事', 1)
      await expect.poll(() => reader.getByRole('heading', { level: 1 }).textContent()).toContain('楼门议事')
      await reader.focus()
      await page.keyboard.press('Control+f')
      await box().waitFor()
      await expect.poll(() => box().evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.insertText('白板')
      await expect.poll(at).toBe('1 / 3')
      await expect.poll(() => marked(page)).toEqual([3, '白板'])
      for (const [key, place] of [['Enter', '2 / 3'], ['Enter', '3 / 3'], ['Enter', '1 / 3'], ['Shift+Enter', '3 / 3']] as const) {
        await page.keyboard.press(key)
        await expect.poll(at).toBe(place)
      }
      await page.keyboard.press('Escape')
      await expect.poll(() => bar().count()).toBe(0)
      await expect.poll(() => marked(page)).toEqual([0, ''])
      await expect.poll(() => reader.evaluate((text) => text === document.activeElement)).toBe(true)
      // What was searched for is marked again, and the box of the library was not touched.
      await expect.poll(() => shelf.search.inputValue()).toBe('楼门议事')
    })

    it('takes 繁体 and full-width letters for the same, and says when there is nothing', async () => {
      const { page, reader } = shelf
      await reader.focus()
      await page.keyboard.press('Control+f')
      await box().fill('議事角')
      await expect.poll(at).toBe('1 / 2')
      expect((await marked(page))[1]).toBe('议事角')
      await box().fill('没有这句话')
      await expect.poll(at).toBe('没有找到')
      await expect.poll(() => marked(page)).toEqual([0, ''])
    })

    it('leaves an input method alone until it is done', async () => {
      const { page, reader } = shelf
      await reader.focus()
      await page.keyboard.press('Control+f')
      await box().fill('')
      const cdp = await page.context().newCDPSession(page)
      for (const text of ['b', 'bai', 'bai ban']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      for (const key of ['Process', 'Enter', 'Escape']) await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: 'Enter', windowsVirtualKeyCode: 229 })
      await expect.poll(() => bar().count()).toBe(1)
      await expect.poll(() => at()).toBe('')
      await cdp.send('Input.insertText', { text: '白板' })
      await expect.poll(at).toBe('1 / 3')
      await cdp.detach()
    })

    it('looks through the original beside it as well', async () => {
      const { page, reader } = shelf
      await reader.focus()
      await page.keyboard.press('Control+f')
      await box().fill('打印本页')
      await expect.poll(at).toBe('没有找到')
      await useTool(page, '看原文')
      await expect.poll(at).toBe('1 / 1')
      await useTool(page, '看整理稿')
      await expect.poll(at).toBe('没有找到')
      await box().focus()
    })
  })

  it('goes to the search box from the list, and by Ctrl+Shift+F from anywhere', async () => {
    const { page, list, reader } = shelf
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
    await list.focus()
    await page.keyboard.press('Control+f')
    await expect.poll(focused).toBe('search')
    await reader.focus()
    await page.keyboard.press('Control+Shift+f')
    await expect.poll(focused).toBe('search')
  })

  it('takes what stands in the box as typed over: in the list, in 数据 and in 词典', async () => {
    const { page, list, find } = shelf
    const selected = (): Promise<readonly (string | undefined)[]> => page.evaluate(() => {
      const input = document.activeElement instanceof HTMLInputElement ? document.activeElement : null
      return [input?.id, input?.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)]
    })
    await find('楼门议事', 1)
    await list.focus()
    await page.keyboard.press('Control+f')
    await expect.poll(() => selected()).toEqual(['search', '楼门议事'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Shift+f')
    await expect.poll(() => selected()).toEqual(['search', '楼门议事'])
    for (const [screen, tab] of [['数据', null], ['词典', '同义词']] as const) {
      await goTo(page, screen)
      if (tab !== null) await page.getByRole('radiogroup', { name: '看哪一部分' }).getByText(tab).click()
      const filter = page.locator('[data-filter-box]:visible')
      await filter.fill('网格')
      await page.keyboard.press('Control+f')
      expect((await selected())[1]).toBe('网格')
      await expect.poll(() => bar().count()).toBe(0)
      await filter.fill('')
    }
    await goTo(page, '案例库')
    await find('', 25)
  })

  it('looks through the cells of a board, the sentences behind them and the evidence', async () => {
    const { page, find, list } = shelf
    await find('', 25)
    await list.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press(kind === 'browser host' ? 'Alt+b' : 'Control+b')
    await goTo(page, '对照')
    await page.locator('[data-cell="0-0"]').waitFor()
    await page.keyboard.press('Control+f')
    await box().fill('网格员')
    await expect.poll(async () => Number((await at()).split(' / ')[1])).toBeGreaterThan(0)
    const before = Number((await at()).split(' / ')[1])
    const cell = page.locator('.cell').filter({ hasText: '网格员' }).first()
    await cell.click()
    await page.getByRole('complementary', { name: /^依据/ }).waitFor()
    await expect.poll(async () => Number((await at()).split(' / ')[1])).toBeGreaterThan(before)
    await box().press('Enter')
    await expect.poll(at).toMatch(/^2 \/ /)
    await box().press('Escape')
    await expect.poll(() => bar().count()).toBe(0)
  })

  it.each(['导入', '回收站', '设置', '做法'])('opens a bar on %s, which goes when one leaves', async (screen) => {
    const { page } = shelf
    await goTo(page, screen)
    await page.keyboard.press('Control+f')
    await box().fill(screen)
    await expect.poll(at).toMatch(/^1 \/ \d+$/)
    await goTo(page, '案例库')
    await expect.poll(() => bar().count()).toBe(0)
  })
})
