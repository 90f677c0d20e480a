/** A figure of a bundled summary: a click or Enter opens the card of its citation. */
import { Popover } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation, Figure } from '../../../../../../electron/contract/summary.ts'
import { guarded } from '../../../../app/keyboard.ts'
import { CitationFields } from './CitationFields.tsx'

/** `first`: the figures of a text are one stop of the Tab key, the arrows go from one to the next. */
export function FigureMark({ figure, citation, first, children }: { readonly figure: Figure; readonly citation: Citation; readonly first: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const mark = useRef<HTMLSpanElement>(null)
  const step = (by: 1 | -1): void => {
    const all = [...(mark.current?.closest('.body')?.querySelectorAll<HTMLElement>('.figure') ?? [])]
    all[all.findIndex((one) => one === mark.current) + by]?.focus()
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
  const card = (
    <div className="citation-card" role="status">
      <CitationFields citation={citation} />
      <p className="meta">{t('bundled.cardNote')}</p>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" title={t('bundled.cardTitle', { figure: figure.text })} content={card}>
      <span ref={mark} className="figure" role="button" tabIndex={first ? 0 : -1} aria-expanded={open} aria-label={t('bundled.figure', { figure: figure.text })} onKeyDown={press}>{children}</span>
    </Popover>
  )
}
