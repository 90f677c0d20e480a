/** The hits as a listbox; only what is on screen is in the page. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Dropdown } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { Hit } from '../../../../../electron/contract/searching.ts'
import { useCall } from '../../../api/hooks.ts'
import { runCommand } from '../../../app/commands.ts'
import { focusOn } from '../../../app/focus.ts'
import { guarded, matches } from '../../../app/keyboard.ts'
import { hostKind } from '../../../app/page.ts'
import { shortcutOf } from '../../../app/shortcuts.ts'
import { useAdding } from '../../../app/adding.ts'
import { useTaxonomy } from '../../../app/use-taxonomy.ts'
import { isAsked, useView, useViewOf } from '../../../app/view.ts'
import { useEntryActions } from '../hooks.ts'
import type { Results } from '../results.ts'
import { ResultRow, type RowDeeds } from './ResultRow.tsx'

const ROW = { comfortable: 148, compact: 44 } as const

/** Goes to the reader, which may first have to take the place of the list. */
const openReader = (): void => focusOn('reader', () => useView.setState({ reading: true }))

/** It stays where it is without hits, only unseen: a list that comes and goes is measured anew each time, and the window stands still for that. */
export function ResultList({ results: { count, hitAt, indexOf, show, first } }: { readonly results: Results }) {
  const { t } = useTranslation()
  const { screen, selected, select, read } = useViewOf('screen', 'selected', 'select', 'read')
  const actions = useEntryActions()
  const add = useAdding()
  const taxonomy = useTaxonomy()
  const density = useCall('settings.get', {}).data?.density ?? 'comfortable'
  const box = useRef<HTMLDivElement>(null)
  const [menuFor, setMenuFor] = useState<Hit | null>(null)
  // Behind another screen a row has no height; measured then, the first rows would be gone when one comes back.
  const useCachedMeasurements = screen !== 'library'
  const rows = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => ROW[density], overscan: 2, useFlushSync: false, useCachedMeasurements, scrollPaddingStart: 4, scrollPaddingEnd: 4 })
  const [unfolded, setUnfolded] = useState<ReadonlySet<EntryId>>(new Set())
  const [why, setWhy] = useState<EntryId | null>(null)
  const asked = useView((view) => isAsked(view) || view.filters.within.length > 0)
  const soft = first?.hints.some(({ hint }) => hint === 'soft') ?? false
  const deeds = useMemo((): RowDeeds => ({
    onUnfold: (id) => setUnfolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    onOpen: read,
    onWhy: (id) => {
      setWhy(id)
      if (id === null) focusOn('list')
    },
  }), [read])
  const items = rows.getVirtualItems()
  const at = selected === null ? -1 : indexOf(selected)
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  useEffect(() => { show(from, to) }, [from, to, show])
  useEffect(() => { rows.measure() }, [density, rows])
  // Sizes belong to places in the list and not to entries: a page that comes or goes must not move what is on screen. A new search keeps them,
  // for a row that is as high as before is not measured again.
  useEffect(() => useView.subscribe((view, before) => {
    if (view.query === before.query && view.filters === before.filters && view.sort === before.sort && view.grouped === before.grouped) return
    // Asking a list that stands at its top where its end is would have the whole page laid out for every key.
    if (rows.scrollOffset !== 0) rows.scrollToOffset(0)
  }), [rows])
  useEffect(() => {
    if (at > 0 || (at === 0 && rows.scrollOffset !== 0)) rows.scrollToIndex(at, { align: 'auto' })
    // Only a new selection moves the list; new hits under it do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected])

  /** A row that was aimed at before its page was there. */
  const aim = useRef<number | null>(null)
  const aimed = aim.current === null ? undefined : hitAt(aim.current)?.id
  useEffect(() => {
    if (aimed === undefined) return
    aim.current = null
    select(aimed)
  }, [aimed, select])
  const go = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index))
    const hit = hitAt(target)
    aim.current = hit === undefined ? target : null
    if (hit === undefined) rows.scrollToIndex(target)
    else select(hit.id)
  }
  /** The sentences of its passage that hold what was searched for. */
  const copySentence = ({ id, snippets: [snippet] }: Hit): void => {
    if (snippet !== undefined) actions.copySentences(id, snippet.marks.map(([start, end]) => ({ start: snippet.start + start, end: snippet.start + end })))
  }
  const copies = shortcutOf('entry.copyCitation', hostKind)
  const press = guarded<HTMLDivElement>((event) => {
    if (copies !== null && matches(event.nativeEvent, copies)) {
      const hit = hitAt(at)
      if (hit === undefined || hit.snippets[0] === undefined || hit.snippets[0].marks.length === 0) return
      event.preventDefault()
      copySentence(hit)
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1), j: () => go(at + 1), ArrowUp: () => go(at - 1), k: () => go(at - 1),
      PageDown: () => go(at + 8), PageUp: () => go(at - 8), Home: () => go(0), End: () => go(count - 1),
      Enter: openReader,
      o: () => runCommand('reader.original'), e: () => runCommand('entry.edit'),
      w: () => { const hit = hitAt(at); if (hit && asked) setWhy(hit.id) },
      Delete: () => { const hit = hitAt(at); if (hit) actions.remove([hit.id]) },
    }
    const step = steps[event.key] ?? aside(event.key)
    if (!step) return
    event.preventDefault()
    step()
  })
  /** The other sources of the story that is chosen. */
  const aside = (key: string): (() => void) | undefined => {
    const hit = hitAt(at)
    if (hit === undefined || hit.alike.length === 0) return undefined
    const isOpen = unfolded.has(hit.id)
    const other = isOpen && /^[1-9]$/.test(key) ? hit.alike[Number(key) - 1] : undefined
    if (other !== undefined) return () => focusOn('reader', () => read(other.id))
    return key === (isOpen ? 'ArrowLeft' : 'ArrowRight') ? () => deeds.onUnfold(hit.id) : undefined
  }
  const menu = menuFor === null ? [] : [
    { key: 'open', label: t('row.open'), onClick: openReader },
    { key: 'edit', label: t('row.edit'), onClick: () => runCommand('entry.edit') },
    { key: 'compare', label: t('adding.entry'), onClick: () => add([{ kind: 'entry', id: menuFor.id }]) },
    { key: 'kind', label: t(menuFor.kind === 'case' ? 'row.makeOther' : 'row.makeCase'), onClick: () => actions.setKind(menuFor, menuFor.kind === 'case' ? 'other' : 'case') },
    ...(menuFor.snippets[0] !== undefined && menuFor.snippets[0].marks.length > 0 ? [{ key: 'sentence', label: t('row.copySentence'), onClick: () => copySentence(menuFor) }] : []),
    ...(asked ? [{ key: 'why', label: t('library.whyTitle'), onClick: () => setWhy(menuFor.id) }] : []),
    { key: 'copy', label: t('row.copyCitation'), onClick: () => actions.copyById(menuFor.id) },
    { key: 'print', label: t('row.print'), onClick: () => runCommand('entry.print') },
    { type: 'divider' as const },
    { key: 'remove', label: t('row.remove'), danger: true, onClick: () => actions.remove([menuFor.id]) },
  ]
  const activeShown = items.some((item) => item.index === at)
  return (
    <Dropdown trigger={['contextMenu']} menu={{ items: menu }}>
      <div className={`results ${density}`} data-empty={count === 0} ref={box} data-list role="listbox" tabIndex={0} aria-label={t('library.list')} {...(activeShown && selected !== null ? { 'aria-activedescendant': `row-${selected}` } : {})} onKeyDown={press}>
        <div className="results-space" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const hit = hitAt(item.index)
            return hit === undefined ? <div key={`waiting-${String(item.index)}`} className="result waiting" style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }} aria-hidden /> : (
              <div
                key={item.key}
                id={`row-${hit.id}`}
                ref={rows.measureElement}
                data-index={item.index}
                role="option"
                aria-selected={hit.id === selected}
                aria-posinset={item.index + 1}
                aria-setsize={count}
                className="result"
                style={{ transform: `translateY(${String(item.start)}px)` }}
                onClick={() => { select(hit.id); useView.setState({ reading: true }) }}
                onContextMenu={() => { select(hit.id); setMenuFor(hit) }}
              >
                <ResultRow hit={hit} compact={density === 'compact'} taxonomy={taxonomy} soft={soft} asked={asked} why={why === hit.id} unfolded={unfolded.has(hit.id)} deeds={deeds} />
              </div>
            )
          })}
        </div>
      </div>
    </Dropdown>
  )
}
