/** Changing the taxonomy: a word from the text, a practice of one's own, always with what it would do before it is done. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openDesk, selectWords, type Desk } from './practices-page.ts'

const TITLE = '绍兴：板凳议事会'

onEachHost('the taxonomy', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
    valueOf(await desk.app.call('person.set', { name: '韩江雪' }))
  })
  afterAll(() => desk.app.close())
  const dialog = () => desk.page.getByRole('dialog', { name: '修改做法分类' })
  const shown = async () => (await desk.stored(TITLE)).practices.map(({ id }) => id as string)

  it('takes a practice of one’s own after showing what that would change, and gives it back', async () => {
    const { page } = desk
    await page.keyboard.press(kind === 'browser host' ? 'Alt+3' : 'Control+3')
    await page.getByRole('button', { name: '修改分类' }).click()
    await dialog().getByRole('combobox', { name: '怎么改' }).click()
    await page.locator('.ant-select-item-option', { hasText: '新增做法' }).click()
    await dialog().getByRole('switch').click()
    await dialog().getByLabel('短名').fill('板凳说事')
    await dialog().getByLabel('出现一个即算').fill('板凳议事会')
    await dialog().getByText(/^\d+ 篇的做法会变：$/).waitFor()
    await expect.poll(() => dialog().locator('.shifts').textContent()).toContain(TITLE)
    await expect.poll(() => dialog().locator('.shift-gained').first().textContent()).toBe('增加 板凳说事')
    await dialog().getByRole('button', { name: '照此修改' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page.getByRole('treeitem', { name: /板凳说事/ }).waitFor()
    await expect.poll(shown).toContain('owna')
    await page.getByRole('button', { name: '改动记录' }).click()
    await page.getByText('新增“板凳说事”').first().waitFor()
    await page.getByText('增加 板凳说事').first().waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).first().click()
    await expect.poll(shown).not.toContain('owna')
    await page.keyboard.press('Escape')
    await page.getByRole('treeitem', { name: /板凳说事/ }).waitFor({ state: 'detached' })
  })

  it('takes a word from the text as a trigger, and says why it cannot', async () => {
    const { page } = desk
    await page.keyboard.press(kind === 'browser host' ? 'Alt+1' : 'Control+1')
    await desk.open(TITLE)
    await selectWords(desk, '板凳')
    await page.getByRole('toolbar', { name: '选中的文字' }).getByRole('button', { name: '这个词也算' }).click()
    await dialog().getByLabel('词（一行一个）').fill('板凳\n板凳')
    await dialog().getByText(/做法会变|各条目的做法都不变/).waitFor()
    await dialog().getByLabel('词（一行一个）').fill('凳')
    await dialog().getByText('填好后在这里看变化').waitFor()
    await expect.poll(() => dialog().getByRole('button', { name: '照此修改' }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  })
})
