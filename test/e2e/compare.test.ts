/** 对照: places side by side, each cell down to its sentence, kept and opened again; by mouse and by keyboard alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { valueOf } from './choose.ts'
import { openShelf, type Shelf } from './library-page.ts'
import { onEachHost } from './launch.ts'
import { goTo } from './window.ts'

onEachHost('comparing', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openShelf(kind)
  })
  afterAll(() => shelf.app.close())

  beforeEach(() => goTo(shelf.page, '对照'))

  const grid = () => shelf.page.getByRole('table', { name: '做法对照' })
  const columns = () => grid().locator('thead .column-label').allTextContents()
  const cell = (practice: string, column: number) => grid().getByRole('row').filter({ has: shelf.page.getByRole('rowheader', { name: practice, exact: true }) }).locator('.cell').nth(column)
  const evidence = () => shelf.page.getByRole('complementary', { name: /^依据/ })

  describe('putting a board together', () => {
    it('begins with the places that have cases', async () => {
      const { page } = shelf
      await page.getByRole('list', { name: '从这些地区开始' }).getByRole('button', { name: /苏州市/ }).click()
      await expect.poll(columns).toEqual(['苏州市'])
      // One column compares nothing: the others are still offered, but for the one that is there.
      const offered = page.getByRole('list', { name: '可以加进来的地区' })
      await expect.poll(() => offered.getByRole('button').count()).toBeGreaterThan(1)
      await expect.poll(() => offered.getByRole('button', { name: /苏州市/ }).count()).toBe(0)
      expect((await grid().locator('tbody th').allTextContents()).slice(0, 4)).toEqual(['网格化治理', '枫桥经验', '智慧治理', '调解品牌'])
      await expect.poll(() => grid().locator('tbody tr').count()).toBe(11)
      // What one column leaves is its own, not the row heads'.
      await expect.poll(() => grid().locator('tbody th').first().evaluate((head) => Math.round(head.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 10))).toBe(85)
    })

    it('takes a place that is typed, a place without cases among them', async () => {
      const { page } = shelf
      const picker = page.getByRole('combobox', { name: '添加地区或案例' })
      for (const [typed, name] of [['淄博', '淄博市'], ['拉萨', '拉萨市']] as const) {
        await picker.click()
        await page.keyboard.insertText(typed)
        await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
      }
      await expect.poll(columns).toEqual(['苏州市', '淄博市', '拉萨市'])
      await expect.poll(() => cell('网格化治理', 2).textContent()).toContain('未核对')
    })

    it('tells apart what is there, what the text does not say and what nobody checked', async () => {
      expect((await cell('网格化治理', 0).textContent())?.trim()).toMatch(/^有据待核/)
      expect((await cell('信访工作', 0).textContent())?.trim()).toBe('原文未述待核')
    })
  })

  describe('where a cell comes from', () => {
    it('opens its sentences, and a sentence lights up in the reader', async () => {
      const { page, reader } = shelf
      await cell('网格化治理', 1).click()
      await evidence().getByRole('heading', { name: '网格化治理' }).waitFor()
      const sentence = evidence().locator('.evidence-sentence > button').first()
      const text = await sentence.textContent() ?? ''
      expect(text).toContain('网格员')
      await sentence.click()
      await expect.poll(() => reader.locator('mark.lit').allTextContents().then((parts) => parts.join(''))).toBe(text)
      await goTo(page, '对照')
      await expect.poll(() => evidence().isVisible()).toBe(true)
    })

    it('keeps that a person has looked, under their name', async () => {
      const { page } = shelf
      await cell('信访工作', 1).click()
      const silent = evidence().getByRole('button', { name: '确认原文未述' })
      for (const left of [3, 2, 1, 0]) {
        await silent.first().click()
        if (left === 3) {
          const asked = page.getByRole('dialog', { name: /署名/ })
          await asked.getByRole('textbox').fill('周老师')
          await page.keyboard.press('Enter')
          await asked.waitFor({ state: 'hidden' })
        }
        await expect.poll(() => silent.count()).toBe(left)
      }
      await expect.poll(async () => (await cell('信访工作', 1).textContent())?.trim()).toBe('原文未述已确认')
    })
  })

  describe('by keyboard alone', () => {
    it('goes along the grid, into the evidence and back', async () => {
      const { page } = shelf
      await page.keyboard.press('Escape')
      await cell('网格化治理', 0).focus()
      for (const key of ['ArrowDown', 'ArrowRight', 'End', 'Home', 'ArrowUp']) await page.keyboard.press(key)
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0-0')
      await page.keyboard.press('Enter')
      await evidence().waitFor()
      await page.keyboard.press('F6')
      await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('evidence-pane')
      await page.keyboard.press('Escape')
      await evidence().waitFor({ state: 'hidden' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0-0')
      await page.keyboard.press('Enter')
      await evidence().waitFor()
      await page.keyboard.press('Escape')
      await evidence().waitFor({ state: 'hidden' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0-0')
    })
  })

  describe('keeping it', () => {
    it('is saved under a name, and opened again as it was', async () => {
      const { page } = shelf
      await page.getByRole('textbox', { name: '对照板名称' }).fill('苏淄两地')
      await page.getByRole('button', { name: '保存', exact: true }).dblclick()
      await page.getByText('已保存对照板“苏淄两地”').waitFor()
      await expect.poll(() => page.getByRole('button', { name: /^已存/ }).textContent()).toContain('已存 1')
      await page.getByRole('button', { name: '新建', exact: true }).click()
      await page.getByText('把各地做法放在一起看').waitFor()
      await page.getByRole('button', { name: '苏淄两地' }).click()
      await expect.poll(columns).toEqual(['苏州市', '淄博市', '拉萨市'])
      await expect.poll(async () => (await cell('信访工作', 1).textContent())?.trim()).toBe('原文未述已确认')
    })

    it('moves and takes away columns, and says that this is not kept yet', async () => {
      const { page } = shelf
      await page.getByRole('button', { name: '“淄博市”这一列的操作' }).click()
      await page.getByRole('menuitem', { name: '左移' }).click()
      await expect.poll(columns).toEqual(['淄博市', '苏州市', '拉萨市'])
      await page.getByRole('button', { name: '“拉萨市”这一列的操作' }).click()
      await page.getByRole('menuitem', { name: '移出对照板' }).click()
      await expect.poll(columns).toEqual(['淄博市', '苏州市'])
      await page.getByText('尚未保存').waitFor()
    })

    it('is deleted with changes that nobody saved only by somebody who says so', async () => {
      const { page } = shelf
      await page.getByRole('button', { name: '删除对照板“苏淄两地”' }).click()
      const asked = page.getByRole('dialog', { name: '当前对照板还没有保存' })
      await asked.getByRole('button', { name: '继续编辑' }).click()
      await asked.waitFor({ state: 'hidden' })
      await expect.poll(() => columns()).toEqual(['淄博市', '苏州市'])
      await expect.poll(() => page.getByRole('button', { name: /^已存/ }).textContent()).toContain('已存 1')
    })

    it('is deleted, and brought back by one key', async () => {
      const { page } = shelf
      await page.getByRole('button', { name: '删除对照板“苏淄两地”' }).click()
      await page.getByRole('dialog', { name: '当前对照板还没有保存' }).getByRole('button', { name: '仍然删除' }).click()
      await page.getByText('把各地做法放在一起看').waitFor()
      await page.getByText('已删除对照板“苏淄两地”').waitFor()
      await page.locator('.ant-notification-notice').filter({ hasText: '已删除对照板' }).getByRole('button', { name: '撤销' }).click()
      await expect.poll(columns).toEqual(['苏州市', '淄博市', '拉萨市'])
      expect(shelf.app.complaints).toEqual([])
    })

    it('with a practice that the taxonomy has no more shows the others, and says which is missing', async () => {
      const { app, page } = shelf
      const [kept] = valueOf(await app.call('boards.list', {}))
      valueOf(await app.call('boards.save', { id: null, title: '旧版的板', units: kept?.units ?? [], rows: ['grid', 'drones'].map((id) => PracticeId.parse(id)) }))
      await page.reload()
      await goTo(page, '对照')
      await page.getByRole('button', { name: '旧版的板' }).click()
      await page.getByText('现在的分类里没有的做法：drones').waitFor()
      await expect.poll(() => grid().locator('tbody th').allTextContents()).toEqual(['网格化治理'])
      await expect.poll(() => page.getByRole('button', { name: '做法 1 项' }).isVisible()).toBe(true)
      // One that people retired keeps its row, which says what became of it.
      const step = valueOf(await app.call('taxonomy.change', { change: { type: 'retire', id: PracticeId.parse('grid.police') }, by: '周文' }))
      valueOf(await app.call('boards.save', { id: null, title: '停用之前的板', units: kept?.units ?? [], rows: ['grid', 'grid.police'].map((id) => PracticeId.parse(id)) }))
      await page.reload()
      await goTo(page, '对照')
      await page.getByRole('button', { name: '停用之前的板' }).click()
      await expect.poll(() => grid().locator('tbody th').allTextContents()).toEqual(['网格化治理', '警网融合'])
      await expect.poll(() => grid().getByRole('row', { name: /^警网融合/ }).textContent()).toContain('这项做法已停用，不再检出')
      valueOf(await app.call('taxonomy.undo', { step: step.id }))
      expect(app.complaints).toEqual([])
    })
  })
})
