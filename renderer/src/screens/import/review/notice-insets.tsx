/** What cleaning did, as marks in the clean body: repairs and doubts over their words, removals and moves where something was taken. */
import type { Notice, Paragraph } from '../../../../../electron/contract/entry.ts'
import type { Inset } from '../../library/reader/body/block.ts'
import { marksOf } from './marks.ts'
import { NoticeMark, type MarkActions } from './NoticeMark.tsx'

export const noticeInsets = (paragraphs: readonly Paragraph[], notices: readonly Notice[], actions: MarkActions): readonly Inset[] =>
  marksOf(paragraphs, notices).map(({ key, start, end, notices: own }, n) => ({
    key: `${key}-${own.map(({ applied }) => String(applied)).join('')}`,
    start,
    end,
    draw: (text) => <NoticeMark notices={own} first={n === 0} empty={start === end} {...actions}>{text}</NoticeMark>,
  }))
