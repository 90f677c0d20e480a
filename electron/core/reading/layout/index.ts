/** The door of the layout: pages of runs in, text in reading order out. */
import type { Projection } from '../projection.ts'
import { line, type Line } from './block.ts'
import { columns } from './columns.ts'
import { withoutDoubles } from './doubles.ts'
import { lineUp, pieces } from './lines.ts'
import { paragraphs } from './paragraphs.ts'
import type { Sheet } from './run.ts'
import { turn } from './turn.ts'
import { write } from './write.ts'

export type { Run, Sheet } from './run.ts'

/** Writes the pages into `projection`. */
export function layOut(sheets: readonly Sheet[], projection: Projection): void {
  let column = 0
  const lines = sheets.flatMap((sheet) => turn(sheet).flatMap((flow) => columns(pieces(withoutDoubles(flow.runs))).flatMap((block): Line[] => {
    column++
    return lineUp(block).map((parts) => line(parts, sheet.page, column))
  })))
  write(paragraphs(lines.filter(({ text }) => text !== '')), projection)
}
