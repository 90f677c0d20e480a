import { EXIT, ReindexOutput } from '../../contract/cli.ts'
import type { Command } from '../command.ts'

export const reindex: Command = {
  typed: 'reindex',
  does: '重建搜索索引',
  options: [],
  least: 0,
  most: 0,
  output: ReindexOutput,
  run: async ({ session: open, progress }) => {
    const session = await open()
    session.on('index.state', ({ done, total }) => progress.show(done, total, '重建索引'))
    const value = await session.call('library.reindex', {})
    return { value, exit: EXIT.done, text: `已重建索引：${value.entries} 条，用时 ${(value.tookMs / 1000).toFixed(1)} 秒` }
  },
}
