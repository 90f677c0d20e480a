/** 案例库, finding and reading: with an input method, by keyboard alone, in facets, marks and the original. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openShelf, type Shelf } from './library-page.ts'

const TITLE = '楼门议事：把协商搬到楼道口'

onEachHost('the library', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openShelf(kind)
  })
  afterAll(() => shelf.app.close())
  beforeEach(async () => {
    const { page, find } = shelf
    await page.keyboard.press('Escape')
    const clear = page.getByRole('button', { name: '清除筛选' })
    if (await clear.isVisible()) await clear.click()
    await find('', 25)
  })

  describe('searching', () => {
    it('shows results while one types, with the words marked', async () => {
      const { page, search, rows, total, reader } = shelf
      await search.focus()
      for (const [letter, count] of [['楼', 1], ['门', 1], ['议', 1]] as const) {
        await page.keyboard.insertText(letter)
        await expect.poll(total).toBe(`${String(count)} 条`)
      }
      await expect.poll(() => rows.first().locator('.result-title mark').allTextContents()).toEqual(['楼门议'])
      await expect.poll(() => reader.getByRole('heading', { level: 1 }).textContent()).toContain(TITLE)
    })

    it('lays one row right under the other, whatever was listed before', async () => {
      const { find, rows } = shelf
      const gaps = (): Promise<readonly number[]> => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect()).sort((a, b) => a.top - b.top).map((box, at, boxes) => (at === 0 ? 0 : Math.round(box.top - (boxes[at - 1]?.bottom ?? 0)))))
      for (const [query, count] of [['网格员', 25], ['', 25], ['苏州', 5], ['', 25]] as const) {
        await find(query, count)
        await expect.poll(async () => [...new Set(await gaps())]).toEqual([0])
      }
    })

    it('leaves an input method alone until it is done', async () => {
      const { app, page, search, total } = shelf
      await search.focus()
      const cdp = await page.context().newCDPSession(page)
      for (const text of ['l', 'lou', 'lou men', 'lou men yi shi']) {
        await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      }
      // Enter that belongs to the candidate window, as Windows and as Linux report it.
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
      // Longer than the box waits before it searches, and before it remembers: with less, a leak went unnoticed.
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await expect.poll(() => search.inputValue()).toBe('lou men yi shi')
      await expect.poll(() => total()).toBe('25 条')
      await cdp.send('Input.insertText', { text: '楼门议事不设主席台，谁先到谁先说。' })
      await expect.poll(total).toBe('1 条')
      await page.keyboard.press('Enter')
      await expect.poll(async () => valueOf(await app.call('searches.recent', {}))[0]?.query).toBe('楼门议事不设主席台，谁先到谁先说。')
      expect(valueOf(await app.call('searches.recent', {})).map(({ query }) => query).filter((query) => query.includes('lou'))).toEqual([])
      await cdp.detach()
    })

    it('shows how the query was understood, and takes a part of it away', async () => {
      const { page, find, total } = shelf
      await find('网格员 非 苏州', 20)
      const chips = page.getByRole('list', { name: '查询的理解' }).getByRole('listitem')
      await expect.poll(() => chips.filter({ hasNotText: '亦查' }).allTextContents()).toEqual(['网格员', '非 苏州'])
      await page.getByRole('button', { name: '去掉“非 苏州”' }).click()
      await expect.poll(total).toBe('25 条')
      await expect.poll(() => page.locator('#search').inputValue()).toBe('网格员')
    })

    it('says when nothing fits, and leads back', async () => {
      const { page, search, total } = shelf
      await search.fill('"从来没有写过的一句话"')
      await page.getByText('没有匹配的条目').waitFor()
      await page.getByRole('button', { name: '清除搜索与筛选' }).click()
      await expect.poll(total).toBe('25 条')
      await expect.poll(() => search.inputValue()).toBe('')
    })

    it('narrows by place, year and paper, with counts that follow', async () => {
      const { page, total } = shelf
      const facets = page.getByRole('region', { name: '筛选' })
      await facets.getByRole('checkbox', { name: /^江苏省/ }).check()
      await expect.poll(total).toBe('5 条')
      await facets.getByRole('checkbox', { name: /^2023/ }).check()
      await expect.poll(total).toBe('1 条')
      await expect.poll(() => facets.getByRole('checkbox', { name: /姑苏晚报/ }).count()).toBe(1)
      await facets.getByRole('button', { name: '清除筛选' }).click()
      await expect.poll(total).toBe('25 条')
    })

    it('keeps a search under a name, and offers it with the recent ones in the empty box', async () => {
      const { page, search, find, total } = shelf
      await find('乡贤', 4)
      await search.press('Enter')
      await page.getByRole('button', { name: '保存搜索' }).click()
      await page.getByRole('dialog').getByLabel('名称').fill('乡贤的事')
      await page.keyboard.press('Enter')
      await page.getByText('已保存搜索“乡贤的事”').waitFor()
      await find('', 25)
      await search.click()
      await page.getByRole('option', { name: '乡贤', exact: true }).waitFor()
      await page.getByRole('option', { name: '乡贤的事' }).click()
      await expect.poll(total).toBe('4 条')
    })
  })

  describe('by keyboard alone', () => {
    it('goes from the box to the list, along it, into the text and back', async () => {
      const { page, list, rows, selected, reader, find } = shelf
      await rows.first().click()
      await reader.focus()
      await page.keyboard.press('/')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
      await find('社区治理', 24)
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => list.evaluate((box) => box === document.activeElement)).toBe(true)
      const titleAt = (n: number): Promise<string | null> => rows.nth(n).locator('.result-title').textContent()
      for (const key of ['j', 'ArrowDown', 'j', 'k']) await page.keyboard.press(key)
      await expect.poll(() => selected.locator('.result-title').textContent()).toBe(await titleAt(2))
      const active = await list.getAttribute('aria-activedescendant')
      await expect.poll(() => page.locator(`[id="${active ?? ''}"]`).getAttribute('aria-posinset')).toBe('3')
      await page.keyboard.press('Enter')
      await expect.poll(() => reader.evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => list.evaluate((box) => box === document.activeElement)).toBe(true)
    })

    it('keeps the selected row in sight and in the page, however fast one goes', async () => {
      const { page, list, selected } = shelf
      await list.focus()
      await page.keyboard.press('Home')
      for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowDown')
      await expect.poll(() => selected.getAttribute('aria-posinset')).toBe('21')
      const [box, row] = [await list.boundingBox(), await selected.boundingBox()]
      expect(row?.y ?? 0).toBeGreaterThanOrEqual(box?.y ?? 0)
      expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1)
      await page.keyboard.press('End')
      await expect.poll(() => selected.getAttribute('aria-posinset')).toBe('25')
    })

    it('walks the panes with F6, and resizes them with arrows', async () => {
      const { page, list } = shelf
      await list.focus()
      const pane = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.className)
      const seen = [await pane()]
      for (let i = 0; i < 2; i++) {
        await page.keyboard.press('F6')
        seen.push(await pane())
      }
      expect(new Set(seen).size).toBe(3)
      const line = page.getByRole('separator', { name: '调整筛选栏宽度' })
      await line.focus()
      const before = (await list.boundingBox())?.x ?? 0
      await page.keyboard.press('ArrowRight')
      await expect.poll(async () => ((await list.boundingBox())?.x ?? 0) > before).toBe(true)
    })

    it('has moved the focus before the next key, with no frame between', async () => {
      const { page, list, reader } = shelf
      await list.focus()
      await page.keyboard.press('Home')
      await reader.focus()
      const places = await page.evaluate(() => ['Escape', 'Enter', 'Escape', '/'].map((key) => {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        return ['#search', '[data-list]', '[data-reader]'].find((place) => document.activeElement?.matches(place))
      }))
      expect(places).toEqual(['[data-list]', '[data-reader]', '[data-list]', '#search'])
    })

    it('finds commands by their Pinyin initials, and entries by what they hold', async () => {
      const { page, list, reader } = shelf
      await list.focus()
      await page.keyboard.press('Control+k')
      const palette = page.getByRole('dialog', { name: '命令面板' })
      await palette.getByRole('combobox').fill('qhqs')
      await expect.poll(() => palette.getByRole('option').allTextContents()).toEqual(['切换浅色/深色'])
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
      valueOf(await shelf.app.call('settings.set', { theme: 'light' }))
      await page.keyboard.press('Control+k')
      await palette.getByRole('combobox').fill('楼道口')
      await palette.getByRole('option', { name: TITLE }).click()
      await expect.poll(() => reader.getByRole('heading', { level: 1 }).textContent()).toContain(TITLE)
    })

    it('shows its keys', async () => {
      const { page, list } = shelf
      await list.focus()
      await page.keyboard.press('?')
      const keys = page.getByRole('dialog', { name: '键盘操作' })
      await keys.waitFor()
      await expect.poll(() => keys.textContent()).toContain(kind === 'browser host' ? 'Alt+N' : 'Ctrl+N')
      await page.keyboard.press('Escape')
      await keys.waitFor({ state: 'hidden' })
    })
  })

  describe('reading', () => {
    beforeEach(async () => {
      await shelf.find('楼门议事', 1)
      await shelf.reader.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    })

    it('marks exactly what was searched for, and steps from hit to hit', async () => {
      const { page, reader } = shelf
      await expect.poll(() => reader.locator('mark').allTextContents()).toEqual(Array.from({ length: 5 }, () => '楼门议事'))
      await page.getByText('命中 5 处').waitFor()
      await reader.focus()
      const current = (): Promise<string | null> => reader.locator('mark.current').getAttribute('data-mark')
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      await expect.poll(current).toBe('1')
      await page.keyboard.press('p')
      await page.keyboard.press('p')
      await expect.poll(current).toBe('4')
      await page.getByText('命中 5 / 5').waitFor()
    })

    it('tells source, date, place and people, and what the text does not state', async () => {
      const { reader } = shelf
      const fields = await reader.locator('dl.fields > div').evaluateAll((rows) => rows.map((row) => [row.querySelector('dt')?.textContent ?? '', (row.querySelector('dd')?.textContent ?? '').trim()]))
      expect(Object.fromEntries(fields)).toMatchObject({ 来源: '《姑苏晚报》', 日期: '2023-05-16', 地区: '江苏省 苏州市姑苏区', 作者: '林小满　编辑 周大河' })
    })

    it('shows the original with what became of each part, one key away', async () => {
      const { page, reader } = shelf
      await reader.focus()
      await page.keyboard.press('o')
      const original = page.getByRole('region', { name: '原文' }).locator('.original-text').or(page.locator('.original-text'))
      await original.first().waitFor()
      await expect.poll(() => original.first().textContent()).toContain('字号：大 中 小')
      const fates = await original.first().locator('.fate').evaluateAll((runs) => runs.map((run) => [run.className.replace('fate fate-', ''), (run.textContent ?? '').trim()]))
      expect(fates).toContainEqual(['moved', TITLE])
      expect(fates).toContainEqual(['dropped', '字号：大 中 小'])
      expect(fates).toContainEqual(['dropped', '打印本页　关闭窗口'])
      await page.keyboard.press('o')
      await expect.poll(() => page.locator('.original-text').count()).toBe(0)
      await expect.poll(() => reader.evaluate((box) => box === document.activeElement)).toBe(true)
    })

    it('prints the article alone', async () => {
      const { page, reader } = shelf
      await page.evaluate(() => { window.print = () => { document.title = 'printed' } })
      await reader.focus()
      await page.keyboard.press('Control+p')
      await expect.poll(() => page.title()).toBe('printed')
      await page.emulateMedia({ media: 'print' })
      expect([await page.getByRole('navigation').isVisible(), await page.locator('.list-pane').isVisible(), await reader.isVisible()]).toEqual([false, false, true])
      await page.emulateMedia({ media: null })
    })
  })

  describe('looking different', () => {
    it('is as large as one wants, and gives up panes before it gives up words', async () => {
      const { app, page, list, reader } = shelf
      valueOf(await app.call('settings.set', { zoom: 150 }))
      await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
      await expect.poll(() => page.locator('.library-screen').getAttribute('data-layout')).toBe('two')
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
      await page.getByRole('button', { name: '筛选' }).click()
      const drawer = page.getByRole('dialog', { name: '筛选' })
      await drawer.getByRole('checkbox', { name: /^浙江省/ }).check()
      await expect.poll(shelf.total).toBe('4 条')
      await drawer.getByRole('button', { name: '清除筛选' }).click()
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 800, height: 560 })
      await expect.poll(() => page.locator('.library-screen').getAttribute('data-layout')).toBe('one')
      await page.getByRole('button', { name: '回到列表' }).click()
      await list.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => reader.evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => list.evaluate((box) => box === document.activeElement)).toBe(true)
      // The search box is one key away, though the text has taken the place of its list.
      await page.keyboard.press('Enter')
      await expect.poll(() => reader.evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.press('/')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search')
      // The rail goes on beyond the window's edge, and a shadow says so.
      await expect.poll(() => page.getByRole('navigation', { name: '主导航' }).evaluate((rail) => [rail.scrollHeight > rail.clientHeight, getComputedStyle(rail).backgroundAttachment.split(', ').slice(0, 4)])).toEqual([true, ['local', 'local', 'scroll', 'scroll']])
      await page.setViewportSize({ width: 1280, height: 840 })
      valueOf(await app.call('settings.set', { zoom: 100 }))
      await expect.poll(() => page.locator('.library-screen').getAttribute('data-layout')).toBe('three')
    })
  })

  describe('a list of many pages', () => {
    it('is scrolled through and jumped along, asks for what is on screen, and keeps its place', async () => {
      const { app, page, list, selected, total } = shelf
      for (let n = 0; n < 140; n++) valueOf(await app.call('entries.create', { title: `走访手记第${String(n + 1).padStart(3, '0')}号`, body: '今天走了三个楼门。\n白板上新添两件事，都与停车有关。' }))
      await expect.poll(total).toBe('165 条')
      await list.hover()
      for (let i = 0; i < 40; i++) await page.mouse.wheel(0, i < 25 ? 1100 : -700)
      await list.focus()
      await page.keyboard.press('End')
      await expect.poll(() => selected.getAttribute('aria-posinset')).toBe('165')
      await page.keyboard.press('Home')
      await expect.poll(() => selected.getAttribute('aria-posinset')).toBe('1')
      await expect.poll(() => selected.locator('.result-title').textContent()).toBe('走访手记第140号')
      await expect.poll(() => list.getByRole('option').count()).toBeLessThan(40)
      // Of this test and all before it: nothing on the console.
      expect(app.complaints).toEqual([])
    })
  })
})
