/** 核对, on every host: one removal is switched back, forty articles are gone through by keyboard, a wrong reading is put right. */
import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drop } from './drop.ts'
import { onEachHost, type Running } from './launch.ts'
import { MAIN } from './library-texts.ts'
import { CASES, COLLECTION, WORKBOOK } from './review-texts.ts'
import { axeViolations, goTo, launchWindow } from './window.ts'

const articles = (page: Page) => page.getByRole('listbox', { name: '本批各篇' }).getByRole('option')
const result = (page: Page) => page.getByRole('region', { name: '整理稿' }).last()
const head = (page: Page) => page.locator('.review-head')
/** Of the list only what is on screen is in the page; each row says how many there are, and which it is. */
const total = (page: Page): Promise<string | null> => articles(page).first().getAttribute('aria-setsize')
const chosen = (page: Page) => articles(page).and(page.locator('[aria-selected="true"]'))
const selected = (page: Page): Promise<string | null> => chosen(page).getAttribute('aria-posinset')
const counts = (page: Page): Promise<string> => head(page).getByRole('status').innerText()

async function review(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await goTo(page, '导入')
  await drop(page, [{ name, content }])
  await page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('region', { name: '批次报告' }).getByRole('button', { name, exact: true }).click()
  await articles(page).first().waitFor()
}

