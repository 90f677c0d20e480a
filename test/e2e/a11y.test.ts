/** Nobody is kept out: axe finds nothing on any screen, light and dark, at 100 and 150 %, with a drawer, a menu, a dialog or an error open. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { axeViolations, emptyHome, FILLED, filledHome, goTo, launchWindow, LOOKS, showAs, useTool } from './window.ts'

/** A board of two columns; the second look finds it as the first has left it. */
async function compares(page: Page): Promise<void> {
  const picker = page.getByRole('combobox', { name: '添加地区或案例' })
  for (let columns = await page.locator('.matrix .column-label').count(); columns < 2; columns++) {
    await picker.click()
    await page.locator('.ant-select-item-option').first().click()
    await expect.poll(() => page.locator('.matrix .column-label').count()).toBe(columns + 1)
  }
  await page.keyboard.press('Escape')
}

onEachHost('accessibility', (kind) => {
  let app: Running
  let home: string
  beforeAll(async () => {
    home = filledHome()
    app = await launchWindow(kind, { home, viewport: { width: 1440, height: 900 } })
  })
  afterAll(async () => {
    await app.close()
    emptyHome(home)
  })

  for (const look of LOOKS[kind]) {
    it(`finds nothing to object to: ${look.join(', ')} %`, async () => {
      const { page } = app
      const clean = async (): Promise<void> => {
        expect.soft(await axeViolations(page)).toEqual([])
      }
      await showAs(app, look)

      await goTo(page, '案例库')
      await page.locator('#search').fill('')
      await expect.poll(() => page.getByRole('listbox').getByRole('option').first().getAttribute('aria-setsize')).toBe(String(FILLED))
      await clean()

      await page.locator('#search').fill('网格员')
      await page.locator('mark').first().waitFor()
      await useTool(page, /^清洗记录/)
      await clean()
      await useTool(page, /^清洗记录/)

      await useTool(page, '编辑')
      await page.getByRole('dialog', { name: '编辑条目' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: '编辑条目' }).waitFor({ state: 'hidden' })

      // A tag with its sentences, one of them lit up; the 署名; a passage to be marked.
      await page.locator('.tag-button').first().click()
      await page.locator('.sentence-text').first().click()
      await page.locator('.lit').or(page.locator('.reader-head h1')).first().waitFor()
      await clean()
      await page.getByRole('button', { name: /^确认“/ }).first().click()
      await page.getByRole('dialog', { name: '请署名' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: '请署名' }).waitFor({ state: 'hidden' })
      await page.getByRole('article', { name: '阅读' }).focus()
      await page.keyboard.press('m')
      await page.getByText('选一段依据').waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: '这段文字标什么？' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: '这段文字标什么？' }).waitFor({ state: 'hidden' })
      await page.getByRole('article', { name: '阅读' }).focus()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '收起案例卡' }).click()

      await page.getByRole('option').first().click({ button: 'right' })
      await page.getByRole('menu').first().waitFor()
      await clean()
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: '把当前列表导出为便携包' }).click()
      await page.getByRole('dialog', { name: '导出便携包' }).getByText('条，约').waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: '导出便携包' }).waitFor({ state: 'hidden' })

      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: '命令面板' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.locator('#search').fill('')

      // A practice with cases, as sentences and as cases, and one without.
      await goTo(page, '做法')
      const tree = page.getByRole('tree', { name: '做法分类' })
      await tree.getByRole('treeitem', { name: /^群众参与/ }).click()
      await page.getByRole('list', { name: '“群众参与”的依据' }).getByRole('listitem').first().waitFor()
      await clean()
      await page.getByRole('radiogroup', { name: '看句子还是看案例' }).getByText(/^案例/).click()
      await page.getByRole('list', { name: '“群众参与”的案例' }).getByRole('listitem').first().waitFor()
      await clean()
      await tree.getByRole('treeitem', { name: /^信访工作/ }).click()
      await page.getByRole('heading', { name: '本库还没有“信访工作”的案例' }).waitFor()
      await clean()

      await goTo(page, '对照')
      await compares(page)
      await clean()
      await page.locator('[data-cell="0-0"]').click()
      await page.getByRole('complementary', { name: /^依据/ }).waitFor()
      await clean()
      await page.getByRole('button', { name: /^做法 \d+ 项/ }).click()
      await page.getByRole('checkbox', { name: '警网融合' }).waitFor()
      await clean()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '关闭依据' }).click()

      for (const screen of ['导入', '回收站', '设置']) {
        await goTo(page, screen)
        await clean()
      }
    }, 240_000)
  }

  it('finds nothing to object to when something failed', async () => {
    const { page } = app
    await goTo(page, '导入')
    valueOf(await app.call('import.paste', { text: '机密★一年\n\n关于某事的通知', name: '涉密样张.txt' }))
    await page.getByText('CLASSIFIED_MARK').or(page.getByText(/带有密级标志/)).first().waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
