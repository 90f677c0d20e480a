/** Searching in depth: values left out, searches in what was found, kept searches, stories, why a hit stands where it does, copying a hit, similar cases, shelf life. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { clipboard, gone, openShelf, type Shelf } from './library-page.ts'

const TITLE = '楼门议事：把协商搬到楼道口'

/** Two texts on one thing, neither a print of the other. */
const LIKE = [
  ['河湾.txt', '河湾镇：板凳调解室开到渡口\n\n发布时间：2024-03-02　来源：《河湾日报》　作者：陆一舟\n\n河湾镇在渡口摆出六条长凳，取名板凳调解室。船工、渔户和菜贩有了口角，先坐下喝茶，再由老船长主持调解。半年来，板凳调解室化解渡口纠纷八十四件，船工说，长凳比公堂近。\n\n镇里给每位老船长发一本渡口账，谁家的纠纷了结，谁家的还要再谈，账上写得明白。'],
  ['山口.txt', '山口村的长凳\n\n发布时间：2022-11-20　来源：《山口周报》　作者：金满仓\n\n山口村把祠堂前的长凳搬进板凳调解室，由三位老船长的后人轮流值守。村民的界址纠纷、用水纠纷，都在板凳调解室里说开。渡口停摆那一年，菜贩与船工为摊位争执，也是坐在长凳上谈拢的。\n\n值守的人不领报酬，年底由村民投票，评一位最受信任的调解人。'],
] as const

/** Types Chinese as people do, through an input method. */
async function composed(page: Page, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: 'a', selectionStart: 1, selectionEnd: 1 })
  await cdp.send('Input.insertText', { text })
  await cdp.detach()
}

/** What is on the clipboard of the host as a document would take it. */
const clipboardHtml = ({ kind, page, evaluate }: Running): Promise<string> =>
  kind === 'browser host'
    ? page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text() ?? '')
    : evaluate(async ({ clipboard: board }) => {
        const [item] = await board.read()
        const html = await item?.getType('text/html')
        return html instanceof Blob ? await html.text() : ''
      })

