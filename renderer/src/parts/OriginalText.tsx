/** The decoded original with what happened to each stretch of it, and where each article of the file begins. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from './original-runs.ts'

export function OriginalText({ runs, label, titles, shown }: {
  readonly runs: readonly Run[]
  readonly label: string
  /** Titles by ordinal, when the file holds more than one article. */
  readonly titles: ReadonlyMap<number, string>
  /** The ordinal to scroll to; null scrolls to the first run that is not outside. */
  readonly shown: number | null
}) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = shown === null ? box.current?.querySelector('[data-inside]') : box.current?.querySelector(`[data-ordinal="${String(shown)}"]`)
    target?.scrollIntoView({ block: 'start' })
  }, [shown, runs])
  let ordinal: number | null = null
  let inside = false
  return (
    <div className="original-text" ref={box} tabIndex={0} role="region" aria-label={label}>
      {runs.map((run) => {
        const begins = run.ordinal !== null && run.ordinal !== ordinal && titles.size > 1
        if (run.ordinal !== null) ordinal = run.ordinal
        const first = !inside && run.tone !== 'outside'
        inside ||= first
        const tone = t(`import.fate.${run.tone === 'outside' ? 'kept' : run.tone}`)
        return (
          <span key={run.start} {...(first ? { 'data-inside': true } : {})}>
            {begins && <span className="article-line" data-ordinal={run.ordinal}>{t('import.articleLine', { ordinal: run.ordinal, title: titles.get(run.ordinal ?? 0) ?? '' })}</span>}
            {run.tone === 'kept' ? run.text : <span className={`fate fate-${run.tone}`} {...(run.tone === 'outside' ? {} : { title: run.rule === null ? tone : `${tone} · ${run.rule}` })}>{run.text}</span>}
          </span>
        )
      })}
    </div>
  )
}
