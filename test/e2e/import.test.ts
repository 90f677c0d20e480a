/** Bringing material in, on every host: chosen, dropped, pasted; each file accounted for, the original beside what became of it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOpenDialog } from './choose.ts'
import { drop } from './drop.ts'
import { onEachHost, root, type Running } from './launch.ts'
import { goTo, launchWindow } from './window.ts'

const page1 = join(root, 'test/fixtures/cleaning/page.txt')
const ARTICLE = '柳坝镇的“晒账日”\n\n来源：青禾日报\n\n每月五号，柳坝镇把各村的账本摊在晒谷场上，谁都可以翻，谁都可以问。\n\n一年下来，村民提出疑问318条，当场答复301条。\n'

const articles = (page: Page) => page.getByRole('listbox', { name: '本批各篇' }).getByRole('option')
const report = (page: Page) => page.getByRole('region', { name: '批次报告' })

onEachHost('importing', (kind) => {
  let app: Running & { readonly complaints: readonly string[] }
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casebook-import-'))
    mkdirSync(join(folder, '材料'))
    writeFileSync(join(folder, '材料', '晒账日.txt'), ARTICLE)
    writeFileSync(join(folder, '材料', '空.txt'), '')
    writeFileSync(join(folder, '材料', '其实是图片.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    writeFileSync(join(folder, '材料', '涉密.txt'), '秘密★5年\n\n某某通报\n\n此处内容不应留下。')
    app = await launchWindow(kind)
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('invites to import when the library is empty', async () => {
    await app.page.getByRole('heading', { name: '资料库还是空的' }).waitFor()
    await expect(app.page.getByText('仅限非涉密资料').count()).resolves.toBe(0)
  })

  it('takes a dropped newspaper page apart and shows what became of it', async () => {
    const { page } = app
    await drop(page, [{ name: '一版.txt', content: readFileSync(page1) }])
    await report(page).getByRole('button', { name: '一版.txt' }).click()
    await articles(page).first().waitFor()
    await expect.poll(() => articles(page).count()).toBe(5)
    await articles(page).nth(1).click()
    await page.getByRole('heading', { level: 2, name: '2. 市第三小学组织学生走进社区当“小小调解员”' }).waitFor()
    await expect.poll(() => page.locator('.review-original .fate-moved').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: '返回批次' }).click()
    await report(page).waitFor()
  })

  it('imports a chosen folder; what fails says why and what to do, the rest goes on', async () => {
    const { page } = app
    await goTo(page, '导入')
    if (kind === 'browser host') {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: '选择文件夹' }).click()
      await (await chooser).setFiles(join(folder, '材料'))
    } else {
      await answerOpenDialog(app, [join(folder, '材料')])
      await page.getByRole('button', { name: '选择文件夹' }).click()
    }
    await report(page).getByText('带有密级标志“秘密★5年”', { exact: false }).waitFor()
    await expect.poll(() => report(page).locator('.report-fault').allTextContents()).toEqual(expect.arrayContaining([
      expect.stringContaining('是空的，没有可导入的内容'),
      expect.stringContaining('的内容不是文本'),
      expect.stringContaining('未导入，也未保存其中任何内容'),
    ]))
    await report(page).getByRole('button', { name: /晒账日\.txt$/ }).waitFor()
  })

  it('keeps nothing of the classified file', async () => {
    const { page } = app
    await goTo(page, '案例库')
    await page.locator('#search').fill('"此处内容不应留下"')
    await page.getByRole('heading', { name: '没有匹配的条目' }).waitFor()
    await page.locator('#search').fill('')
  })

  it('says that pasted text is here already, and opens the entry it became', async () => {
    const { page } = app
    await goTo(page, '导入')
    for (const again of [false, true]) {
      await page.getByRole('button', { name: '粘贴文本' }).click()
      const dialog = page.getByRole('dialog', { name: '粘贴导入' })
      await dialog.getByLabel('文本').fill('白石区的“楼道公约”\n\n楼道公约一共九条，由六十户居民逐条举手通过，贴在每一层的消火栓旁边。')
      await dialog.getByRole('button', { name: '导入' }).click()
      await dialog.waitFor({ state: 'hidden' })
      await report(page).getByText(again ? '已在库中' : '已导入').waitFor()
    }
    await report(page).getByRole('button', { name: '看已有的条目' }).click()
    await page.getByRole('heading', { level: 1, name: /白石区的“楼道公约”/ }).waitFor()
  })

  it('takes copied text with its headings and tables, unless a person wants the words alone', async () => {
    const { page } = app
    await goTo(page, '导入')
    await page.getByRole('button', { name: '粘贴文本' }).click()
    const dialog = page.getByRole('dialog', { name: '粘贴导入' })
    await dialog.getByLabel('文本').evaluate((field) => {
      const data = new DataTransfer()
      data.setData('text/plain', '南湖里的议事桌\n一、怎么做\n南湖里把议事桌搬进楼道，居民先提、网格员后办。')
      data.setData('text/html', '<h1>南湖里的议事桌</h1><h2>一、怎么做</h2><p>南湖里把议事桌搬进楼道，居民先提、网格员后办。</p>')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await dialog.getByRole('checkbox', { name: /保留标题/ }).waitFor()
    await expect.poll(() => dialog.getByLabel('文本').inputValue()).toContain('南湖里把议事桌')
    await dialog.getByRole('button', { name: '导入' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await report(page).getByText('粘贴的文本.html').first().waitFor()
  })

  it('makes an item a case from the review, and takes a whole batch back', async () => {
    const { page } = app
    await goTo(page, '导入')
    await page.getByRole('complementary').getByRole('button', { name: /一版\.txt/ }).click()
    await report(page).getByRole('button', { name: '一版.txt' }).click()
    await articles(page).nth(1).click()
    await page.keyboard.press('1')
    await articles(page).nth(1).getByText('案例', { exact: true }).waitFor()
    await page.getByRole('button', { name: '返回批次' }).click()

    await report(page).getByRole('button', { name: '撤回这一批' }).click()
    await page.getByRole('button', { name: '确 定' }).or(page.getByRole('button', { name: '确定' })).click()
    await page.locator('.ant-notification-notice', { hasText: '已撤回这一批' }).waitFor()
    await report(page).getByRole('button', { name: '开始核对' }).click()
    await articles(page).and(page.locator('.skipped')).first().waitFor()
    await expect.poll(() => articles(page).and(page.locator('.skipped')).count()).toBe(5)
    await page.locator('.ant-notification-notice', { hasText: '已撤回这一批' }).getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => articles(page).and(page.locator('.skipped')).count()).toBe(0)
  })

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
