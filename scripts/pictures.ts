/**
 * Draws the pictures of the first minute that the README shows, and those of the case card and the taxonomy that READMEs of the window show:
 * `node scripts/pictures.ts`, after a change of what they show and a build.
 * The window runs on the stand-in, over the bundled summaries and write-ups of our own (test/fixtures/window, test/e2e).
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { answerOpenDialog, stageInPage, valueOf } from '../test/e2e/choose.ts'
import { HUAINAN, ZIBO } from '../test/e2e/first-minute-texts.ts'
import { launch, root } from '../test/e2e/launch.ts'
import { openPack, startBrowser } from '../test/e2e/pack-page.ts'
import { acceptNotice, atRest, goTo } from '../test/e2e/window.ts'
import { writeWriteUps } from '../test/fixtures/window/write-ups.ts'
import { withPalette } from './png-palette.ts'

const SIZE = { width: 1280, height: 800 }
const out = join(root, 'electron/resources')
for (const folder of ['first-minute', 'screens']) mkdirSync(join(out, folder), { recursive: true })
const work = mkdtempSync(join(tmpdir(), 'casebook-pictures-'))

async function picture(page: Page, name: string): Promise<void> {
  await atRest(page)
  const png = withPalette(await page.screenshot({ type: 'png', caret: 'hide', animations: 'disabled' }))
  writeFileSync(join(out, `${name}.png`), png)
  process.stdout.write(`${name}.png ${String(Math.round(png.length / 1000))} kB\n`)
}

const app = await launch('stand-in', { bundled: true })
const { page } = app
const reader = page.getByRole('article', { name: '阅读' })
const closeMessages = async (): Promise<void> => {
  for (const close of await page.locator('.ant-notification-notice-close').all()) await close.click({ force: true })
  await page.locator('.ant-notification-notice').first().waitFor({ state: 'detached' })
}
try {
  await page.setViewportSize(SIZE)
  await acceptNotice(page)
  writeWriteUps(join(work, 'write-ups'))
  const texts = [...readdirSync(join(work, 'write-ups')).map((name) => ({ name, text: readFileSync(join(work, 'write-ups', name), 'utf8') })), ZIBO, HUAINAN]
  const grants = []
  for (const { name, text } of texts) grants.push((await stageInPage(app, name, text)).grant)
  valueOf(await app.call('import.start', { grants, confirmed: true }))
  await page.getByText('导入完成').waitFor()
  await closeMessages()
  const hits = page.getByRole('listbox', { name: '条目列表' }).getByRole('option')
  await hits.first().click()
  await picture(page, 'first-minute/1-cases')

  await page.keyboard.press('/')
  await page.keyboard.insertText('警网融合')
  await page.locator('.total').filter({ hasText: '4 条' }).waitFor()
  await picture(page, 'first-minute/2-search')

  await hits.filter({ hasText: HUAINAN.text.split('\n')[0] ?? '' }).click()
  await reader.getByRole('heading', { level: 1 }).filter({ hasText: '民警和网格员' }).waitFor()
  await picture(page, 'first-minute/3-hit')

  await reader.focus()
  await page.keyboard.press('t')
  const panel = page.getByRole('complementary', { name: '案例卡' })
  await panel.locator('.tag-toggle').first().click()
  await panel.locator('.sentence-text').nth(1).click()
  await reader.locator('mark.lit').first().waitFor()
  await picture(page, 'first-minute/4-practices')

  await panel.locator('.fact-line').first().click()
  await reader.locator('mark.lit').first().waitFor()
  await picture(page, 'screens/card')

  await goTo(page, '做法')
  await page.getByRole('button', { name: '修改分类' }).click()
  const change = page.getByRole('dialog', { name: '修改做法分类' })
  await change.getByRole('combobox', { name: '怎么改' }).waitFor()
  await picture(page, 'screens/taxonomy')
  await change.getByRole('combobox', { name: '怎么改' }).click()
  await page.locator('.ant-select-item-option', { hasText: '新增做法' }).click()
  await change.getByRole('switch').click()
  await change.getByLabel('短名').fill('敲门走访')
  await change.getByLabel('出现一个即算').fill('楼道')
  await change.getByText(/^\d+ 篇的做法会变：$/).waitFor()
  await picture(page, 'screens/preview')
  await page.keyboard.press('Escape')
  await change.waitFor({ state: 'hidden' })

  await goTo(page, '对照')
  const picker = page.getByRole('combobox', { name: '添加地区或案例' })
  for (const place of ['淮南', '淄博']) {
    await picker.click()
    await page.keyboard.insertText(place)
    await page.locator('.ant-select-item-option').filter({ hasText: `${place}市` }).first().click()
  }
  await page.locator('.matrix .column-label').nth(1).waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.move(700, 780)
  await picture(page, 'first-minute/5-board')

  await page.locator('[data-cell="0-1"]').click()
  const evidence = page.getByRole('complementary', { name: /^依据/ })
  await evidence.waitFor()
  await picture(page, 'first-minute/6-cell')

  await evidence.locator('.evidence-sentence > button').first().click()
  await reader.locator('mark.lit').first().waitFor()
  await picture(page, 'first-minute/7-sentence')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '命令面板' }).waitFor()
  await page.keyboard.insertText('便携包')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '导出便携包' })
  await dialog.getByText('条，约').waitFor()
  await picture(page, 'first-minute/8-export')
  await answerOpenDialog(app, [work])
  await dialog.getByRole('button', { name: '选择文件夹并导出' }).click()
  await page.getByText('便携包已写好').waitFor()

  const file = readdirSync(work).find((name) => name.endsWith('.html'))
  if (file === undefined) throw new Error('no pack was written')
  const browser = await startBrowser()
  const pack = await openPack(browser, join(work, file), { viewport: SIZE })
  await pack.page.getByRole('searchbox').fill('警网融合')
  await pack.page.getByRole('option').filter({ hasText: '民警和网格员' }).click()
  await picture(pack.page, 'first-minute/9-pack')
  await browser.close()
} finally {
  await app.close()
  rmSync(work, { recursive: true, force: true })
}
