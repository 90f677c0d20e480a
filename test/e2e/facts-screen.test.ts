/** 数据: facts across the library, narrowed, sorted only where they can be compared, each led to its sentence. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachHost } from './launch.ts'
import { reaches } from './library-page.ts'
import { openDesk, type Desk } from './practices-page.ts'
import { valueOf } from './choose.ts'

onEachHost('facts of the library', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    await reaches(async () => valueOf(await desk.app.call('facts.extracting', {})).state, 'ready')
    await desk.page.keyboard.press(kind === 'browser host' ? 'Alt+4' : 'Control+4')
    await desk.page.getByRole('region', { name: '数据' }).waitFor()
    // Short notes do not count as cases.
    await desk.page.getByRole('checkbox', { name: '只看案例' }).uncheck()
  })
  afterAll(() => desk.app.close())

  it('lists one kind with its sentences, and leads to the place in the text', async () => {
    const { page, lit } = desk
    await page.getByRole('button', { name: '调解品牌', exact: true }).click()
    const row = page.locator('.fact-row', { hasText: '老沈调解室' }).first()
    await row.waitFor()
    await expect.poll(() => row.locator('mark').first().textContent()).toBe('老沈调解室')
    await row.locator('.fact-row-said').click()
    await expect.poll(() => lit.textContent()).toContain('老沈调解室')
    await page.getByRole('button', { name: '数据', exact: true }).first().click()
    await row.waitFor()
  })

  it('narrows by words and says when nothing is left', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '调解品牌', exact: true }).click()
    await page.getByRole('textbox', { name: '查名称' }).fill('没有这种品牌')
    await page.getByText('按现在的条件没有这种事实').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await page.locator('.fact-row').first().waitFor()
  })

  it('sorts numbers only where they measure the same', async () => {
    const { page } = desk
    await page.getByRole('navigation', { name: '事实的种类' }).getByRole('button', { name: '数据', exact: true }).click()
    await page.getByText('指标或单位不同，不可比').waitFor()
    await page.getByRole('combobox', { name: '排序' }).click()
    await expect.poll(() => page.locator('.ant-select-item-option', { hasText: '数值从大到小' }).getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '只看这一指标' }).first().click()
    await expect.poll(() => page.getByText('指标或单位不同，不可比').count()).toBe(0)
  })
})
