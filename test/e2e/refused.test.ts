/** What somebody rejected, and rules of later days read otherwise: the new reading says who rejected what at its words. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FoundFact } from '../../electron/core/describing/facts/index.ts'
import { create, decideFact, openLibrary, wholeEntry } from '../../electron/core/library/index.ts'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { reaches } from './library-page.ts'
import { axeViolations, launchWindow } from './window.ts'

const TITLE = '沈师傅说事'
const SAID = '老沈调解室每周三开门，居民进来就能说事。'
const PERSON = '韩江雪'

/** As if an earlier program had read it: it took the brand for a platform, and somebody rejected that. */
async function earlier(folder: string): Promise<void> {
  const platform: FoundFact = { kind: 'platform', of: { name: '老沈调解室', kind: 'mediation' }, start: 0, end: 5, sentence: { start: 0, end: SAID.length }, basis: 'stated' }
  const library = await openLibrary(folder, { facts: () => ({ rules: 'earlier', extract: () => [platform] }), now: () => new Date('2026-11-20T08:00:00.000Z') })
  const entry = create(library, TITLE, SAID, () => [])
  decideFact(library, { id: entry.id, fact: wholeEntry(library, entry).facts.platforms[0]?.id ?? '', by: PERSON }, 'rejected')
  await library.close()
}

onEachHost('what was rejected as something else', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-refused-'))
  let app: Running & { readonly complaints: readonly string[] }
  beforeAll(async () => {
    await earlier(folder)
    app = await launchWindow(kind, { library: folder, viewport: { width: 1440, height: 900 } })
    await reaches(async () => valueOf(await app.call('facts.extracting', {})).state, 'ready')
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is a draft again that says who rejected what there and when, until somebody judges it', async () => {
    const { page } = app
    await page.getByRole('option', { name: TITLE }).click()
    const reader = page.getByRole('article', { name: '阅读' })
    await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await reader.focus()
    await page.keyboard.press('t')
    const brands = page.getByRole('complementary', { name: '案例卡' }).getByRole('region', { name: '调解品牌' })
    const mark = brands.getByText(new RegExp(`^这几个字曾作为“.+”（老沈调解室）被 ${PERSON} 于 2026-11-20 否定；现在的规则另有读法，请再看一次$`))
    await mark.waitFor()
    expect(await axeViolations(page)).toEqual([])
    valueOf(await app.call('person.set', { name: '林远' }))
    await brands.locator('.fact-line', { hasText: '老沈调解室' }).focus()
    await page.keyboard.press('a')
    await brands.getByText('林远').waitFor()
    await mark.waitFor({ state: 'detached' })
    expect(app.complaints).toEqual([])
  })
})
