/** The library's screen as a person finds it: by names and roles, on any host. */
import type { Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { Entry, EntryId } from '../../electron/contract/entry.ts'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { stageInPage, valueOf } from './choose.ts'
import type { Kind, LaunchOptions, Running } from './launch.ts'
import { MAIN, OTHERS } from './library-texts.ts'
import { launchWindow } from './window.ts'

export interface Shelf {
  readonly app: Running & { readonly complaints: readonly string[] }
  readonly page: Page
  readonly search: Locator
  readonly list: Locator
  readonly rows: Locator
  readonly selected: Locator
  readonly reader: Locator
  /** How many entries the list says it has. */
  readonly total: () => Promise<string>
  /** Searches and waits until the list has that many. */
  readonly find: (query: string, count: number) => Promise<void>
  /** The stored entry of that title, past the page. */
  readonly entry: (title: string) => Promise<Entry>
}

/** Starts the app with the texts in it. */
export async function openShelf(kind: Kind): Promise<Shelf> {
  const app = await launchWindow(kind)
  await importTexts(app, [MAIN, ...OTHERS])
  const shelf = shelfOf(app)
  await shelf.rows.first().waitFor()
  await reaches(shelf.total, '25 条')
  await gone(shelf.page.getByText('导入完成'))
  return shelf
}

/** Imports texts of which each is a file, past the page, and waits until they are stored: at most so many ms. */
export async function importTexts(app: Running, texts: readonly { readonly name: string; readonly text: string }[], within?: number): Promise<void> {
  const grants = []
  for (const { name, text } of texts) grants.push((await stageInPage(app, name, text)).grant)
  const { id } = valueOf(await app.call('import.start', { grants, confirmed: true }))
  await reaches(async () => valueOf(await app.call('import.batches', {})).find((batch) => batch.id === id)?.state, 'done', within)
}

/** Starts the app as it is, without putting texts in. */
export const openWindow = async (kind: Kind, options: LaunchOptions = {}): Promise<Shelf> => shelfOf(await launchWindow(kind, options))

function shelfOf(app: Shelf['app']): Shelf {
  const { page } = app
  const list = page.getByRole('listbox', { name: '条目列表' })
  const search = page.locator('#search')
  const total = async (): Promise<string> => (await page.locator('.total').textContent()) ?? ''
  return {
    app,
    page,
    search,
    list,
    rows: list.getByRole('option'),
    selected: list.locator('[aria-selected=true]'),
    reader: page.getByRole('article', { name: '阅读' }),
    total,
    find: async (query, count) => {
      await search.fill(query)
      // The empty box offers recent searches, over the list.
      if (query === '') await search.press('Escape')
      await reaches(total, `${String(count)} 条`)
    },
    entry: async (title) => {
      const { hits } = valueOf(await app.call('search.run', { query: '', filters: NO_FILTERS, sort: 'title', offset: 0, limit: 100 }))
      const id: EntryId | undefined = hits.find((hit) => hit.title === title)?.id
      if (id === undefined) throw new Error(`no entry "${title}"`)
      return valueOf(await app.call('entries.get', { id }))
    },
  }
}

/** Closes messages that would lie over what is clicked next. */
export async function gone(message: Locator): Promise<void> {
  const page = message.page()
  for (const close of await page.locator('.ant-notification-notice-close').all()) await close.click({ force: true }).catch(() => undefined)
  await reaches(() => message.count(), 0)
}

/** Like expect.poll, also outside of a test. */
export const reaches = <T>(look: () => Promise<T>, wanted: T, within = 20_000): Promise<void> =>
  vi.waitFor(async () => { expect(await look()).toEqual(wanted) }, { timeout: within, interval: 50 })

/** What is on the clipboard of the host. */
export const clipboard = ({ kind, page, evaluate }: Running): Promise<string> =>
  kind === 'browser host' ? page.evaluate(() => navigator.clipboard.readText()) : evaluate(({ clipboard: board }) => board.readText())
