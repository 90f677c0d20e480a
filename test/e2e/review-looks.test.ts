/** 核对 and 调整读法 keep nobody out: axe finds nothing, light and dark, at 100 and 150 %; and a boundary is moved by pointer as by key. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drop } from './drop.ts'
import { onEachHost, type Running } from './launch.ts'
import { CASES, COLLECTION } from './review-texts.ts'
import { axeViolations, goTo, launchWindow, LOOKS, showAs } from './window.ts'

const list = (page: Page) => page.getByRole('listbox', { name: '本批各篇' })
const bar = (page: Page, article: number) => page.locator(`.cut-bar[data-article="${String(article)}"]`)

onEachHost('the looks of the review', (kind) => {
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => {
    app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } })
    await goTo(app.page, '导入')
    await drop(app.page, [{ name: '案例集.md', content: COLLECTION }])
    await app.page.getByRole('button', { name: '案例集.md', exact: true }).click()
    await list(app.page).getByRole('option').nth(2).click()
    await app.page.getByRole('button', { name: '修改标题' }).waitFor()
  })
  afterAll(() => app.close())

  it('moves where an article begins by pointer and by key, and no further than its neighbours', async () => {
    const { page } = app
    await page.getByRole('button', { name: '调整读法…' }).click()
    await page.getByText(`这样读是 ${String(CASES)} 篇`).waitFor()
    const lineOf = (article: number): Promise<string> => page.locator('.cut-line').filter({ has: bar(page, article) }).locator('.cut-text').innerText()
    const pull = async (to: RegExp): Promise<void> => {
      const [from, target] = [await bar(page, 2).boundingBox(), await page.locator('.cut-line', { hasText: to }).first().boundingBox()]
      if (from === null || target === null) throw new Error('not on screen')
      await page.mouse.move(from.x + 60, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(target.x + 120, target.y + target.height - 8, { steps: 6 })
      await page.mouse.up()
    }
    await pull(/^一年下来，青禾镇用/)
    await expect.poll(() => lineOf(2)).toMatch(/^一年下来，青禾镇用/)
    await page.getByRole('listbox', { name: '原文各行' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => lineOf(2)).toMatch(/^青禾镇从前年起/)
    // Article 2 begins above: an article cannot begin before the one before it.
    await pull(/^柳坝镇从前年起/)
    await expect.poll(() => lineOf(2)).toMatch(/^(?:白石街道从前年起|一年下来，白石街道|# 青禾镇|青禾镇从前年起)/)
    await page.getByRole('button', { name: '还原' }).click()
    await expect.poll(() => lineOf(2)).toBe('# 青禾镇的“晒账日”')
    await page.getByRole('button', { name: '返回核对' }).click()
    await list(page).waitFor()
  })

  for (const look of LOOKS[kind]) {
    it(`finds nothing to object to: ${look.join(', ')} %`, async () => {
      const { page } = app
      const clean = async (): Promise<void> => { expect.soft(await axeViolations(page)).toEqual([]) }
      await showAs(app, look)
      await clean()
      await page.getByRole('button', { name: '修改作者' }).click()
      await page.getByRole('textbox', { name: '记者' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '调整读法…' }).click()
      await page.getByText(`这样读是 ${String(CASES)} 篇`).waitFor()
      await clean()
      await page.getByRole('button', { name: /^清洗规则/ }).click()
      await page.getByRole('list', { name: '清洗规则' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '返回核对' }).click()
      await list(page).waitFor()
    }, 120_000)
  }

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
