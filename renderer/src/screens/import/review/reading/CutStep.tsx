/** Where the articles of a file begin: by the rules, or as a person says; each change shows what would come of it. */
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Boundary } from '../../../../../../electron/contract/reviewing.ts'
import type { Preview } from '../../../../../../electron/contract/rereading.ts'
import { CUT_KEYS } from '../../../../app/shortcuts.ts'
import { CutList } from './CutList.tsx'
import { addAt, cutAt, cutsOf, join, moveTo, type Cuts } from './cuts.ts'
import { lineFrom, linesOf } from './lines.ts'

export function CutStep({ preview, offered, given, start, onChange }: {
  readonly preview: Preview
  /** Where the rules would let articles begin, when a person has said otherwise. */
  readonly offered: readonly Boundary[]
  /** What the person has said; null leaves it to the rules. */
  readonly given: Cuts | null
  /** Where in the original to begin looking. */
  readonly start: number
  readonly onChange: (cuts: Cuts | null) => void
}) {
  const { t } = useTranslation()
  const lines = useMemo(() => linesOf(preview.text), [preview.text])
  const cuts = useMemo(() => given ?? cutsOf(preview.articles.map(({ boundary }) => boundary.at)), [given, preview.articles])
  const [active, setActive] = useState(() => lineFrom(lines, start))
  const article = cutAt(cuts, lines, active)
  const titles = cuts.map((at) => preview.articles.find((one) => lineFrom(lines, one.boundary.at) === lineFrom(lines, at))?.title ?? '').map((title) => title || undefined)
  const add = (line: number): void => onChange(addAt(cuts, lines, line))
  const unite = (which: number): void => onChange(join(cuts, which))
  const move = (which: number, line: number): void => {
    const moved = moveTo(cuts, lines, which, line)
    if (moved === cuts) return
    onChange(moved)
    setActive(line)
  }
  const jump = (by: 1 | -1): void => {
    const places = cuts.map((at) => lineFrom(lines, at))
    const next = by === 1 ? places.find((line) => line > active) : places.findLast((line) => line < active)
    if (next !== undefined) setActive(next)
  }
  return (
    <>
      <div className="reading-tools" role="toolbar" aria-label={t('reading.cutTools')}>
        <Button size="small" disabled={article !== null} onClick={() => add(active)}>{t('reading.add')} <kbd aria-hidden>{CUT_KEYS.add}</kbd></Button>
        <Button size="small" disabled={article === null || article === 0} onClick={() => { if (article !== null) unite(article) }}>{t('reading.join')} <kbd aria-hidden>{CUT_KEYS.join}</kbd></Button>
        <Button size="small" disabled={article === null || article === 0} onClick={() => { if (article !== null) move(article, active - 1) }}>{t('reading.up')} <kbd aria-hidden>{CUT_KEYS.up}</kbd></Button>
        <Button size="small" disabled={article === null || article === 0} onClick={() => { if (article !== null) move(article, active + 1) }}>{t('reading.down')} <kbd aria-hidden>{CUT_KEYS.down}</kbd></Button>
        <span className="spacer" />
        <span className="cut-jumps">
          <Button size="small" type="text" onClick={() => jump(-1)}>{t('reading.previousCut')}</Button>
          <Button size="small" type="text" onClick={() => jump(1)}>{t('reading.nextCut')}</Button>
        </span>
        {given !== null && <Button size="small" onClick={() => onChange(null)}>{t('reading.byRules')}</Button>}
      </div>
      <CutList lines={lines} cuts={cuts} boundaries={[...preview.boundaries, ...offered]} titles={titles} active={Math.min(active, lines.length - 1)} onActive={setActive} onAdd={add} onJoin={unite} onMove={move} />
    </>
  )
}
