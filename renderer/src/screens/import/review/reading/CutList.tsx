/**
 * The original line by line with a bar wherever an article begins. The lines are one listbox: arrows go through them,
 * Enter begins an article at a line, Delete joins it to the one before, Alt with an arrow moves where it begins; a bar can also be dragged.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Boundary } from '../../../../../../electron/contract/reviewing.ts'
import { guarded } from '../../../../app/keyboard.ts'
import { cutAt, moveTo, type Cuts } from './cuts.ts'
import { lineFrom, type Line } from './lines.ts'

const ROW = 28
const EDGE = 40

export interface CutActions {
  readonly onAdd: (line: number) => void
  readonly onJoin: (article: number) => void
  readonly onMove: (article: number, line: number) => void
}

export function CutList({ lines, cuts, boundaries, titles, active, onActive, onAdd, onJoin, onMove }: CutActions & {
  readonly lines: readonly Line[]
  readonly cuts: Cuts
  /** What is known of each beginning, and of places where one may be. */
  readonly boundaries: readonly Boundary[]
  /** By the number of the article, from 0. */
  readonly titles: readonly (string | undefined)[]
  readonly active: number
  readonly onActive: (line: number) => void
}) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ readonly article: number; readonly line: number } | null>(null)
  const rows = useVirtualizer({ count: lines.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 8, useFlushSync: false, scrollPaddingStart: 48, scrollPaddingEnd: 48 })
  const items = rows.getVirtualItems()
  const known = new Map(boundaries.map((boundary) => [lineFrom(lines, boundary.at), boundary]))
  useEffect(() => {
    if (box.current === null) return
    const watch = new ResizeObserver(() => rows.scrollToIndex(active, { align: 'auto' }))
    watch.observe(box.current)
    return () => watch.disconnect()
    // Only another active line and another height of the list move it, not each new measure.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [active])

  const go = (line: number): void => onActive(Math.max(0, Math.min(lines.length - 1, line)))
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey) return
    const article = cutAt(cuts, lines, active)
    const shift = (by: 1 | -1): void => {
      if (article === null || article === 0) return
      onMove(article, active + by)
    }
    const does: Readonly<Record<string, () => void>> = event.altKey
      ? { ArrowUp: () => shift(-1), ArrowDown: () => shift(1) }
      : {
          ArrowDown: () => go(active + 1), ArrowUp: () => go(active - 1), PageDown: () => go(active + 12), PageUp: () => go(active - 12), Home: () => go(0), End: () => go(lines.length - 1),
          Enter: () => onAdd(active), Delete: () => { if (article !== null) onJoin(article) },
        }
    const act = does[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })

  const lineUnder = (event: PointerEvent): number | null => {
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-line]')
    return row === null || row === undefined ? null : Number(row.dataset['line'])
  }
  const pull = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag === null || box.current === null) return
    const { top, bottom } = box.current.getBoundingClientRect()
    if (event.clientY < top + EDGE) box.current.scrollTop -= ROW
    if (event.clientY > bottom - EDGE) box.current.scrollTop += ROW
    const line = lineUnder(event)
    // Past its neighbours an article cannot begin: the mark stays at the last line where it can.
    if (line !== null && (line === lineFrom(lines, cuts[drag.article] ?? 0) || moveTo(cuts, lines, drag.article, line) !== cuts)) setDrag({ ...drag, line })
  }
  const drop = (): void => {
    if (drag !== null) onMove(drag.article, drag.line)
    setDrag(null)
  }
  const grip = (event: PointerEvent<HTMLDivElement>): void => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-article]') : null
    const article = Number(bar?.dataset['article'] ?? 0)
    if (bar === null || article === 0 || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    box.current?.focus()
    setDrag({ article, line: lineFrom(lines, cuts[article] ?? 0) })
  }
  const bar = (article: number, line: number) => {
    const boundary = known.get(line)
    const title = titles[article] ?? lines[line]?.text.trim().slice(0, 40) ?? ''
    const why = boundary === undefined ? t('reading.byPerson') : t('reading.why', { reason: boundary.reason, percent: Math.floor(boundary.confidence * 100) })
    return <span className={`cut-bar${article === 0 ? ' fixed' : ''}${boundary !== undefined && boundary.confidence < 0.7 ? ' unsure' : ''}`} data-article={article}>{t('reading.begins', { ordinal: article + 1, title })} <span className="cut-why">{why}</span></span>
  }
  return (
    <div
      ref={box}
      className={`cut-list${drag === null ? '' : ' dragging'}`}
      role="listbox"
      tabIndex={0}
      aria-label={t('reading.lines')}
      {...(items.some(({ index }) => index === active) ? { 'aria-activedescendant': `line-${String(active)}` } : {})}
      onKeyDown={press}
      onPointerDown={grip}
      onPointerMove={pull}
      onPointerUp={drop}
      onPointerCancel={() => setDrag(null)}
    >
      <div className="cut-space" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          const article = cutAt(cuts, lines, index)
          const offered = article === null ? known.get(index) : undefined
          return (
            <div
              key={index}
              id={`line-${String(index)}`}
              ref={rows.measureElement}
              data-index={index}
              data-line={index}
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={`cut-line${line.apart ? ' apart' : ''}${drag?.line === index ? ' target' : ''}`}
              style={{ transform: `translateY(${String(start)}px)` }}
              onClick={() => onActive(index)}
              onDoubleClick={() => onAdd(index)}
            >
              {article !== null && bar(article, index)}
              {offered !== undefined && <span className="cut-offer">{t('reading.maybe', { reason: offered.reason, percent: Math.floor(offered.confidence * 100) })}</span>}
              <span className="cut-text">{line.text}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
