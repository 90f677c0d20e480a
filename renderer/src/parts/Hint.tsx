/**
 * Words at a control while the pointer rests on it. They take no key: the first Escape closes the dialog under them, where the
 * tooltips of the component library take it for themselves, fading out or not.
 */
import { cloneElement, useEffect, useId, useLayoutEffect, useRef, useState, type MouseEvent, type ReactElement } from 'react'
import { createPortal } from 'react-dom'
import { beforeKeys } from '../app/keyboard.ts'

/** A pointer that only passes by is told nothing. */
const REST_MS = 150
/** Between the control and its words, and between these and the edge of the window. */
const GAP_REM = 0.375

interface Hinted {
  readonly onMouseEnter?: (event: MouseEvent<HTMLElement>) => void
  readonly onMouseLeave?: () => void
  readonly onPointerDown?: () => void
  readonly 'aria-describedby'?: string
}

export function Hint({ title, children }: { readonly title: string; readonly children: ReactElement<Hinted> }) {
  const id = useId()
  const [control, setControl] = useState<HTMLElement | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const leave = (): void => {
    clearTimeout(resting.current)
    setControl(null)
  }
  useEffect(() => () => clearTimeout(resting.current), [])
  return (
    <>
      {cloneElement(children, {
        onMouseEnter: ({ currentTarget }) => {
          clearTimeout(resting.current)
          resting.current = setTimeout(() => setControl(currentTarget), REST_MS)
        },
        onMouseLeave: leave,
        // A dialog that is asked for by this press is not talked over.
        onPointerDown: leave,
        ...(control === null ? {} : { 'aria-describedby': id }),
      })}
      {control !== null && createPortal(<Bubble id={id} title={title} control={control} onLeave={leave} />, document.body)}
    </>
  )
}

/** In the browser's top layer, so that it lies over dialogs too. */
function Bubble({ id, title, control, onLeave }: { readonly id: string; readonly title: string; readonly control: HTMLElement; readonly onLeave: () => void }) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: element } = bubble
    if (element === null) return
    element.showPopover()
    const gap = GAP_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const at = control.getBoundingClientRect()
    const own = element.getBoundingClientRect()
    const above = at.top - own.height - gap
    element.style.top = `${String(above >= 0 ? above : at.bottom + gap)}px`
    element.style.left = `${String(Math.max(gap, Math.min(innerWidth - own.width - gap, at.left + (at.width - own.width) / 2)))}px`
  }, [control, title])
  useEffect(() => {
    const deaf = beforeKeys(onLeave)
    for (const event of ['pointerdown', 'wheel'] as const) window.addEventListener(event, onLeave, { capture: true, passive: true })
    return () => {
      deaf()
      for (const event of ['pointerdown', 'wheel'] as const) window.removeEventListener(event, onLeave, { capture: true })
    }
  }, [onLeave])
  return <div ref={bubble} id={id} role="tooltip" popover="manual" className="tip">{title}</div>
}
