import type { Page } from 'playwright-core'
import type { Api } from '../../electron/contract/api.ts'
import type { Running } from './launch.ts'

/** `window.casebook.call` in the page. */
export const callThroughPreload = (page: Page): Running['call'] => (method, input) =>
  page.evaluate(([name, given]) => {
    const api: Api = Reflect.get(window, 'casebook')
    return api.call(name as never, given as never)
  }, [method, input] as const) as never
