import { EXIT, RestoreOutput } from '../../contract/cli.ts'
import { restoreBackup } from '../../core/library/index.ts'
import type { Command } from '../command.ts'

export const restore: Command = {
  typed: 'restore 备份文件 空文件夹',
  does: '从备份恢复出一个资料库',
  options: [],
  least: 2,
  most: 2,
  output: RestoreOutput,
  run: async ({ line, path }) => {
    const [file = '', folder = ''] = line.rest.map(path)
    const value = await restoreBackup(file, folder)
    return { value, exit: EXIT.done, text: `已恢复到 ${value.folder}（原件 ${value.originals} 份）` }
  },
}
