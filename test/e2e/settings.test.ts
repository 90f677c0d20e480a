/** 设置, on every host: how the window looks, where the data lies, whether it is sound; and a library that another program holds. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerOpenDialog } from './choose.ts'
import { launch, onEachHost, root, type Running } from './launch.ts'
import { acceptNotice, emptyHome, FILLED, filledHome, goTo, launchWindow } from './window.ts'

const SCREENS = ['案例库', '对照', '做法', '数据', '词典', '意见', '导入', '回收站', '设置'] as const
const VIEWPORT = { width: 1280, height: 720 }

const pick = (page: Page, group: string, value: string): Promise<void> => page.getByRole('radiogroup', { name: group }).getByText(value, { exact: true }).click()
const row = (page: Page, label: string): Locator => page.locator('.settings-row', { hasText: label })
const onRoot = (page: Page, name: string): Promise<string | null> => page.locator('html').getAttribute(name)
const entries = (page: Page): Promise<string | null> => page.getByRole('listbox').getByRole('option').first().getAttribute('aria-setsize')
/** The numbers of the rows that stand at the top of the list. */
const topRows = (page: Page): Promise<readonly (string | null)[]> => page.getByRole('option').evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('aria-posinset')))
const rail = (page: Page): Promise<readonly string[]> => page.locator('.rail-item[aria-current], .rail-item:not(.ant-dropdown-trigger)').allInnerTexts()

/** Presses `button` and answers with the folder `path`: in the system's dialog, or in our own, where a new one is made by name. */
async function answerWith(app: Running, button: Locator, path: string, isNew = true): Promise<void> {
  if (app.kind !== 'browser host') {
    if (isNew) mkdirSync(path)
    await answerOpenDialog(app, [path])
    await button.click()
    return
  }
  await button.click()
  const dialog = app.page.getByRole('dialog', { name: '选择文件夹' })
  const list = dialog.getByRole('list', { name: '文件夹' })
  await list.getByRole('button', { name: '/', exact: true }).click()
  let here = ''
  for (const name of (isNew ? dirname(path) : path).split(sep).filter((part) => part !== '')) {
    here += `/${name}`
    await list.getByRole('button', { name, exact: true }).click()
    await dialog.getByText(here, { exact: true }).waitFor()
  }
  if (isNew) {
    await dialog.getByLabel('新文件夹名称').fill(basename(path))
    await dialog.getByRole('button', { name: '新建' }).click()
  }
  await dialog.getByText(path, { exact: true }).waitFor()
  await dialog.getByRole('button', { name: '使用这个文件夹' }).click()
}

/** Everything kept byte for byte, by path and size. */
const originals = (library: string): readonly string[] => readdirSync(join(library, 'originals'), { recursive: true, encoding: 'utf8' }).map((name) => `${name} ${String(statSync(join(library, 'originals', name)).size)}`).sort()
const listed = (library: string): number => JSON.parse(execFileSync(process.execPath, [join(root, 'out/main/cli.js'), 'list', '--library', library, '--json'], { encoding: 'utf8' })).entries.length

/** What is wider than the place it has. */
const tooWide = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const wide = [...document.querySelectorAll('.page, .list-column, .facets, .reader-tools, .reader-text, .rail, .settings-row, .drop-zone, .trash-tools')].filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
  return [...(document.documentElement.scrollWidth > innerWidth ? ['window'] : []), ...wide.map((element) => `${element.className} ${String(element.scrollWidth)} > ${String(element.clientWidth)}`)]
})

