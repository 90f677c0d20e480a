/** 做法 as a facet and as a screen: narrowing the list, the page of a practice, from a sentence to its place, and the 署名 in the settings. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onBrowserHost, onEachHost } from './launch.ts'
import { openDesk, type Desk } from './practices-page.ts'
import { goTo } from './window.ts'

onEachHost('practices of the library', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
  })
  afterAll(() => desk.app.close())
  beforeEach(async () => {
    const { page } = desk
    await page.keyboard.press('Escape')
    await goTo(page, '案例库')
    const clear = page.getByRole('button', { name: '清除筛选' })
    if (await clear.isVisible()) await clear.click()
  })
  const total = async (): Promise<string> => (await desk.page.locator('.total').textContent()) ?? ''
  const tree = () => desk.page.getByRole('tree', { name: '做法分类' })
  const toScreen = async (): Promise<void> => {
    await desk.page.keyboard.press(kind === 'browser host' ? 'Alt+3' : 'Control+3')
    await tree().waitFor()
  }

  it('narrow the list as a facet that opens to its sub-practices, by keyboard too', async () => {
    const { page } = desk
    const facets = page.getByRole('region', { name: '筛选' })
    const open = facets.getByRole('button', { name: '展开网格化治理' })
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const police = facets.getByRole('checkbox', { name: /^警网融合/ })
    await police.focus()
    await page.keyboard.press('Space')
    await expect.poll(total).toBe('1 条')
    await facets.getByRole('checkbox', { name: /^便民服务/ }).check()
    await expect.poll(total).toBe('2 条')
    await facets.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(total).toBe('6 条')
  })

  it('put chosen places onto the board', async () => {
    const { page } = desk
    const facets = page.getByRole('region', { name: '筛选' })
    await facets.getByRole('checkbox', { name: /^淄博市/ }).check()
    await facets.getByRole('button', { name: '所选 1 个地区加入对照' }).click()
    await page.getByText('已加入对照，共 1 项').waitFor()
  })

  it('have a page each: what it is, its places, its sentences; a sentence leads to its place in the text', async () => {
    const { page, lit, reader } = desk
    await toScreen()
    await tree().getByRole('treeitem', { name: /^网格化治理/ }).focus()
    await page.keyboard.press('ArrowRight')
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '警网融合' }).waitFor()
    for (const part of ['算', '不算', '教学提问', '在本库中']) await page.getByText(part, { exact: true }).first().waitFor()
    await page.getByText('1 篇有据').waitFor()
    await page.getByRole('group', { name: '有这种做法的地区' }).getByRole('button', { name: /^安徽省 合肥市/ }).click()
    const sentence = page.getByRole('list', { name: '“警网融合”的依据' }).getByRole('button', { name: /社区民警每周两次进网格/ })
    await sentence.click()
    await expect.poll(() => lit.textContent()).toBe('社区民警每周两次进网格，和网格员对一遍名单。')
    await reader.getByRole('heading', { level: 1, name: '警网融合走进河湾街道' }).waitFor()
    // Coming back finds the page, the place and the list as they were.
    await toScreen()
    await expect.poll(() => page.getByRole('heading', { level: 1, name: '警网融合' }).isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('group', { name: '有这种做法的地区' }).getByRole('button', { name: /^安徽省 合肥市/ }).getAttribute('aria-pressed')).toBe('true')
    await sentence.waitFor()
  })

  it('show their cases, put one onto the board, and hand the rest over to the library', async () => {
    const { page } = desk
    await toScreen()
    await tree().getByRole('treeitem', { name: /^网格化治理/ }).click()
    await page.getByRole('radiogroup', { name: '看句子还是看案例' }).getByText(/^案例/).click()
    const cases = page.getByRole('list', { name: '“网格化治理”的案例' })
    await expect.poll(() => cases.getByRole('listitem').count()).toBe(2)
    await cases.getByRole('button', { name: '把“淄博：一个电话之后”加入对照' }).click()
    await page.getByText(/已加入对照，共 \d+ 项/).last().waitFor()
    await page.getByRole('button', { name: '在案例库中查看' }).click()
    await expect.poll(total).toBe('2 条')
    await expect.poll(() => page.getByRole('region', { name: '筛选' }).getByRole('checkbox', { name: /^网格化治理/ }).isChecked()).toBe(true)
  })

  it('tell of texts that only mention them, and lead to the words', async () => {
    const { page, lit } = desk
    await toScreen()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '命令面板' }).fill('hswy')
    await page.getByRole('option', { name: '红色物业' }).click()
    await page.getByRole('heading', { level: 1, name: '红色物业' }).waitFor()
    await page.getByText('另有 1 篇仅提及').waitFor()
    await page.getByRole('radiogroup', { name: '看句子还是看案例' }).getByText('仅提及 1').click()
    await page.getByRole('list', { name: '提到“红色物业”的句子' }).getByRole('button').click()
    await expect.poll(() => lit.textContent()).toBe('下一步，村里将推行红色物业。')
  })

  it('say when the library has no case, which is not that nobody does it', async () => {
    const { page } = desk
    await toScreen()
    await tree().getByRole('treeitem', { name: /^信访工作/ }).click()
    await page.getByRole('heading', { name: '本库还没有“信访工作”的案例' }).waitFor()
    await page.getByText('库里没有写到，不等于没有这样做。', { exact: false }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '在案例库中查看' }).count()).toBe(0)
  })

  it('are signed with the name in the settings, which can be changed and forgotten', async () => {
    const { app, page } = desk
    await goTo(page, '设置')
    const section = page.getByRole('region', { name: '署名' })
    const field = section.getByRole('textbox', { name: '署名' })
    await field.fill('孟晓舟')
    await field.press('Enter')
    await page.getByText('已改署名：孟晓舟').waitFor()
    expect(valueOf(await app.call('person.get', {}))).toEqual({ name: '孟晓舟' })
    await field.fill('')
    await section.getByRole('button', { name: '保存' }).click()
    await page.getByText('已清除署名，下次会再问').waitFor()
    expect(valueOf(await app.call('person.get', {}))).toEqual({ name: null })
  })

  it('leave nothing on the console', () => {
    expect(desk.app.complaints).toEqual([])
  })
})

// Only here can a call be answered in the place of the core.
onBrowserHost('a practice that cannot be read', (kind) => {
  it('says what went wrong, with what the practice is still in sight', async () => {
    const { app, page } = await openDesk(kind)
    try {
      await page.route('**/practices.cases', (route) => route.fulfill({ body: JSON.stringify({ ok: false, error: { code: 'FAILED', message: '', details: {} } }) }))
      await goTo(page, '做法')
      await page.getByRole('treeitem', { name: /^调解品牌/ }).click()
      const alert = page.getByRole('alert').filter({ hasText: '没有取到这种做法的内容' })
      await expect.poll(() => alert.textContent()).toContain('操作没有完成。资料库未受影响')
      await page.getByText('教学提问', { exact: true }).first().waitFor()
    } finally {
      await app.close()
    }
  })
})
