/** 核对 of a batch of more files than anybody could list, on every host. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachHost, type Running } from './launch.ts'
import { importTexts } from './library-page.ts'
import { note } from './review-texts.ts'
import { goTo, launchWindow } from './window.ts'

/** More than the largest page of a report. */
const FILES = 520

const articles = (page: Page) => page.getByRole('listbox', { name: '本批各篇' }).getByRole('option')
const selected = (page: Page): Promise<string | null> => articles(page).and(page.locator('[aria-selected="true"]')).getAttribute('aria-posinset')
const counts = (page: Page): Promise<string> => page.locator('.review-head').getByRole('status').innerText()
const report = (page: Page) => page.getByRole('region', { name: '批次报告' })

onEachHost('review of many files', (kind) => {
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => { app = await launchWindow(kind) })
  afterAll(() => app.close())

  it('goes to the end, to what waits, back with a step taken back, and to what the report shows', async () => {
    const { page } = app
    await importTexts(app, Array.from({ length: FILES }, (_, at) => ({ name: `村史${String(at + 1)}.txt`, text: note(at + 1) })), 60_000)
    await goTo(page, '导入')
    await page.getByRole('list', { name: '导入批次' }).getByRole('button', { name: new RegExp(`待核对 ${String(FILES)} 篇`) }).click()
    await page.getByRole('button', { name: '开始核对' }).click()
    await expect.poll(() => articles(page).first().getAttribute('aria-setsize')).toBe(String(FILES))
    await expect.poll(() => articles(page).count()).toBeLessThan(60)
    await page.keyboard.press('End')
    await expect.poll(() => selected(page)).toBe(String(FILES))
    await page.getByRole('heading', { level: 2, name: new RegExp(`第${String(FILES)}号`) }).waitFor()
    // Behind the last the first that waits comes, which is in a page of its own.
    await page.keyboard.press('a')
    await expect.poll(() => selected(page)).toBe('1')
    await expect.poll(() => counts(page)).toBe(`待核对 ${String(FILES - 1)} · 已收录 1 · 已跳过 0`)
    await page.keyboard.press('z')
    await expect.poll(() => selected(page)).toBe(String(FILES))
    await page.getByRole('button', { name: '返回批次' }).click()
    await report(page).getByRole('listitem', { name: '11', exact: true }).click()
    await report(page).getByRole('button', { name: '村史501.txt', exact: true }).click()
    await expect.poll(() => selected(page)).toBe('501')
  }, 180_000)

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
