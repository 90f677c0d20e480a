/** 意见: what people judge differently, to be gone through; and the exchange of judgements between two libraries. */
import { Alert, Button, Spin } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferingEntry } from '../../../../electron/contract/judgements.ts'
import { CallFault } from '../../api/index.ts'
import { usePaged } from '../../api/paged.ts'
import { useSentence } from '../../app/faults.ts'
import { guarded, isTyping, openDialog } from '../../app/keyboard.ts'
import { Notice } from '../../app/Notice.tsx'
import { JUDGEMENT_KEYS } from '../../app/shortcuts.ts'
import { useUndo } from '../../app/undo.tsx'
import { useView, useViewOf } from '../../app/view.ts'
import { placeName } from '../../parts/place-name.ts'
import { VirtualRows } from '../../parts/VirtualRows.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { FactItem, PracticeItem } from './Item.tsx'

export default function JudgementsScreen() {
  const { t } = useTranslation()
  const say = useSentence()
  const undo = useUndo()
  const here = useView((view) => view.screen === 'judgements')
  const { open } = useViewOf('open')
  const page = useRef<HTMLDivElement>(null)
  const list = usePaged('judgements.differing', {}, ({ entries }) => entries, here)
  const { total, whole, error } = list

  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || openDialog() !== null) return
    const items = [...(page.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
    const item = document.activeElement?.closest<HTMLElement>('[data-item]') ?? null
    const go = (by: number): void => items[item === null ? 0 : Math.max(0, Math.min(items.length - 1, items.indexOf(item) + by))]?.focus()
    const [next, previous] = [() => go(1), () => go(-1)]
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: next, ArrowUp: previous, [JUDGEMENT_KEYS.next.toLowerCase()]: next, [JUDGEMENT_KEYS.previous.toLowerCase()]: previous,
      [JUDGEMENT_KEYS.open.toLowerCase()]: () => item?.querySelector<HTMLElement>('[data-open]')?.click(),
      [JUDGEMENT_KEYS.undo.toLowerCase()]: undo.last,
    }
    const words = item?.querySelectorAll<HTMLButtonElement>('.word button') ?? []
    const step = /^[1-9]$/.test(event.key) ? words[Number(event.key) - 1] && (() => words[Number(event.key) - 1]?.click()) : steps[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (step === undefined) return
    event.preventDefault()
    // What was settled leaves the list: the next one takes the focus in its place.
    if (/^[1-9]$/.test(event.key) && item !== null) go(items.indexOf(item) < items.length - 1 ? 1 : -1)
    step()
  })
  return (
    <div className="page judgements-screen" ref={page} data-pane tabIndex={0} role="region" aria-label={t('judgements.list')} onKeyDown={press}>
      <header className="judgements-head">
        <h1 className="page-title">{t('judgements.title')}</h1>
        {total !== undefined && total > 0 && <span className="meta" role="status">{t('judgements.found', { count: whole?.items ?? 0, entries: total })}</span>}
        <span className="spacer" />
        <Button onClick={() => open('export-judgements')}>{t('judgements.export')}</Button>
        <Button onClick={() => open('import-judgements')}>{t('judgements.import')}</Button>
      </header>
      {total !== undefined && total > 0 && <p className="meta">{t('judgements.hint')} {t('judgements.keys')}</p>}
      {error !== null && <Alert className="page-alert" type="error" showIcon title={t('judgements.failed')} description={error instanceof CallFault ? say(error.fault) : ''} />}
      {total === undefined && error === null && <div className="opening"><Spin /></div>}
      {total === 0 && <Notice title={t('judgements.none')} text={t('judgements.noneHint')} />}
      {total !== undefined && total > 0 && (
        <VirtualRows count={total} label={t('judgements.list')} page={page} estimate={12} here={here} onShow={list.show} renderRow={(index) => {
          const row = list.at(index)
          return row === undefined ? <div className="waiting-row" aria-hidden /> : <Row row={row} />
        }} />
      )}
      <ExportDialog />
      <ImportDialog />
    </div>
  )
}

function Row({ row: { entry, practices, facts } }: { readonly row: DifferingEntry }) {
  const { t } = useTranslation()
  const { read } = useViewOf('read')
  return (
    <div className="differing-entry">
      <p className="case-head"><button type="button" className="case-title" aria-label={t('judgements.open', { title: entry.title })} onClick={() => read(entry.id)}>{entry.title}</button><span className="meta">{[placeName(entry.place), entry.date.value?.slice(0, 10)].filter((part) => part != null).join(' · ')}</span></p>
      {practices.map((tag) => <PracticeItem key={tag.id} id={entry.id} tag={tag} />)}
      {facts.map(({ list, fact }) => <FactItem key={fact.id} id={entry.id} list={list} fact={fact} />)}
    </div>
  )
}
