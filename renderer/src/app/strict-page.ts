/** Comes before everything else: what libraries must know about a page without eval and without unsigned styles. */
import { config } from 'zod'
import { styleNonce } from './page.ts'

// zod would otherwise try out whether it may compile code, which the page's policy rightly reports.
config({ jitless: true })

// Some of antd's helpers (measuring scroll bars, locking scroll) write style elements without the nonce it was given.
const create = document.createElement.bind(document)
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options)
  if (element instanceof HTMLStyleElement) element.nonce = styleNonce
  return element
}) as typeof document.createElement
