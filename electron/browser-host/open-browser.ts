import { spawn } from 'node:child_process'

/** Asks the system to open the address. A computer without a browser is no error: the address was printed. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [command, args] = openerOf(address, platform)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

export function openerOf(address: string, platform: NodeJS.Platform): readonly [command: string, args: readonly string[]] {
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]]
  return platform === 'darwin' ? ['open', [address]] : ['xdg-open', [address]]
}
