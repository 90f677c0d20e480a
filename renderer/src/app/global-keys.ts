import { useEffect } from 'react'
import { CommandId } from '../../../electron/contract/commands.ts'
import { runCommand } from './commands.ts'
import { composing, isTyping, matches, openDialog } from './keyboard.ts'
import { hostKind, onMac } from './page.ts'
import { shortcutOf } from './shortcuts.ts'

/** Keys that a text field has its own use for. */
const FIELD_KEYS = new Set(['CmdOrCtrl+E'])

/** Runs the command of a pressed shortcut; `/` searches and `?` shows the keys, but only outside text fields. */
export function useGlobalKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (composing(event) || event.defaultPrevented || openDialog() !== null) return
      const typing = isTyping(event.target)
      const command = CommandId.options.find((name) => {
        const shortcut = shortcutOf(name, hostKind)
        return shortcut !== null && matches(event, shortcut) && !(typing && FIELD_KEYS.has(shortcut))
      })
      if (command !== undefined) {
        // Electron offers a key to the page before its menu; a handled key does not reach the menu, so nothing runs twice.
        event.preventDefault()
        runCommand(command)
      } else if (!typing && event.key.toLowerCase() === 'z' && (onMac ? event.metaKey : event.ctrlKey) && !event.shiftKey) {
        event.preventDefault()
        runCommand('edit.undo')
      } else if (!typing && event.key === '?') runCommand('help.keys')
      else if (!typing && event.key === '/') {
        event.preventDefault()
        runCommand('search.focus')
      } else if (event.key === 'F6') {
        event.preventDefault()
        nextPane(event.shiftKey)
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function nextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes.at((at + (back ? -1 : 1) + panes.length) % panes.length)
  const target = pane?.matches('[tabindex]') ? pane : pane?.querySelector<HTMLElement>('[tabindex="0"], input, button')
  target?.focus()
}
