/** The small toolbar beside words that were just selected. */
import { CopyOutlined, FormOutlined, PlusOutlined, TagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import { composing } from '../../../../app/keyboard.ts'
import { READER_KEYS } from '../../../../app/shortcuts.ts'
import { Hint } from '../../../../parts/Hint.tsx'
import { selectedSpan } from './passage.ts'

interface Place {
  readonly span: Span
  readonly top: number
  readonly left: number
}
const GAP = 8
const WIDTH_REM = 28
/** As long as a trigger can be. */
const LONGEST_WORD = 20

/** Follows the selection in `pane`, the reader's scrolling text; gone when nothing of the body is selected. */
export function PassageBar({ pane, entry, onMark, onFact, onCounts, onCopy }: { readonly pane: RefObject<HTMLElement | null>; readonly entry: Entry; readonly onMark: (span: Span) => void; readonly onFact: (span: Span) => void; readonly onCounts: (word: string) => void; readonly onCopy: (text: string) => void }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    const box = pane.current
    const look = (): void => setPlace(box === null ? null : placeOf(box, entry.body))
    const lookAfterKey = (event: KeyboardEvent): void => { if (!composing(event)) look() }
    const lookIfGone = (): void => { if (getSelection()?.isCollapsed ?? true) setPlace(null) }
    setPlace(null)
    // Not while the mouse still draws the selection: the bar would run along under it.
    box?.addEventListener('pointerup', look)
    box?.addEventListener('keyup', lookAfterKey)
    document.addEventListener('selectionchange', lookIfGone)
    return () => {
      box?.removeEventListener('pointerup', look)
      box?.removeEventListener('keyup', lookAfterKey)
      document.removeEventListener('selectionchange', lookIfGone)
    }
  }, [pane, entry.body])
  if (place === null) return null
  return (
    <div className="passage-bar" role="toolbar" aria-label={t('practice.selected')} style={{ top: place.top, left: place.left }} onMouseDown={(event) => event.preventDefault()}>
      <Hint title={READER_KEYS.mark}><Button size="small" type="text" icon={<TagOutlined aria-hidden />} onClick={() => onMark(place.span)}>{t('practice.mark')}</Button></Hint>
      <Hint title={READER_KEYS.fact}><Button size="small" type="text" icon={<FormOutlined aria-hidden />} onClick={() => onFact(place.span)}>{t('card.add')}</Button></Hint>
      {place.span.end - place.span.start <= LONGEST_WORD && <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => onCounts(entry.body.slice(place.span.start, place.span.end).trim())}>{t('changing.alsoCounts')}</Button>}
      <Button size="small" type="text" icon={<CopyOutlined aria-hidden />} onClick={() => onCopy(entry.body.slice(place.span.start, place.span.end))}>{t('reader.copy')}</Button>
    </div>
  )
}

/** Under the selection, inside the pane. */
function placeOf(pane: HTMLElement, text: string): Place | null {
  const selection = getSelection()
  const span = selectedSpan(pane.querySelector('.body'), text, selection)
  const rect = selection !== null && selection.rangeCount > 0 ? [...selection.getRangeAt(0).getClientRects()].at(-1) : undefined
  if (span === null || rect === undefined) return null
  const box = pane.getBoundingClientRect()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const left = Math.max(GAP, Math.min(rect.left - box.left, pane.clientWidth - WIDTH_REM * rem - GAP))
  return { span, top: rect.bottom - box.top + pane.scrollTop + GAP, left }
}
