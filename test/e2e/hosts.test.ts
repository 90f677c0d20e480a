/** What every host does alike: the same page over the same contract. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, onEachHost, type Running } from './launch.ts'

onEachHost('the window', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('knows which host it is in from the page itself', async () => {
    expect(await app.page.locator('meta[name=casebook-host]').getAttribute('content')).toBe(kind === 'browser host' ? 'browser' : 'electron')
  })
})
