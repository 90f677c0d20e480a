/** A mark in a text that opens a card by click, Enter or the space bar. The marks of a text are one stop of the Tab key, the arrows go from one to the next. */
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { guarded } from './keyboard.ts'

export interface CardMark {
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  /** What the mark itself carries. */
  readonly mark: {
    readonly ref: RefObject<HTMLSpanElement | null>
    readonly role: 'button'
    readonly tabIndex: 0 | -1
    readonly 'aria-expanded': boolean
    readonly onKeyDown: (event: KeyboardEvent<HTMLSpanElement>) => void
  }
}

/** `text` and `marks` select the text around the mark and the marks in it; `first` is where the Tab key stops. */
export function useCardMark({ text, marks, first }: { readonly text: string; readonly marks: string; readonly first: boolean }): CardMark {
  const [open, setOpen] = useState(false)
  const ref = useRef<HTMLSpanElement>(null)
  const step = (by: 1 | -1): void => {
    const all = [...(ref.current?.closest(text)?.querySelectorAll<HTMLElement>(marks) ?? [])]
    all[all.findIndex((one) => one === ref.current) + by]?.focus()
  }
  const press = guarded<HTMLSpanElement>((event) => {
    const does: Readonly<Record<string, () => void>> = {
      Enter: () => setOpen(!open),
      ' ': () => setOpen(!open),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      ...(open ? { Escape: () => setOpen(false) } : {}),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : does[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })
  return { open, setOpen, mark: { ref, role: 'button', tabIndex: first ? 0 : -1, 'aria-expanded': open, onKeyDown: press } }
}
