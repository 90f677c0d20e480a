/** Manners of the window: nothing on the console, and a way on where the library does not open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { launch, onEachHost } from './launch.ts'
import { openDesk, type Desk } from './practices-page.ts'

const TITLE = '苏州：老沈调解室的一百个下午'

onEachHost('manners of the window', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    valueOf(await desk.app.call('person.set', { name: '韩江雪' }))
  })
  afterAll(() => desk.app.close())

  it('shows one message that can be taken back at a time, beside the rail', async () => {
    const { page, app } = desk
    await desk.open(TITLE)
    await desk.reader.focus()
    await page.keyboard.press('t')
    await desk.panel.waitFor()
    const offers = page.locator('.ant-notification-notice')
    for (const n of [0, 1]) {
      await desk.panel.locator('.fact-line').nth(n).focus()
      await page.keyboard.press('a')
      await expect.poll(async () => Object.values((await desk.stored(TITLE)).facts).flat().filter(({ state }) => state === 'confirmed').length).toBe(n + 1)
    }
    await desk.reader.focus()
    await page.keyboard.press('Escape')
    await page.getByRole('listbox', { name: '条目列表' }).press('Delete')
    await page.getByText('已将 1 条移入回收站').waitFor()
    await expect.poll(() => offers.count()).toBe(1)
    const rail = (await page.getByRole('navigation', { name: '主导航' }).boundingBox()) ?? { x: 0, width: 0 }
    expect((await offers.first().boundingBox())?.x ?? 0).toBeGreaterThanOrEqual(rail.x + rail.width)
    await offers.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => offers.count()).toBe(0)
    expect(app.complaints).toEqual([])
  })

  it('says what a control does beside it, and takes no Escape for that from what lies under it', async () => {
    const { page } = desk
    const hint = page.getByRole('tooltip')
    const palette = page.getByRole('dialog', { name: '命令面板' })
    await page.getByRole('button', { name: '把当前列表导出为便携包' }).hover()
    await expect.poll(() => hint.allTextContents()).toEqual(['把当前列表导出为便携包'])
    await expect.poll(() => page.getByRole('button', { name: '把当前列表导出为便携包' }).getAttribute('aria-describedby')).not.toBe(null)
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await expect.poll(() => hint.count()).toBe(0)
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
  })

  it('lists its screens by the number of their key', async () => {
    const { page } = desk
    await page.getByRole('listbox', { name: '条目列表' }).press('?')
    const sheet = page.getByRole('dialog', { name: '键盘操作' })
    await sheet.waitFor()
    const keysOf = (group: string) => sheet.locator('section', { has: page.getByRole('heading', { name: group, exact: true }) }).locator('kbd').allTextContents()
    expect(await keysOf('调整读法时（焦点在原文各行）')).toEqual(['↓ / ↑', 'Enter', 'Delete', 'Alt+↑', 'Alt+↓'])
    expect(await keysOf('意见页（焦点不在输入框时）')).toEqual(['J / K  ↓ / ↑', '1–9', 'O', 'Z'])
    const keys = await sheet.locator('kbd').allTextContents()
    expect(keys.filter((key) => /^(?:Alt|Ctrl)\+[\d,]$/.test(key))).toEqual(kind === 'browser host' ? [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Alt+${String(n)}`) : [...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Ctrl+${String(n)}`), 'Ctrl+,'])
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })

  it('opens a form of growing fields without a word on the console', async () => {
    const { page } = desk
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '做法' }).click()
    await page.getByRole('button', { name: '修改分类' }).click()
    const field = page.getByRole('dialog', { name: '修改做法分类' }).locator('textarea').first()
    await field.waitFor()
    const before = (await field.boundingBox())?.height ?? 0
    await field.fill('一\n二\n三\n四\n五\n六')
    await expect.poll(async () => ((await field.boundingBox())?.height ?? 0) > before).toBe(true)
    expect(desk.app.complaints).toEqual([])
  })

  it('says in plain words what, where and what next when the library does not open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-broken-'))
    writeFileSync(join(folder, 'library.db'), 'this is no library '.repeat(500))
    const other = await launch(kind, { library: folder })
    try {
      await other.page.getByRole('heading', { level: 1, name: '资料库没有打开' }).waitFor()
      expect(await other.page.getByRole('term').allTextContents()).toEqual(['怎么回事', '在哪里', '接下来'])
      expect(await other.page.locator('.failed').textContent()).toContain(folder)
      expect(await other.page.getByRole('definition').nth(2).getByRole('listitem').count()).toBe(3)
      expect(await other.page.locator('.failed').textContent()).toContain('LIBRARY_CORRUPT')
    } finally {
      await other.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})