onEachHost('review', (kind) => {
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => { app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } }) })
  afterAll(() => app.close())

  it('shows what was dropped of a file, why, and switches one removal back and on again', async () => {
    const { page } = app
    await review(page, MAIN.name, MAIN.text)
    const original = page.getByRole('region', { name: '原文' })
    const dropped = original.getByRole('button', { name: '打印本页　关闭窗口' })
    await dropped.click()
    const card = page.locator('.notice-card')
    await card.getByText('移除', { exact: true }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await card.getByRole('button', { name: '撤销此处清洗' }).click()
    await result(page).locator('.body').getByText('打印本页　关闭窗口').waitFor()

    await original.locator('.fate-undone').click()
    await card.getByRole('button', { name: '重新清洗此处' }).click()
    await result(page).locator('.body').getByText('打印本页　关闭窗口').waitFor({ state: 'detached' })
  })

  it('puts a field right where it stands', async () => {
    const { page } = app
    await page.getByRole('button', { name: '修改日期' }).click()
    await page.getByRole('textbox', { name: '日期' }).fill('去年')
    await page.getByRole('alert').getByText(/^请写成 2022/).waitFor()
    await page.getByRole('textbox', { name: '日期' }).fill('2023-05')
    await page.keyboard.press('Enter')
    await page.locator('.review-field', { hasText: '日期' }).getByText('2023-05', { exact: true }).waitFor()
  })

  it('puts every field right by keyboard, also those that the text does not state, and takes each step back', async () => {
    const { page } = app
    const fields = page.getByRole('group', { name: '字段' })
    const row = (label: string) => fields.locator('.review-field').filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    await page.getByRole('listbox', { name: '本批各篇' }).focus()
    await page.keyboard.press('f')
    await fields.locator(':focus').waitFor()
    await page.keyboard.press('Home')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('title')

    // People by their roles.
    for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '作者', exact: true }).fill('何小满')
    await page.keyboard.press('Tab')
    await page.keyboard.type('赵晴川、林若川')
    await page.keyboard.press('Enter')
    await row('作者').getByText('何小满　编辑 周大河　记者 赵晴川　记者 林若川').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('authors')

    // A field that nothing states stands with the others below; what was written is kept by going on elsewhere.
    await fields.getByRole('button', { name: '填写编者按' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '编者按' }).fill('楼门里的事，楼门里议。')
    await page.getByRole('listbox', { name: '本批各篇' }).click()
    await row('编者按').getByText('楼门里的事，楼门里议。').waitFor()

    await page.getByRole('button', { name: '修改地区' }).click()
    await page.getByRole('textbox', { name: '市', exact: true }).fill('青禾市')
    await page.keyboard.press('Enter')
    await row('地区').getByText('青禾市').waitFor()

    await page.getByRole('button', { name: '修改权利', exact: true }).click()
    await page.locator('.ant-select-dropdown:visible').getByText('内部资料', { exact: true }).click()
    await row('权利').getByText('内部资料').waitFor()

    await page.getByRole('listbox', { name: '本批各篇' }).focus()
    for (const [label, taken] of [['权利', '内部资料'], ['地区', '青禾市'], ['编者按', '楼门里的事'], ['作者', '何小满']] as const) {
      await page.keyboard.press('z')
      await row(label).getByText(taken).waitFor({ state: 'detached' })
    }
    await fields.getByRole('button', { name: '填写编者按' }).waitFor()
  })

  it('goes through forty articles by keyboard, takes a step back, and takes in the rest at once', async () => {
    const { page } = app
    await page.getByRole('button', { name: '返回批次' }).click()
    await review(page, '案例集.md', COLLECTION)
    await expect.poll(() => total(page)).toBe(String(CASES))
    await expect.poll(() => counts(page)).toBe(`待核对 ${String(CASES)} · 已收录 0 · 已跳过 0`)
    for (let n = 1; n <= 12; n++) await page.keyboard.press('a')
    await expect.poll(() => counts(page)).toBe('待核对 28 · 已收录 12 · 已跳过 0')
    await page.keyboard.press('s')
    await expect.poll(() => counts(page)).toBe('待核对 27 · 已收录 12 · 已跳过 1')
    await expect.poll(() => selected(page)).toBe('14')
    await page.keyboard.press('z')
    await expect.poll(() => counts(page)).toBe('待核对 28 · 已收录 12 · 已跳过 0')
    await expect.poll(() => selected(page)).toBe('13')
    await page.keyboard.press('2')
    await chosen(page).getByText('其他', { exact: true }).waitFor()
    await expect.poll(() => page.getByText('已改为其他', { exact: true }).count()).toBe(1)
    await page.getByRole('spinbutton', { name: '收录的最低置信度，百分数' }).fill('0')
    await page.getByRole('button', { name: '收录其中 28 篇' }).click()
    await expect.poll(() => counts(page)).toBe(`待核对 0 · 已收录 ${String(CASES)} · 已跳过 0`)
    await page.getByRole('listbox', { name: '本批各篇' }).focus()
    await page.keyboard.press('z')
    await expect.poll(() => counts(page)).toBe('待核对 28 · 已收录 12 · 已跳过 0')
  })

  it('puts right where articles begin; what would come of it shows first, and one step takes it back', async () => {
    const { page } = app
    await articles(page).and(page.locator('[aria-posinset="2"]')).click()
    await page.getByRole('button', { name: '调整读法…' }).click()
    const lines = page.getByRole('listbox', { name: '原文各行' })
    await lines.focus()
    await page.getByText(`这样读是 ${String(CASES)} 篇`).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Delete')
    await page.getByText(`这样读是 ${String(CASES - 1)} 篇`).waitFor()
    await page.getByText('下面 1 条不再有', { exact: false }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: '继续调整' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '应用', exact: true }).click()
    await expect.poll(() => counts(page)).toBe('待核对 28 · 已收录 11 · 已跳过 0')
    await page.keyboard.press('z')
    await expect.poll(() => counts(page)).toBe('待核对 28 · 已收录 12 · 已跳过 0')
  })

  it('opens on how the file is read now, also after a change was taken back', async () => {
    const { page } = app
    await page.getByRole('button', { name: '调整读法…' }).click()
    await page.getByText(`这样读是 ${String(CASES)} 篇`).waitFor()
    await page.getByRole('button', { name: '应用', exact: true }).and(page.locator(':disabled')).waitFor()
    await page.keyboard.press('Escape')
    await articles(page).first().waitFor()
  })

  it('shows the selected article in the list of a window at 150 %', async () => {
    const { page } = app
    await page.setViewportSize({ width: 853, height: 480 })
    const inside = (): Promise<boolean> => page.locator('.review-item[aria-selected="true"] .review-item-title').evaluate((title) => {
      const [own, list] = [title.getBoundingClientRect(), title.closest('.review-list')?.getBoundingClientRect()]
      const head = title.closest('.review-list')?.querySelector('.review-file')?.getBoundingClientRect()
      return list !== undefined && own.top >= Math.max(list.top, head?.bottom ?? 0) - 1 && own.bottom <= Math.min(list.bottom, window.innerHeight) + 1
    })
    await page.getByRole('listbox', { name: '本批各篇' }).focus()
    await expect.poll(inside).toBe(true)
    for (let n = 1; n <= 15; n++) await page.keyboard.press('ArrowDown')
    await expect.poll(inside).toBe(true)
    for (let n = 1; n <= 7; n++) await page.keyboard.press('ArrowUp')
    await expect.poll(inside).toBe(true)
    await page.setViewportSize({ width: 1440, height: 900 })
    await expect.poll(inside).toBe(true)
  })

  it('shows another encoding at once, and reads the file again with it', async () => {
    const { page } = app
    await page.getByRole('button', { name: '返回批次' }).click()
    await review(page, '旧稿.txt', iconv.encode(MAIN.text.replace('楼门议事：', '旧稿：'), 'gb18030'))
    await page.getByRole('button', { name: '调整读法…' }).click()
    const lines = page.getByRole('listbox', { name: '原文各行' })
    await lines.getByText('旧稿：把协商搬到楼道口').first().waitFor()
    // Nothing is changed yet: Escape leaves without a question.
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '调整读法…' }).click()
    await lines.getByText('旧稿：把协商搬到楼道口').first().waitFor()
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('combobox', { name: '编码' }).click()
      await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: true }).click()
    }
    await choose('Big5')
    await lines.getByText('旧稿：把协商搬到楼道口').first().waitFor({ state: 'detached' })
    await choose('GB18030')
    await lines.getByText('旧稿：把协商搬到楼道口').first().waitFor()
    await page.getByRole('button', { name: '应用', exact: true }).click()
    await articles(page).first().getByText('旧稿：把协商搬到楼道口').waitFor()
  })

  it('shows every sheet of a workbook with its first rows, and reads one of them another way', async () => {
    const { page } = app
    await page.getByRole('button', { name: '返回批次' }).click()
    await review(page, '两年.xlsx', WORKBOOK)
    await expect.poll(() => counts(page)).toBe('待核对 4 · 已收录 0 · 已跳过 0')
    await page.getByRole('button', { name: '调整读法…' }).click()
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['统计 整表一篇', '去年 每行一篇', '今年 整表一篇'])
    await page.getByRole('tab', { name: '今年' }).click()
    const sheet = page.getByRole('tabpanel', { name: '今年' })
    await sheet.getByRole('cell', { name: '小马扎', exact: true }).waitFor()
    await sheet.getByText('每行一篇', { exact: true }).click()
    await page.getByText('这样读是 5 篇').waitFor()
    await expect.poll(() => sheet.getByRole('row').filter({ has: page.getByRole('cell', { name: '要点' }) }).getAttribute('class')).toBe('header-row')
    await sheet.getByRole('combobox', { name: '第 1 列是什么' }).click()
    await page.locator('.ant-select-dropdown:visible').getByText('标题', { exact: true }).click()
    await page.getByRole('region', { name: '这样读的结果' }).getByText('5. 小马扎').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: '应用', exact: true }).click()
    await expect.poll(() => counts(page)).toBe('待核对 5 · 已收录 0 · 已跳过 0')
  })

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
