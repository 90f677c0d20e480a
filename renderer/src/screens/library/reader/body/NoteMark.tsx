/** The number of a footnote in the text; a click or Enter shows the note beside it. */
import { Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { guarded } from '../../../../app/keyboard.ts'

export function NoteMark({ note, children }: { readonly note: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const press = guarded<HTMLSpanElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key === 'Enter' || event.key === ' ' || (open && event.key === 'Escape'))) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(event.key === 'Escape' ? false : !open)
  })
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" content={<p className="note-card" role="status">{note}</p>}>
      <span className="note-ref" role="button" tabIndex={0} aria-expanded={open} aria-label={t('reader.note', { note: note.slice(0, 60) })} onKeyDown={press}>{children}</span>
    </Popover>
  )
}
