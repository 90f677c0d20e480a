/** The hits as a listbox; only what is on screen is in the page. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '../../../../electron/contract/searching.ts'
import { useCall } from '../../api/hooks.ts'
import { runCommand } from '../../app/commands.ts'
import { guarded } from '../../app/keyboard.ts'
import { useView } from '../../app/view.ts'
import { useEntryActions } from './hooks.ts'
import { ResultRow } from './ResultRow.tsx'

const ROW = { comfortable: 122, compact: 44 } as const
const NEAR_END = 10

/** Goes to the reader, which may first have to take the place of the list. */
function openReader(): void {
  useView.setState({ reading: true })
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-reader]')?.focus())
}

export function ResultList({ hits, total, more }: { readonly hits: readonly Hit[]; readonly total: number; readonly more: () => void }) {
  const { t } = useTranslation()
  const { selected, select } = useView()
  const actions = useEntryActions()
  const density = useCall('settings.get', {}).data?.density ?? 'comfortable'
  const box = useRef<HTMLDivElement>(null)
  const [menuFor, setMenuFor] = useState<Hit | null>(null)
  const rows = useVirtualizer({ count: hits.length, getScrollElement: () => box.current, estimateSize: () => ROW[density], overscan: 6, useFlushSync: false, scrollPaddingStart: 4, scrollPaddingEnd: 4, getItemKey: (index) => hits[index]?.id ?? index })
  const items = rows.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const at = hits.findIndex((hit) => hit.id === selected)
  useEffect(() => { if (lastShown >= hits.length - NEAR_END) more() }, [lastShown, hits.length, more])
  useEffect(() => { rows.measure() }, [density, rows])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
    // Only a new selection moves the list; new hits under it do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  const go = (index: number): void => {
    const hit = hits[Math.max(0, Math.min(hits.length - 1, index))]
    if (hit) select(hit.id)
  }
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1), j: () => go(at + 1), ArrowUp: () => go(at - 1), k: () => go(at - 1),
      PageDown: () => go(at + 8), PageUp: () => go(at - 8), Home: () => go(0), End: () => go(hits.length - 1),
      Enter: openReader,
      o: () => runCommand('reader.original'), e: () => runCommand('entry.edit'),
      Delete: () => { const hit = hits[at]; if (hit) actions.remove([hit.id]) },
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  })
  const menu = menuFor === null ? [] : [
    { key: 'open', label: t('row.open'), onClick: openReader },
    { key: 'edit', label: t('row.edit'), onClick: () => runCommand('entry.edit') },
    { key: 'kind', label: t(menuFor.kind === 'case' ? 'row.makeOther' : 'row.makeCase'), onClick: () => actions.setKind(menuFor, menuFor.kind === 'case' ? 'other' : 'case') },
    { key: 'copy', label: t('row.copyCitation'), onClick: () => actions.copyById(menuFor.id) },
    { key: 'print', label: t('row.print'), onClick: () => runCommand('entry.print') },
    { type: 'divider' as const },
    { key: 'remove', label: t('row.remove'), danger: true, onClick: () => actions.remove([menuFor.id]) },
  ]
  const activeShown = items.some((item) => item.index === at)
  return (
    <Dropdown trigger={['contextMenu']} menu={{ items: menu }}>
      <div className={`results ${density}`} ref={box} data-list role="listbox" tabIndex={0} aria-label={t('library.list')} {...(activeShown && selected !== null ? { 'aria-activedescendant': `row-${selected}` } : {})} onKeyDown={press}>
        <div className="results-space" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const hit = hits[item.index]
            return hit === undefined ? null : (
              <div
                key={item.key}
                id={`row-${hit.id}`}
                ref={rows.measureElement}
                data-index={item.index}
                role="option"
                aria-selected={hit.id === selected}
                aria-posinset={item.index + 1}
                aria-setsize={total}
                className="result"
                style={{ transform: `translateY(${String(item.start)}px)` }}
                onClick={() => { select(hit.id); useView.setState({ reading: true }) }}
                onContextMenu={() => { select(hit.id); setMenuFor(hit) }}
              >
                <ResultRow hit={hit} compact={density === 'compact'} />
              </div>
            )
          })}
        </div>
      </div>
    </Dropdown>
  )
}
