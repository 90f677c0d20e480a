/** The page of a portable pack: found, read, printed and worked by keyboard, without the program, without a request, and by everybody. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../electron/contract/entry.ts'
import { packOf, type PackOptions } from '../../electron/core/exporting/index.ts'
import { createSegmenter, loadDictionary } from '../../electron/core/language/index.ts'
import { entryOf, PRACTICES, sentence } from '../core/exporting/entries.ts'
import { lacks, root } from './launch.ts'
import { openPack, startBrowser, type OpenPack } from './pack-page.ts'
import { axeViolations } from './window.ts'

const segmenter = createSegmenter({ dictionary: loadDictionary(join(root, 'content')) })
const HOSTILE = '</script><script>document.title="打开了"</script><!-- 𠮷野社区'

const grid = '榆溪市把警格和网格并成一张网，推行警网融合，民警与网格员一起敲门走访。\n一年来，警网融合的小区化解邻里纠纷九十七件。\n居民说，现在找民警就像找邻居。'
const POLICED = [sentence(grid, '榆溪市把警格和网格并成一张网，推行警网融合，民警与网格员一起敲门走访。', '警网融合'), sentence(grid, '一年来，警网融合的小区化解邻里纠纷九十七件。', '警网融合')]
const SUMMARY = '榆溪市一年调解纠纷三千件。'
const mediation = '退休教师老马坐堂调解，物业与业主的矛盾，多半在茶桌上说开。网格员把人请来，老马把话说开。'
const place = (province: string, city: string): Pick<Entry, 'place'> => ({ place: { province, city, district: null, basis: 'stated' } })
const tag = (id: string, strength: 'primary' | 'secondary' | 'mention', evidence: readonly ReturnType<typeof sentence>[]): Entry['practices'][number] => ({ id, strength, state: 'draft', decided: null, evidence, inTitle: [], lost: [], judgements: [], differ: false }) as never
const article = (n: number, title: string, body: string, change: Partial<Omit<Entry, 'id'>> = {}): Entry => entryOf(n, body, { title, keywords: segmenter.keywords(title, body), ...change })

const ENTRIES: readonly Entry[] = [
  article(1, '榆溪市：警格连着网格', grid, {
    ...place('江北省', '榆溪市'), source: { media: '《榆溪日报》', page: '第2版', url: null }, date: { value: '2023-05-16', precision: 'day', basis: 'stated' }, authors: [{ name: '何小满', role: 'reporter', note: null }],
    practices: [tag('grid', 'primary', POLICED), tag('grid.police', 'primary', POLICED)],
  }),
  article(2, '白鹭县老马调解室', mediation, { ...place('江北省', '白鹭县'), practices: [tag('mediation', 'secondary', [sentence(mediation, '退休教师老马坐堂调解，物业与业主的矛盾，多半在茶桌上说开。', '调解')]), tag('grid', 'mention', [sentence(mediation, '网格员把人请来，老马把话说开。', '网格员')])] }),
  article(3, '青石区的做法不得转载', '这一句不会出现在便携包里，警网融合也不会。', { ...place('河西省', '青石市'), rights: { level: 'restricted', statement: '未经许可不得转载' } }),
  article(4, HOSTILE, `${HOSTILE}\n第二段说的是一站式服务。`),
  article(5, '榆溪市摘要', SUMMARY, { origin: 'bundled', ...place('江北省', '榆溪市'), practices: [tag('mediation', 'primary', [sentence(SUMMARY, SUMMARY, '调解')])], summary: { key: 'yuxi', citations: [{ id: 'c1', title: '榆溪市调解三千件', media: '《榆溪日报》', date: null, page: null, authors: [] }], figures: [{ start: 8, end: 11, text: '三千件', citation: 'c1' }] } }),
  ...Array.from({ length: 60 }, (_, n) => article(n + 6, `第${String(n + 1)}号通知`, `通知正文第${String(n + 1)}段。`)),
]

const OPTIONS: Omit<PackOptions, 'page'> = { title: '治理案例便携包', language: 'zh-CN', made: '2026-11-22', part: [1, 1], cut: segmenter.cut, plain: false }
const lack = lacks('browser host')

describe.skipIf(lack !== null)(`the page of a pack${lack === null ? '' : ` (${lack})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-pack-页面 #1-'))
  const opened: OpenPack[] = []
  let browser: Browser

  const write = async (name: string, change: Partial<PackOptions> = {}): Promise<string> => {
    const file = join(folder, name)
    writeFileSync(file, await packOf(ENTRIES, PRACTICES, { ...OPTIONS, page: readFileSync(join(root, 'out/pack/page.html'), 'utf8'), ...change }))
    return file
  }
  const open = async (...given: Parameters<typeof openPack> extends [Browser, ...infer Rest] ? Rest : never): Promise<OpenPack> => {
    const pack = await openPack(browser, ...given)
    opened.push(pack)
    return pack
  }
  let file: string
  beforeAll(async () => {
    browser = await startBrowser()
    file = await write('包.html')
  })
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.context().close()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const box = (page: Page) => page.getByRole('searchbox', { name: '搜索' })
  const rows = (page: Page) => page.getByRole('listbox', { name: '条目列表' }).getByRole('option')
  const titles = (page: Page): Promise<readonly string[]> => rows(page).locator('.row-title').allInnerTexts()
  const heading = (page: Page) => page.locator('#title')
  const active = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')

  it('opens from the disk, searches, and asks nobody for anything', async () => {
    const { page, requests, complaints } = await open(file)
    await expect.poll(() => page.title()).toBe('治理案例便携包')
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('65 条')
    await box(page).fill('警网融合')
    await expect.poll(() => titles(page)).toEqual(['榆溪市：警格连着网格'])
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('找到 1 条')
    await expect.poll(() => heading(page).innerText()).toBe('榆溪市：警格连着网格')
    await expect.poll(() => page.locator('.body mark').allInnerTexts()).toEqual(['警网融合', '警网融合'])
    await box(page).fill('榆溪 没有这个词 调解室')
    await box(page).fill('')
    expect([requests, complaints]).toEqual([[], []])
    await expect.poll(() => page.evaluate(() => document.documentElement.getAttribute('translate'))).toBe('no')
  })

  it('shows a table as one, with its hits in their cells', async () => {
    const ledger = article(1, '白鹭县调解台账', '每月公开一次。\n乡镇\t办结\n柳坝镇\t调解318件\n白石镇\t\n以上由各镇报送。')
    const table = { ...ledger, paragraphs: ledger.paragraphs.map((row) => ({ ...row, kind: row.text.includes('\t') ? ('table' as const) : row.kind })) }
    const ledgers = join(folder, '台账.html')
    writeFileSync(ledgers, await packOf([table], PRACTICES, { ...OPTIONS, page: readFileSync(join(root, 'out/pack/page.html'), 'utf8') }))
    const { page } = await open(ledgers)
    await box(page).fill('调解318')
    const rowsOf = page.getByRole('region', { name: '表格，3 行' }).getByRole('row')
    await expect.poll(() => rowsOf.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => `${cell.tagName}:${cell.textContent ?? ''}`)))).toEqual([['TH:乡镇', 'TH:办结'], ['TD:柳坝镇', 'TD:调解318件'], ['TD:白石镇', 'TD:']])
    await expect.poll(() => rowsOf.nth(1).locator('td').nth(1).locator('mark').allInnerTexts()).toEqual(['调解318'])
    expect(await axeViolations(page)).toEqual([])
  })

  it('runs nothing that a text holds, and finds it as text', async () => {
    const { page, complaints } = await open(file)
    await box(page).fill('𠮷野')
    await expect.poll(() => titles(page)).toEqual([HOSTILE])
    await expect.poll(() => heading(page).innerText()).toBe(HOSTILE)
    expect([await page.title(), complaints]).toEqual(['治理案例便携包', []])
  })

  it('could not run or fetch anything even if something got in', async () => {
    const { page, complaints } = await open(file)
    const stopped = await page.evaluate(async () => {
      const script = document.createElement('script')
      const assigned = ((): string => { try { script.textContent = 'document.title = 1'; return 'assigned' } catch { return 'refused' } })()
      const fetched = await fetch('https://example.invalid/').then(() => 'sent', () => 'refused')
      const image = new Image()
      const loaded = new Promise((resolve) => { image.addEventListener('load', () => resolve('loaded')); image.addEventListener('error', () => resolve('refused')) })
      image.src = 'https://example.invalid/a.png'
      return [assigned, fetched, await loaded]
    })
    expect(stopped).toEqual(['refused', 'refused', 'refused'])
    expect(complaints.filter((line) => line.startsWith('policy: ')).map((line) => line.split(' ')[1])).toEqual(['require-trusted-types-for', 'connect-src', 'img-src'])
  })

  it('lights the sentence up that shows a practice, and leads back to it', async () => {
    const { page } = await open(file)
    await box(page).fill('警格')
    const [, second] = await page.locator('.shows').getByRole('button').all()
    await expect.poll(() => page.locator('.shows .label').filter({ visible: true }).allInnerTexts()).toEqual(['网格化治理', '警网融合'])
    await expect.poll(() => page.locator('.shows .below').getByRole('button').count()).toBe(0)
    await expect.poll(() => second?.locator('.word').allInnerTexts()).toEqual(['警网融合'])
    await second?.click()
    await expect.poll(() => page.locator('.body .lit').allInnerTexts()).toEqual(['一年来，', '警网融合', '的小区化解邻里纠纷九十七件。'])
    await expect.poll(() => page.locator('.body .lit').first().evaluate((lit) => lit === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.body .lit').count()).toBe(0)
    await expect.poll(() => second?.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('narrows by practice, its parts, and place, and says how many each would leave', async () => {
    const { page } = await open(file)
    const practices = page.getByRole('region', { name: '做法', exact: true })
    await expect.poll(() => practices.getByRole('listitem').filter({ visible: true }).allInnerTexts()).toEqual(['网格化治理\n1', '调解品牌\n2'])
    await practices.getByRole('button', { name: '展开网格化治理' }).click()
    await practices.getByLabel('警网融合').check()
    await expect.poll(() => titles(page)).toEqual(['榆溪市：警格连着网格'])
    await expect.poll(() => page.locator('.definition').innerText()).toBe('警网融合的定义')
    await practices.getByLabel('调解品牌').check()
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('3 条')
    const places = page.getByRole('region', { name: '地区', exact: true })
    await places.getByRole('button', { name: '展开江北省' }).click()
    await places.getByLabel('白鹭县').check()
    await expect.poll(() => titles(page)).toEqual(['白鹭县老马调解室'])
    await expect.poll(() => places.getByRole('listitem').filter({ hasText: '榆溪市' }).last().locator('.count').innerText()).toBe('2')
    await box(page).fill('通知')
    await expect.poll(() => page.getByText('没有匹配的条目').isVisible()).toBe(true)
    await page.getByRole('button', { name: '清除搜索与筛选' }).click()
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('65 条')
  })

  it('says what a text does not state, what is withheld, and what is not the original', async () => {
    const { page } = await open(file)
    const fields = () => page.locator('.fields').innerText().then((text) => text.replaceAll(/\s+/g, ' '))
    await box(page).fill('白鹭县')
    await expect.poll(() => fields()).toBe('来源 原文未述 日期 原文未述 地区 江北省 白鹭县 作者 原文未述 权利 未见限制')
    await box(page).fill('不得转载')
    await expect.poll(() => page.locator('.withheld').innerText()).toContain('正文没有收入本便携包')
    await expect.poll(() => fields()).toContain('权利 限制转载：未经许可不得转载')
    await box(page).fill('三千件')
    await expect.poll(() => page.locator('.reader .badge').allInnerTexts()).toEqual(['内置摘要·非原文'])
    await expect.poll(() => page.locator('.shows').innerText()).toContain('摘要提到的做法\n\n这是内置摘要，不是原文：句子不作依据，数据请看出处。\n\n调解品牌 仅提及 · 1 句')
    await page.getByRole('button', { name: '数据出处 1' }).click()
    await expect.poll(() => active(page)).toBe('citation-1')
    await expect.poll(() => page.locator('#citation-1').innerText()).toBe('作者：原文未述；题名：榆溪市调解三千件；来源：《榆溪日报》；日期：原文未述')
  })

  it('answers with some of the words where nothing has what was typed, and says so', async () => {
    const { page } = await open(file)
    await box(page).fill('调解室 邻里纠纷 火星')
    await expect.poll(() => page.locator('.hint').innerText()).toBe('没有原样出现“调解室 邻里纠纷 火星”的条目，以下按词列出：调解室 邻里纠纷 火星')
    await expect.poll(() => rows(page).first().innerText()).toContain('缺：')
  })

  it('is worked by keyboard alone', async () => {
    const { page } = await open(file)
    await page.keyboard.press('/')
    await expect.poll(() => active(page)).toBe('search')
    await page.keyboard.type('wang/n')
    await expect.poll(() => box(page).inputValue()).toBe('wang/n')
    await box(page).fill('通知')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => active(page)).toBe('list')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    const chosen = page.locator('[aria-selected=true]')
    await expect.poll(() => heading(page).innerText()).toBe(await chosen.locator('.row-title').innerText())
    await expect.poll(() => chosen.getAttribute('id')).toBe('row-18')
    await page.keyboard.press('Enter')
    await expect.poll(() => active(page)).toBe('title')
    await page.keyboard.press('n')
    await expect.poll(() => page.getByText('第 2 处，共 2 处').isVisible()).toBe(true)
    await page.keyboard.press('n')
    await page.keyboard.press('p')
    await expect.poll(() => page.getByText('第 2 处，共 2 处').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => active(page)).toBe('list')
    await page.keyboard.press('Escape')
    await expect.poll(() => active(page)).toBe('search')
    await page.keyboard.press('Escape')
    await expect.poll(() => box(page).inputValue()).toBe('')
  })

  it('draws rows as they are scrolled to', async () => {
    const { page } = await open(file)
    await expect.poll(() => rows(page).count()).toBe(40)
    await page.locator('#list').evaluate((list) => { list.scrollTop = list.scrollHeight })
    await expect.poll(() => rows(page).count()).toBe(65)
  })

  it('waits until an input method has finished', async () => {
    const { page } = await open(file)
    await box(page).focus()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: "jing'wang", selectionStart: 9, selectionEnd: 9 })
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('65 条')
    await session.send('Input.insertText', { text: '警网融合' })
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('找到 1 条')
  })

  for (const scheme of ['light', 'dark'] as const) {
    // A page at 150 % has two thirds of the room.
    for (const [width, height] of [[1280, 800], [853, 533], [420, 800]] as const) {
      it(`keeps nobody out: ${scheme}, ${String(width)} wide`, async () => {
        const { page } = await open(file, { colorScheme: scheme, viewport: { width, height } })
        expect(await axeViolations(page)).toEqual([])
        await box(page).fill('警格')
        await page.keyboard.press('Enter')
        await page.locator('.shows').getByRole('button').first().click()
        expect(await axeViolations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await box(page).fill('没有的词组一二三')
        expect(await axeViolations(page)).toEqual([])
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      })
    }
  }

  it('has one pane on a narrow screen, with a way back', async () => {
    const { page } = await open(file, { viewport: { width: 420, height: 800 } })
    await expect.poll(() => heading(page).isVisible()).toBe(false)
    await rows(page).nth(1).click()
    expect([await heading(page).isVisible(), await rows(page).first().isVisible()]).toEqual([true, false])
    await page.getByRole('button', { name: '返回列表' }).click()
    await expect.poll(() => rows(page).first().isVisible()).toBe(true)
  })

  it('prints the entry alone', async () => {
    const { page } = await open(file)
    await box(page).fill('警格')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect.poll(() => page.locator('.head, .filters, .column, .reader-tools, .foot').filter({ visible: true }).count()).toBe(0)
    await expect.poll(() => page.locator('.body').evaluate((body) => getComputedStyle(body).color)).toBe('rgb(0, 0, 0)')
    await expect.poll(() => page.locator('.fields').isVisible()).toBe(true)
  })

  it('speaks English where the pack was made in English', async () => {
    const { page } = await open(await write('english.html', { language: 'en', part: [2, 3] }))
    await expect.poll(() => page.locator('.head .meta').innerText()).toBe('Part 2 of 3 · Entries: 65 · made 2026-11-22 · portable pack, works offline')
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
    await expect.poll(() => page.getByRole('region', { name: 'Practices', exact: true }).getByRole('listitem').first().locator('.facet-name').first().innerText()).toBe('grid')
  })

  describe('in a browser that cannot unpack', () => {
    /** Chromium 69, as far as a newer one can be made to look like it. */
    const old = (): void => {
      const newer: readonly (readonly [object, readonly string[]])[] = [
        [globalThis, ['DecompressionStream', 'requestIdleCallback']], [Object, ['fromEntries', 'hasOwn']], [String.prototype, ['matchAll', 'replaceAll', 'at', 'toWellFormed']],
        [Array.prototype, ['at', 'findLast', 'toSorted', 'with']], [Blob.prototype, ['stream', 'text']], [Element.prototype, ['replaceChildren']], [Promise, ['allSettled', 'any', 'withResolvers']],
      ]
      for (const [owner, names] of newer) for (const name of names) Reflect.deleteProperty(owner, name)
    }
    it('says which browser it takes', async () => {
      const { page } = await open(file, {}, old)
      await expect.poll(() => page.getByRole('alert').innerText()).toContain('浏览器太旧')
    })
    it('opens what was left plain', async () => {
      const { page, complaints } = await open(await write('plain.html', { plain: true }), {}, old)
      await box(page).fill('𠮷野')
      expect([await titles(page), complaints]).toEqual([[HOSTILE], []])
      await box(page).fill('警格')
      await page.locator('.shows').getByRole('button').first().click()
      expect([await page.locator('.body .lit').first().innerText(), complaints]).toEqual(['榆溪市把', []])
    })
  })

  it('says so when it was cut short', async () => {
    const cut = join(folder, 'cut.html')
    const html = readFileSync(file, 'utf8')
    const at = html.indexOf('data-form="gzip">') + 2000
    writeFileSync(cut, html.slice(0, at) + html.slice(html.indexOf('</script>', at)))
    const { page } = await open(cut)
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('数据不完整')
  })
})
