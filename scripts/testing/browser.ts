import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'chrome', 'msedge']

/** Where the installers put a browser that is not on the path. */
function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) => ['/Applications', join(env['HOME'] ?? '', 'Applications')].map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)))
  const windows = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'), join(folder, 'Chromium', 'Application', 'chrome.exe')],
  )
  return process.platform === 'win32' ? windows : process.platform === 'darwin' ? apps : ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/usr/lib/chromium/chromium', '/snap/bin/chromium']
}

/** A Chromium-based browser for the tests: `CHROME_PATH`, the path, then the usual places; null where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const given = env['CHROME_PATH']
  if (given !== undefined && existsSync(given)) return given
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : NAMES.map((name) => join(folder, name + suffix))))
  return [...onPath, ...usualPlaces(env)].find((file) => existsSync(file)) ?? null
}

/** Whether we may install what the tests need: Debian or a descendant, as root. */
export function debianAsRoot(release = readRelease()): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && /^ID(_LIKE)?=.*\bdebian\b/m.test(release)
}

function readRelease(): string {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
}

/** Whether a font with Chinese characters is there; unknown (no fontconfig) counts as no. */
function hasChineseFont(env: NodeJS.ProcessEnv): boolean {
  const found = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8', env })
  return found.status === 0 && found.stdout.trim() !== ''
}

/** Installs Debian's browser and a Chinese font where either is missing. Says what it does; a failure leaves the search as it was. */
export function installForTests(say: (text: string) => void, env: NodeJS.ProcessEnv = process.env): void {
  const packages = [...(findBrowser(env) === null ? ['chromium'] : []), ...(hasChineseFont(env) ? [] : ['fontconfig', 'fonts-noto-cjk'])]
  if (packages.length === 0) return
  say(`apt-get install ${packages.join(' ')}`)
  const quietly = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]): boolean => spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { env: quietly, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', ...packages)) say(`apt-get could not install ${packages.join(' ')}`)
}
