import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import { BackupOutput, EXIT } from '../../contract/cli.ts'
import { Grant } from '../../contract/library.ts'
import type { Command } from '../command.ts'

export const backup: Command = {
  typed: 'backup 文件',
  does: '把整个资料库连同原件写成一个文件，并逐项校验',
  options: [],
  least: 1,
  most: 1,
  output: BackupOutput,
  run: async ({ line, path, session: open }) => {
    const session = await open()
    const file = path(line.rest[0] ?? '')
    const to = Grant.parse(randomUUID())
    const value = await session.call('library.backup', { to }, new Map([[to, { path: file, name: basename(file), folder: false, temporary: false }]]))
    return { value, exit: EXIT.done, text: `已备份并校验：${value.file}（${(value.bytes / 1048576).toFixed(1)} MB）` }
  },
}
