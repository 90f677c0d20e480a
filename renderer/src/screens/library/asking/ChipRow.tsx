/** Things that can be taken away one by one, by mouse or by keyboard: ← → walk, Delete takes away, and the focus stays among them. */
import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { focusOn } from '../../../app/focus.ts'
import { guarded } from '../../../app/keyboard.ts'

export interface Chip {
  readonly key: string
  readonly label: ReactNode
  readonly title?: string
  readonly tone: 'plain' | 'also' | 'not' | 'within' | 'part' | 'part-not'
  /** What taking it away is called. */
  readonly removal: string
  readonly onRemove: () => void
}

export function ChipRow({ label, chips, children }: { readonly label: string; readonly chips: readonly Chip[]; readonly children?: ReactNode }) {
  const row = useRef<HTMLUListElement>(null)
  const gone = useRef<number | null>(null)
  const buttons = (): HTMLElement[] => [...(row.current?.querySelectorAll<HTMLElement>('.chip-remove') ?? [])]
  useEffect(() => {
    const at = gone.current
    if (at === null) return
    gone.current = null
    buttons().at(Math.min(at, chips.length - 1))?.focus()
  }, [chips])
  const remove = (index: number): void => {
    gone.current = index
    if (chips.length === 1) focusOn('search')
    chips[index]?.onRemove()
  }
  const press = (index: number) => guarded<HTMLButtonElement>((event) => {
    const walk = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else if (walk !== undefined) buttons().at(Math.max(0, Math.min(chips.length - 1, index + walk)))?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  return (
    <ul className="chips" aria-label={label} ref={row}>
      {chips.map((chip, index) => (
        <li key={chip.key} className={`chip chip-${chip.tone}`}>
          <span className="chip-label" {...(chip.title === undefined ? {} : { title: chip.title })}>{chip.label}</span>
          <button type="button" className="chip-remove" aria-label={chip.removal} title={chip.removal} onClick={() => remove(index)} onKeyDown={press(index)}><CloseOutlined aria-hidden /></button>
        </li>
      ))}
      {children !== undefined && <li>{children}</li>}
    </ul>
  )
}
