/** The stretch of the original that an article was made of, every mark of cleaning on it ready to be asked. */
import { memo, useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotedRun } from './excerpt.ts'
import { NoticeMark, type MarkActions } from './NoticeMark.tsx'

export const OriginalSide = memo(function OriginalSide({ runs, pane, cut, onSwitch, onShow }: MarkActions & {
  readonly runs: readonly NotedRun[]
  readonly pane: RefObject<HTMLDivElement | null>
  /** Whether the original goes on before and behind what is shown. */
  readonly cut: { readonly before: boolean; readonly behind: boolean }
}) {
  const { t } = useTranslation()
  const begins = runs.find(({ tone }) => tone !== 'outside')?.start
  useEffect(() => {
    pane.current?.querySelector('[data-begins]')?.scrollIntoView({ block: 'start' })
  }, [begins, pane])
  const firstNotice = runs.find(({ notice }) => notice !== null)
  return (
    <div className="original-text review-original" ref={pane} tabIndex={0} role="region" aria-label={t('import.original')} data-marks>
      {cut.before && <p className="original-cut" aria-hidden>⋯</p>}
      {runs.map((run) => (
        <span key={run.start} data-raw={run.start} {...(run.start === begins ? { 'data-begins': true } : {})}>
          {run.notice === null
            ? run.tone === 'kept' ? run.text : <span className={`fate fate-${run.tone}`}>{run.text}</span>
            : <NoticeMark notices={[run.notice]} first={run === firstNotice} empty={false} onSwitch={onSwitch} onShow={onShow}>{run.text}</NoticeMark>}
        </span>
      ))}
      {cut.behind && <p className="original-cut" aria-hidden>⋯</p>}
    </div>
  )
})
