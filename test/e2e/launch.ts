/** One door for end-to-end tests: Electron itself where its binary is, the stand-in, and the browser host. All run the built program. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Input, Method, Reply } from '../../electron/contract/api.ts'
import { describe } from 'vitest'
import { findBrowser } from '../../scripts/testing/browser.ts'
import { NEEDS_BROWSER, NEEDS_ELECTRON } from '../needs.ts'
import { root } from '../shared.ts'
import { launchBrowserHost } from './launch-browser-host.ts'
import { launchElectron } from './launch-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'

export { root }
export const KINDS = ['stand-in', 'browser host', 'electron'] as const
/** As `npm test` counts them: a test names its host in square brackets. */
export type Kind = (typeof KINDS)[number]

export interface LaunchOptions {
  /** The folder of the program, when it is not this project: an unpacked package (stand-in only). */
  readonly program?: string
  /** An existing library; without it the app makes one in its own temporary home, which close() removes. */
  readonly library?: string
  /** Keeps the temporary home of an earlier launch, to start the same program twice. */
  readonly home?: string
  readonly env?: Readonly<Record<string, string>>
  /** Begins as a person's first start does, with the bundled summaries; without it a new library is empty. */
  readonly bundled?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

type ElectronModule = typeof import('electron')

export interface Running {
  readonly kind: Kind
  readonly page: Page
  /** Calls the core or the host past the page's own code, through the same door as the page: preload and IPC, or HTTP with the token. */
  readonly call: <M extends Method>(method: M, input: Input<M>) => Promise<Reply<M>>
  /** Runs in Electron's main process (stand-in and Electron); the function is sent as text. */
  readonly evaluate: <R, A = undefined>(work: (electron: ElectronModule, argument: A) => R | Promise<R>, argument?: A) => Promise<R>
  /** The printed address with its token; null where there is none. */
  readonly address: string | null
  /** CASEBOOK_HOME: host.json, the default library, staging. */
  readonly home: string
  readonly userData: string
  /** The folder of the library the app starts with. */
  readonly library: string
  /** Everything the program wrote to its terminal so far. */
  readonly output: () => string
  /** Quits the app the way a person does, and removes the home unless it was given. */
  readonly close: () => Promise<void>
}

/** What each way of launching is handed. */
export interface Prepared {
  readonly program: string
  readonly home: string
  readonly userData: string
  readonly library: string
  readonly env: Record<string, string>
  readonly viewport: { readonly width: number; readonly height: number }
  readonly cleanUp: () => void
}

const launchers: Readonly<Record<Kind, (prepared: Prepared) => Promise<Running>>> = {
  'stand-in': launchStandIn,
  'browser host': launchBrowserHost,
  electron: (prepared) => launchElectron(prepared, electronBinary() ?? ''),
}

export async function launch(kind: Kind, options: LaunchOptions = {}): Promise<Running> {
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('nothing is built: run `npm run build` first')
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'casebook-e2e-'))
  const env = { ...definedEnv(), CASEBOOK_HOME: home, ...(options.bundled === true ? {} : { CASEBOOK_BUNDLED: 'none' }), ...(options.library === undefined ? {} : { CASEBOOK_LIBRARY: options.library }), ...options.env }
  const prepared: Prepared = {
    program: options.program ?? root,
    home,
    userData: join(home, 'window'),
    library: options.library ?? join(home, 'library'),
    env,
    viewport: options.viewport ?? { width: 1280, height: 840 },
    cleanUp: () => {
      if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  try {
    return await launchers[kind](prepared)
  } catch (error) {
    prepared.cleanUp()
    throw error
  }
}

/** Electron's own executable, or null where it was not downloaded. */
export function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const name = join(folder, 'path.txt')
  const binary = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8').trim()) : null
  return binary !== null && existsSync(binary) ? binary : null
}

/** Real Electron shows its windows; on Linux that takes a display (xvfb-run gives one). */
const hasScreen = (): boolean => process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== ''

/** Why tests on this kind of host can't run here, or null. */
export function lacks(kind: Kind): string | null {
  if (kind === 'electron') return electronBinary() === null || !hasScreen() ? NEEDS_ELECTRON : null
  return findBrowser() === null ? NEEDS_BROWSER : null
}

/** The kinds of host that can run here. */
export const hosts = (kinds: readonly Kind[] = KINDS): readonly Kind[] => kinds.filter((kind) => lacks(kind) === null)

/**
 * A flow, once per kind of host. `npm test` counts the tests by the host in square brackets.
 *
 * @example
 * onEachHost('importing a folder', (kind) => {
 *   let app: Running
 *   beforeAll(async () => { app = await launch(kind) })
 *   afterAll(() => app.close())
 *   it('shows each file', async () => { … })
 * })
 */
export function onEachHost(name: string, flow: (kind: Kind) => void, kinds: readonly Kind[] = KINDS): void {
  for (const kind of kinds) {
    const lack = lacks(kind)
    describe.skipIf(lack !== null)(`${name} [${kind}]${lack === null ? '' : ` (${lack})`}`, () => { flow(kind) })
  }
}

/** For what only one family of hosts has: menus and lockdown, or the loopback gate. */
export const onElectronHosts = (name: string, flow: (kind: Kind) => void): void => { onEachHost(name, flow, ['stand-in', 'electron']) }
export const onBrowserHost = (name: string, flow: (kind: Kind) => void): void => { onEachHost(name, flow, ['browser host']) }

function definedEnv(): Record<string, string> {
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== undefined))
}
