/** 内置摘要: a first start that shows a living library, and everything a person can do with the summaries. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachHost } from './launch.ts'
import { openWindow, type Shelf } from './library-page.ts'

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
    expect(await total()).toBe('5 条')
    const titles = await rows.locator('.result-title').allTextContents()
    expect(FIVE.filter((start) => !titles.some((title) => title.startsWith(start)))).toEqual([])
    expect(await rows.getByText('内置摘要·非原文').count()).toBe(5)
    await rows.first().click()
    await reader.getByText('内置摘要·非原文').waitFor()
  })

  it('finds 警网融合 in three of them', async () => {
    await shelf.find('警网融合', 3)
  })
})
