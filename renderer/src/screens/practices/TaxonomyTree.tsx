/** The taxonomy as a list one walks with arrows: practices open to their sub-practices; each with how many entries show it. */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice, PracticeId } from '../../../../electron/contract/practices.ts'
import { guarded } from '../../app/keyboard.ts'
import { practiceClass, topOf } from '../../app/practice-colours.ts'
import type { Taxonomy } from '../../app/taxonomy.ts'

interface Line {
  readonly practice: Practice
  readonly level: 1 | 2
  /** null where there is nothing to open. */
  readonly open: boolean | null
}

export function TaxonomyTree({ taxonomy, counts, chosen, onChoose }: { readonly taxonomy: Taxonomy; readonly counts: ReadonlyMap<string, number>; readonly chosen: PracticeId | null; readonly onChoose: (practice: PracticeId) => void }) {
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (chosen !== null) setOpened((before) => new Set(before).add(topOf(chosen)))
  }, [chosen])
  const lines = taxonomy.under(null).flatMap((practice): readonly Line[] => {
    const subs = taxonomy.under(practice.id)
    const open = opened.has(practice.id)
    return [{ practice, level: 1, open: subs.length === 0 ? null : open }, ...(open ? subs.map((sub): Line => ({ practice: sub, level: 2, open: null })) : [])]
  })
  const turn = (id: PracticeId, open: boolean): void => setOpened((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)))
  const focusLine = (id: PracticeId | undefined): void => {
    if (id !== undefined) tree.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)?.focus()
  }
  const press = guarded<HTMLDivElement>((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const here = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['line'] : undefined
    const at = lines.findIndex(({ practice }) => practice.id === here)
    const line = lines[at]
    if (line === undefined) return
    const { practice, open } = line
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusLine(lines[at + 1]?.practice.id), ArrowUp: () => focusLine(lines[at - 1]?.practice.id), Home: () => focusLine(lines[0]?.practice.id), End: () => focusLine(lines.at(-1)?.practice.id),
      ArrowRight: () => { if (open === false) turn(practice.id, true); else if (open === true) focusLine(lines[at + 1]?.practice.id) },
      ArrowLeft: () => { if (open === true) turn(practice.id, false); else if (practice.parent !== null) focusLine(practice.parent) },
      Enter: () => onChoose(practice.id), ' ': () => onChoose(practice.id),
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    step()
  })
  const entry = chosen ?? lines[0]?.practice.id
  return (
    <div className="taxonomy" role="tree" aria-label={t('practices.tree')} ref={tree} onKeyDown={press}>
      {lines.map(({ practice, level, open }) => {
        const count = counts.get(practice.id) ?? 0
        return (
          <div
            key={practice.id}
            role="treeitem"
            data-line={practice.id}
            aria-level={level}
            aria-selected={practice.id === chosen}
            {...(open === null ? {} : { 'aria-expanded': open })}
            tabIndex={practice.id === entry ? 0 : -1}
            className={`taxonomy-line level-${String(level)}${count === 0 ? ' no-case' : ''}`}
            onClick={() => onChoose(practice.id)}
          >
            <span className="taxonomy-toggle" onClick={(event) => { if (open !== null) { event.stopPropagation(); turn(practice.id, !open) } }}>{open === null ? null : open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}</span>
            {level === 1 && <span className={`practice-dot ${practiceClass(practice.id)}`} aria-hidden />}
            <span className="taxonomy-name" title={taxonomy.label(practice.id)}>{taxonomy.label(practice.id)}</span>
            <span className="facet-count" aria-hidden>{count}</span>
            <span className="unseen">{t('practices.entries', { count })}</span>
          </div>
        )
      })}
    </div>
  )
}
