/** 词典: new words by one key each, a sentence cut before and after, words and synonyms of one's own; axe finds nothing in any look. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { valueOf } from './choose.ts'
import { onEachHost, type Running } from './launch.ts'
import { gone, importTexts } from './library-page.ts'
import { axeViolations, goTo, launchWindow, LOOKS, showAs } from './window.ts'

/** Our own writing; 青藤议站 and 板凳夜话 are in no dictionary. */
const TEXTS = [
  '院坝里的议事\n\n柳树湾村建起青藤议站，村民到青藤议站说事。村里有了“板凳夜话”，每月一回，网格员来记。',
  '河东社区的树下\n\n河东社区学着办青藤议站。大家说，青藤议站开在树下，人人来得了。',
  '挂牌\n\n镇里给“青藤议站”挂了牌。网格员也来说，板凳夜话，就是坐下来说；有了板凳夜话，话就说开了。',
]

onEachHost('the dictionary', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } })
    valueOf(await app.call('bundled.remove', {}))
    await importTexts(app, TEXTS.map((text, at) => ({ name: `${String(at + 1)}.txt`, text })))
    await gone(app.page.getByText('导入完成'))
  })
  afterAll(() => app.close())
  const candidates = () => app.page.getByRole('listbox', { name: '新词' })
  const option = (word: string) => candidates().getByRole('option', { name: word })
  const tab = async (name: string): Promise<void> => app.page.getByRole('radiogroup', { name: '看哪一部分' }).getByText(new RegExp(`^${name}( \\d+)?$`)).click()

  it('offers what the library has made up; one key takes a word in, one takes that back, one turns it down', async () => {
    const { page } = app
    await page.keyboard.press(kind === 'browser host' ? 'Alt+5' : 'Control+5')
    await option('青藤议站').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('新词')
    expect((await option('青藤议站').locator('.word-text').boundingBox())?.width).toBeGreaterThan(60)
    await option('青藤议站').click()
    await expect.poll(() => page.locator('.cuts mark').allTextContents()).toContain('青藤议站')
    await page.getByText('3 篇写到').waitFor()
    await page.keyboard.press('a')
    await option('青藤议站').waitFor({ state: 'detached' })
    await page.getByRole('status').filter({ hasText: '已收下“青藤议站”' }).waitFor()
    expect(valueOf(await app.call('search.segment', { text: '去青藤议站' })).tokens.map(({ text }) => text)).toEqual(['去', '青藤议站'])
    await page.keyboard.press('z')
    await option('青藤议站').waitFor()
    await option('板凳夜话').click()
    await page.keyboard.press('s')
    await option('板凳夜话').waitFor({ state: 'detached' })
    await page.getByText('不收的词 1').click()
    await page.getByRole('button', { name: '重新考虑“板凳夜话”' }).click()
    await option('板凳夜话').waitFor()
  })

  it('leads from an example to its sentence', async () => {
    const { page } = app
    await option('青藤议站').click()
    await page.getByRole('region', { name: '选中的新词' }).getByRole('button', { name: /学着办/ }).click()
    await expect.poll(() => page.getByRole('article', { name: '阅读' }).locator('.lit').textContent()).toBe('青藤议站')
    await goTo(page, '词典')
    await option('青藤议站').waitFor()
  })

  it('adds a word after telling what that does, and switches a built-in one off', async () => {
    const { page } = app
    await tab('词')
    await page.getByRole('textbox', { name: '试着切一句' }).fill('网格员去青藤议站')
    await page.getByRole('textbox', { name: '要添加的词' }).fill('青藤议站')
    await page.getByText('3 篇写到').waitFor()
    await expect.poll(() => page.locator('.cuts dd').last().locator('.token').allTextContents()).toEqual(['网格员', '去', '青藤议站'])
    await page.keyboard.press('Enter')
    await page.getByRole('listbox', { name: '词' }).getByRole('option', { name: /^青藤议站/ }).waitFor()
    await page.getByRole('textbox', { name: '查词' }).fill('网格员')
    await page.getByRole('option', { name: /^网格员/ }).first().click()
    await page.getByRole('switch', { name: '启用“网格员”' }).click()
    await page.getByRole('option', { name: /^网格员 *已关掉/ }).waitFor()
    expect(valueOf(await app.call('search.segment', { text: '网格员' })).tokens.map(({ text }) => text)).toEqual(['网格', '员'])
    await page.getByRole('switch', { name: '启用“网格员”' }).click()
    await expect.poll(async () => valueOf(await app.call('search.segment', { text: '网格员' })).tokens.length).toBe(1)
  })

  it('takes synonyms and lists in, and says which line of a list is wrong', async () => {
    const { page } = app
    await tab('同义词')
    await page.getByRole('textbox', { name: '一组同义词' }).fill('枣园说理点、青藤议站')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /枣园说理点 = 青藤议站/ }).waitFor()
    await page.getByRole('button', { name: '导入词表…' }).click()
    const dialog = page.getByRole('dialog', { name: '导入词表…' })
    await dialog.getByRole('textbox', { name: '词表' }).fill('槐下谈\n坏 词')
    await dialog.getByText('第 2 行：词“坏 词”里有空白').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: '收进词典' }).isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: '词表' }).fill('槐下谈')
    await dialog.getByText('将添加或修改 1 个词').waitFor()
    await dialog.getByRole('button', { name: '收进词典' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(valueOf(await app.call('search.segment', { text: '槐下谈' })).tokens.map(({ text }) => text)).toEqual(['槐下谈'])
  })

  it('leaves an input method alone until it is done, and no letter of it decides', async () => {
    const { page } = app
    const cdp = await page.context().newCDPSession(page)
    const composing = async (...texts: readonly string[]): Promise<void> => {
      for (const text of texts) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      for (const key of ['a', 's', 'Enter', 'Escape']) await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: 'Enter', windowsVirtualKeyCode: 229 })
    }
    await tab('新词')
    const words = async (): Promise<readonly string[]> => valueOf(await app.call('lexicon.candidates', { offset: 0, limit: 50 })).candidates.map(({ text }) => text)
    const before = await words()
    await page.getByRole('textbox', { name: '试着切一句' }).fill('')
    await page.getByRole('textbox', { name: '试着切一句' }).focus()
    await composing('a', 'as', 'as z')
    await expect.poll(() => words()).toEqual(before)
    await cdp.send('Input.insertText', { text: '爱说' })
    await expect.poll(() => page.getByRole('textbox', { name: '试着切一句' }).inputValue()).toBe('爱说')
    await tab('词')
    const adding = page.getByRole('textbox', { name: '要添加的词' })
    const own = async (): Promise<number> => valueOf(await app.call('lexicon.words', { query: '槐荫讲堂', source: null, on: null, offset: 0, limit: 1 })).total
    await adding.fill('')
    await adding.focus()
    await composing('h', 'huai', 'huai yin')
    await expect.poll(() => adding.inputValue()).toBe('huai yin')
    await cdp.send('Input.insertText', { text: '槐荫讲堂' })
    expect([await adding.inputValue(), await own()]).toEqual(['槐荫讲堂', 0])
    await page.keyboard.press('Enter')
    await expect.poll(own).toBe(1)
    await cdp.detach()
  })

  // The loopback host alone lets a test stand between the page and the core.
  if (kind === 'browser host') {
    it.each([['新词', 'lexicon.candidates'], ['词', 'lexicon.words'], ['同义词', 'lexicon.groups']])('says when a list could not be read, and reads it once more: %s', async (name, method) => {
      const { page } = app
      await page.route(`**/${method}`, (route) => route.fulfill({ body: JSON.stringify({ ok: false, error: { code: 'FAILED', message: '', details: {} } }) }))
      await page.reload()
      await goTo(page, '词典')
      await tab(name)
      const failed = page.getByRole('alert').filter({ hasText: '词典没有读出来' })
      await failed.waitFor()
      await expect.poll(() => page.locator('.dictionary-side .ant-spin').count()).toBe(0)
      await page.unroute(`**/${method}`)
      await failed.getByRole('button', { name: '重试' }).click()
      await page.getByRole('listbox').getByRole('option').first().waitFor()
      await expect.poll(() => failed.count()).toBe(0)
    })
  }

  for (const look of LOOKS[kind]) {
    it(`leaves axe nothing to object to: ${look.join(', ')} %`, async () => {
      const { page } = app
      await showAs(app, look)
      for (const name of ['新词', '词', '同义词']) {
        await tab(name)
        await page.getByRole('listbox').getByRole('option').first().waitFor()
        expect.soft(await axeViolations(page)).toEqual([])
      }
    })
  }
})
