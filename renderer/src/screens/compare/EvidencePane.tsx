/** What one cell rests on: every text behind it, its sentences, and why others give no verdict. A sentence leads to the reader. */
import { CheckOutlined, CloseOutlined, CopyOutlined, ReadOutlined, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellEntry } from '../../../../electron/contract/comparing.ts'
import type { EntryId, EntrySummary, Span } from '../../../../electron/contract/entry.ts'
import type { Evidence } from '../../../../electron/contract/practice-tag.ts'
import { guarded } from '../../app/keyboard.ts'
import { useSigner } from '../../app/deciding.tsx'
import { Badge } from '../../parts/Badge.tsx'
import { marked } from '../../parts/marked.tsx'
import { placeName } from '../../parts/place-name.ts'
import { CellState } from './CellState.tsx'
import type { CellView } from './hooks.tsx'

export type Verdict = 'confirmed' | 'rejected' | null

interface EvidencePaneProps {
  readonly view: CellView
  readonly practice: string
  readonly column: string
  readonly onRead: (id: EntryId, span: Span | null) => void
  readonly onCopy: (id: EntryId, passage: string) => void
  readonly onDecide: (entry: EntrySummary, verdict: Verdict) => void
  readonly onClose: () => void
}

export function EvidencePane({ view: { cell, entries }, practice, column, onRead, onCopy, onDecide, onClose }: EvidencePaneProps) {
  const { t } = useTranslation()
  const pane = useRef<HTMLElement>(null)
  const found = entries.filter(({ tag, unchecked }) => tag !== null && tag.state !== 'rejected' && unchecked !== 'bundled')
  const silent = entries.filter(({ tag, unchecked }) => (tag === null || tag.state === 'rejected') && unchecked === null)
  const without = entries.filter((one) => !found.includes(one) && !silent.includes(one))
  // Another cell begins at its top; the focus stays where it is, so that one can go on along the grid.
  useEffect(() => { pane.current?.scrollTo({ top: 0 }) }, [cell.row, cell.column])
  return (
    <aside className="evidence-pane" ref={pane} data-pane tabIndex={0} aria-label={t('compare.evidenceOf', { practice, column })} onKeyDown={guarded((event) => { if (event.key === 'Escape') onClose() })}>
      <header className="evidence-head">
        <div>
          <h2>{practice}</h2>
          <p className="meta">{column}</p>
          <CellState state={cell.state} confirmed={cell.confirmed} />
        </div>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('compare.closeEvidence')} onClick={onClose} />
      </header>
      <p className="evidence-why">{t(`compare.why.${cell.state}`)}</p>
      {found.map((one) => <Found key={one.entry.id} one={one} onRead={onRead} onCopy={onCopy} onDecide={onDecide} />)}
      {silent.length > 0 && (
        <section aria-label={t('compare.silent')}>
          <h3>{t('compare.silentCount', { count: silent.length })}</h3>
          <ul>
            {silent.map(({ entry, tag }) => (
              <li key={entry.id} className="evidence-silent">
                <EntryLine entry={entry} onRead={onRead} />
                {tag?.state === 'rejected'
                  ? <span className="evidence-done"><Badge tone="quiet">{t('compare.confirmed')}</Badge> <Button type="link" size="small" onClick={() => onDecide(entry, null)}>{t('compare.takeBack')}</Button></span>
                  : <Button size="small" icon={<CheckOutlined aria-hidden />} onClick={() => onDecide(entry, 'rejected')}>{t('compare.confirmSilent')}</Button>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {without.length > 0 && (
        <section aria-label={t('compare.without')}>
          <h3>{t('compare.withoutCount', { count: without.length })}</h3>
          <ul>
            {without.map(({ entry, unchecked }) => (
              <li key={entry.id} className="evidence-silent">
                <EntryLine entry={entry} onRead={onRead} />
                {unchecked !== null && <Badge tone="warning">{t(`compare.unchecked.${unchecked}`)}</Badge>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {entries.length === 0 && <p className="meta">{t('compare.nobody')}</p>}
    </aside>
  )
}

function EntryLine({ entry, onRead }: { readonly entry: EntrySummary; readonly onRead: EvidencePaneProps['onRead'] }) {
  const { t } = useTranslation()
  const facts = [placeName(entry.place), entry.media, entry.date.value?.slice(0, 10)].filter((fact) => fact != null)
  return (
    <div className="evidence-entry">
      <button type="button" className="evidence-title" onClick={() => onRead(entry.id, null)}>{entry.title}</button>
      <span className="meta">{facts.length === 0 ? t('common.none') : facts.join(' · ')}{entry.origin === 'bundled' ? ` · ${t('origin.bundled')}` : ''}</span>
    </div>
  )
}

function Found({ one: { entry, tag, unchecked }, onRead, onCopy, onDecide }: { readonly one: CellEntry } & Pick<EvidencePaneProps, 'onRead' | 'onCopy' | 'onDecide'>) {
  const { t } = useTranslation()
  const signer = useSigner()
  if (tag === null) return null
  // What a colleague has confirmed is not taken back but confirmed, too.
  const own = tag.state === 'confirmed' && (tag.decided === null || tag.decided.by === signer)
  const read = ({ start, end }: Evidence): void => onRead(entry.id, { start, end })
  return (
    <section className="evidence-found" aria-label={entry.title}>
      <EntryLine entry={entry} onRead={onRead} />
      <p className="evidence-badges">
        <Badge tone={tag.strength === 'mention' ? 'quiet' : 'info'}>{t(`practice.strength.${tag.strength}`)}</Badge>
        {unchecked !== null && <Badge tone="warning">{t(`compare.unchecked.${unchecked}`)}</Badge>}
        {tag.decided !== null && tag.state === 'confirmed' && <span className="meta">{t('compare.confirmedBy', { by: tag.decided.by })}</span>}
        {tag.differ && <Badge tone="warning">{t('judgement.differ')}</Badge>}
      </p>
      <ul>
        {tag.evidence.map((evidence) => (
          <li key={`${String(evidence.start)}-${evidence.passage ?? ''}`} className="evidence-sentence">
            <button type="button" onClick={() => read(evidence)}>{marked(evidence.text, evidence.marks.map(({ start, end }) => [start, end]), evidence.start)}</button>
            <span className="evidence-tools">
              <Button type="link" size="small" icon={<ReadOutlined aria-hidden />} onClick={() => read(evidence)}>{t('compare.inText')}</Button>
              <Button type="link" size="small" icon={<CopyOutlined aria-hidden />} onClick={() => onCopy(entry.id, evidence.text)}>{t('compare.copy')}</Button>
            </span>
          </li>
        ))}
        {tag.inTitle.map((evidence) => <li key={`title-${String(evidence.start)}`} className="evidence-sentence"><span className="meta">{t('compare.inTitle')}</span> {marked(evidence.text, evidence.marks.map(({ start, end }) => [start, end]), evidence.start)}</li>)}
      </ul>
      <p className="evidence-judge">
        {own
          ? <Button size="small" onClick={() => onDecide(entry, null)}>{t('compare.takeBack')}</Button>
          : <Button size="small" icon={<CheckOutlined aria-hidden />} onClick={() => onDecide(entry, 'confirmed')}>{t('compare.confirm')}</Button>}
        <Button size="small" icon={<StopOutlined aria-hidden />} onClick={() => onDecide(entry, 'rejected')}>{t('compare.reject')}</Button>
      </p>
    </section>
  )
}
