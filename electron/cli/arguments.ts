/** What may be typed. */
import { parseArgs } from 'node:util'
import { usage, type CommandLine } from './command.ts'
import { commands, isCommand } from './commands/index.ts'

const OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  'with-bundled': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  practice: { type: 'string' },
  place: { type: 'string' },
  units: { type: 'string' },
  rows: { type: 'string' },
  kind: { type: 'string' },
  limit: { type: 'string' },
  set: { type: 'string', multiple: true },
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  out: { type: 'string' },
  query: { type: 'string' },
  title: { type: 'string' },
  split: { type: 'boolean' },
  report: { type: 'string' },
  encoding: { type: 'string' },
  columns: { type: 'string' },
  'dry-run': { type: 'boolean' },
  plain: { type: 'boolean' },
  by: { type: 'string' },
  add: { type: 'string' },
  off: { type: 'string' },
  above: { type: 'string' },
  batch: { type: 'string' },
  not: { type: 'string', multiple: true },
  within: { type: 'string', multiple: true },
  facet: { type: 'string' },
  explain: { type: 'boolean' },
  all: { type: 'boolean' },
} as const
/** Every command takes these. */
const COMMON = ['library', 'json', 'help']
/** Those that open no library, or leave that to a window. */
const OPENS_NONE = ['segment', 'restore', 'serve']

/** Whether JSON was asked for, told even when the rest is not understood: errors are JSON then too. */
export const wantsJson = (given: readonly string[]): boolean => given.slice(0, given.includes('--') ? given.indexOf('--') : undefined).includes('--json')

/** Throws USAGE with a sentence that says what was not understood. */
export function parse(given: readonly string[]): CommandLine {
  const { values, positionals } = read(given)
  const [name, ...rest] = positionals
  if (values.help === true || name === 'help') return { command: 'help', values, rest: name === 'help' ? rest : positionals }
  if (name === undefined) throw usage('没有写命令')
  if (!isCommand(name)) throw usage(`没有“${name}”这个命令`)
  const { typed, options, least, most } = commands[name]
  for (const option of Object.keys(values)) if (!COMMON.includes(option) && !options.includes(option) && !(option === 'with-bundled' && !OPENS_NONE.includes(name))) throw usage(`命令 ${name} 没有选项 --${option}`)
  if (rest.length < least) throw usage(`命令 ${name} 缺少参数，应写成：${typed}`)
  if (rest.length > most) throw usage(`命令 ${name} 的参数太多，应写成：${typed}`)
  return { command: name, values, rest }
}

function read(given: readonly string[]): { readonly values: CommandLine['values']; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...given], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const word = error instanceof Error ? /'([^']+)'/.exec(error.message)?.[1] : undefined
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    throw usage(missing ? `选项 ${word ?? ''} 的值不对` : `没有选项 ${word ?? ''}；以“-”开头的文字请写在“--”之后`)
  }
}
