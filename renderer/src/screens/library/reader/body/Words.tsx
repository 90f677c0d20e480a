/** A stretch of a paragraph: its hits, what is lit up in it, and the figures that open their source. */
import { Fragment } from 'react'
import { lit } from '../../../../parts/marked.tsx'
import { FigureMark } from '../summary/FigureMark.tsx'
import { pieces } from '../summary/pieces.ts'
import type { BlockProps } from './block.ts'

/** `start` is where `text` begins in the body. */
export function Words({ text, start, summary, figures, marks, first, current, spot }: BlockProps & { readonly text: string; readonly start: number }) {
  if (figures.length === 0) return lit(text, spot, marks, start, first, current)
  return pieces(text, start, figures).map((piece) => {
    const plain = lit(piece.text, spot, marks, piece.start, first, current)
    const citation = summary?.citations.find(({ id }) => id === piece.figure?.citation)
    if (piece.figure === null || citation === undefined) return <Fragment key={piece.start}>{plain}</Fragment>
    return <FigureMark key={piece.start} figure={piece.figure} citation={citation} first={piece.figure === summary?.figures[0]}>{plain}</FigureMark>
  })
}
