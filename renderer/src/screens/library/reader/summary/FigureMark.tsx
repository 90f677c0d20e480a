/** A figure of a bundled summary: a click or Enter opens the card of its citation. */
import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation, Figure } from '../../../../../../electron/contract/summary.ts'
import { useCardMark } from '../../../../app/use-card-mark.ts'
import { CitationFields } from './CitationFields.tsx'

/** `first`: the figures of a text are one stop of the Tab key, the arrows go from one to the next. */
export function FigureMark({ figure, citation, first, children }: { readonly figure: Figure; readonly citation: Citation; readonly first: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { open, setOpen, mark } = useCardMark({ text: '.body', marks: '.figure', first })
  const card = (
    <div className="citation-card" role="status">
      <CitationFields citation={citation} />
      <p className="meta">{t('bundled.cardNote')}</p>
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" title={t('bundled.cardTitle', { figure: figure.text })} content={card}>
      <span {...mark} className="figure" aria-label={t('bundled.figure', { figure: figure.text })}>{children}</span>
    </Popover>
  )
}
