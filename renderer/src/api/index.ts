/** The page's door to the core, chosen by what the host stamped into the page. */
import type { Api } from '../../../electron/contract/api.ts'
import { hostKind } from '../app/page.ts'
import { createClient, type Client } from './client.ts'
import { loopbackApi } from './loopback.ts'

declare global {
  interface Window {
    readonly casebook?: Api
  }
}

function transport(): Api {
  if (hostKind === 'browser') return loopbackApi()
  if (window.casebook === undefined) throw new Error('the preload did not run')
  return window.casebook
}

export const client: Client = createClient(transport())
export { CallFault } from './client.ts'
