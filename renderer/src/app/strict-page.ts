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

// antd measures text areas in one whose style it writes as an attribute, which the policy refuses; the same style set as a property is no markup.
const setAttribute = HTMLTextAreaElement.prototype.setAttribute
HTMLTextAreaElement.prototype.setAttribute = function (this: HTMLTextAreaElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value
  else setAttribute.call(this, name, value)
}
