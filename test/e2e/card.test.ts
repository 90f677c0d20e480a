/** The case card: facts beside the text, each led back to its sentence, judged by key, put right and stated by hand. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openDesk, selectWords, type Desk } from './practices-page.ts'

const TITLE = '苏州：老沈调解室的一百个下午'
const BRAND = '老沈调解室'

onEachHost('the case card', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    valueOf(await desk.app.call('person.set', { name: '韩江雪' }))
    await desk.open(TITLE)
    await desk.reader.focus()
    await desk.page.keyboard.press('t')
    await desk.panel.waitFor()
  })
  afterAll(() => desk.app.close())
  const line = (text: string) => desk.panel.locator('.fact-line', { hasText: text })
  const brands = async () => (await desk.stored(TITLE)).facts.brands.map(({ name, state, basis }) => [name, state, basis])

  it('shows what the text states in groups, and 原文未述 where it states nothing', async () => {
    await expect.poll(() => desk.panel.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['做法', '数据', '机制与平台', '调解品牌', '荣誉', '人物与引语', '可复制条件'])
    await expect.poll(() => desk.panel.getByRole('region', { name: '荣誉' }).textContent()).toBe('荣誉原文未述')
    await expect.poll(() => desk.panel.getByRole('region', { name: '调解品牌' }).textContent()).toContain(BRAND)
  })

  it('leads from a fact to its sentence by the mouse and by keys', async () => {
    const { page, lit } = desk
    await line(BRAND).first().click()
    await expect.poll(() => lit.textContent()).toContain('老沈调解室开在茶馆隔壁')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => line(BRAND).first().getAttribute('aria-current')).toBe('location')
  })

  it('is judged by a letter, signed, and taken back', async () => {
    const { page, takeBack } = desk
    await line(BRAND).first().focus()
    await page.keyboard.press('a')
    await expect.poll(brands).toEqual([[BRAND, 'confirmed', 'stated']])
    await line(BRAND).getByText('韩江雪').waitFor()
    await takeBack(`已确认“${BRAND}”`)
    await expect.poll(brands).toEqual([[BRAND, 'draft', 'stated']])
    await line(BRAND).first().focus()
    await page.keyboard.press('x')
    await expect.poll(brands).toEqual([[BRAND, 'rejected', 'stated']])
    await desk.panel.getByRole('button', { name: '已否定的事实 1' }).click()
    await desk.panel.getByRole('button', { name: `恢复“${BRAND}”` }).click()
    await expect.poll(brands).toEqual([[BRAND, 'draft', 'stated']])
  })

  it('is gone down by keys: whoever rejects a fact stands on the next one, and on the one before after the last', async () => {
    const { page, panel } = desk
    const lines = panel.locator('.fact-line')
    const ids = () => lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-fact')))
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('data-fact'))
    await line(BRAND).waitFor()
    const all = await ids()
    await lines.first().focus()
    await page.keyboard.press('x')
    await expect.poll(ids).toEqual(all.slice(1))
    await expect.poll(() => here()).toBe(all[1])
    await page.keyboard.press('x')
    await expect.poll(ids).toEqual(all.slice(2))
    await expect.poll(() => here()).toBe(all[2])
    await lines.last().focus()
    await page.keyboard.press('x')
    await expect.poll(ids).toEqual(all.slice(2, -1))
    await expect.poll(() => here()).toBe(all.at(-2))
    for (let left = 3; left > 0; left--) {
      await page.keyboard.press('Control+z')
      await expect.poll(async () => (await ids()).length).toBe(all.length - left + 1)
    }
  })

  it('is put right in place', async () => {
    const { page } = desk
    await line(BRAND).first().focus()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: '修改这条事实' })
    await dialog.getByLabel('地方').fill('姑苏区')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect.poll(brands).toEqual([[BRAND, 'confirmed', 'user']])
    await line('姑苏区').getByText('人工').waitFor()
  })

  it('takes a fact stated by hand from a passage, and says what is filled in wrongly', async () => {
    const { page } = desk
    await selectWords(desk, '老沈是退休法官')
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: '这段文字说了什么事实？' })
    await dialog.getByLabel('统计的是').fill('坐班')
    await dialog.getByLabel('数值').fill('一')
    await dialog.getByRole('button', { name: '记下' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('数值').fill('1')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect.poll(async () => (await desk.stored(TITLE)).facts.indicators.flatMap(({ measures, text, basis, decided }) => (basis === 'user' ? [[measures, text, decided?.by]] : []))).toEqual([['坐班', '老沈是退休法官', '韩江雪']])
    await line('坐班').waitFor()
  })
})
