/** Focus that moves with what is shown, before the next key can arrive. */
import { flushSync } from 'react-dom'

/** Where keys go: each selector names the one element that takes them. */
export const PLACES = { search: '#search', list: '[data-list]', reader: '[data-reader]' } as const

/**
 * Shows something else and puts the focus into it at once. A frame later is too late: on a busy machine the next keys are there
 * first, and the focus would be taken from under them (a Delete meant for the search box removed an entry).
 */
export function focusOn(place: keyof typeof PLACES, change: () => void = () => undefined): void {
  flushSync(change)
  const element = document.querySelector<HTMLElement>(PLACES[place])
  element?.focus()
  // What stands in a box is there to be typed over.
  if (element instanceof HTMLInputElement) element.select()
}
