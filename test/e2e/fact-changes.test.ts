/** 有哪些变化: a library that was read under earlier rules is read again, and says what is other than before. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FoundFact } from '../../electron/core/describing/facts/index.ts'
import { create, extractStale, openLibrary } from '../../electron/core/library/index.ts'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { reaches } from './library-page.ts'
import { launchWindow } from './window.ts'

const SAID = '老沈调解室每周三开门，居民进来就能说事。'
const BODY = [SAID, '社区启用“邻里通”平台，居民扫码反映问题。'].join('\n')

/** As if an earlier program had read it: it missed the platform and cut the name of the brand short. */
async function earlier(folder: string): Promise<void> {
  const brand: FoundFact = { kind: 'brand', of: { name: '沈调解室', kind: 'person', place: null }, start: 1, end: 5, sentence: { start: 0, end: SAID.length }, basis: 'stated' }
  const library = await openLibrary(folder, { facts: () => ({ rules: 'earlier', extract: () => [brand] }) })
  create(library, '沈师傅说事', BODY, () => [])
  extractStale(library, 0, 1000)
  await library.close()
}

onEachHost('what new rules changed of the facts', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-earlier-'))
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => {
    await earlier(folder)
    app = await launchWindow(kind, { library: folder, viewport: { width: 1440, height: 900 } })
    await reaches(async () => valueOf(await app.call('facts.extracting', {})).state, 'ready')
    await app.page.keyboard.press(kind === 'browser host' ? 'Alt+4' : 'Control+4')
    await app.page.getByRole('region', { name: '数据' }).waitFor()
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is told where one looks at facts, and listed with before, after and its sentence', async () => {
    const { page } = app
    await page.getByText(/规则更新后重读，1 篇里有 \d+ 条事实和以前不同/).waitFor()
    await page.getByRole('button', { name: '看有哪些变化' }).click()
    const row = page.locator('.fact-row', { hasText: '老沈调解室' }).filter({ hasText: '有改动' })
    await expect.poll(() => row.locator('dd').allTextContents()).toEqual([expect.stringContaining('沈调解室'), expect.stringContaining('老沈调解室')])
    await page.locator('.fact-row', { hasText: '新找到' }).filter({ hasText: '邻里通' }).first().waitFor()
    await row.locator('.fact-row-said').click()
    await expect.poll(() => page.getByRole('article', { name: '阅读' }).locator('.lit').textContent()).toContain('老沈调解室')
  })

  it('is put aside once it was looked at, and can be taken out again', async () => {
    const { page } = app
    await page.keyboard.press(kind === 'browser host' ? 'Alt+4' : 'Control+4')
    await page.getByRole('button', { name: '都看过了' }).click()
    await page.getByText('没有还没看过的变化').waitFor()
    await page.getByText('看过的', { exact: true }).click()
    await page.locator('.fact-row', { hasText: '老沈调解室' }).first().waitFor()
    await page.getByRole('button', { name: '放回“还没看过”' }).click()
    await page.getByText('没有看过的变化').waitFor()
    expect(valueOf(await app.call('facts.shifts', { seen: false, offset: 0, limit: 10 })).total).toBeGreaterThan(1)
    expect(app.complaints).toEqual([])
  })
})
