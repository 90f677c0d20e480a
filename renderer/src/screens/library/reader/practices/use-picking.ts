/** Choosing a passage by keyboard: sentence by sentence, without a mouse and without a cursor in the text. */
import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import { sentencesOf } from '../../../../parts/sentences.ts'

interface Picking {
  /** What is chosen so far; null while nobody chooses. */
  readonly span: Span | null
  /** Begins at `from`, else at the first sentence in sight. */
  readonly begin: (from: Span | null) => void
  /** Goes to another sentence, or lets the passage reach to it. */
  readonly step: (by: 1 | -1, further: boolean) => void
  readonly end: () => void
}

export function usePicking(entry: Entry | undefined, pane: RefObject<HTMLElement | null>): Picking {
  const [range, setRange] = useState<{ readonly first: number; readonly last: number } | null>(null)
  const paragraphs = entry?.paragraphs
  const sentences = useMemo(() => (range === null || paragraphs === undefined ? [] : sentencesOf(paragraphs)), [range, paragraphs])
  useEffect(() => setRange(null), [entry?.id, entry?.body])
  const [start, end] = range === null ? [undefined, undefined] : [sentences[range.first]?.start, sentences[range.last]?.end]
  const span = useMemo(() => (start === undefined || end === undefined ? null : { start, end }), [start, end])
  return {
    span,
    begin: (from) => {
      const all = paragraphs === undefined ? [] : sentencesOf(paragraphs)
      const target = from?.start ?? firstInSight(pane.current)
      const first = Math.max(0, all.findIndex((one) => one.end > target))
      setRange(all.length === 0 ? null : { first, last: first })
    },
    step: (by, further) => setRange((before) => {
      if (before === null) return null
      const last = Math.max(further ? before.first : 0, Math.min(sentences.length - 1, before.last + by))
      return { first: further ? before.first : last, last }
    }),
    end: () => setRange(null),
  }
}

/** Where the first block that is in sight begins in the body. */
function firstInSight(pane: HTMLElement | null): number {
  const top = pane?.getBoundingClientRect().top ?? 0
  const block = [...(pane?.querySelectorAll<HTMLElement>('[data-start]') ?? [])].find((one) => one.getBoundingClientRect().bottom > top)
  return Number(block?.dataset['start'] ?? 0)
}
