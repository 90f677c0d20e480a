/** 内置摘要: a first start that shows a living library, and everything a person can do with the summaries. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { clipboard, openWindow, type Shelf } from './library-page.ts'
import { axeViolations, goTo, useTool } from './window.ts'

/** Our own words around the facts of the original. */
const ORIGINAL = `淮北市社会治理改革纪实

重复信访积案化解率97.6%，培育社会组织480余个，组建134个党校、439个服务中心和2285个理事会，调处15.6万件，新增点位2448个。

淮北市委政法委牵头推进，各县区落实网格责任。`

const FIVE = ['淮北：', '淮南：', '八公山区：', '淄博：', '淮安：']

onEachHost('a first start', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openWindow(kind, { bundled: true })
  })
  afterAll(() => shelf.app.close())

  it('shows the five summaries, each labelled as no original', async () => {
    const { rows, total, reader } = shelf
    await rows.first().waitFor()
    await expect.poll(() => total()).toBe('5 条')
    const titles = await rows.locator('.result-title').allTextContents()
    expect(FIVE.filter((start) => !titles.some((title) => title.startsWith(start)))).toEqual([])
    await expect.poll(() => rows.getByText('内置摘要·非原文').count()).toBe(5)
    await rows.first().click()
    await reader.getByText('内置摘要·非原文').waitFor()
  })

  it('offers their places for comparing, and says that they are no evidence', async () => {
    const { page } = shelf
    await goTo(page, '对照')
    await page.getByText('这些地区现在只有内置摘要，最多算“仅提及”。').waitFor()
    const offered = page.getByRole('list', { name: '从这些地区开始' }).getByRole('button')
    expect([...await offered.allTextContents()].sort()).toEqual(['安徽省淮北市 只有内置摘要', '安徽省淮南市 只有内置摘要', '安徽省淮南市八公山区 只有内置摘要', '山东省淄博市 只有内置摘要', '江苏省淮安市 只有内置摘要'].sort())
    await goTo(page, '案例库')
  })

  it('finds 警网融合 in three of them', async () => {
    await shelf.find('警网融合', 3)
    await shelf.find('', 5)
  })

  it('opens the source of a figure by a click and by Enter, and says what the source does not state', async () => {
    const { page, find, rows, reader } = shelf
    await find('吾邻党建', 1)
    await rows.first().click()
    const sources = reader.getByRole('region', { name: '出处' })
    await expect.poll(() => sources.getByRole('definition').allTextContents()).toEqual(['原文未述', '原文未述', '原文未述', '原文未述', '原文未述'])
    const figures = reader.locator('.figure')
    await expect.poll(() => figures.count()).toBe(32)
    const card = page.locator('.citation-card')
    await reader.getByRole('button', { name: '98.5%：看出处' }).click()
    await card.getByText('内置摘要·非原文：数据转述自这一出处').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => card.isVisible()).toBe(false)
    await figures.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('“279个”的出处').waitFor()
    await expect.poll(() => page.locator('.citation-card:visible dd').allTextContents()).toEqual(['原文未述', '原文未述', '原文未述', '原文未述', '原文未述'])
    await page.keyboard.press('Escape')
    await expect.poll(() => figures.nth(1).evaluate((one) => one === document.activeElement)).toBe(true)
    await find('', 5)
  })

  it('copies a summary as one, with the sources it was made from', async () => {
    const { app, page, find, rows, reader } = shelf
    await find('三精网格', 1)
    await rows.first().click()
    await reader.getByRole('heading', { level: 1 }).getByText('淮尚善治').waitFor()
    await useTool(page, '复制（带出处）')
    await expect.poll(() => clipboard(app)).toMatch(/\n\n内置摘要（非原文）\. 淮安：“淮尚善治”——指挥中心、三精网格与三调联动\. 善治案例库自编，据：周青\. 奋力谱写“淮尚善治”精彩篇章\[N\]\. 群众·决策资讯, 2022-03-22\.$/)
    await find('', 5)
  })

  it('hides them all, and shows them again from the empty list', async () => {
    const { page, rows, total } = shelf
    await goTo(page, '设置')
    const section = page.getByRole('region', { name: '内置摘要' })
    await section.getByText('隐藏', { exact: true }).click()
    await goTo(page, '案例库')
    await page.getByRole('heading', { name: '资料库还是空的' }).waitFor()
    await expect.poll(() => total()).toBe('0 条')
    await page.getByRole('button', { name: '显示内置摘要' }).click()
    await expect.poll(() => rows.count()).toBe(5)
  })

  it('removes them all with one undo, and brings them back', async () => {
    const { page, total } = shelf
    await goTo(page, '设置')
    const section = page.getByRole('region', { name: '内置摘要' })
    await section.getByRole('button', { name: '全部移入回收站' }).click()
    await section.getByText('在库 0 篇，可找回 5 篇').waitFor()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await section.getByText('在库 5 篇，可找回 0 篇').waitFor()
    await section.getByRole('button', { name: '全部移入回收站' }).click()
    await section.getByText('在库 0 篇，可找回 5 篇').waitFor()
    await section.getByRole('button', { name: '找回' }).click()
    await section.getByText('在库 5 篇，可找回 0 篇').waitFor()
    await goTo(page, '案例库')
    await expect.poll(total).toBe('5 条')
  })

  it('offers the original in the place of its summary: in the report and in the reader, and takes it back', async () => {
    const { app, page, find, rows, reader } = shelf
    const { id } = valueOf(await app.call('import.paste', { name: '淮北改革.txt', text: ORIGINAL }))
    await expect.poll(async () => valueOf(await app.call('import.batches', {})).find((batch) => batch.id === id)?.state).toBe('done')
    await goTo(page, '导入')
    await page.getByText('的原文。').waitFor()
    await expect.poll(() => page.locator('.replace-offer').textContent()).toContain('《淮北市社会治理改革纪实》是内置摘要《淮北：市级统揽试点，城乡分头织网，纠纷进一处化解》的原文。')
    // Two at once are one line.
    const grants = []
    for (const [n, title] of ['淮北市社会治理改革纪实之二', '淮北市社会治理改革纪实之三'].entries()) grants.push(valueOf(await app.call('files.stage', { name: `${n}.txt`, bytes: new TextEncoder().encode(ORIGINAL.replace('淮北市社会治理改革纪实', title).replace('134个党校', `${134 + n}个党校`)) })).grant)
    const both = valueOf(await app.call('import.start', { grants, confirmed: true }))
    await expect.poll(async () => valueOf(await app.call('import.batches', {})).find((batch) => batch.id === both.id)?.state).toBe('done')
    await page.getByText('其中 2 篇是内置摘要的原文。').waitFor()
    // Both are originals of the same summary.
    await page.getByRole('button', { name: '替换这 1 篇内置摘要' }).waitFor()
    await page.getByText('逐篇看').click()
    await expect.poll(() => page.locator('.replace-offer').getByRole('listitem').count()).toBe(2)
    valueOf(await app.call('import.undo', { id: both.id }))
    await goTo(page, '案例库')
    await find('改革纪实', 1)
    await rows.first().click()
    await reader.getByText('这一条是内置摘要《淮北：市级统揽试点，城乡分头织网，纠纷进一处化解》的原文。').waitFor()
    await reader.getByRole('button', { name: '替换内置摘要' }).click()
    await expect.poll(() => reader.locator('.replace-offer').count()).toBe(0)
    expect(valueOf(await app.call('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 })).total).toBe(5)
    await page.getByText('已用原文替换内置摘要').first().waitFor()
    await reader.focus()
    await page.keyboard.press('Control+z')
    await find('', 6)
  })

  it('passes axe with a card open', async () => {
    const { page, find, rows, reader } = shelf
    await find('老贾工作室', 1)
    await rows.first().click()
    await reader.getByRole('button', { name: '97.6%：看出处' }).click()
    await page.locator('.citation-card').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await goTo(page, '设置')
    await page.getByRole('region', { name: '内置摘要' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
  })

  it('complains of nothing', () => {
    expect(shelf.app.complaints).toEqual([])
  })
})

