/** What end-to-end tests of the window share: a library that holds something, the first notice, the judge of accessibility. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Settings } from '../../electron/contract/settings.ts'
import { writeWriteUps } from '../fixtures/window/write-ups.ts'
import { valueOf } from './choose.ts'
import { launch, root, type Kind, type LaunchOptions, type Running } from './launch.ts'

/** How many entries `filledHome` holds. */
export const FILLED = 24

/** A home whose library holds the twenty-four write-ups, imported by the built command line. Remove it with `emptyHome`. */
export function filledHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'casebook-window-'))
  const files = join(home, 'write-ups')
  writeWriteUps(files)
  execFileSync(process.execPath, [join(root, 'out/main/cli.js'), 'import', files, '--library', join(home, 'library')], { stdio: 'ignore' })
  rmSync(files, { recursive: true })
  return home
}
export const emptyHome = (home: string): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 })

/** The app with the first notice already accepted, and everything it complained about on the console. */
export async function launchWindow(kind: Kind, options: LaunchOptions = {}): Promise<Running & { readonly complaints: readonly string[] }> {
  const app = await launch(kind, options)
  const complaints: string[] = []
  app.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  app.page.on('pageerror', (error) => complaints.push(String(error)))
  await acceptNotice(app.page)
  return { ...app, complaints }
}

export async function acceptNotice(page: Page): Promise<void> {
  const accept = page.getByRole('button', { name: '我已了解，开始使用' })
  await accept.or(page.getByRole('listbox')).or(page.getByRole('heading', { name: '资料库还是空的' })).first().waitFor()
  if (await accept.isVisible()) {
    await accept.click()
    await page.getByRole('dialog').waitFor({ state: 'detached' }).catch(() => page.getByRole('dialog').waitFor({ state: 'hidden' }))
  }
}

export const goTo = (page: Page, screen: string): Promise<void> => page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: screen }).click()

/** Uses a tool of the reader: on its line, or in the menu behind it where there is no room for it. */
export async function useTool(page: Page, name: string | RegExp): Promise<void> {
  const tools = page.getByRole('toolbar', { name: '阅读工具' })
  const tool = tools.getByRole('button', { name })
  // It may move into the menu under the pointer: the line finds its room once the text stands.
  if (await tool.isVisible() && await tool.click({ timeout: 5000 }).then(() => true, () => false)) return
  await tools.getByRole('button', { name: '更多操作' }).click()
  return page.getByRole('menuitem', { name }).click()
}

type Look = readonly [Settings['theme'], Settings['zoom']]

/** Light and dark at 100 and 150 %: the page is the same on every host, so the two that are always there share the four looks; Electron itself shows all. */
export const LOOKS: Readonly<Record<Kind, readonly Look[]>> = {
  'stand-in': [['light', 100], ['dark', 150]],
  'browser host': [['dark', 100], ['light', 150]],
  electron: [['light', 100], ['dark', 100], ['light', 150], ['dark', 150]],
}

/** Gives the window that look and waits until it has it. */
export async function showAs({ page, call }: Running, [theme, zoom]: Look): Promise<void> {
  valueOf(await call('settings.set', { theme, zoom }))
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Waits until nothing moves any more: colours change while a layer fades in, and what counts is where they come to rest. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => { requestAnimationFrame(resolve) })
    await frame()
    await frame()
    await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished))
    await frame()
  })

/** What axe finds on the page as it stands (WCAG 2.0–2.2, A and AA), one line per violation. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await atRest(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const judge = Reflect.get(window, 'axe') as { run: (options: object) => Promise<{ violations: Violation[] }> }
    return (await judge.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })) }))
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`))
}
