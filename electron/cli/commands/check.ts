import { CheckOutput, EXIT } from '../../contract/cli.ts'
import { ready } from '../ready.ts'
import { table } from '../table.ts'
import type { Command } from '../command.ts'

const NAMES = { database: '数据库', 'foreign-keys': '引用', originals: '原件', index: '索引', spans: '位置标注' } as const

export const check: Command = {
  typed: 'check',
  does: '体检：数据库、原件、索引、位置标注是否完好',
  options: [],
  least: 0,
  most: 0,
  output: CheckOutput,
  run: async ({ session: open, progress }) => {
    const session = await open()
    await ready(session, progress)
    const value = await session.call('library.check', {})
    const rows = value.findings.map(({ check: name, ok, detail }) => [NAMES[name], ok ? '完好' : '有问题', detail])
    return { value, exit: value.ok ? EXIT.done : EXIT.failed, text: `${table(['项目', '结果', '说明'], rows, 100)}\n\n${value.ok ? '资料库完好' : '发现问题，请先备份，再按说明处理'}` }
  },
}
