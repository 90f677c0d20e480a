/** Room for reading: list, text and case card beside one another on the screens of offices, and the tools on one line. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openDesk, type Desk } from './practices-page.ts'
import { useTool } from './window.ts'

const TITLE = '苏州：老沈调解室的一百个下午'

onEachHost('room for reading', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    await desk.open(TITLE)
    await desk.reader.focus()
    await desk.page.keyboard.press('t')
    await desk.panel.waitFor()
  })
  afterAll(() => desk.app.close())
  const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const list = () => desk.page.getByRole('listbox', { name: '条目列表' })
  const tools = () => desk.page.getByRole('toolbar', { name: '阅读工具' })
  const layout = () => desk.page.locator('.library-screen').getAttribute('data-layout')

  for (const [width, height] of [[1280, 720], [1366, 768], [1440, 900], [1600, 900]] as const) {
    it(`holds list, text and card beside one another at ${String(width)} × ${String(height)}`, async () => {
      await desk.page.setViewportSize({ width, height })
      await expect.poll(layout).toBe('two')
      await expect.poll(async () => (await boxOf(desk.panel)).y).toBe((await boxOf(desk.reader)).y)
      const [rows, text, card] = [await boxOf(list()), await boxOf(desk.reader), await boxOf(desk.panel)]
      expect([rows.x + rows.width <= text.x, text.x + text.width <= card.x, card.x + card.width]).toEqual([true, true, width])
      expect([rows.width >= 304, text.width >= 400, card.width >= 320]).toEqual([true, true, true])
    })

    it(`keeps the tools on one line at ${String(width)} × ${String(height)}, the others in the menu`, async () => {
      await desk.page.setViewportSize({ width, height })
      const bar = await boxOf(tools())
      expect(bar.height).toBeLessThan(56)
      for (const tool of await tools().getByRole('button').all()) {
        if (!(await tool.isVisible())) continue
        const box = await boxOf(tool)
        expect([box.y >= bar.y, box.y + box.height <= bar.y + bar.height, box.x + box.width <= bar.x + bar.width]).toEqual([true, true, true])
      }
    })
  }

  it('never scrolls the window itself when a fact leads to its sentence', async () => {
    await desk.panel.locator('.fact-line').last().click()
    await expect.poll(() => desk.lit.count()).toBeGreaterThan(0)
    await expect.poll(() => desk.page.evaluate(() => [document.documentElement.scrollTop, document.documentElement.scrollHeight - innerHeight])).toEqual([0, 0])
  })

  it('lets the list give way at 150 %, and has it back with one key', async () => {
    const { page } = desk
    await page.setViewportSize({ width: 1366, height: 768 })
    valueOf(await desk.app.call('settings.set', { zoom: 150 }))
    await expect.poll(layout).toBe('one')
    await expect.poll(() => list().count()).toBe(0)
    const [text, card] = [await boxOf(desk.reader), await boxOf(desk.panel)]
    expect([text.y === card.y, text.width >= 560, card.width >= 480]).toEqual([true, true, true])
    await desk.reader.focus()
    await page.keyboard.press('Escape')
    await expect.poll(layout).toBe('two')
    await expect.poll(() => list().evaluate((box) => box === document.activeElement)).toBe(true)
    await expect.poll(() => desk.panel.count()).toBe(0)
    await desk.reader.focus()
    await page.keyboard.press('t')
    await expect.poll(layout).toBe('one')
    await page.keyboard.press('/')
    await expect.poll(layout).toBe('two')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
    valueOf(await desk.app.call('settings.set', { zoom: 100 }))
  })

  it('keeps the place in the text while panes come and go', async () => {
    const { page, reader } = desk
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(layout).toBe('three')
    await reader.evaluate((box) => { box.dataset['same'] = 'yes' })
    await reader.focus()
    await page.keyboard.press('t')
    await expect.poll(layout).toBe('two')
    await expect.poll(() => reader.getAttribute('data-same')).toBe('yes')
    await page.keyboard.press('t')
    await expect.poll(layout).toBe('three')
    await expect.poll(() => reader.getAttribute('data-same')).toBe('yes')
  })

  it('leads every tool somewhere, whether it stands on the line or in the menu', async () => {
    const { page } = desk
    await page.setViewportSize({ width: 1280, height: 720 })
    await expect.poll(() => tools().getByRole('button', { name: '查找' }).isVisible()).toBe(false)
    await useTool(page, '查找')
    await page.getByRole('textbox', { name: '在正文中查找' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('textbox', { name: '在正文中查找' }).count()).toBe(0)
  })
})
