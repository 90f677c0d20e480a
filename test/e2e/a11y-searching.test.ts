/** Nobody is kept out of searching in depth: axe finds nothing with suggestions, chips, excluded values, explanations, the find bar, or nothing found; light and dark, at 100 and 150 %. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { axeViolations, emptyHome, filledHome, goTo, launchWindow, LOOKS, showAs } from './window.ts'

onEachHost('accessibility of searching', (kind) => {
  let app: Running
  let home: string
  beforeAll(async () => {
    home = filledHome()
    app = await launchWindow(kind, { home, viewport: { width: 1440, height: 900 } })
    valueOf(await app.call('searches.save', { name: '网格里的事', query: '网格', filters: NO_FILTERS, sort: 'relevance' }))
    valueOf(await app.call('searches.remember', { query: '调解' }))
    await app.page.reload()
    await app.page.getByRole('option').first().waitFor()
  })
  afterAll(async () => {
    await app.close()
    emptyHome(home)
  })

  for (const look of LOOKS[kind]) {
    it(`finds nothing to object to: ${look.join(', ')} %`, async () => {
      const { page } = app
      const search = page.locator('#search')
      const clean = async (): Promise<void> => {
        expect.soft(await axeViolations(page)).toEqual([])
      }
      await showAs(app, look)
      await goTo(page, '案例库')

      await search.fill('')
      await search.press('ArrowDown')
      await page.getByRole('listbox', { name: '搜索建议' }).waitFor()
      await clean()
      await search.press('Escape')

      await page.getByRole('button', { name: '怎样搜' }).click()
      await page.getByRole('button', { name: '12345*' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')

      // Chips of every kind, a value left out, stories with their sources, and why a hit stands where it does.
      await search.fill('网格员 非 物业')
      await expect.poll(() => page.getByRole('option').first().locator('mark').count()).toBeGreaterThan(0)
      const drawer = page.getByRole('button', { name: '筛选', exact: true })
      const inDrawer = await drawer.isVisible()
      if (inDrawer) await drawer.click()
      const year = page.getByRole('region', { name: '筛选' }).getByRole('checkbox', { name: /^2023/ })
      await year.click({ modifiers: ['Alt'] })
      await clean()
      if (inDrawer) await page.locator('.facet-drawer').getByRole('button', { name: 'Close' }).or(page.locator('.facet-drawer .ant-drawer-close')).first().click()
      await page.getByRole('button', { name: '同源合并' }).click()
      await page.getByRole('listbox', { name: '条目列表' }).focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('w')
      await page.getByRole('dialog', { name: /为什么在这里$/ }).getByRole('listitem').first().waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '同源合并' }).click()
      await page.getByRole('button', { name: '去掉筛选“2023”' }).click()

      await search.fill('网格 "绝无此语"')
      await page.getByRole('button', { name: '只搜“网格”' }).waitFor()
      await clean()
      await search.fill('')
      await search.press('Escape')

      await page.getByRole('option').first().click()
      const reader = page.getByRole('article', { name: '阅读' })
      await reader.focus()
      await page.keyboard.press('Control+f')
      await page.getByRole('search').getByRole('textbox').fill('的')
      await expect.poll(() => page.getByRole('search').getByRole('status').innerText()).toMatch(/^1 \/ /)
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name: '状态与复核日期…' }).click()
      await page.getByRole('dialog', { name: '状态与复核日期' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: '状态与复核日期' }).waitFor({ state: 'hidden' })
    }, 240_000)
  }
})
