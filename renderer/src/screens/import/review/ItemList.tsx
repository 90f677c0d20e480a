/** The articles of a batch, file by file: what each is, how sure reading was, and what a person has said. */
import { CheckOutlined, MinusOutlined } from '@ant-design/icons'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import { Badge } from '../../../parts/Badge.tsx'
import { Confidence, SURE } from './Confidence.tsx'
import { waits, type Item } from './queue.ts'

/** Where the whole of it has no room, its title stands at the top. */
function showSelected(list: HTMLElement): void {
  const item = list.querySelector<HTMLElement>('[aria-selected="true"]')
  const room = list.clientHeight - Number.parseFloat(getComputedStyle(list).scrollPaddingTop)
  item?.scrollIntoView({ block: item.offsetHeight > room ? 'start' : 'nearest' })
}

export function ItemList({ items, selected, alike, onSelect }: {
  readonly items: readonly Item[]
  readonly selected: EntryId | null
  /** Those that may tell the same story as another entry. */
  readonly alike: ReadonlySet<EntryId>
  readonly onSelect: (id: EntryId) => void
}) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  // Also when the list becomes lower, as by a larger zoom.
  useEffect(() => {
    const box = list.current
    if (box === null) return
    const watch = new ResizeObserver(() => showSelected(box))
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  useEffect(() => { if (list.current !== null) showSelected(list.current) }, [selected])
  const groups = [...Map.groupBy(items, ({ n }) => n).values()]
  const shown = items.some(({ entry }) => entry.id === selected)
  return (
    <div className="review-list" ref={list} role="listbox" tabIndex={0} aria-label={t('review.list')} data-review-list {...(shown ? { 'aria-activedescendant': `item-${selected ?? ''}` } : {})}>
      {groups.map((group) => (
        <div key={group[0]?.n} role="group" aria-label={group[0]?.file ?? ''}>
          {(group.length > 1 || groups.length === 1) && <p className="review-file" aria-hidden>{group[0]?.file} · {t('review.articles', { count: group.length })}</p>}
          {group.map((item) => <ItemRow key={item.entry.id} item={item} alone={group.length === 1} selected={item.entry.id === selected} alike={alike.has(item.entry.id)} onSelect={onSelect} />)}
        </div>
      ))}
    </div>
  )
}

const ItemRow = memo(function ItemRow({ item, alone, selected, alike, onSelect }: { readonly item: Item; readonly alone: boolean; readonly selected: boolean; readonly alike: boolean; readonly onSelect: (id: EntryId) => void }) {
  const { t } = useTranslation()
  const { entry, file } = item
  const state = !entry.present ? 'skipped' : entry.review === 'accepted' ? 'accepted' : 'waiting'
  return (
    <div id={`item-${entry.id}`} role="option" aria-selected={selected} className={`review-item ${state}`} onClick={() => onSelect(entry.id)}>
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
