/** The clean body, paragraph by paragraph, with the hits and the place that was asked for. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry, Span } from '../../../../../../electron/contract/entry.ts'
import type { Mark } from '../../../../../../electron/contract/searching.ts'
import { together } from '../../../../parts/rows.ts'
import { useGrowing } from '../use-growing.ts'
import { Block } from './Block.tsx'
import { BARE, type BlockProps, type Inset } from './block.ts'
import { useFurnishing } from './insets.tsx'
import { PictureBlock } from './PictureBlock.tsx'
import { RowTable } from './RowTable.tsx'

export const Body = memo(function Body({ entry, marks, first, current, spotlight, insets }: {
  readonly entry: Entry
  readonly marks: readonly Mark[]
  /** The number of the first body hit among all hits of the entry. */
  readonly first: number
  readonly current: number | null
  readonly spotlight: Span | null
  /** Set into the text besides what is always there. */
  readonly insets?: readonly Inset[]
}) {
  const { t } = useTranslation()
  const hit = current !== null && current >= first ? (marks[current - first]?.[0] ?? 0) : 0
  const target = Math.max(hit, spotlight?.end ?? 0)
  const needed = target === 0 ? 0 : entry.paragraphs.findIndex(({ end }) => end >= target) + 1
  const shown = Math.max(useGrowing(entry.id, entry.paragraphs.length), needed)
  const furnishings = useFurnishing(entry, insets)
  const unplaced = entry.pictures.filter(({ at }) => at === null)
  let next = 0
  const blocks = entry.paragraphs.slice(0, shown).map((paragraph): BlockProps => {
    const from = next
    while (next < marks.length && (marks[next]?.[0] ?? 0) < paragraph.end) next++
    const holdsCurrent = current !== null && current >= first + from && current < first + next
    return {
      entry: entry.id,
      paragraph,
      furnishing: furnishings.get(paragraph.n) ?? BARE,
      marks: marks.slice(from, next),
      first: first + from,
      current: holdsCurrent ? current : null,
      spot: spotlight !== null && spotlight.start <= paragraph.end && spotlight.end >= paragraph.start ? spotlight : null,
    }
  })
  return (
    <>
      <div className="body">
        {together(blocks, ({ paragraph }) => paragraph.kind).map((group) => {
          const [block] = group
          if (block === undefined) return null
          return block.paragraph.kind === 'table' ? <RowTable key={block.paragraph.n} rows={group} /> : <Block key={block.paragraph.n} {...block} />
        })}
      </div>
      {unplaced.length > 0 && (
        <section className="unplaced" aria-label={t('reader.unplaced')}>
          <h2>{t('reader.unplaced')}</h2>
          {unplaced.map((picture) => <PictureBlock key={picture.id} entry={entry.id} picture={picture} begins={null} spotlight={false}>{picture.alt}</PictureBlock>)}
        </section>
      )}
    </>
  )
})
