/** Rows and cells of doc and RTF, as their marks come by; tables may stand in cells. */
import type { PaperBlock, PaperCell, PaperTable } from './paper.ts'

/** A row's cells: where each begins and ends across the page, in twentieths of a point, and whether it goes on from another. */
export interface RowShape {
  readonly edges: readonly number[]
  readonly goesOn: readonly boolean[]
}
interface RawCell {
  readonly blocks: readonly PaperBlock[]
}
interface Open {
  readonly rows: { readonly cells: readonly RawCell[]; readonly shape: RowShape | null }[]
  cells: RawCell[]
  blocks: PaperBlock[]
}

/** Edges nearer to each other than this are one: people draw lines by hand. */
const SAME_EDGE = 30

export class Tables {
  readonly blocks: PaperBlock[] = []
  private readonly open: Open[] = []

  /** What comes next stands in as many tables as `depth` says. */
  to(depth: number): void {
    while (this.open.length > depth) this.close()
    while (this.open.length < depth) this.open.push({ rows: [], cells: [], blocks: [] })
  }
  add(block: PaperBlock): void {
    const blocks = this.open.at(-1)?.blocks ?? this.blocks
    blocks.push(block)
  }
  endCell(): void {
    const table = this.open.at(-1)
    if (table === undefined) return
    table.cells.push({ blocks: table.blocks })
    table.blocks = []
  }
  endRow(shape: RowShape | null): void {
    const table = this.open.at(-1)
    if (table === undefined) return
    if (table.blocks.length > 0) this.endCell()
    table.rows.push({ cells: table.cells, shape })
    table.cells = []
  }
  done(): readonly PaperBlock[] {
    this.to(0)
    return this.blocks
  }

  private close(): void {
    const last = this.open.at(-1)
    if (last === undefined) return
    if (last.cells.length > 0 || last.blocks.length > 0) this.endRow(null)
    this.open.pop()
    if (last.rows.length > 0) this.add(laid(last))
  }
}

function laid({ rows }: Open): PaperTable {
  const edges: number[] = []
  for (const edge of rows.flatMap(({ shape }) => shape?.edges ?? []).sort((a, b) => a - b)) if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > SAME_EDGE) edges.push(edge)
  const column = (edge: number): number => edges.findLastIndex((one) => one <= edge + SAME_EDGE / 2)
  return {
    kind: 'table',
    rows: rows.map(({ cells, shape }) => cells.map((cell, i): PaperCell => {
      const [from, to] = [shape?.edges[i], shape?.edges[i + 1]]
      const columns = from === undefined || to === undefined ? 1 : Math.max(1, column(to) - column(from))
      return { columns, blocks: shape?.goesOn[i] === true ? [] : cell.blocks }
    })),
  }
}
