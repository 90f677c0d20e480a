import { EXIT, RemoveOutput } from '../../contract/cli.ts'
import type { Command } from '../command.ts'
import { presentIds } from './show.ts'

export const remove: Command = {
  typed: 'remove 编号...',
  does: '移入回收站（可在窗口里恢复）',
  options: [],
  least: 1,
  most: Infinity,
  output: RemoveOutput,
  run: async ({ line, session: open }) => {
    const session = await open()
    const ids = await presentIds(session, line.rest)
    const { removed, undo } = await session.call('entries.remove', { ids })
    return { value: { removed: ids, undo }, exit: EXIT.done, text: `已移入回收站 ${removed} 条` }
  },
}