onEachHost('settings', (kind) => {
  let home: string
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => {
    home = realpathSync(filledHome())
    app = await launchWindow(kind, { home, viewport: VIEWPORT })
    await goTo(app.page, '设置')
  })
  afterAll(async () => {
    await app.close()
    emptyHome(home)
  })

  it('is light, dark, or as the system is', async () => {
    const { page } = app
    const surface = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await pick(page, '主题', '浅色')
    await expect.poll(() => onRoot(page, 'data-theme')).toBe('light')
    const light = await surface()
    await pick(page, '主题', '深色')
    await expect.poll(() => onRoot(page, 'data-theme')).toBe('dark')
    await expect.poll(() => surface()).not.toBe(light)
    await pick(page, '主题', '跟随系统')
    for (const colorScheme of ['light', 'dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect.poll(() => onRoot(page, 'data-theme')).toBe(colorScheme)
    }
  })

  it('scales everything to 150 %, and nothing is too wide', async () => {
    const { page } = app
    const rootSize = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    const railWidth = async (): Promise<number> => (await page.getByRole('navigation').boundingBox())?.width ?? 0
    const before = await railWidth()
    await pick(page, '界面大小', '150 %')
    await expect.poll(rootSize).toBe('24px')
    await expect.poll(() => railWidth()).toBeCloseTo(before * 1.5, 0)
    for (const screen of SCREENS) {
      await goTo(page, screen)
      await expect.poll(() => tooWide(page)).toEqual([])
    }
    await pick(page, '界面大小', '100 %')
    await expect.poll(rootSize).toBe('16px')
  })

  it('speaks English on every screen, and Chinese again', async () => {
    const { page } = app
    await pick(page, '语言', 'English')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await expect.poll(() => rail(page)).toEqual(['Library', 'Compare', 'Practices', 'Facts', 'Dictionary', 'Judgements', 'Import', 'Trash', 'Settings'])
    await expect.poll(() => onRoot(page, 'lang')).toBe('en')
    const navigation = page.getByRole('navigation', { name: 'Main navigation' })
    // What remains in Chinese there: the name of the other language, and the names of imported files.
    for (const [screen, chinese] of [['Trash', []], ['Settings', ['简体中文']]] as const) {
      await navigation.getByRole('button', { name: screen }).click()
      await page.getByRole('heading', { level: 1, name: screen }).waitFor()
      const words = (await page.getByRole('main').innerText()).match(/\p{Script=Han}+/gu) ?? []
      expect(words).toEqual(chinese)
    }
    await navigation.getByRole('button', { name: 'Library' }).click()
    await page.getByText(`${String(FILLED)} entries`).waitFor()
    // Names that are longer than the column give way; the counts stay in it.
    await expect.poll(() => page.locator('.facets').evaluate((facets) => [...facets.querySelectorAll('.facet-count')].filter((count) => count.getBoundingClientRect().right > facets.getBoundingClientRect().right).length)).toBe(0)
    await page.getByRole('option').first().click()
    await page.getByRole('toolbar', { name: 'Reader tools' }).getByRole('button', { name: 'Show original' }).waitFor()
    await navigation.getByRole('button', { name: 'Settings' }).click()
    await pick(page, 'Language', '简体中文')
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
    await expect.poll(() => rail(page)).toEqual([...SCREENS])
  })

  it('shows the list as it was when one comes back to it', async () => {
    const { page } = app
    await goTo(page, '案例库')
    await expect.poll(() => topRows(page)).toEqual(['1', '2', '3'])
    for (const screen of ['导入', '回收站', '设置']) {
      await goTo(page, screen)
      await page.getByRole('heading', { level: 1, name: screen }).waitFor()
      await goTo(page, '案例库')
      await page.getByRole('option').first().waitFor()
      await expect.poll(() => topRows(page)).toEqual(['1', '2', '3'])
    }
    await goTo(page, '设置')
  })

  it('sets the body in the font and the list in the density that were chosen', async () => {
    const { page } = app
    const font = (): Promise<string> => page.locator('.reader .body').evaluate((body) => getComputedStyle(body).fontFamily)
    await pick(page, '正文字体', '宋体')
    await expect.poll(font).toMatch(/Songti|SimSun/)
    await pick(page, '正文字体', '黑体')
    await expect.poll(font).not.toMatch(/Songti|SimSun/)

    const height = async (): Promise<number> => {
      await goTo(page, '案例库')
      return (await page.getByRole('option').first().boundingBox())?.height ?? 0
    }
    const comfortable = await height()
    await goTo(page, '设置')
    await pick(page, '列表', '紧凑')
    await expect.poll(() => onRoot(page, 'data-density')).toBe('compact')
    await expect.poll(height).toBeLessThan(comfortable * 0.6)
    await goTo(page, '设置')
    await pick(page, '列表', '舒展')
    await expect.poll(height).toBeGreaterThan(comfortable * 0.9)
  })

  it('shows where the data lies, backs it up, checks it and rebuilds the index', async () => {
    const { page } = app
    await goTo(page, '设置')
    await row(page, '资料库文件夹').getByText(app.library, { exact: true }).waitFor()
    await row(page, '资料库文件夹').getByText(`${String(FILLED)} 条`, { exact: false }).waitFor()

    const backups = join(app.library, 'backups')
    const before = existsSync(backups) ? readdirSync(backups) : []
    await page.getByRole('button', { name: '立即备份' }).click()
    await page.getByText(/^备份完成/).waitFor()
    const made = readdirSync(backups).filter((name) => !before.includes(name))
    expect(made).toHaveLength(1)
    expect(statSync(join(backups, made[0] ?? '')).size).toBeGreaterThan(10_000)

    await page.getByRole('button', { name: '开始体检' }).click()
    const findings = page.getByLabel('体检结果').getByRole('listitem')
    await expect.poll(() => findings.count()).toBe(5)
    await expect.poll(() => findings.locator('.ok').count()).toBe(5)

    await page.getByRole('button', { name: '重建', exact: true }).click()
    await page.getByText(`已重建索引：${String(FILLED)} 条`, { exact: false }).waitFor()
  })

  it('does the same by command, wherever one is', async () => {
    const { page } = app
    await goTo(page, '案例库')
    await expect.poll(() => page.getByText(/^(备份完成|已重建索引)/).count()).toBe(0)
    const palette = page.getByRole('dialog', { name: '命令面板' })
    const run = async (typed: string, name: string): Promise<void> => {
      await page.keyboard.press('Control+k')
      await palette.getByRole('combobox').fill(typed)
      await palette.getByRole('option', { name, exact: true }).click()
    }
    await run('bf', '备份资料库')
    await page.getByText(/^备份完成/).waitFor()
    await run('索引', '重建索引')
    await page.getByText(`已重建索引：${String(FILLED)} 条`, { exact: false }).waitFor()
    await run('tj', '体检')
    await expect.poll(() => page.getByLabel('体检结果').getByRole('listitem').count()).toBe(5)
  })

  it('moves the library to a new folder and leaves the old one as it was', async () => {
    const { page } = app
    const old = app.library
    const kept = originals(old)
    expect(kept.length).toBeGreaterThanOrEqual(FILLED)
    const to = join(home, '搬到这里')
    await answerWith(app, row(page, '移动到…').getByRole('button'), to)
    await row(page, '资料库文件夹').getByText(to, { exact: true }).waitFor()
    await goTo(page, '案例库')
    await expect.poll(() => entries(page)).toBe(String(FILLED))
    expect(originals(to)).toEqual(kept)
    expect(originals(old)).toEqual(kept)
    expect(listed(old)).toBe(FILLED)
  })

  it('opens another library, empty at first, and comes back', async () => {
    const { page } = app
    await goTo(page, '案例库')
    await page.getByRole('option').nth(2).click()
    await goTo(page, '设置')
    const other = join(home, '另一个')
    await answerWith(app, row(page, '打开另一个资料库…').getByRole('button'), other)
    await row(page, '资料库文件夹').getByText(other, { exact: true }).waitFor()
    const accept = page.getByRole('button', { name: '我已了解，开始使用' })
    await accept.click()
    await accept.waitFor({ state: 'hidden' })
    await goTo(page, '案例库')
    await page.getByRole('heading', { name: '资料库还是空的' }).waitFor()
    await page.getByRole('heading', { name: '从左侧选一条来读' }).waitFor()

    await goTo(page, '设置')
    await row(page, '最近用过的资料库').getByRole('button', { name: join(home, '搬到这里') }).click()
    await row(page, '资料库文件夹').getByText(join(home, '搬到这里'), { exact: true }).waitFor()
    await goTo(page, '案例库')
    await expect.poll(() => entries(page)).toBe(String(FILLED))
  })

  it('is at the next start as it was left', async () => {
    await goTo(app.page, '设置')
    for (const [group, value] of [['主题', '深色'], ['界面大小', '125 %'], ['正文字体', '宋体'], ['列表', '紧凑'], ['语言', 'English']] as const) await pick(app.page, group, value)
    await app.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(app.complaints).toEqual([])
    await app.close()
    app = { ...(await launch(kind, { home, viewport: VIEWPORT })), complaints: [] }
    const { page } = app
    await expect.poll(() => entries(page)).toBe(String(FILLED))
    await expect.poll(() => rail(page)).toEqual(['Library', 'Compare', 'Practices', 'Facts', 'Dictionary', 'Judgements', 'Import', 'Trash', 'Settings'])
    await expect.poll(() => Promise.all(['data-theme', 'data-reading-font', 'data-density', 'lang'].map((name) => onRoot(page, name)))).toEqual(['dark', 'serif', 'compact', 'en'])
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px')
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
    await row(page, 'Library folder').getByText(join(home, '搬到这里'), { exact: true }).waitFor()
  })

  it('says who holds a library that is open elsewhere, and opens another', async () => {
    const second = await launch(kind, { library: join(home, '搬到这里'), viewport: VIEWPORT })
    try {
      const { page } = second
      await page.getByRole('heading', { level: 1, name: '资料库没有打开' }).waitFor()
      await page.getByText('LIBRARY_LOCKED').waitFor()
      await page.getByText('正被另一个程序使用', { exact: false }).waitFor()
      await page.getByRole('button', { name: '重试' }).click()
      await page.getByText('LIBRARY_LOCKED').waitFor()
      const another = page.getByRole('button', { name: '打开另一个资料库…' })
      await answerWith(second, another, home, false)
      await page.getByText('NOT_A_LIBRARY').or(page.getByText('FOLDER_NOT_EMPTY')).waitFor()
      await answerWith(second, another, join(home, '第三个'))
      await acceptNotice(page)
      await page.getByRole('heading', { name: '资料库还是空的' }).waitFor()
    } finally {
      await second.close()
    }
  })
})
