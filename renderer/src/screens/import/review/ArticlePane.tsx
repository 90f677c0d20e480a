/** One article under review: its original beside the result, with every mark of cleaning on both sides, its fields, and what speaks against it. */
import { Segmented, Spin } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Notice } from '../../../../../electron/contract/entry.ts'
import type { OriginalView } from '../../../../../electron/contract/library.ts'
import { useTaxonomy } from '../../../app/use-taxonomy.ts'
import { encodingName } from '../../../parts/encoding-name.ts'
import { PracticeTag } from '../../../parts/PracticeTag.tsx'
import { Body } from '../../library/reader/body/Body.tsx'
import { NoticePanel } from '../../library/reader/NoticePanel.tsx'
import { arrange } from '../../library/reader/practices/arrange.ts'
import { SURE } from './Confidence.tsx'
import { around, excerptOf } from './excerpt.ts'
import { Fields } from './fields/Fields.tsx'
import { rawAt } from './follow.ts'
import { noticeInsets } from './notice-insets.tsx'
import type { MarkActions } from './NoticeMark.tsx'
import { OriginalSide } from './OriginalSide.tsx'
import { scrollToRaw, topOf } from './scrolling.ts'
import type { Judging } from './use-judging.ts'

const NO_MARKS: readonly never[] = []

export function ArticlePane({ entry, original, judging, offers, begins, fieldsAsked, onLeaveFields }: {
  readonly entry: Entry
  /** null while it is not here yet. */
  readonly original: OriginalView | null
  readonly judging: Judging
  readonly offers: ReactNode
  /** What is said above already of where the article begins; null when nothing is. */
  readonly begins: string | null
  /** How often the fields were asked for by key; each time the focus goes to them. */
  readonly fieldsAsked: number
  readonly onLeaveFields: () => void
}) {
  const { t } = useTranslation()
  const taxonomy = useTaxonomy()
  const [tab, setTab] = useState<'result' | 'notices'>('result')
  const [side, setSide] = useState<'original' | 'result'>('result')
  const result = useRef<HTMLDivElement>(null)
  const source = useRef<HTMLDivElement>(null)
  const waiting = useRef(0)
  const runs = useMemo(() => (original === null ? [] : excerptOf(original, entry)), [original, entry])
  const cut = useMemo(() => {
    if (original === null) return { before: false, behind: false }
    const [from, to] = around(original.text, original.range.start, original.range.end)
    return { before: from > 0, behind: to < original.text.length }
  }, [original])

  useEffect(() => {
    setTab('result')
    result.current?.scrollTo({ top: 0 })
  }, [entry.id])

  useEffect(() => {
    if (fieldsAsked === 0) return
    setSide('result')
    setTab('result')
    requestAnimationFrame(() => result.current?.querySelector<HTMLElement>('[data-field][tabindex="0"]')?.focus())
  }, [fieldsAsked])

  const find = useCallback((pane: HTMLElement | null, notice: Notice): void => {
    const mark = pane?.querySelector<HTMLElement>(`[data-notice~="${notice.id}"]`)
    mark?.scrollIntoView({ block: 'center' })
    mark?.focus({ preventScroll: true })
  }, [])
  const { switchNotice } = judging
  const latest = useRef(switchNotice)
  useEffect(() => { latest.current = switchNotice })
  const actions = useMemo((): { readonly result: MarkActions; readonly original: MarkActions } => {
    const onSwitch = (notice: Notice): void => latest.current(entry.id, notice)
    return {
      result: { onSwitch, onShow: (notice) => { setSide('original'); requestAnimationFrame(() => find(source.current, notice)) } },
      original: { onSwitch, onShow: (notice) => { setSide('result'); setTab('result'); requestAnimationFrame(() => find(result.current, notice)) } },
    }
  }, [entry.id, find])
  const insets = useMemo(() => noticeInsets(entry.paragraphs, entry.notices, actions.result), [entry.paragraphs, entry.notices, actions])

  const follow = (): void => {
    cancelAnimationFrame(waiting.current)
    waiting.current = requestAnimationFrame(() => {
      if (result.current === null || source.current === null || original === null) return
      const at = topOf(result.current)
      const raw = at === null || result.current.scrollTop === 0 ? original.range.start : rawAt(original.segments, at)
      if (raw !== null) scrollToRaw(source.current, raw)
    })
  }
  const showSpan = ({ start }: { readonly start: number }): void => {
    setTab('result')
    requestAnimationFrame(() => {
      const blocks = [...(result.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
      blocks.findLast((block) => Number(block.dataset['start']) <= start)?.scrollIntoView({ block: 'center' })
    })
  }
  const { groups } = arrange(entry.practices)
  const doubts = entry.confidenceReasons.filter((reason) => begins === null || !reason.includes(begins))
  return (
    <div className={`review-split showing-${side}`}>
      <Segmented className="review-sides" size="small" aria-label={t('review.side')} value={side} options={[{ value: 'original', label: t('import.original') }, { value: 'result', label: t('review.result') }]} onChange={setSide} />
      <section className="review-source" aria-label={t('review.source')} data-pane>
        <header className="review-bar">
          <h3>{t('import.original')}</h3>
          {original !== null && original.encoding !== null && <span className="meta">{encodingName(original.encoding)}</span>}
          <span className="legend">{(['moved', 'dropped', 'repaired'] as const).map((fate) => <span key={fate} className={`fate fate-${fate}`}>{t(`import.fate.${fate}`)}</span>)}</span>
        </header>
        {original === null ? <div className="opening"><Spin /></div> : <OriginalSide runs={runs} pane={source} cut={cut} {...actions.original} />}
      </section>
      <section className="review-result" aria-label={t('review.result')} data-pane>
        <header className="review-bar">
          <h3>{t('review.result')}</h3>
          <span className="spacer" />
          <Segmented size="small" aria-label={t('review.view')} value={tab} options={[{ value: 'result', label: t('review.text') }, { value: 'notices', label: t('reader.noticesCount', { count: entry.notices.length }) }]} onChange={setTab} />
        </header>
        <div className="review-text-pane" ref={result} tabIndex={0} role="region" aria-label={t('review.result')} data-marks onScroll={follow}>
          {tab === 'notices' ? <NoticePanel entry={entry} onShow={showSpan} /> : (
            <>
              {offers}
              {entry.confidence < SURE && doubts.length > 0 && <div className="warning-box"><strong>{t('review.doubts')}</strong><ul className="plain-list">{doubts.map((reason) => <li key={reason}>{reason}</li>)}</ul></div>}
              <Fields key={entry.id} entry={entry} onChange={(change, field) => judging.change(entry, change, field)} onLeave={onLeaveFields} />
              <p className="kind-line">{entry.kindReason}</p>
              <div className="review-practices">
                {groups.length === 0 ? <span className="meta">{t('review.noPractices')}</span> : groups.map(({ tag: { id, strength, state }, subs }) => (
                  <span key={id} className="review-practice">
                    <PracticeTag id={id} label={taxonomy.label(id)} strength={strength} state={state} />
                    {subs.length > 0 && <span className="more-practices" title={subs.map((sub) => taxonomy.label(sub.id)).join(' · ')}>{t('library.morePractices', { count: subs.length })}</span>}
                  </span>
                ))}
              </div>
              <Body entry={entry} marks={NO_MARKS} first={0} current={null} spotlight={null} insets={insets} />
            </>
          )}
        </div>
      </section>
    </div>
  )
}
