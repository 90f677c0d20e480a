/** What a key in the search box asks the library for, and when: the list is waited for, everything else comes after it. */
import type { Request, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onBrowserHost } from './launch.ts'
import { openShelf, type Shelf } from './library-page.ts'

onBrowserHost('typing', (kind) => {
  let shelf: Shelf
  beforeAll(async () => { shelf = await openShelf(kind) })
  afterAll(() => shelf.app.close())

  /** Types on to `query`; answers what was asked about it and what was answered for the first time, in that order, until hits in the text are there. */
  async function calls(text: string, query: string): Promise<readonly string[]> {
    const { page } = shelf
    const seen: string[] = []
    const note = (sign: string, request: Request): void => {
      const call = /search\.(?:run|marks)$/.exec(request.url())?.[0]
      if (call !== undefined && request.postData()?.includes(`"${query}"`) === true) seen.push(`${sign} ${call}`)
    }
    const asked = (request: Request): void => note('?', request)
    const answered = (response: Response): void => note('!', response.request())
    page.on('request', asked)
    page.on('response', answered)
    await page.keyboard.insertText(text)
    await expect.poll(() => seen).toContain('! search.marks')
    page.off('request', asked)
    page.off('response', answered)
    // A library that is still busy with its import has lists asked for again.
    return [...new Set(seen)]
  }

  it('has the list looked for first, and hits in the text only once the list is there: the library does one thing at a time', async () => {
    const { search, total } = shelf
    await search.focus()
    expect(await calls('楼门', '楼门')).toEqual(['? search.run', '! search.run', '? search.marks', '! search.marks'])
    await expect.poll(total).toBe('1 条')
    // The entry that is read stays; its hits are other ones.
    expect(await calls('议事', '楼门议事')).toEqual(['? search.run', '! search.run', '? search.marks', '! search.marks'])
    await expect.poll(total).toBe('1 条')
  })
})
