/** The codebook comes in from a file: looked at first, taken in as one step, taken back. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { answerFolder } from './folder-dialog.ts'
import { onEachHost, type Running } from './launch.ts'
import { axeViolations, launchWindow } from './window.ts'

const FOREIGN = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-1111-4111-8111-111111111111" name="邻里信任"><Code guid="22222222-2222-4222-8222-222222222222" name="借东西"><Description>居民之间借东西</Description></Code></Code></Codes></CodeBook>'

onEachHost('the codebook', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-codebook-'))
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => {
    app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } })
    valueOf(await app.call('person.set', { name: '韩江雪' }))
    await app.page.keyboard.press(kind === 'browser host' ? 'Alt+3' : 'Control+3')
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says what a file would change, takes it in with its hierarchy, and can be taken back as one step', async () => {
    const { page } = app
    const choose = async (name: string, text: string): Promise<void> => page.getByRole('dialog', { name: '导入编码表' }).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: '导入编码表' }).click()
    const dialog = page.getByRole('dialog', { name: '导入编码表' })
    await choose('别的.qdc', '<document/>')
    await dialog.getByText('里没有编码表').waitFor()
    await choose('别家.qdc', FOREIGN)
    await dialog.getByText('会改 2 项，0 项不变；0 篇的做法会变。').waitFor()
    await dialog.getByText('邻里信任 › 借东西').waitFor()
    expect.soft(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '照此导入' }).click()
    const labels = page.getByRole('region', { name: '标签', exact: true })
    await labels.getByRole('button', { name: '借东西' }).click()
    await page.getByText('居民之间借东西').waitFor()
    await page.getByRole('button', { name: '改动记录' }).click()
    const steps = page.getByRole('dialog', { name: '分类的改动' })
    await steps.getByText('导入编码表“别家.qdc”').waitFor()
    await steps.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => labels.getByRole('button', { name: '借东西' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await steps.waitFor({ state: 'hidden' })
    expect(app.complaints).toEqual([])
  })

  it.each([['qdc', '.qdc（NVivo、MAXQDA、ATLAS.ti 等）'], ['csv', '.csv（表格）']])('leaves as a .%s file that says all of it, and changes nothing when it comes back', async (format, choice) => {
    const { page } = app
    valueOf(await app.call('labels.put', { id: null, label: { name: `说事点${format}`, parent: null, colour: 'teal', definition: '坐下来说事的地方', counts: ['居民自己来'], countsNot: ['单位开会'] }, by: '韩江雪' }))
    await page.getByRole('button', { name: '导出编码表' }).click()
    await answerFolder(app, page.getByRole('menuitem', { name: choice }), folder)
    const written = page.locator('.ant-notification-notice', { hasText: '编码表已写好' })
    await written.waitFor()
    await written.locator('.ant-notification-notice-close').click()
    await written.waitFor({ state: 'detached' })
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith(`.${format}`))
    const text = readFileSync(join(folder, name), 'utf8')
    expect([text.includes(`说事点${format}`), text.includes('坐下来说事的地方'), text.includes('单位开会'), text.includes('警网融合')]).toEqual([true, true, true, true])
    await page.getByRole('button', { name: '导入编码表' }).click()
    const dialog = page.getByRole('dialog', { name: '导入编码表' })
    await dialog.locator('input[type=file]').setInputFiles(join(folder, name))
    await dialog.getByText('与现在的编码表一样').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
