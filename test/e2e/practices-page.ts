/** The window with the practised articles in it, as a person finds it. */
import type { Locator, Page } from 'playwright-core'
import type { Entry } from '../../electron/contract/entry.ts'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { valueOf } from './choose.ts'
import type { Kind, Running } from './launch.ts'
import { gone, importTexts, reaches } from './library-page.ts'
import { PRACTISED } from './practice-texts.ts'
import { launchWindow } from './window.ts'

export interface Desk {
  readonly app: Running & { readonly complaints: readonly string[] }
  readonly page: Page
  readonly reader: Locator
  readonly panel: Locator
  readonly lit: Locator
  /** Opens the entry whose title begins so, and waits for its text. */
  readonly open: (title: string) => Promise<void>
  /** The stored entry, past the page. */
  readonly stored: (title: string) => Promise<Entry>
  readonly toast: (label: string) => Locator
  /** Takes the last change back by its message. */
  readonly takeBack: (label: string) => Promise<void>
}

export async function openDesk(kind: Kind): Promise<Desk> {
  const app = await launchWindow(kind, { viewport: { width: 1440, height: 900 } })
  const { page } = app
  valueOf(await app.call('bundled.remove', {}))
  await importTexts(app, PRACTISED)
  await reaches(async () => (await page.locator('.total').textContent()) ?? '', `${String(PRACTISED.length)} 条`)
  await gone(page.getByText('导入完成'))
  const reader = page.getByRole('article', { name: '阅读' })
  const toast = (label: string): Locator => page.locator('.ant-notification-notice', { hasText: label }).filter({ has: page.getByRole('button', { name: '撤销' }) }).last()
  return {
    app,
    page,
    reader,
    panel: page.getByRole('complementary', { name: '案例卡' }),
    lit: reader.locator('.lit'),
    open: async (title) => {
      await page.getByRole('option', { name: title }).click()
      await reader.getByRole('heading', { level: 1, name: title }).waitFor()
    },
    stored: async (title) => {
      const { hits } = valueOf(await app.call('search.run', { query: '', filters: NO_FILTERS, sort: 'title', offset: 0, limit: 50 }))
      const hit = hits.find((one) => one.title.startsWith(title))
      if (hit === undefined) throw new Error(`no entry "${title}"`)
      return valueOf(await app.call('entries.get', { id: hit.id }))
    },
    toast,
    takeBack: async (label) => {
      await toast(label).getByRole('button', { name: '撤销' }).click()
      await page.getByText(`已撤销：${label}`).last().waitFor()
    },
  }
}

/** Draws the mouse over `text` in the reader, as a person selects words. */
export async function selectWords({ page, reader }: Pick<Desk, 'page' | 'reader'>, text: string): Promise<void> {
  const ends = await reader.evaluate((article, words) => {
    for (const block of article.querySelectorAll('[data-start]')) {
      const node = [...block.childNodes].find((child) => child.nodeType === 3 && (child.textContent ?? '').includes(words))
      if (node === undefined) continue
      block.scrollIntoView({ block: 'center' })
      const start = (node.textContent ?? '').indexOf(words)
      const range = document.createRange()
      const middle = (offset: number, side: 'left' | 'right'): { x: number; y: number } => {
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        const rect = range.getBoundingClientRect()
        return { x: side === 'left' ? rect.left + 1 : rect.right - 1, y: rect.top + rect.height / 2 }
      }
      return { from: middle(start, 'left'), to: middle(start + words.length - 1, 'right') }
    }
    return null
  }, text)
  if (ends === null) throw new Error(`"${text}" stands in no block of the text`)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move((ends.from.x + ends.to.x) / 2, ends.to.y, { steps: 4 })
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await page.mouse.up()
}
