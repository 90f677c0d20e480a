/** A portable pack in a browser that knows nothing of the program, opened from the disk as by a double click. */
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/testing/browser.ts'

export interface OpenPack {
  readonly page: Page
  /** Every request but the one for the file itself. */
  readonly requests: readonly string[]
  /** What the policy stopped, and what the page complained of. */
  readonly complaints: readonly string[]
}

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findBrowser() ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })

/** `before` runs in the page before anything of the pack does. */
export async function openPack(browser: Browser, file: string, options: BrowserContextOptions = {}, before?: () => void): Promise<OpenPack> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const address = pathToFileURL(file).href
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => { if (request.url() !== address) requests.push(request.url()) })
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => { document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)) })
  if (before !== undefined) await page.addInitScript(before)
  await page.goto(address)
  await page.locator('[data-ready], [role=alert]').first().waitFor()
  return { page, requests, complaints }
}
