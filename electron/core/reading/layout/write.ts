import type { Data } from 'mdast'
import type { Projection } from '../projection.ts'
import type { Placed } from './paragraphs.ts'

/** Lines become nodes of their own: cleaning joins those that their page broke. */
export function write(lines: readonly Placed[], projection: Projection): void {
  let goesOn = false
  for (const line of lines) {
    const data: Data = { page: line.page, ...(line.indented ? { indented: true } : {}), ...(line.wrapped ? { wrapped: true } : {}) }
    if (goesOn) projection.line(line.inlines, data)
    else projection.paragraph(line.inlines, data)
    goesOn = line.wrapped
  }
}
