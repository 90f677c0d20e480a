/** 案例库, changing: edit, delete, write, take back; what cleaning did, undone and done again; what leaves with its source. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { clipboard, openShelf, type Shelf } from './library-page.ts'
import { useTool } from './window.ts'

const TITLE = '楼门议事：把协商搬到楼道口'
const toast = (page: Page, label: string) => page.locator('.ant-notification-notice', { hasText: label }).filter({ has: page.getByRole('button', { name: '撤销' }) }).last()
const takeBack = async (page: Page, label: string): Promise<void> => {
  await toast(page, label).getByRole('button', { name: '撤销' }).click()
  await page.getByText(`已撤销：${label}`).last().waitFor()
}

onEachHost('changing the library', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openShelf(kind)
  })
  afterAll(() => shelf.app.close())
  beforeEach(async () => {
    await shelf.find('楼门议事', 1)
    await shelf.reader.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  })

  it('saves what was edited, lists what lost its place, and takes it back', async () => {
    const { page, reader, rows, entry } = shelf
    const before = await entry(TITLE)
    await reader.focus()
    await page.keyboard.press('e')
    const drawer = page.getByRole('dialog', { name: '编辑条目' })
    await drawer.getByLabel('标题').fill('楼门议事半年记')
    const body = drawer.getByLabel('正文')
    await body.fill((await body.inputValue()).replace('社区矛盾调解室三天内回话，回不了话的要说明缘由。网格员说，楼门议事让他少跑了许多冤枉路，矛盾调解也有了“第一现场。', '调解室三天内回话。'))
    await drawer.getByRole('button', { name: '保存' }).click()
    const lost = page.getByRole('dialog').filter({ hasText: '处依据没能重新定位' })
    await lost.getByText('第一现场', { exact: false }).first().waitFor()
    await lost.getByRole('button', { name: '确定' }).click()
    await expect.poll(() => rows.first().locator('.result-title').textContent()).toBe('楼门议事半年记')
    await expect.poll(() => reader.locator('.body').textContent()).toContain('调解室三天内回话。')
    await takeBack(page, '已保存修改')
    await expect.poll(() => rows.first().locator('.result-title').textContent()).toBe(TITLE)
    expect((await entry(TITLE)).body).toBe(before.body)
  })

  it('asks before it throws away what was typed, and keeps it when one goes on', async () => {
    const { page, reader } = shelf
    await reader.focus()
    await page.keyboard.press('Control+e')
    const drawer = page.getByRole('dialog', { name: '编辑条目' })
    await drawer.getByLabel('肩题').fill('姑苏观察')
    await page.keyboard.press(kind === 'browser host' ? 'Alt+n' : 'Control+n')
    await page.keyboard.press('Escape')
    const question = page.getByRole('dialog').filter({ hasText: '还有没保存的修改' })
    await question.getByRole('button', { name: '继续编辑' }).click()
    await expect.poll(() => drawer.getByLabel('肩题').inputValue()).toBe('姑苏观察')
    await expect.poll(() => page.getByRole('dialog', { name: '新建条目' }).count()).toBe(0)
    await drawer.getByRole('button', { name: '取消' }).click()
    await question.getByRole('button', { name: '放弃修改' }).click()
    await drawer.waitFor({ state: 'hidden' })
  })

  it('undoes one thing that cleaning did, and does it again', async () => {
    const { page, reader, entry } = shelf
    const cleaned = (await entry(TITLE)).body
    await reader.focus()
    await page.keyboard.press('l')
    const notices = page.getByRole('complementary', { name: '清洗记录' })
    const widget = notices.getByRole('listitem').filter({ hasText: '删去网页部件“字号：大 中 小”' })
    await widget.getByRole('button', { name: '还原' }).click()
    await expect.poll(() => reader.locator('.body').textContent()).toContain('字号：大 中 小')
    await widget.getByText('已还原').waitFor()
    await widget.getByRole('button', { name: '重新应用' }).click()
    await expect.poll(async () => (await entry(TITLE)).body).toBe(cleaned)
    await widget.getByRole('button', { name: '还原' }).waitFor()
    await notices.getByRole('listitem').filter({ hasText: '“二、再把办法定下来”认作小标题' }).getByRole('button', { name: '定位' }).click()
    await expect.poll(() => reader.locator('.spotlight').allTextContents()).toEqual(['二、再把办法定下来'])
    await reader.focus()
    await page.keyboard.press('l')
    await notices.waitFor({ state: 'hidden' })
  })

  it('deletes at once, shows the next, and brings it back by button and by key', async () => {
    const { page, list, selected, rows, find, total } = shelf
    await find('', 25)
    await list.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    const [gone, next] = [await rows.nth(1).locator('.result-title').textContent(), await rows.nth(2).locator('.result-title').textContent()]
    await page.keyboard.press('Delete')
    await expect.poll(total).toBe('24 条')
    await expect.poll(() => selected.locator('.result-title').textContent()).toBe(next)
    await takeBack(page, '已将 1 条移入回收站')
    await expect.poll(total).toBe('25 条')
    await expect.poll(() => rows.nth(1).locator('.result-title').textContent()).toBe(gone)

    await list.focus()
    await page.keyboard.press('Delete')
    await expect.poll(total).toBe('24 条')
    await page.keyboard.press('Control+z')
    await expect.poll(total).toBe('25 条')
  })

  it('says what was done where a screen reader hears it', async () => {
    const { page, list, total } = shelf
    await list.focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => page.locator('[role=status]').filter({ hasText: '已将 1 条移入回收站' }).count()).toBeGreaterThan(0)
    await takeBack(page, '已将 1 条移入回收站')
    await expect.poll(total).toBe('1 条')
  })

  it('changes the kind from the menu of a row', async () => {
    const { page, rows, entry } = shelf
    await rows.first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: '转为案例' }).click()
    await expect.poll(async () => (await entry(TITLE)).kind).toBe('case')
    await expect.poll(() => rows.first().locator('.badge').allTextContents()).toEqual([])
    await takeBack(page, '已改为案例')
    await expect.poll(async () => (await entry(TITLE)).kind).toBe('other')
  })

  it('copies with the source, the whole or what is selected, and searches for selected words', async () => {
    const { app, page, reader, entry } = shelf
    const citation = `林小满. ${TITLE}[N]. 《姑苏晚报》, 2023-05-16.`
    const { body } = await entry(TITLE)
    await useTool(page, '复制（带出处）')
    await expect.poll(() => clipboard(app)).toBe(`${body}\n\n${citation}`)
    const paragraph = reader.locator('.body > p').nth(1)
    await paragraph.click({ clickCount: 3 })
    const picked = ((await page.evaluate(() => getSelection()?.toString())) ?? '').trim()
    expect(picked).toContain('议事角的墙上挂着一块白板。')
    await paragraph.click({ button: 'right', position: { x: 60, y: 12 } })
    await page.getByRole('menuitem', { name: '复制（带出处）' }).click()
    await expect.poll(() => clipboard(app)).toBe(`${picked}\n\n${citation}`)
    await paragraph.click({ clickCount: 3 })
    await paragraph.click({ button: 'right', position: { x: 60, y: 12 } })
    await page.getByRole('menuitem', { name: /^搜索“议事角的墙上挂着/ }).click()
    await expect.poll(() => page.locator('#search').inputValue()).toMatch(/^"议事角的墙上挂着一块白板。/)
    await expect.poll(() => shelf.total()).toBe('1 条')
  })

  it('writes an entry of its own', async () => {
    const { app, page, list, reader, find, total } = shelf
    await list.focus()
    await page.keyboard.press(kind === 'browser host' ? 'Alt+n' : 'Control+n')
    const dialog = page.getByRole('dialog', { name: '新建条目' })
    await dialog.getByLabel('标题').fill('走访手记')
    await dialog.getByLabel('正文').fill('今天走了三个楼门。\n白板上新添两件事。')
    await dialog.getByRole('button', { name: '建立' }).click()
    await expect.poll(() => reader.getByRole('heading', { level: 1 }).textContent()).toContain('走访手记')
    await expect.poll(() => reader.locator('.body > p').allTextContents()).toEqual(['今天走了三个楼门。', '白板上新添两件事。'])
    await expect.poll(() => page.getByRole('toolbar').getByRole('button', { name: '看原文' }).isDisabled()).toBe(true)
    await find('走访手记', 1)
    const { id } = await shelf.entry('走访手记')
    valueOf(await app.call('entries.remove', { ids: [id] }))
    await expect.poll(total).toBe('0 条')
  })

  it('takes text that is pasted anywhere, after it was looked at', async () => {
    const { page, list, find } = shelf
    await find('', 25)
    await list.focus()
    const text = '梅坊社区的“小板凳会”\n\n小板凳会每月两次，谁家有事谁搬一条板凳，坐下来说清楚再起身。'
    await page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    const dialog = page.getByRole('dialog', { name: '粘贴导入' })
    await expect.poll(() => dialog.getByLabel('文本').inputValue()).toBe(text)
    await dialog.getByRole('button', { name: '导入' }).click()
    await page.getByText('导入完成：1 条', { exact: false }).first().waitFor()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '案例库' }).click()
    await find('小板凳会', 1)
  })

  it('had nothing to complain about on its console', () => {
    expect(shelf.app.complaints).toEqual([])
  })
})
