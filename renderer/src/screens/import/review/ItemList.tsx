/** The articles of a batch, file by file: what each is, how sure reading was, and what a person has said. Only what is on screen is in the page. */
import { CheckOutlined, MinusOutlined } from '@ant-design/icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { QueueItem } from '../../../../../electron/contract/queue.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { Confidence, SURE } from './Confidence.tsx'
import { waits } from './queue.ts'
import type { Walk } from './use-queue.ts'

const ROW = 84

export function ItemList({ queue: { count, itemAt, at, current, alike, show }, onSelect }: { readonly queue: Walk; readonly onSelect: (id: EntryId) => void }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 4, useFlushSync: false })
  const items = rows.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  useEffect(() => { show(from, to) }, [from, to, show])

  useEffect(() => {
    const list = box.current
    if (list === null || at < 0) return
    const watch = new ResizeObserver(() => {
      // Where the whole of a row has no room, its title stands at the top.
      const size = rows.measurementsCache[at]?.size ?? ROW
      rows.scrollToIndex(at, { align: size > list.clientHeight ? 'start' : 'auto' })
    })
    watch.observe(list)
    return () => watch.disconnect()
    // Another article moves the list, and another height of the list, as by a larger zoom; not each new measure.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at])
  return (
    <div className="review-list" ref={box} role="listbox" tabIndex={0} aria-label={t('review.list')} data-review-list {...(current !== null && items.some(({ index }) => index === at) ? { 'aria-activedescendant': `item-${current.entry.id}` } : {})}>
      <div className="review-rows" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const item = itemAt(index)
          const place = { transform: `translateY(${String(start)}px)` }
          return item === undefined ? <div key={index} className="review-row waiting" style={{ ...place, height: size }} aria-hidden /> : (
            <div key={index} ref={rows.measureElement} data-index={index} className="review-row" style={place}>
              {item.first && item.of > 1 && <p className="review-file" aria-hidden>{item.file} · {t('review.articles', { count: item.of })}</p>}
              <ItemRow item={item} index={index} count={count} selected={index === at} alike={alike.has(item.entry.id)} onSelect={onSelect} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ItemRow = memo(function ItemRow({ item, index, count, selected, alike, onSelect }: { readonly item: QueueItem; readonly index: number; readonly count: number; readonly selected: boolean; readonly alike: boolean; readonly onSelect: (id: EntryId) => void }) {
  const { t } = useTranslation()
  const { entry, file } = item
  const alone = item.of === 1
  const state = !entry.present ? 'skipped' : entry.review === 'accepted' ? 'accepted' : 'waiting'
  return (
    <div id={`item-${entry.id}`} role="option" aria-selected={selected} aria-posinset={index + 1} aria-setsize={count} className={`review-item ${state}`} onClick={() => onSelect(entry.id)}>
      <p className="review-item-title">
        {state === 'accepted' && <CheckOutlined className="ok" aria-label={t('review.states.accepted')} />}
        {state === 'skipped' && <MinusOutlined className="quiet" aria-label={t('review.states.skipped')} />}
        {alone ? '' : `${String(entry.ordinal)}. `}{entry.title}
      </p>
      <p className="review-item-meta">
        <Badge tone={entry.kind === 'case' ? 'info' : 'quiet'}>{t(`kind.${entry.kind}`)}</Badge>
        {entry.titleIsProvisional && <Badge tone="warning">{t('entry.provisional')}</Badge>}
        {alike && <Badge tone="warning">{t('review.alike')}</Badge>}
        <Confidence value={entry.confidence} />
      </p>
      {waits(item) && entry.confidence < SURE && entry.confidenceReasons[0] !== undefined && <p className="review-item-why">{entry.confidenceReasons[0]}</p>}
      {alone && <p className="review-item-file">{file}</p>}
    </div>
  )
})
