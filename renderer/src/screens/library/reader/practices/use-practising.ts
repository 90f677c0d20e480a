/** Practices while one reads: which sentence is lit up, stepping through them, and choosing a passage to mark. */
import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import type { Label } from '../../../../../../electron/contract/labels.ts'
import type { PracticeId } from '../../../../../../electron/contract/practice-tag.ts'
import { usePassages } from '../../../../app/deciding.tsx'
import { freshLabel, useLabelling, useLabels } from '../../../../app/labels.ts'
import { useViewOf } from '../../../../app/view.ts'
import { useInSight, useSpot } from '../use-spotlight.ts'
import { nextStep, stepsOf, type Step } from './arrange.ts'
import type { Asked } from './Panel.tsx'
import { selectedSpan } from './passage.ts'
import { usePicking } from './use-picking.ts'

export interface Practising {
  /** What is lit up in the text. */
  readonly span: Span | null
  /** What is lit up in the title. */
  readonly inTitle: Span | null
  readonly steps: readonly Step[]
  /** Which of them is lit up; null for none. */
  readonly at: number | null
  readonly go: (by: 1 | -1) => void
  readonly asked: Asked | null
  /** Opens the panel at a tag. */
  readonly ask: (practice: PracticeId) => void
  readonly picking: boolean
  /** The passage a practice is chosen for. */
  readonly marking: Span | null
  /** Marks a passage; without one what is selected, and where nothing is, lets a person pick sentences. */
  readonly mark: (span?: Span) => void
  readonly selected: () => Span | null
  readonly choose: (practice: PracticeId) => void
  readonly chooseLabel: (label: Label) => void
  /** Makes a label of this name first. */
  readonly chooseNewLabel: (name: string) => void
  readonly leave: () => void
  /** What a key does while sentences are picked; null when it is not ours. */
  readonly keyOf: (key: string, shift: boolean) => (() => void) | null
}

export function usePractising(entry: Entry | undefined, pane: RefObject<HTMLElement | null>): Practising {
  const { spot, panel, readAt, togglePanel } = useViewOf('spot', 'panel', 'readAt', 'togglePanel')
  const passages = usePassages()
  const labelling = useLabelling()
  const labels = useLabels()
  const picking = usePicking(entry, pane)
  const [panelAt, setPanelAt] = useState<Asked | null>(null)
  const [marking, setMarking] = useState<Span | null>(null)
  const steps = useMemo(() => stepsOf(entry?.practices ?? []), [entry?.practices])
  const asked = useSpot(spot, entry)
  const lit = asked?.part === 'body' ? asked.span : null
  const inTitle = asked?.part === 'title' ? asked.span : null
  const span = picking.span ?? lit
  useInSight(span ?? inTitle, pane)
  useEffect(() => {
    setPanelAt(null)
    setMarking(null)
  }, [entry?.id])
  const here = lit === null ? -1 : steps.findIndex(({ start, end }) => start === lit.start && end === lit.end)
  const selected = (): Span | null => selectedSpan(pane.current?.querySelector('.body') ?? null, entry?.body ?? '', getSelection())
  const ask = (practice: PracticeId): void => {
    if (panel !== 'practices') togglePanel('practices')
    setPanelAt({ practice })
  }
  const add = async (practice: PracticeId, chosen: Span): Promise<void> => {
    if (entry === undefined || !(await passages.add(entry, practice, chosen))) return
    getSelection()?.removeAllRanges()
    picking.end()
    readAt(entry.id, chosen)
    ask(practice)
  }
  const give = async (label: Pick<Label, 'id' | 'name'> | null, chosen: Span): Promise<void> => {
    if (entry === undefined || label === null || !(await labelling.give(entry, label, chosen))) return
    getSelection()?.removeAllRanges()
    picking.end()
    readAt(entry.id, chosen)
  }
  /** What was to be marked, asked for once. */
  const marked = (then: (chosen: Span) => Promise<void>): void => {
    const chosen = marking
    setMarking(null)
    if (chosen !== null) void then(chosen)
  }
  return {
    span,
    steps,
    at: here < 0 ? null : here,
    go: (by) => {
      const step = nextStep(steps, lit, by)
      if (step !== undefined && entry !== undefined) readAt(entry.id, step)
    },
    inTitle,
    asked: panelAt,
    ask,
    picking: picking.span !== null,
    marking,
    mark: (chosen = selected() ?? undefined) => {
      if (chosen !== undefined) setMarking(chosen)
      else picking.begin(lit)
    },
    selected,
    choose: (practice) => marked((chosen) => add(practice, chosen)),
    chooseLabel: (label) => marked((chosen) => give(label, chosen)),
    chooseNewLabel: (name) => marked(async (chosen) => give(await labelling.put(null, freshLabel(name, labels.all.length)), chosen)),
    leave: () => setMarking(null),
    keyOf: (key, shift) => {
      const keys: Readonly<Record<string, () => void>> = {
        ArrowDown: () => picking.step(1, shift), ArrowUp: () => picking.step(-1, shift),
        Enter: () => setMarking(picking.span), Escape: picking.end,
      }
      return picking.span === null ? null : (keys[key] ?? null)
    },
  }
}
