/** Ctrl+F: what one expects where one is – the text one reads, the box that filters the screen, or else a bar over the screen. */
import { focusOn } from '../focus.ts'
import { useView } from '../view.ts'

const LONGEST = 100
/** What had the focus when the bar was opened. */
let opener: HTMLElement | null = null

/** Words that are selected are looked for, unless they are a passage. */
function selected(): string | null {
  const words = getSelection()?.toString().trim() ?? ''
  return words === '' || words.length > LONGEST || words.includes('\n') ? null : words
}

const visible = (selector: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())

export function openFind(): void {
  const bar = visible('.find-bar input')
  if (bar instanceof HTMLInputElement) {
    bar.focus()
    bar.select()
    return
  }
  const { screen } = useView.getState()
  const inReader = document.activeElement?.closest('.reader') != null
  if (screen === 'library' && !inReader) return focusOn('search')
  const words = selected()
  const box = screen === 'library' ? undefined : visible('[data-filter-box]')
  if (box !== undefined) {
    box.focus()
    if (box instanceof HTMLInputElement) box.select()
    return
  }
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
  useView.setState({ finding: screen === 'library' ? 'reader' : 'screen', ...(words === null ? {} : { sought: words }) })
}

/** Puts the bar away and gives the focus back to where it was. */
export function closeFind(): void {
  const back = opener
  opener = null
  useView.setState({ finding: null })
  if (back?.isConnected === true) back.focus()
}
