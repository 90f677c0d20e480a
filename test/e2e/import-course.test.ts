/** The course of an import, on every host: paused, gone on with after a restart, accounted for in files, cleaned again under newer rules, taken back. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { BY_RULES } from '../../electron/contract/reviewing.ts'
import { chooseFolder, valueOf } from './choose.ts'
import { drop } from './drop.ts'
import { answerFolder } from './folder-dialog.ts'
import { onEachHost, type Running } from './launch.ts'
import { MAIN } from './library-texts.ts'
import { note } from './review-texts.ts'
import { axeViolations, goTo, launchWindow } from './window.ts'

/** So many that nobody is too late to stop it. */
const FILES = 600
const FURNITURE = '打印本页　关闭窗口'

const report = (page: Page) => page.getByRole('region', { name: '批次报告' })
const batch = (page: Page, name: string | RegExp) => page.getByRole('list', { name: '导入批次' }).getByRole('button', { name })

onEachHost('the course of an import', (kind) => {
  const home = mkdtempSync(join(tmpdir(), 'casebook-course-'))
  const folder = join(home, '村史')
  const reports = join(home, '报告')
  let app: Running & { readonly complaints: readonly string[] }
  const start = async (): Promise<void> => { app = await launchWindow(kind, { home }) }
  const again = async (between: () => void = () => undefined): Promise<void> => {
    await app.close()
    between()
    await start()
    await goTo(app.page, '导入')
  }
  beforeAll(async () => {
    mkdirSync(folder)
    mkdirSync(reports)
    for (let n = 1; n <= FILES; n++) writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), note(n))
    writeFileSync(join(folder, '0000.txt'), '')
    await start()
  })
  afterAll(async () => {
    await app.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is paused, stays paused over a restart, and goes on to the last file', async () => {
    const grant = await chooseFolder(app, folder)
    valueOf(await app.call('import.start', { grants: [grant], confirmed: true }))
    await goTo(app.page, '导入')
    const running = app.page.getByRole('region', { name: '正在导入' })
    await running.getByRole('button', { name: '暂停' }).click()
    await report(app.page).getByText(/^已暂停，还有 \d+ 个文件没有处理/).waitFor()
    const left = async (): Promise<number> => Number(/还有 (\d+) 个/.exec(await report(app.page).getByText(/^已暂停/).innerText())?.[1])
    const waiting = await left()
    expect(waiting).toBeGreaterThan(0)
    expect(waiting).toBeLessThan(FILES + 1)

    await again()
    await batch(app.page, /村史/).getByText('已暂停').waitFor()
    await expect.poll(() => left()).toBe(waiting)
    await report(app.page).getByRole('button', { name: '继续导入' }).click()
    await app.page.getByRole('region', { name: '正在导入' }).getByText(/个\/秒/).waitFor()
    await batch(app.page, new RegExp(`待核对 ${String(FILES)} 篇`)).waitFor({ timeout: 90_000 })
    await batch(app.page, /未导入 1 个文件/).waitFor()
    await report(app.page).getByText('是空的，没有可导入的内容', { exact: false }).waitFor()
  }, 180_000)

  it('is accounted for in a file, as text and as a table', async () => {
    const { page } = app
    for (const [format, end] of [['Markdown 文本', '.md'], ['Excel 表格', '.xlsx']] as const) {
      await report(page).getByRole('button', { name: '保存报告' }).click()
      const item = page.getByRole('menuitem', { name: format })
      await item.waitFor()
      await answerFolder(app, item, reports)
      await page.locator('.ant-notification-notice', { hasText: '报告已保存' }).locator('.written-files', { hasText: end }).waitFor()
    }
    const [md = '', xlsx = ''] = ['md', 'xlsx'].map((end) => readdirSync(reports).find((name) => name.endsWith(`.${end}`)) ?? '')
    const text = readFileSync(join(reports, md), 'utf8')
    expect([text.includes('未导入'), text.includes('0000.txt'), text.includes(`青禾镇第${String(FILES)}号档案`)]).toEqual([true, true, true])
    const book = read(readFileSync(join(reports, xlsx)))
    const cells = book.SheetNames.flatMap((name) => (book.Sheets[name] === undefined ? [] : utils.sheet_to_json<string[]>(book.Sheets[name], { header: 1 }).flat().map(String)))
    expect([cells.includes('未导入'), cells.some((cell) => cell.endsWith('0000.txt')), cells.some((cell) => cell.includes(`青禾镇第${String(FILES)}号档案`))]).toEqual([true, true, true])
  }, 120_000)

  it('is taken back as a whole, and brought back with one step', async () => {
    const { page } = app
    await report(page).getByRole('button', { name: '撤回这一批' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    const message = page.locator('.ant-notification-notice', { hasText: `已撤回这一批（${String(FILES)} 条）` })
    await message.waitFor()
    await report(page).getByText('都已核对').waitFor()
    await message.getByRole('button', { name: '撤销' }).click()
    await batch(page, new RegExp(`待核对 ${String(FILES)} 篇`)).waitFor()
  }, 120_000)

  it('is cleaned again where newer rules differ: what would change shows first, and one step takes it back', async () => {
    await drop(app.page, [{ name: MAIN.name, content: MAIN.text }])
    await report(app.page).getByRole('button', { name: MAIN.name, exact: true }).waitFor()
    const { id } = valueOf(await app.call('import.batches', {}))[0] ?? {}
    if (id === undefined) throw new Error('no batch')
    valueOf(await app.call('import.reread', { id, n: 1, options: { ...BY_RULES, off: ['furniture'] } }))
    const entryId = async () => {
      const found = valueOf(await app.call('import.files', { id, offset: 0, limit: 1 })).files[0]?.entries[0]?.id
      if (found === undefined) throw new Error('no entry')
      return found
    }
    const { revision, body: whole } = valueOf(await app.call('entries.get', { id: await entryId() }))
    const start = whole.indexOf(FURNITURE)
    valueOf(await app.call('practices.addPassage', { id: await entryId(), revision, practice: PracticeId.parse('party'), span: { start, end: start + FURNITURE.length }, by: '李敏' }))
    await again(() => {
      const db = new Database(join(home, 'library', 'library.db'))
      db.prepare('UPDATE document SET cleaner = 0, options = ? WHERE name = ?').run(JSON.stringify(BY_RULES), MAIN.name)
      db.close()
    })
    const { page } = app
    const card = page.getByRole('region', { name: '重新清洗' })
    await card.getByText('有 1 篇（1 个文件）可用新规则重新清洗').waitFor()
    await card.getByRole('button', { name: '看差异…' }).click()
    const dialog = page.getByRole('dialog', { name: '用新规则重新清洗会改变什么' })
    await dialog.locator('del', { hasText: FURNITURE }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '全部重新清洗' }).click()
    const message = page.locator('.ant-notification-notice', { hasText: '已重新清洗，改动 1 篇' })
    await message.waitFor()
    const lost = page.getByRole('dialog').filter({ hasText: '有 1 处依据没能重新定位' })
    await lost.getByText(`“党建引领”的依据：${FURNITURE}`).waitFor()
    await lost.getByRole('button', { name: '确定' }).click()
    await lost.waitFor({ state: 'detached' })
    await card.waitFor({ state: 'detached' })
    const body = async (): Promise<boolean> => valueOf(await app.call('entries.get', { id: await entryId() })).body.includes(FURNITURE)
    await expect.poll(() => body()).toBe(false)
    await message.getByRole('button', { name: '撤销' }).click()
    await expect.poll(body).toBe(true)
    await card.getByText('有 1 篇（1 个文件）可用新规则重新清洗').waitFor()
  }, 120_000)

  it('has nothing to complain about on its console', () => {
    expect(app.complaints).toEqual([])
  })
})
