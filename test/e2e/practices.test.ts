/** Practices in the list and in the reader: seen, led to their sentences, decided upon with a 署名, and marked by hand. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { openDesk, selectWords, type Desk } from './practices-page.ts'
import { useTool } from './window.ts'

const TITLE = '警网融合走进河湾街道'
const NAME = '韩江雪'

onEachHost('practices of an entry', (kind) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(kind)
  })
  afterAll(() => desk.app.close())
  beforeEach(async () => {
    const { page, open, panel } = desk
    await page.keyboard.press('Escape')
    // Another entry first: it puts out what the test before has lit up.
    await open('成都：菊花开了')
    await open(TITLE)
    if (await panel.isVisible()) await panel.getByRole('button', { name: '收起案例卡' }).click()
  })
  const tag = (name: string) => desk.panel.locator('.tag-toggle', { hasText: name })

  it('stand in the rows of the list, practices before sub-practices, the rest counted', async () => {
    const { page } = desk
    const row = page.getByRole('option', { name: TITLE })
    await expect.poll(() => row.locator('.practice-label').allTextContents()).toEqual(['网格化治理', '枫桥经验', '调解品牌', '党建引领'])
    await expect.poll(() => row.locator('.more-practices').textContent()).toMatch(/^\+\d+$/)
    await expect.poll(() => page.getByRole('option', { name: '菊花开了' }).locator('.practice').count()).toBe(0)
  })

  it('lead to their sentences, and a sentence to its place in the text, marked by more than a colour', async () => {
    const { page, reader, panel, lit } = desk
    await reader.getByRole('button', { name: /^党建引领/ }).click()
    await expect.poll(() => tag('党建引领').evaluate((head) => head === document.activeElement)).toBe(true)
    const sentence = panel.locator('.sentence-text', { hasText: '红色物业每月开一次恳谈会' }).first()
    await expect.poll(() => sentence.locator('mark').allTextContents()).toContain('红色物业')
    await sentence.click()
    await expect.poll(() => lit.textContent()).toContain('红色物业每月开一次恳谈会')
    await expect.poll(() => sentence.getAttribute('aria-current')).toBe('location')
    await expect.poll(() => lit.evaluate((mark) => [mark.tagName, getComputedStyle(mark).borderBottomWidth])).toEqual(['MARK', '2px'])
    const [box, place] = [await reader.boundingBox(), await lit.boundingBox()]
    expect((place?.y ?? 0) >= (box?.y ?? 0) && (place?.y ?? 0) + (place?.height ?? 0) <= (box?.y ?? 0) + (box?.height ?? 0)).toBe(true)
    await page.getByText(/依据 \d+ \/ \d+ · /).waitFor()
    // The title is a place too.
    await reader.getByRole('button', { name: /^网格化治理/ }).click()
    await panel.locator('.sentence-text', { hasText: '标题' }).first().click()
    await expect.poll(() => reader.locator('h1 .lit').textContent()).toBe(TITLE)
  })

  it('are walked by keyboard: into the sentences, from one to the next in the text, and back', async () => {
    const { page, reader, panel, lit, stored } = desk
    const evidence = (await stored(TITLE)).practices.flatMap((one) => one.evidence)
    const sentences = [...new Map(evidence.sort((a, b) => a.start - b.start).map(({ start, text }) => [start, text])).values()]
    await reader.focus()
    await page.keyboard.press('t')
    await panel.waitFor()
    for (const sentence of sentences.slice(0, 3)) {
      await page.keyboard.press(']')
      await expect.poll(() => lit.textContent()).toBe(sentence)
    }
    for (const sentence of [sentences[1], sentences[0], sentences.at(-1)]) {
      await page.keyboard.press('[')
      await expect.poll(() => lit.textContent()).toBe(sentence)
    }
    await tag('群众参与').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => tag('群众参与').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => lit.textContent()).toContain('平安志愿者')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Escape')
    await expect.poll(() => reader.evaluate((article) => article === document.activeElement)).toBe(true)
    await panel.waitFor({ state: 'hidden' })
  })

  it('ask for a 署名 at the first decision, leave its input method alone, and keep it on this computer', async () => {
    const { app, page, reader, stored, toast } = desk
    expect(valueOf(await app.call('person.get', {}))).toEqual({ name: null })
    await reader.getByRole('button', { name: /^网格化治理/ }).click()
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog', { name: '请署名' })
    await expect.poll(() => dialog.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await dialog.getByText('请写上姓名或称呼').waitFor()
    const cdp = await page.context().newCDPSession(page)
    for (const text of ['h', 'han', 'han jiang xue']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    await page.waitForTimeout(500)
    await expect.poll(() => dialog.isVisible()).toBe(true)
    await cdp.send('Input.insertText', { text: NAME })
    await cdp.detach()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await toast('已确认“网格化治理”').waitFor()
    expect(valueOf(await app.call('person.get', {}))).toEqual({ name: NAME })
    expect((await stored(TITLE)).practices.find(({ id }) => id === 'grid')).toMatchObject({ state: 'confirmed', decided: { by: NAME } })
    await expect.poll(() => tag('网格化治理').textContent()).toContain('已确认')
    await desk.panel.getByText(new RegExp(`^${NAME} · `)).first().waitFor()
    // Again: it is taken back, without being asked for the name.
    await tag('网格化治理').focus()
    await page.keyboard.press('a')
    await expect.poll(() => tag('网格化治理').textContent()).toContain('待核')
  })

  it('can be rejected and taken back: by the message, and from the folded row', async () => {
    const { app, page, reader, panel, stored, takeBack } = desk
    valueOf(await app.call('person.set', { name: NAME }))
    await reader.getByRole('button', { name: /^枫桥经验/ }).click()
    const next = await panel.locator('[data-practice]').evaluateAll((all) => all.map((stop) => (stop instanceof HTMLElement ? stop.dataset['practice'] ?? '' : '')).filter((id) => !id.startsWith('fengqiao.')).at(2))
    await page.keyboard.press('x')
    await expect.poll(() => tag('枫桥经验').count()).toBe(0)
    // The next one is at hand.
    await expect.poll(() => page.evaluate(() => document.activeElement instanceof HTMLElement ? document.activeElement.dataset['practice'] : null)).toBe(next)
    expect((await stored(TITLE)).practices.find(({ id }) => id === 'fengqiao')).toMatchObject({ state: 'rejected', decided: { by: NAME } })
    await expect.poll(() => page.getByRole('option', { name: TITLE }).locator('.practice-label').allTextContents()).not.toContain('枫桥经验')
    await takeBack('已否定“枫桥经验”')
    await expect.poll(() => tag('枫桥经验').count()).toBe(1)

    await panel.getByRole('button', { name: '否定“枫桥经验”' }).click()
    await panel.getByRole('button', { name: '已否定 1' }).click()
    await panel.getByRole('button', { name: '恢复“枫桥经验”' }).click()
    await expect.poll(() => tag('枫桥经验').count()).toBe(1)
    expect((await stored(TITLE)).practices.find(({ id }) => id === 'fengqiao')).toMatchObject({ state: 'draft', decided: null })
  })

  it('are marked by hand from words selected with the mouse, found by their Pinyin initials, and say whose they are', async () => {
    const { app, page, panel, lit, stored } = desk
    valueOf(await app.call('person.set', { name: NAME }))
    const words = '电动车上楼的问题说了三年，充电棚只建成一半'
    await selectWords(desk, words)
    await page.getByRole('toolbar', { name: '选中的文字' }).getByRole('button', { name: '标注' }).click()
    const dialog = page.getByRole('dialog', { name: '这段文字标什么？' })
    await dialog.getByText(words).waitFor()
    await dialog.getByRole('combobox').fill('shengchananquan')
    await dialog.getByText('没有这种做法').waitFor()
    await dialog.getByRole('combobox').fill('ggaq')
    await expect.poll(() => dialog.getByRole('option').allTextContents()).toEqual(['公共安全与安全生产', ' 新建标签“ggaq”'])
    await page.keyboard.press('Enter')
    await expect.poll(() => lit.textContent()).toBe(words)
    const entry = await stored(TITLE)
    const mine = entry.practices.find(({ id }) => id === 'safety.production')?.evidence.find(({ passage }) => passage !== null)
    expect(mine).toMatchObject({ text: words, trigger: null, marks: [] })
    expect(entry.body.slice(mine?.start, mine?.end)).toBe(words)
    await panel.locator('.sentence-text', { hasText: words }).first().getByText('人工').waitFor()
    await panel.getByRole('button', { name: '撤掉这段标注' }).first().click()
    await expect.poll(async () => (await stored(TITLE)).practices.some(({ evidence }) => evidence.some(({ passage }) => passage !== null))).toBe(false)
  })

  it('are marked by keyboard alone, sentence by sentence', async () => {
    const { app, page, reader, stored, lit, takeBack } = desk
    valueOf(await app.call('person.set', { name: NAME }))
    await reader.focus()
    await page.keyboard.press('m')
    await page.getByText('选一段依据').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => lit.textContent()).toBe('每个网格有一名专职网格员，走访、登记、调解都从这里开始。街道说，做法的名字叫警网融合，说到底是民警和网格员一起出门。')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '这段文字标什么？' }).getByRole('combobox').fill('信访工作机制')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored(TITLE)).practices.find(({ id }) => id === 'petition.mechanism')?.evidence[0]?.text).toContain('每个网格有一名专职网格员')
    await takeBack('已标注“信访机制”')
    await reader.focus()
    await page.keyboard.press('m')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByText('选一段依据').count()).toBe(0)
    await expect.poll(() => reader.isVisible()).toBe(true)
  })

  it('list the passage that an edit took away, and let it go when asked', async () => {
    const { app, page, reader, panel, stored } = desk
    valueOf(await app.call('person.set', { name: NAME }))
    await desk.open('淄博')
    const before = await stored('淄博')
    const quote = '账本每季度交给人大代表看。'
    const start = before.body.indexOf(quote)
    const { entry } = valueOf(await app.call('practices.addPassage', { id: before.id, revision: before.revision, practice: 'system.assessment' as never, span: { start, end: start + quote.length }, by: NAME }))
    valueOf(await app.call('entries.edit', { id: entry.id, revision: entry.revision, change: { body: entry.body.replace(quote, '') } }))
    await reader.focus()
    await page.keyboard.press('t')
    const lost = panel.locator('.lost-passage').first()
    await tag('市域治理').or(tag('考核')).first().click()
    await expect.poll(() => lost.textContent()).toContain(quote)
    await lost.getByRole('button', { name: '撤掉这段标注' }).click()
    await expect.poll(() => lost.count()).toBe(0)
  })

  it('go onto the board with a key, and say so', async () => {
    const { page, reader } = desk
    await reader.focus()
    await page.keyboard.press(kind === 'browser host' ? 'Alt+b' : 'Control+b')
    await page.getByText('已加入对照，共 1 项').waitFor()
    await useTool(page, '加入对照')
    await page.getByText('已经在对照里了，共 1 项').waitFor()
  })

  it('leave nothing on the console', () => {
    expect(desk.app.complaints).toEqual([])
  })
})
