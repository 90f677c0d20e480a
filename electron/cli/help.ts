import { commands, isCommand } from './commands/index.ts'
import { pad, width } from './width.ts'

/** Everything, or one command. */
export function helpText(name: string | undefined): string {
  const shown = name !== undefined && isCommand(name) ? [commands[name]] : Object.values(commands)
  const widest = Math.max(...shown.map(({ typed }) => width(typed)))
  return `善治案例库 · 命令行

用法：npm run --silent cli -- 命令 [参数] [--library 文件夹] [--json] [--with-bundled]

${shown.map(({ typed, does }) => `  ${pad(typed, widest)}  ${does}`).join('\n')}

  --library 文件夹   使用这个资料库；省略时使用窗口打开的那个
  --with-bundled     放入内置摘要（五地的自写摘要，非原文）；删除过的不再放入
  --json             输出 JSON；出错时错误也是 JSON，写在标准错误里

退出码：0 完成（没有找到也算完成），1 失败，2 部分失败，64 命令写得不对
仅限处理非涉密资料。
`
}
