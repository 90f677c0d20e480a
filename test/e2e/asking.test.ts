/** What the window takes a query for besides its letters – synonyms and sounds, each by a chip that can be taken away –, and what texts name: brands and platforms as filters. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { gone, importTexts, reaches } from './library-page.ts'
import { launchWindow } from './window.ts'

/** Our own writing. */
const TEXTS = [
  '柳河镇：茶桌边的调解\n\n柳河镇的“桂姐调解室”开在集市边，人民调解员桂兰主持，一年调解邻里纠纷四十二件。镇里的“柳河通”平台收群众诉求，网格员当天上门。\n\n来的人说，桂姐调解室离家近，话也说得开。',
  '山坪村：一壶热茶\n\n山坪村学柳河镇的样子，也请“桂姐调解室”每月来坐诊一天，调解员带着案卷上山。村里用“山坪e家”平台登记纠纷，件件有回音。',
  '北湾社区：矛调中心搬到楼下\n\n北湾社区把矛调中心设在楼下，居民下楼就能说事。社区用“柳河通”平台派单，三日内办结。',
]

onEachHost('what is asked for', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } })
    valueOf(await app.call('bundled.remove', {}))
    await importTexts(app, TEXTS.map((text, at) => ({ name: `${String(at + 1)}.txt`, text })))
    await reaches(async () => valueOf(await app.call('facts.extracting', {})).state, 'ready')
    await gone(app.page.getByText('导入完成'))
  })
  afterAll(() => app.close())
  const search = () => app.page.locator('#search')
  const chips = () => app.page.getByRole('list', { name: '查询的理解' }).locator('.chip-label')
  const total = () => app.page.locator('.total').innerText()
  const facets = () => app.page.getByRole('region', { name: '筛选' })

  it('takes a word for its synonyms until one wants it as typed, and again', async () => {
    const { page } = app
    await search().fill('矛盾纠纷调解中心')
    await expect.poll(total).toBe('1 条')
    await expect.poll(() => chips().filter({ hasText: '亦查' }).count()).toBeGreaterThan(0)
    const word = await page.locator('.chip-also .chip-word').first().innerText()
    await page.getByRole('button', { name: `“${word}”只按原词搜索` }).click()
    await expect.poll(() => chips().allTextContents()).toContain(`${word}（只按原词）`)
    await expect.poll(() => page.locator('.chip-also .chip-word').filter({ hasText: word }).count()).toBe(0)
    await page.getByRole('button', { name: `“${word}”恢复同义词` }).click()
    await expect.poll(() => page.locator('.chip-also .chip-word').filter({ hasText: word }).count()).toBe(1)
  })

  it('takes letters for sounds until one wants them as typed, and again', async () => {
    const { page } = app
    await search().fill('tiaojieshi')
    await expect.poll(total).toBe('2 条')
    await expect.poll(() => chips().filter({ hasText: '按拼音亦查' }).allTextContents()).toEqual(['tiaojieshi 按拼音亦查 调解室'])
    await page.getByRole('button', { name: '“tiaojieshi”只按原词搜索' }).click()
    await expect.poll(() => page.getByText('没有匹配的条目').count()).toBe(1)
    await page.getByRole('button', { name: '“tiaojieshi”恢复同义词' }).click()
    await expect.poll(total).toBe('2 条')
  })

  it('shows a group that is left out as one, and its parts as left out', async () => {
    const { page } = app
    await search().fill('社区 非(矛调 或 派单)')
    await expect.poll(() => chips().filter({ hasNotText: '亦查' }).allTextContents()).toEqual(['社区', '非（矛调 或 派单）', '矛调', '派单'])
    await expect.poll(() => page.locator('.chip-not, .chip-part-not').count()).toBe(3)
  })

  it('leads to the nearest wording where nothing holds what was typed', async () => {
    const { page } = app
    await search().fill('调解宅')
    await page.getByRole('button', { name: /^改搜“调解室”（2 条）/ }).click()
    await expect.poll(() => search().inputValue()).toBe('调解室')
    await expect.poll(total).toBe('2 条')
  })

  it('filters by the brands and the platforms that texts name', async () => {
    const { page } = app
    await search().fill('')
    await expect.poll(total).toBe('3 条')
    await facets().getByRole('checkbox', { name: /桂姐调解室/ }).check()
    await expect.poll(total).toBe('2 条')
    await facets().getByRole('checkbox', { name: /山坪e家/ }).check()
    await expect.poll(total).toBe('1 条')
    await expect.poll(() => page.getByRole('list', { name: '当前筛选' }).locator('.chip-label').allTextContents()).toEqual(['品牌 桂姐调解室', '平台 山坪e家平台'])
    await page.getByRole('button', { name: '全部去掉' }).click()
    await expect.poll(total).toBe('3 条')
  })
})