onEachHost('searching in depth', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openShelf(kind)
  })
  afterAll(() => shelf.app.close())
  const facets = () => shelf.page.getByRole('region', { name: '筛选' })
  const narrowed = () => shelf.page.getByRole('list', { name: '当前筛选' }).getByRole('listitem')
  beforeEach(async () => {
    const { page, find } = shelf
    await page.keyboard.press('Escape')
    const clear = page.getByRole('button', { name: '清除筛选' })
    if (await clear.isVisible()) await clear.click()
    await find('', 25)
  })

  describe('facets', () => {
    it('leave a value out by its button, and let it in again by its chip, from the keyboard', async () => {
      const { page, total } = shelf
      const jiangsu = facets().getByRole('checkbox', { name: /^江苏省/ })
      await jiangsu.focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(total).toBe('20 条')
      await expect.poll(() => narrowed().allTextContents()).toEqual(['排除 江苏省'])
      await expect.poll(() => facets().getByRole('button', { name: '排除“江苏省”' }).getAttribute('aria-pressed')).toBe('true')
      await page.getByRole('button', { name: '去掉筛选“江苏省”' }).focus()
      await page.keyboard.press('Delete')
      await expect.poll(total).toBe('25 条')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
    })

    it('leave a value out by Alt and a click, and take it for chosen by a plain one', async () => {
      const { total } = shelf
      const row = facets().getByRole('checkbox', { name: /^2023/ })
      const years = await row.locator('xpath=ancestor::label').locator('.facet-count').textContent()
      await row.click({ modifiers: ['Alt'] })
      await expect.poll(total).toBe(`${String(25 - Number(years))} 条`)
      await row.click()
      await expect.poll(total).toBe(`${years ?? ''} 条`)
      await expect.poll(() => narrowed().allTextContents()).toEqual(['年份 2023'])
    })

    it('ask for one of several practices, or for all of them', async () => {
      const { page, total } = shelf
      const count = async (): Promise<number> => Number((await total()).replace(' 条', ''))
      for (const name of [/^网格化治理/, /^党建引领/]) await facets().getByRole('checkbox', { name }).check()
      const join = facets().getByRole('radiogroup', { name: '“做法”的几项之间' })
      await join.waitFor()
      await expect.poll(() => narrowed().count()).toBe(3)
      const any = await count()
      await join.getByText('与', { exact: true }).click()
      await expect.poll(count).not.toBe(any)
      const both = await count()
      expect(both).toBeLessThan(any)
      await page.getByRole('button', { name: '全部去掉' }).click()
      await expect.poll(total).toBe('25 条')
    })

    it('fold, and stay folded when the window opens again', async () => {
      const { page } = shelf
      const head = facets().getByRole('button', { name: '年份' })
      await head.click()
      await expect.poll(() => head.getAttribute('aria-expanded')).toBe('false')
      await expect.poll(() => facets().getByRole('checkbox', { name: /^2023/ }).count()).toBe(0)
      await expect.poll(async () => valueOf(await shelf.app.call('settings.get', {})).foldedFacets.includes('year')).toBe(true)
      await page.reload()
      await shelf.rows.first().waitFor()
      await expect.poll(() => head.getAttribute('aria-expanded')).toBe('false')
      await head.click()
      await facets().getByRole('checkbox', { name: /^2023/ }).waitFor()
    })

    it('are looked through by typing when they are long', async () => {
      const box = facets().getByRole('textbox', { name: '在“做法”里找' })
      await box.fill('dangjian')
      await expect.poll(() => facets().getByText('没有这样的一项').count()).toBe(1)
      await box.fill('djyl')
      await expect.poll(() => facets().getByRole('checkbox', { name: /^党建引领/ }).count()).toBe(1)
      await expect.poll(() => facets().getByRole('checkbox', { name: /^网格化治理/ }).count()).toBe(0)
      await box.fill('')
      await facets().getByRole('checkbox', { name: /^网格化治理/ }).waitFor()
    })
  })

  describe('suggestions', () => {
    const offers = () => shelf.page.getByRole('listbox', { name: '搜索建议' })
    const box = () => shelf.page.getByRole('combobox', { name: '搜索' })

    it('come while one types, are walked along by arrows, and fill the box', async () => {
      const { page, search } = shelf
      await search.focus()
      await composed(page, '楼门')
      await offers().getByRole('option').first().waitFor()
      await expect.poll(() => box().getAttribute('aria-expanded')).toBe('true')
      await page.keyboard.press('ArrowDown')
      const first = offers().getByRole('option').first()
      await expect.poll(() => first.getAttribute('aria-selected')).toBe('true')
      await expect.poll(() => box().getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => offers().locator('[aria-selected=true]').count()).toBe(0)
      await page.keyboard.press('Escape')
      await expect.poll(() => offers().count()).toBe(0)
      // The first Escape puts the suggestions away, the second one empties the box.
      await expect.poll(() => search.inputValue()).toBe('楼门')
      await page.keyboard.press('Escape')
      await expect.poll(() => search.inputValue()).toBe('')
    })

    it('of a title open the entry', async () => {
      const { page, search, reader } = shelf
      await search.focus()
      await composed(page, '搬到楼道口')
      await offers().getByRole('option', { name: TITLE }).waitFor()
      const names = await offers().getByRole('option').allTextContents()
      for (let at = -1; at < names.findIndex((name) => name.startsWith(TITLE)); at++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect.poll(() => reader.evaluate((text) => text === document.activeElement)).toBe(true)
      await expect.poll(() => reader.getByRole('heading', { level: 1 }).textContent()).toContain(TITLE)
    })

    it('stay away from what is pasted, and from an input method until it is done', async () => {
      const { page, search, total } = shelf
      await search.fill('楼门')
      await expect.poll(total).toBe('1 条')
      await expect.poll(() => offers().count()).toBe(0)
      await search.fill('')
      await page.keyboard.press('Escape')
      await search.focus()
      const cdp = await page.context().newCDPSession(page)
      for (const text of ['l', 'lou', 'lou men']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      for (const key of ['ArrowDown', 'Enter', 'Escape']) await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: key, windowsVirtualKeyCode: 229 })
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect([await offers().count(), await search.inputValue()]).toEqual([0, 'lou men'])
      await cdp.send('Input.insertText', { text: '楼门' })
      await offers().getByRole('option').first().waitFor()
      await expect.poll(total).toBe('1 条')
      // Enter without a choice searches for what is typed.
      await page.keyboard.press('Enter')
      expect([await offers().count(), await search.inputValue()]).toEqual([0, '楼门'])
      await cdp.detach()
    })

    it('of an empty box are what was searched for before, and can be cleared', async () => {
      const { app, page, search } = shelf
      valueOf(await app.call('searches.remember', { query: '楼道口' }))
      await page.reload()
      await shelf.rows.first().waitFor()
      await search.focus()
      await page.keyboard.press('ArrowDown')
      await offers().getByRole('option', { name: '楼道口', exact: true }).waitFor()
      await offers().getByRole('option', { name: '清除搜索记录' }).click()
      await expect.poll(async () => valueOf(await app.call('searches.recent', {}))).toEqual([])
      await search.click()
      await expect.poll(() => offers().count()).toBe(0)
    })
  })

  it('searches on in what was found, one search over the other', async () => {
    const { page, search, find, total } = shelf
    await find('网格员', 25)
    await search.press('Shift+Enter')
    await expect.poll(() => search.inputValue()).toBe('')
    await expect.poll(() => narrowed().allTextContents()).toEqual(['在结果中 网格员'])
    await find('苏州', 5)
    await page.getByRole('button', { name: '在结果中搜', exact: true }).click()
    await find('乡贤', 1)
    await expect.poll(() => narrowed().locator('.chip-label').allTextContents()).toEqual(['在结果中 网格员', '在结果中 苏州'])
    await page.getByRole('button', { name: '不再限于“苏州”的结果' }).click()
    await expect.poll(total).toBe('4 条')
  })

  it('says which word nothing holds, and what to do', async () => {
    const { page, search, total } = shelf
    await facets().getByRole('checkbox', { name: /^江苏省/ }).check()
    await expect.poll(total).toBe('5 条')
    await search.fill('"绍兴市"')
    await page.getByText('没有匹配的条目').waitFor()
    await page.getByRole('button', { name: '去掉筛选有 4 条' }).click()
    await expect.poll(total).toBe('4 条')
    await search.fill('网格员 "绝无此语"')
    await page.getByText('全库都没有写到“绝无此语”。').waitFor()
    await page.getByRole('button', { name: '只搜“网格员”' }).click()
    await expect.poll(total).toBe('25 条')
  })

  it('puts right above the hits what nothing holds, where another word is near', async () => {
    const { page, search, total } = shelf
    await search.fill('乡贤 或 网各员')
    await page.getByText('全库都没有写到“网各员”。').waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^改搜“网格员”（25 条）/ }).click()
    await expect.poll(total).toBe('25 条')
    await expect.poll(() => search.inputValue()).toBe('乡贤 或 网格员')
    await expect.poll(() => page.getByText('全库都没有写到').count()).toBe(0)
  })

  it('shows how to write a query, and runs an example', async () => {
    const { page, search } = shelf
    await page.getByRole('button', { name: '怎样搜' }).click()
    await page.getByRole('button', { name: '网格 非 物业' }).click()
    await expect.poll(() => search.inputValue()).toBe('网格 非 物业')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
    await page.getByRole('button', { name: '怎样搜' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('"一站式"')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('怎样搜')
  })

  it('keeps searches with a live count, names them anew, and brings a deleted one back', async () => {
    const { app, page, find, total } = shelf
    await find('乡贤', 4)
    await page.getByRole('button', { name: '保存搜索' }).click()
    await page.getByRole('dialog').getByLabel('名称').fill('乡贤们')
    await page.keyboard.press('Enter')
    const saved = page.getByRole('region', { name: '保存的搜索' })
    await expect.poll(() => saved.getByRole('button', { name: '乡贤们', exact: false }).first().textContent()).toBe('乡贤们4')
    await find('楼门议事', 1)
    await page.getByRole('button', { name: '保存搜索' }).click()
    await expect.poll(() => page.getByRole('dialog').getByLabel('名称').inputValue()).toBe('楼门议事')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '“乡贤们”：重命名或删除' }).click()
    await page.getByRole('menuitem', { name: '重命名' }).click()
    const box = saved.getByRole('textbox', { name: '名称' })
    await expect.poll(() => box.evaluate((input) => input === document.activeElement)).toBe(true)
    await box.fill('参事会')
    await box.press('Enter')
    await saved.getByRole('button', { name: '参事会 4' }).or(saved.getByRole('button', { name: '参事会4' })).waitFor()
    await find('', 25)
    await page.getByRole('button', { name: '“参事会”：重命名或删除' }).click()
    await page.getByRole('menuitem', { name: '删除' }).click()
    await expect.poll(() => saved.count()).toBe(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await saved.getByRole('button', { name: /^参事会/ }).first().click()
    await expect.poll(total).toBe('4 条')
    for (const { id } of valueOf(await app.call('searches.saved', {}))) valueOf(await app.call('searches.remove', { id }))
    await gone(page.getByText('已删除保存的搜索'))
  })

  it('says why a hit stands where it does, by key and back', async () => {
    const { page, find, list } = shelf
    await find('楼门议事', 1)
    await expect.poll(() => shelf.rows.first().locator('mark').count()).toBeGreaterThan(0)
    await list.focus()
    await page.keyboard.press('w')
    const card = page.getByRole('dialog', { name: `《${TITLE}》为什么在这里` })
    await expect.poll(() => card.getByRole('listitem').count()).toBeGreaterThan(1)
    expect((await card.innerText()).includes('标题或小标题里就有')).toBe(true)
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await expect.poll(() => list.evaluate((box) => box === document.activeElement)).toBe(true)
  })

  it('copies the sentence of a hit with its source, as text and as a document takes it', async () => {
    const { app, page, find, list, reader } = shelf
    const citation = `林小满. ${TITLE}[N]. 《姑苏晚报》, 2023-05-16.`
    await find('冤枉路', 1)
    await expect.poll(() => reader.locator('.body mark').allTextContents()).toEqual(['冤枉路'])
    await list.focus()
    await page.keyboard.press(kind === 'browser host' ? 'Alt+c' : 'Control+Shift+c')
    const sentence = '网格员说，楼门议事让他少跑了许多冤枉路，矛盾调解也有了“第一现场。'
    await expect.poll(() => clipboard(app)).toBe(`${sentence}\n\n${citation}`)
    expect(await clipboardHtml(app)).toContain(`<blockquote><p>${sentence}</p></blockquote><p>${citation}</p>`)
    await find('白板', 1)
    await expect.poll(() => reader.locator('.body mark').count()).toBe(3)
    await page.getByRole('button', { name: '下一处命中' }).click()
    await page.getByRole('button', { name: '下一处命中' }).click()
    await page.getByRole('button', { name: '复制这一处所在的句子（带出处）' }).click()
    await expect.poll(() => clipboard(app)).toContain('白板擦了又写，记下四百三十六件事，办成四百零九件。\n\n')
  })

  it('leaves what is out of use out of the list until somebody asks for it', async () => {
    const { app, page, find, total, rows, entry } = shelf
    await find('楼门议事', 1)
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '状态与复核日期…' }).click()
    const dialog = page.getByRole('dialog', { name: '状态与复核日期' })
    await dialog.getByRole('radio', { name: /停用/ }).check()
    await dialog.getByRole('textbox', { name: '复核日期' }).fill('2030-01-31')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect.poll(total).toBe('0 条')
    expect((await entry(TITLE).catch(() => null))?.status ?? 'retired').toBe('retired')
    await page.locator('.aside-line').getByText('另有 1 条停用').waitFor()
    await page.getByRole('button', { name: '显示', exact: true }).click()
    await expect.poll(total).toBe('1 条')
    await expect.poll(() => rows.first().locator('.badge').allTextContents()).toContain('停用')
    await expect.poll(() => page.locator('.status-line').innerText()).toContain('复核日期：2030-01-31')
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '状态与复核日期…' }).click()
    await expect.poll(() => dialog.getByRole('radio', { name: /停用/ }).isChecked()).toBe(true)
    await expect.poll(() => dialog.getByRole('textbox', { name: '复核日期' }).inputValue()).toBe('2030-01-31')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => narrowed().allTextContents()).toEqual(['包括停用'])
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.poll(() => rows.first().locator('.badge').allTextContents()).not.toContain('停用')
    await page.getByRole('button', { name: '不列出停用的' }).click()
    await expect.poll(total).toBe('1 条')
    expect(app.complaints).toEqual([])
  })

  it('leads to similar cases and back again', async () => {
    const { app, page, find, reader } = shelf
    for (const [name, text] of LIKE) valueOf(await app.call('import.paste', { name, text }))
    await find('板凳调解室', 2)
    await shelf.rows.first().click()
    const heading = reader.getByRole('heading', { level: 1 })
    const similar = reader.getByRole('region', { name: '相似案例' })
    await similar.getByRole('listitem').first().waitFor()
    const first = ((await heading.textContent()) ?? '').trim()
    const other = (await similar.getByRole('button').first().textContent()) ?? ''
    await similar.getByRole('button').first().click()
    await expect.poll(async () => (await heading.textContent())?.trim()).toBe(other)
    await page.getByRole('button', { name: `回到《${first}》` }).click()
    await expect.poll(async () => (await heading.textContent())?.trim()).toBe(first)
    await expect.poll(() => page.getByRole('navigation', { name: '返回' }).count()).toBe(0)
    await similar.getByRole('button').first().click()
    await expect.poll(async () => (await heading.textContent())?.trim()).toBe(other)
    await reader.focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(async () => (await heading.textContent())?.trim()).toBe(first)
  })
})
