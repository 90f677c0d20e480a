/** 意见: what people judge differently, side by side and settled by one key; and their exchange between two libraries, by hand. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { writeJudgements } from '../../electron/core/exporting/index.ts'
import { addPassage, create, gather, NO_RULES, openLibrary, present } from '../../electron/core/library/index.ts'
import { valueOf } from './choose.ts'
import { answerFolder } from './folder-dialog.ts'
import { onEachHost } from './launch.ts'
import { openDesk, type Desk } from './practices-page.ts'
import { axeViolations, goTo, LOOKS, showAs } from './window.ts'

const TITLE = '警网融合走进河湾街道'
const [THEY, WE] = ['韩江雪', '林远']
const fengqiao = PracticeId.parse('fengqiao')
const party = PracticeId.parse('party')

onEachHost('judgements of several people', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-judgements-'))
  const target = join(folder, '交给同事')
  const file = join(target, '河湾街道.judgements')
  let desk: Desk
  beforeAll(async () => {
    mkdirSync(target)
    desk = await openDesk(kind)
    valueOf(await desk.app.call('person.set', { name: WE }))
  })
  afterAll(async () => {
    await desk.app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const screen = () => desk.page.getByRole('region', { name: '意见不一之处' })
  const item = (name: string) => screen().locator('.differing-item', { hasText: name })
  const decide = async (practice: typeof party, decision: 'confirmed' | 'rejected' | null, by: string): Promise<void> => {
    valueOf(await desk.app.call('practices.decide', { id: (await desk.stored(TITLE)).id, practice, decision, by }))
  }
  const tagOf = async (practice: typeof party) => (await desk.stored(TITLE)).practices.find(({ id }) => id === practice)

  it('leave as a file that holds no article', async () => {
    const { page, app } = desk
    const { id, facts, body } = await desk.stored(TITLE)
    const fact = facts.indicators[0]
    if (fact === undefined) throw new Error('no number in the text')
    await decide(fengqiao, 'rejected', THEY)
    await decide(party, 'confirmed', THEY)
    valueOf(await app.call('facts.decide', { id, fact: fact.id, decision: 'rejected', by: THEY }))
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '命令面板' }).fill('导出意见')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '导出意见' })
    await dialog.getByText('所有人（3 条）').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByLabel('文件名').fill('河湾/街道')
    await dialog.getByText('文件名不能含').waitFor()
    await dialog.getByLabel('文件名').fill('河湾街道')
    await answerFolder(app, dialog.getByRole('button', { name: '选择文件夹并导出' }), target)
    const written = page.locator('.ant-notification-notice', { hasText: '已导出 1 篇的 3 条意见' })
    await written.waitFor()
    // It stays until it is closed, and lies over the list.
    await written.locator('.ant-notification-notice-close').click()
    await written.waitFor({ state: 'detached' })
    expect(readdirSync(target)).toEqual(['河湾街道.judgements'])
    const text = readFileSync(file, 'utf8')
    expect([text.includes(THEY), body.split('\n').filter((line) => line.length > 30 && text.includes(line))]).toEqual([true, []])
    // As if it came from a colleague: here nobody has said so.
    await decide(fengqiao, null, THEY)
    await decide(party, null, THEY)
    valueOf(await app.call('facts.decide', { id, fact: fact.id, decision: null, by: THEY }))
    await decide(fengqiao, 'confirmed', WE)
    valueOf(await app.call('facts.decide', { id, fact: fact.id, decision: 'confirmed', by: WE }))
  })

  it('come in after one has seen what they bring, and change no word of one’s own', async () => {
    const { page } = desk
    await goTo(page, '意见')
    await page.getByText('没有意见不一之处').waitFor()
    await page.getByRole('button', { name: '导入意见…' }).click()
    const dialog = page.getByRole('dialog', { name: '导入意见' })
    const choose = dialog.locator('input[type=file]')
    writeFileSync(join(folder, '别的.judgements'), '网格员每天走访。\n')
    await choose.setInputFiles(join(folder, '别的.judgements'))
    await dialog.getByText('“别的.judgements”不是意见文件，没有导入').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: /^导入 0 条/ }).isDisabled()).toBe(true)
    await choose.setInputFiles(file)
    await dialog.getByText(`署名：${THEY} 3 条`).waitFor()
    await dialog.getByText('文件里有 1 篇：正文相同 1 篇，正文不同 0 篇，没有对上 0 篇').waitFor()
    await dialog.getByText('本库没人判断过：1 条，以对方的意见为准').waitFor()
    await dialog.getByText('与本库不一：2 条，仍以本库为准，两种意见都显示').waitFor()
    await dialog.getByText(new RegExp(`本库 ${WE} 确认 .*；对方 ${THEY} 否定`)).first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '导入 3 条意见' }).click()
    await desk.toast('已导入 3 条意见').waitFor()
    await screen().getByText('1 篇里有 2 处').waitFor()
    await expect.poll(() => tagOf(fengqiao)).toMatchObject({ state: 'confirmed', differ: true, decided: { by: WE } })
    await expect.poll(() => tagOf(party)).toMatchObject({ state: 'confirmed', differ: false, decided: { by: THEY } })
    await page.getByRole('button', { name: '导入意见…' }).click()
    await choose.setInputFiles(file)
    await dialog.getByText('已经有了：3 条').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: '没有新的意见' }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: '取消' }).click()
  })

  it('narrow the list of cases to those they are about', async () => {
    const { page } = desk
    await goTo(page, '案例库')
    const list = page.locator('[data-list] [role=option]')
    const value = page.getByRole('group', { name: '意见', exact: true }).locator('.facet-line', { hasText: '意见不一' })
    const button = page.getByRole('button', { name: '筛选', exact: true })
    if (await button.isVisible()) await button.click()
    await expect.poll(() => value.locator('.facet-count').textContent()).toBe('1')
    await value.getByRole('checkbox').check()
    await expect.poll(() => list.allTextContents()).toEqual([expect.stringContaining(TITLE)])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '去掉筛选“意见不一”' }).click()
    await expect.poll(() => list.count()).toBeGreaterThan(1)
    await goTo(page, '意见')
  })

  it('stand side by side in the list, are read by axe in every look, and are settled by a digit, which one key takes back', async () => {
    const { page, app } = desk
    await item('枫桥经验').waitFor()
    const words = item('枫桥经验').getByRole('list', { name: '对“枫桥经验”的各人意见' }).getByRole('listitem')
    await expect.poll(() => words.locator('strong').allTextContents()).toEqual([WE, THEY])
    await expect.poll(() => words.nth(1).textContent()).toContain('否定')
    await expect.poll(() => words.nth(1).textContent()).toContain('交换来')
    for (const look of LOOKS[kind]) {
      await showAs(app, look)
      expect(await axeViolations(page)).toEqual([])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await showAs(app, ['light', 100])
    await screen().focus()
    await page.keyboard.press('j')
    await expect.poll(() => item('枫桥经验').evaluate((section) => section === document.activeElement)).toBe(true)
    await page.keyboard.press('2')
    await item('枫桥经验').waitFor({ state: 'detached' })
    await screen().getByText('1 篇里有 1 处').waitFor()
    await expect.poll(() => tagOf(fengqiao)).toMatchObject({ state: 'rejected', differ: false, decided: { by: WE }, judgements: [{ by: WE, settles: true }, { by: THEY }] })
    await page.keyboard.press('z')
    await item('枫桥经验').waitFor()
    await expect.poll(() => tagOf(fengqiao)).toMatchObject({ state: 'confirmed', differ: true })
  })

  it('are seen where one reads, and taken over by a press or a key', async () => {
    const { page, reader, panel } = desk
    await item('枫桥经验').locator('[data-open]').click()
    await expect.poll(() => reader.locator('.lit').count()).toBeGreaterThan(0)
    await reader.getByRole('button', { name: '意见不一 2' }).click()
    await panel.waitFor()
    const words = panel.getByRole('list', { name: '对“枫桥经验”的各人意见' })
    await expect.poll(() => words.getByRole('listitem').count()).toBe(2)
    expect(await axeViolations(page)).toEqual([])
    await panel.locator('[data-practice="fengqiao"]').focus()
    await page.keyboard.press('d')
    await desk.toast(`“枫桥经验”以${THEY}的意见为准`).waitFor()
    await expect.poll(() => tagOf(fengqiao)).toMatchObject({ state: 'rejected', differ: false })
    await desk.takeBack(`“枫桥经验”以${THEY}的意见为准`)
    await words.getByRole('button', { name: new RegExp(`^以此为准：${WE}`) }).click()
    await expect.poll(async () => (await tagOf(fengqiao))?.differ).toBe(false)
    await expect.poll(() => tagOf(fengqiao)).toMatchObject({ state: 'confirmed', judgements: [{ by: WE, settles: true }, { by: THEY, decision: 'rejected' }] })
    const fact = panel.locator('.fact', { has: page.locator('.said-words') })
    await fact.locator('.fact-line').focus()
    await page.keyboard.press('d')
    await expect.poll(async () => (await desk.stored(TITLE)).facts.indicators[0]).toMatchObject({ state: 'rejected', differ: false })
    await goTo(page, '意见')
    await page.getByText('没有意见不一之处').waitFor()
  })

  it('of somebody else are confirmed, not taken back, by the tick', async () => {
    const { page, panel, open } = desk
    await goTo(page, '案例库')
    await open(TITLE)
    if (!(await panel.isVisible())) await page.keyboard.press('t')
    const tick = panel.getByRole('button', { name: '确认“党建引领”', exact: true })
    await expect.poll(() => tick.getAttribute('aria-pressed')).toBe('false')
    await tick.click()
    await desk.toast('已确认“党建引领”').waitFor()
    await expect.poll(() => tagOf(party)).toMatchObject({ state: 'confirmed', judgements: [{ by: WE, counts: true }, { by: THEY }] })
    await panel.getByText(new RegExp(`${WE} · .* · 另有 1 人的意见`)).first().waitFor()
    await tick.click()
    await expect.poll(async () => (await tagOf(party))?.judgements.map(({ by }) => by)).toEqual([THEY])
  })

  it('that came in are taken back as far as nobody has changed them since, and the message says how many stay', async () => {
    const { page, app } = desk
    const { id, body } = await desk.stored(TITLE)
    const there = await openLibrary(mkdtempSync(join(folder, '同事')), { rules: () => ({ ...NO_RULES, ids: [fengqiao, party] }) })
    const entry = create(there, TITLE, body, () => [])
    const end = body.indexOf('。') + 1
    addPassage(there, { id: entry.id, practice: fengqiao, by: THEY }, 1, { start: 0, end })
    addPassage(there, { id: entry.id, practice: party, by: THEY }, 1, { start: 0, end })
    writeFileSync(join(folder, '依据.judgements'), writeJudgements([gather(there, present(there, entry.id), null)], '2026-11-22T08:00:00.000Z'))
    await there.close()
    const passages = async (): Promise<readonly string[]> => (await desk.stored(TITLE)).practices.flatMap(({ evidence }) => evidence.flatMap(({ passage }) => passage ?? []))
    const before = await passages()
    await goTo(page, '意见')
    await page.getByRole('button', { name: '导入意见…' }).click()
    const dialog = page.getByRole('dialog', { name: '导入意见' })
    await dialog.locator('input[type=file]').setInputFiles(join(folder, '依据.judgements'))
    await dialog.getByRole('button', { name: '导入 2 条意见' }).click()
    await desk.toast('已导入 2 条意见').waitFor()
    const [first] = (await passages()).filter((one) => !before.includes(one))
    valueOf(await app.call('practices.removePassage', { id, passage: first ?? '', by: THEY }))
    await desk.toast('已导入 2 条意见').getByRole('button', { name: '撤销' }).click()
    await page.getByText('已撤销：已导入 2 条意见；其中 1 处后来另有变动，保持现在的样子').waitFor()
    await expect.poll(passages).toEqual(before)
  })
})
