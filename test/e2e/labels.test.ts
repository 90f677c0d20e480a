/** Own labels: given to a selected passage, seen in the margin beside it, walked by keyboard, and listed with their passages. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openDesk, selectWords, type Desk } from './practices-page.ts'
import { axeViolations, LOOKS, showAs } from './window.ts'

const TITLE = '警网融合走进河湾街道'
const WORDS = '电动车上楼的问题说了三年，充电棚只建成一半'

onEachHost('own labels', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    valueOf(await desk.app.call('person.set', { name: '韩江雪' }))
    await desk.page.setViewportSize({ width: 1600, height: 900 })
    await desk.open(TITLE)
  })
  afterAll(() => desk.app.close())
  const margin = () => desk.page.getByRole('region', { name: '页边' })
  const note = (name: string) => margin().getByRole('button', { name })
  const mark = async (words: string, name: string): Promise<void> => {
    const { page } = desk
    await selectWords(desk, words)
    await page.getByRole('toolbar', { name: '选中的文字' }).getByRole('button', { name: '标注' }).click()
    const dialog = page.getByRole('dialog', { name: '这段文字标什么？' })
    await dialog.getByRole('combobox').fill(name)
    await expect.poll(() => dialog.getByRole('option').first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
  }

  it('are made where they are first given, and stand in the margin at the height of their passage', async () => {
    const { lit, stored, app } = desk
    await mark(WORDS, '还没办成的事')
    await expect.poll(() => lit.textContent()).toBe(WORDS)
    await note('还没办成的事').waitFor()
    const [beside, text] = [await note('还没办成的事').boundingBox(), await lit.boundingBox()]
    expect(Math.abs((beside?.y ?? 0) - (text?.y ?? 999))).toBeLessThan(12)
    await expect.poll(() => note('还没办成的事').getAttribute('aria-current')).toBe('location')
    const { id } = await stored(TITLE)
    expect(valueOf(await app.call('labels.ofEntry', { id }))).toMatchObject([{ text: WORDS, by: '韩江雪' }])
  })

  it('are chosen from those that are there, beside practices, and none lies over another', async () => {
    const { page } = desk
    await mark('网格员还在一户一户地劝', '还没办成')
    await expect.poll(() => margin().getByRole('button', { name: '还没办成的事' }).count()).toBe(2)
    await mark('居民提的二百一十条意见', '党建引领')
    await note('党建引领').waitFor()
    const boxes = await margin().locator('.margin-note').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom] as const))
    expect(boxes.length).toBe(3)
    expect(boxes.every(([top], index) => index === 0 || top >= (boxes[index - 1]?.[1] ?? 0))).toBe(true)
    // What rules found stands there, too, when it is asked for.
    await page.getByRole('article', { name: '阅读' }).focus()
    await page.keyboard.press('g')
    await expect.poll(() => margin().locator('.by-rules').count()).toBeGreaterThan(3)
    await page.keyboard.press('g')
    await expect.poll(() => margin().locator('.by-rules').count()).toBe(0)
  })

  it('are walked by keyboard, lit up, taken off and given back', async () => {
    const { page, lit, takeBack } = desk
    await margin().locator('.margin-note').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => lit.textContent()).toBe(WORDS)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await expect.poll(() => margin().getByRole('button', { name: '还没办成的事' }).count()).toBe(1)
    await takeBack('已揭下标签“还没办成的事”')
    await expect.poll(() => margin().getByRole('button', { name: '还没办成的事' }).count()).toBe(2)
  })

  for (const look of LOOKS[kind]) {
    it(`are readable: ${look.join(', ')} %`, async () => {
      const { app, page } = desk
      await showAs(app, look)
      await margin().locator('.margin-note').nth(2).waitFor()
      await page.getByRole('article', { name: '阅读' }).evaluate((box) => { box.scrollTop = box.scrollHeight })
      expect.soft(await axeViolations(page)).toEqual([])
    })
  }

  it('fold into a number where there is no room, which opens to the names', async () => {
    const { app, page, lit } = desk
    await showAs(app, ['light', 100])
    await page.setViewportSize({ width: 600, height: 900 })
    const pile = margin().getByRole('button', { name: /^2 处标注：还没办成的事、还没办成的事/ })
    await pile.click()
    await margin().locator('.margin-open .margin-note').first().click()
    await expect.poll(() => lit.textContent()).toBe(WORDS)
    expect.soft(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 1600, height: 900 })
  })

  it('narrow the list as a filter, are left out, and are asked for by name in the box', async () => {
    const { app, page } = desk
    valueOf(await app.call('settings.set', { theme: 'light', zoom: 100 }))
    const list = page.locator('[data-list] [role=option]')
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    const value = page.getByRole('dialog', { name: '筛选' }).getByRole('group', { name: '标签' }).locator('.facet-line', { hasText: '还没办成的事' })
    await expect.poll(() => value.locator('.facet-count').textContent()).toBe('1')
    await value.getByRole('checkbox').check()
    await expect.poll(() => list.count()).toBe(1)
    await value.getByRole('button', { name: '排除' }).click()
    await expect.poll(() => list.filter({ hasText: TITLE }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '去掉筛选“还没办成的事”' }).click()
    await page.getByRole('combobox', { name: '搜索' }).fill('标签:还没办成')
    await expect.poll(() => list.allTextContents()).toEqual([expect.stringContaining(TITLE)])
    await page.getByRole('button', { name: '去掉“标签：还没办成”' }).click()
    await expect.poll(() => list.count()).toBeGreaterThan(1)
  })

  it('have a page with their meaning and their passages, and are changed there', async () => {
    const { app, page, lit } = desk
    await showAs(app, ['light', 100])
    await page.keyboard.press(kind === 'browser host' ? 'Alt+3' : 'Control+3')
    const list = page.getByRole('region', { name: '标签', exact: true })
    await list.getByRole('button', { name: '还没办成的事' }).click()
    await page.getByText('2 段，出自 1 篇').waitFor()
    await page.getByRole('button', { name: '改标签' }).click()
    const dialog = page.getByRole('dialog', { name: '改标签' })
    await dialog.getByLabel('定义').fill('材料自己说没有做成的事')
    await dialog.getByLabel('不算').fill('别处没有做成的事')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('别处没有做成的事').waitFor()
    expect.soft(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: '改动记录' }).click()
    await page.getByText('改了标签“还没办成的事”').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.practice-row', { hasText: WORDS }).click()
    await expect.poll(() => lit.textContent()).toBe(WORDS)
    expect(app.complaints).toEqual([])
  })
})
