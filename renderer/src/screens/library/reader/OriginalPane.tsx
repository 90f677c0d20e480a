/** The original as it was decoded, with this entry's part in it. */
import { Spin } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../../electron/contract/entry.ts'
import { CallFault } from '../../../api/index.ts'
import { useCall } from '../../../api/hooks.ts'
import { useSentence } from '../../../app/faults.ts'
import { focusOn } from '../../../app/focus.ts'
import { guarded } from '../../../app/keyboard.ts'
import { Notice } from '../../../app/Notice.tsx'
import { useView } from '../../../app/view.ts'
import { encodingName } from '../../../parts/encoding-name.ts'
import { OriginalText } from '../../../parts/OriginalText.tsx'
import { runsOfSegments } from '../../../parts/original-runs.ts'

const NO_TITLES: ReadonlyMap<number, string> = new Map()

export function OriginalPane({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  const say = useSentence()
  const toggle = useView((view) => view.toggleOriginal)
  const leave = (): void => focusOn('reader', toggle)
  const { data, error } = useCall('entries.original', { id: entry.id })
  const runs = useMemo(() => (data === undefined ? [] : runsOfSegments(data, entry.body, entry.notices)), [data, entry.body, entry.notices])
  const pane = useRef<HTMLElement>(null)
  const here = data !== undefined
  // Whoever was reading goes on reading here; whoever came from a button or the list stays there.
  useEffect(() => {
    const active = document.activeElement
    if (here && (active === null || active === document.body || active.matches('[data-reader]'))) pane.current?.querySelector<HTMLElement>('.original-text')?.focus()
  }, [here])
  if (error instanceof CallFault) return <Notice title={t('reader.failed')} text={say(error.fault)} />
  if (data === undefined) return <div className="opening"><Spin /></div>
  return (
    <section
      ref={pane}
      className="original-pane"
      aria-label={t('import.original')}
      data-pane
      onKeyDown={guarded((event) => { if (event.key === 'o' || event.key === 'Escape') { event.stopPropagation(); leave() } })}
    >
      <header className="original-head">
        <strong>{t('reader.originalOf', { file: data.file, encoding: data.encoding === null ? '' : encodingName(data.encoding) })}</strong>
        <span className="legend">
          {(['moved', 'dropped', 'repaired'] as const).map((fate) => <span key={fate} className={`fate fate-${fate}`}>{t(`import.fate.${fate}`)}</span>)}
          <span className="meta">{t('reader.originalHint')}</span>
        </span>
      </header>
      <OriginalText runs={runs} label={t('import.original')} titles={NO_TITLES} shown={null} />
    </section>
  )
}
