import { EXIT, PracticesOutput } from '../../contract/cli.ts'
import { loadTaxonomy } from '../../core/describing/practices/index.ts'
import type { Command } from '../command.ts'
import { table } from '../table.ts'

/** Needs no library: the practices come with the program. Of a library that is named, its own are told as well. */
export const practices: Command = {
  typed: 'practices',
  does: '列出全部做法与子做法：编号、名称、定义；写了 --library 时，连同在那里自建、改名的',
  options: [],
  least: 0,
  most: 0,
  output: PracticesOutput,
  run: async ({ line: { values }, parts, session: open }) => {
    const all = values.library === undefined ? loadTaxonomy(parts.content).practices : (await (await open()).call('practices.list', {})).practices
    const value: PracticesOutput = { practices: [...all] }
    const top = all.filter(({ parent }) => parent === null).length
    const rows = all.map(({ id, parent, label, zh, definition }) => [`${parent === null ? '' : '└ '}${label}`, id, `${zh === label ? '' : `${zh}：`}${definition}`])
    return { value, exit: EXIT.done, text: `${table(['做法', '编号', '定义'], rows, 100)}\n\n${top} 项做法，${all.length - top} 项子做法` }
  },
}
