/** The clean body, paragraph by paragraph, with the hits and the place that was asked for. */
import { Fragment, memo, type ReactNode } from 'react'
import type { Entry, Paragraph, Span } from '../../../../../electron/contract/entry.ts'
import type { Mark } from '../../../../../electron/contract/searching.ts'
import type { Figure, Summary } from '../../../../../electron/contract/summary.ts'
import { lit } from '../../../parts/marked.tsx'
import { FigureMark } from './summary/FigureMark.tsx'
import { pieces } from './summary/pieces.ts'
import { useGrowing } from './use-growing.ts'

export const Body = memo(function Body({ entry, marks, first, current, spotlight }: {
  readonly entry: Entry
  readonly marks: readonly Mark[]
  /** The number of the first body hit among all hits of the entry. */
  readonly first: number
  readonly current: number | null
  readonly spotlight: Span | null
}) {
  const hit = current !== null && current >= first ? (marks[current - first]?.[0] ?? 0) : 0
  const target = Math.max(hit, spotlight?.end ?? 0)
  const needed = target === 0 ? 0 : entry.paragraphs.findIndex(({ end }) => end >= target) + 1
  const shown = Math.max(useGrowing(entry.id, entry.paragraphs.length), needed)
  const { summary } = entry
  let next = 0
  return (
    <div className="body">
      {entry.paragraphs.slice(0, shown).map((paragraph) => {
        const from = next
        while (next < marks.length && (marks[next]?.[0] ?? 0) < paragraph.end) next++
        const own = marks.slice(from, next)
        const spot = spotlight !== null && spotlight.start <= paragraph.end && spotlight.end >= paragraph.start ? spotlight : null
        const holdsCurrent = current !== null && current >= first + from && current < first + next
        const figures = summary === null ? NO_FIGURES : summary.figures.filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end)
        return <Block key={paragraph.n} paragraph={paragraph} summary={summary} figures={figures} marks={own} first={first + from} current={holdsCurrent ? current : null} spot={spot} />
      })}
    </div>
  )
})

const NO_FIGURES: readonly Figure[] = []

interface BlockProps {
  readonly paragraph: Paragraph
  readonly summary: Summary | null
  /** Those that stand in this paragraph. */
  readonly figures: readonly Figure[]
  readonly marks: readonly Mark[]
  readonly first: number
  readonly current: number | null
  /** Set when it touches this paragraph. */
  readonly spot: Span | null
}

const Block = memo(function Block({ paragraph, summary, figures, marks, first, current, spot }: BlockProps) {
  // A selection in the page finds its place in the body by where a block begins.
  const begins = paragraph.start
  const plain = (text: string, start: number): ReactNode => lit(text, spot, marks, start, first, current)
  const text: ReactNode = figures.length === 0 ? plain(paragraph.text, paragraph.start) : pieces(paragraph.text, paragraph.start, figures).map(({ start, text: piece, figure }) => {
    const citation = summary?.citations.find(({ id }) => id === figure?.citation)
    if (figure === null || citation === undefined) return <Fragment key={start}>{plain(piece, start)}</Fragment>
    return <FigureMark key={start} figure={figure} citation={citation} first={figure === summary?.figures[0]}>{plain(piece, start)}</FigureMark>
  })
  const classes = `${paragraph.kind}${spot === null ? '' : ' spotlight'}`
  switch (paragraph.kind) {
    case 'heading':
      return paragraph.level !== null && paragraph.level > 2 ? <h3 className={classes} data-start={begins}>{text}</h3> : <h2 className={classes} data-start={begins}>{text}</h2>
    case 'quote':
      return <blockquote className={classes} data-start={begins}>{text}</blockquote>
    case 'table':
    case 'code':
      return <pre className={classes} data-start={begins}>{text}</pre>
    case 'list':
    case 'picture':
    case 'note':
    case 'paragraph':
      return <p className={classes} data-start={begins}>{text}</p>
  }
}, (a, b) => a.paragraph === b.paragraph && a.summary === b.summary && a.first === b.first && a.current === b.current && a.spot === b.spot && a.marks.length === b.marks.length && a.marks.every((mark, index) => mark[0] === b.marks[index]?.[0] && mark[1] === b.marks[index][1]))
