/**
 * The one place that decides whether a key is ours. While an input method composes, Enter, arrows and Escape belong to it;
 * browsers say so in three different ways, and all three are asked.
 */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { onMac } from './page.ts'

type KeyLike = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>

export const composing = (event: KeyLike): boolean => event.isComposing || event.keyCode === 229 || event.key === 'Process'

/** Wraps a React key handler so that it never sees a key of a composition. */
export const guarded = <E extends Element>(handler: (event: ReactKeyboardEvent<E>) => void) => (event: ReactKeyboardEvent<E>): void => {
  if (!composing(event.nativeEvent)) handler(event)
}

/** The dialog, drawer or question that lies over the window, if any; it keeps the keys to itself. */
export const openDialog = (): Element | null => [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].find((dialog) => dialog.checkVisibility()) ?? null

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]'
/** Single letters act only outside text fields. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPING) !== null

/** `CmdOrCtrl+Shift+C`, `Alt+1`, `F6`, `/` against an event. */
export function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name)
  const command = onMac ? event.metaKey : event.ctrlKey
  const other = onMac ? event.ctrlKey : event.metaKey
  if (command !== wants('CmdOrCtrl') || other || event.altKey !== wants('Alt')) return false
  // With Alt the key's place counts: on a Mac, Alt+N types another character.
  if (wants('Alt') && /^[A-Z]$/.test(key)) return event.shiftKey === wants('Shift') && (event.code === `Key${key}` || event.key.toUpperCase() === key)
  if (/^[\d,]$/.test(key)) return event.key === key || event.code === `Digit${key}`
  if (/^[A-Z]$/i.test(key)) return event.shiftKey === wants('Shift') && event.key.toLowerCase() === key.toLowerCase()
  return event.key === key
}

/** How a shortcut reads on this machine. */
export const shown = (shortcut: string): string => shortcut.replace('CmdOrCtrl', onMac ? '⌘' : 'Ctrl').replace('Shift', onMac ? '⇧' : 'Shift').replaceAll('+', onMac ? ' ' : '+')

/** Hears of every key before anything else does, and takes none; returns how to stop that. */
export function beforeKeys(hear: () => void): () => void {
  const press = (event: KeyboardEvent): void => { if (!composing(event)) hear() }
  window.addEventListener('keydown', press, { capture: true })
  return () => window.removeEventListener('keydown', press, { capture: true })
}
