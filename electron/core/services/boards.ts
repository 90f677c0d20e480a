import { type Board, BoardId, type boardMethods } from '../../contract/comparing.ts'
import { Refusal } from '../../contract/errors.ts'
import { distinct } from '../comparing/index.ts'
import type { Context, Service } from './context.ts'

/** Saved boards. What a unit stands for is looked up when a board is shown, so a board outlives its entries. */
export function boardsService({ library, practices }: Context): Service<keyof typeof boardMethods> {
  const { clock, connection, reads, writes } = library
  const stored = (id: BoardId): Board => {
    const board = reads.boards.get(id)
    if (board === null) throw new Refusal('NO_SUCH_BOARD', { id })
    return board
  }
  /** Its rows as the taxonomy names them today; what is stored stays, for a merge may be taken back. */
  const today = (board: Board): Board => ({ ...board, rows: board.rows && [...new Set(board.rows.map(practices.current))] })
  const put = (board: Board): Board => {
    writes.boards.put(board)
    return board
  }
  return {
    'boards.list': () => reads.boards.all().map(today),
    'boards.save': ({ id, title, units, rows }) =>
      connection.write(() => {
        const at = clock.at()
        const changed = { title, units: [...distinct(units)], rows: rows && [...new Set(rows)], updatedAt: at, damaged: false }
        return put(id === null ? { id: BoardId.parse(clock.id()), createdAt: at, ...changed } : { ...stored(id), ...changed })
      }),
    'boards.remove': ({ id }) =>
      connection.write(() => {
        const board = stored(id)
        writes.boards.drop(id)
        return { board }
      }),
    'boards.restore': ({ board }) => connection.write(() => reads.boards.get(board.id) ?? put(board)),
  }
}
