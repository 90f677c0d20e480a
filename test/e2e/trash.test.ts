/** What is deleted can come back, until it is erased for good; on every host. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachHost, type Running } from './launch.ts'
import { emptyHome, FILLED, filledHome, goTo, launchWindow } from './window.ts'

const listed = (page: Page): Promise<string | null> => page.getByRole('option').first().getAttribute('aria-setsize')
const titleOf = (option: Locator): Promise<string> => option.locator('.result-title').innerText()
const toast = (page: Page): Locator => page.getByRole('status').filter({ hasText: '已将 1 条移入回收站' })
const inTrash = (page: Page): Locator => page.getByRole('list', { name: '回收站中的条目' }).getByRole('listitem')

onEachHost('trash', (kind) => {
  let home: string
  let app: Running & { readonly complaints: readonly string[] }
  /** The two that are deleted. Titles repeat between places, so a passage of each is kept to search by. */
  let first: string
  let second: string
  beforeAll(async () => {
    home = filledHome()
    app = await launchWindow(kind, { home })
  })
  afterAll(async () => {
    await app.close()
    emptyHome(home)
  })

  it('takes what Delete and the menu remove', async () => {
    const { page } = app
    await expect.poll(() => listed(page)).toBe(String(FILLED))
    const options = page.getByRole('option')
    first = await titleOf(options.nth(1))
    await options.nth(1).click()
    await page.getByRole('listbox').focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => listed(page)).toBe(String(FILLED - 1))
    await toast(page).waitFor()
  })

  it('gives back what is undone from the toast', async () => {
    const { page } = app
    await toast(page).getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销：已将 1 条移入回收站').waitFor()
    await expect.poll(() => listed(page)).toBe(String(FILLED))
    await expect.poll(() => titleOf(page.getByRole('option').nth(1))).toBe(first)
    await goTo(page, '回收站')
    await page.getByRole('heading', { name: '回收站是空的' }).waitFor()
  })

  it('restores what was chosen', async () => {
    const { page } = app
    await goTo(page, '案例库')
    second = await titleOf(page.getByRole('option').nth(2))
    await page.getByRole('option').nth(2).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '删除' }).click()
    await expect.poll(() => listed(page)).toBe(String(FILLED - 1))
    await goTo(page, '回收站')
    await expect.poll(() => inTrash(page).count()).toBe(1)
    await inTrash(page).getByText(second).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '恢复' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: `选择“${second}”` }).check()
    await page.getByRole('button', { name: '恢复' }).click()
    await page.getByText('已恢复 1 条').waitFor()
    await page.getByRole('heading', { name: '回收站是空的' }).waitFor()
    await goTo(page, '案例库')
    await expect.poll(() => listed(page)).toBe(String(FILLED))
  })

  it('erases for good only after asking, and what is erased is found no more', async () => {
    const { page } = app
    const search = page.locator('#search')
    await search.fill(`标题:"${second}"`)
    await expect.poll(() => listed(page)).not.toBe(String(FILLED))
    const hits = Number(await listed(page))
    expect(hits).toBeGreaterThan(0)
    for (let left = hits; left > 0; left--) {
      await page.getByRole('option').first().click()
      await page.getByRole('listbox').focus()
      await page.keyboard.press('Delete')
      await expect.poll(() => page.getByRole('option').count()).toBe(left - 1)
    }
    await goTo(page, '回收站')
    await expect.poll(() => inTrash(page).count()).toBe(hits)

    const question = page.getByRole('dialog', { name: `彻底删除 ${String(hits)} 条？` })
    await page.getByRole('button', { name: '清空回收站' }).click()
    await question.getByRole('button', { name: '取消' }).click()
    await question.waitFor({ state: 'hidden' })
    await expect.poll(() => inTrash(page).count()).toBe(hits)

    await page.getByRole('button', { name: '清空回收站' }).click()
    await question.getByRole('button', { name: '彻底删除' }).click()
    await page.getByText(`已彻底删除 ${String(hits)} 条`).waitFor()
    await page.getByRole('heading', { name: '回收站是空的' }).waitFor()

    await goTo(page, '案例库')
    await page.getByRole('heading', { name: '没有匹配的条目' }).waitFor()
    await search.fill('')
    await expect.poll(() => listed(page)).toBe(String(FILLED - hits))
  })

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
