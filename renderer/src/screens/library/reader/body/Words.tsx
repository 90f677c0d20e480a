/** A stretch of a paragraph: its hits, what is lit up in it, and what is set into it. */
import { Fragment } from 'react'
import { lit } from '../../../../parts/marked.tsx'
import type { BlockProps } from './block.ts'
import { pieces } from './pieces.ts'

/** `start` is where `text` begins in the body. */
export function Words({ text, start, furnishing, marks, first, current, spot }: BlockProps & { readonly text: string; readonly start: number }) {
  if (furnishing.insets.length === 0) return lit(text, spot, marks, start, first, current)
  return pieces(text, start, furnishing.insets).map((piece) => {
    const plain = lit(piece.text, spot, marks, piece.start, first, current)
    return <Fragment key={piece.inset?.key ?? piece.start}>{piece.inset === null ? plain : piece.inset.draw(plain)}</Fragment>
  })
}
