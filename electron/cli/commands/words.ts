import { readFile } from 'node:fs/promises'
import { EXIT, WordsOutput } from '../../contract/cli.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Candidate, Word } from '../../contract/lexicon.ts'
import { usage, type Command, type CommandLine, type Outcome } from '../command.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { safe } from '../width.ts'

const PAGE = 500
const SOURCES = { builtin: '内置', user: '自己加的', mined: '从资料里收的' } as const

/** 词典: what follows `words` says what is to be done. */
export const words: Command = {
  typed: 'words list|add|remove|on|off|try|candidates|import|export …',
  does: '词典：list [文字] 列出；add 词… 添加；remove 词… 移出；off/on 词… 关掉或打开；try 句子 [--add 词,词] [--off 词,词] 看切分前后；candidates [--limit 个数] 从资料里找新词；import 文件 导入词表；export 输出词表',
  options: ['add', 'off', 'limit'],
  least: 1,
  most: Infinity,
  output: WordsOutput,
  run: async ({ line, session, path }) => {
    const [action = '', ...rest] = line.rest
    const act = ACTIONS[action]
    if (act === undefined) throw usage(`words 后面应是 ${Object.keys(ACTIONS).join('、')}，不能是“${action}”`)
    if (action !== 'try' && (line.values.add ?? line.values.off) !== undefined) throw usage('--add 和 --off 只用于 words try')
    if (!NEEDS_NOTHING.has(action) && rest.length === 0) throw usage(`words ${action} 后面要写${action === 'try' ? '句子' : action === 'import' ? '文件' : '词'}`)
    return act(await session(), action === 'import' ? rest.map(path) : rest, line)
  },
}

const NEEDS_NOTHING: ReadonlySet<string> = new Set(['list', 'candidates', 'export'])
/** The search for new words is asked so often how far it is. */
const ASKED_MS = 100

type Act = (session: Session, rest: readonly string[], line: CommandLine) => Promise<Outcome>

const ACTIONS: Readonly<Record<string, Act>> = {
  list: async (session, rest) => {
    const found: Word[] = []
    for (;;) {
      const page = await session.call('lexicon.words', { query: rest.join(' '), source: null, on: null, offset: found.length, limit: PAGE })
      found.push(...page.words)
      if (page.words.length === 0 || found.length >= page.total) return listed(found)
    }
  },
  add: async (session, rest) => changed(await session.call('lexicon.put', { words: rest.map((text) => ({ text })) }), '添加'),
  remove: async (session, rest) => changed(await session.call('lexicon.remove', { texts: [...rest] }), '移出'),
  on: async (session, rest) => changed(await session.call('lexicon.switch', { texts: [...rest], on: true }), '打开'),
  off: async (session, rest) => changed(await session.call('lexicon.switch', { texts: [...rest], on: false }), '关掉'),
  try: async (session, rest, { values }) => {
    const value = await session.call('lexicon.try', { text: rest.join(' '), draft: { add: listOf(values.add).map((text) => ({ text })), off: listOf(values.off) } })
    const line = (tokens: typeof value.before): string => tokens.map(({ text }) => safe(text)).join(' / ')
    return { value, exit: EXIT.done, text: `前：${line(value.before)}\n后：${line(value.after)}` }
  },
  candidates: async (session, _rest, { values }) => {
    const limit = values.limit === undefined ? 100 : Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw usage(`--limit 应是 1 到 1000 的整数，不能是“${values.limit ?? ''}”`)
    for (let { state } = await session.call('lexicon.mine', {}); state === 'running'; state = (await session.call('lexicon.state', {})).mining.state) await new Promise((resume) => { setTimeout(resume, ASKED_MS) })
    const candidates: Candidate[] = []
    for (let total = limit; candidates.length < Math.min(limit, total); ) {
      const page = await session.call('lexicon.candidates', { offset: candidates.length, limit: Math.min(100, limit - candidates.length) })
      if (page.candidates.length === 0) break
      candidates.push(...page.candidates)
      total = page.total
    }
    const rows = candidates.map(({ text, count, entries, examples }) => [text, String(count), String(entries), examples[0]?.text ?? ''])
    return { value: { total: candidates.length, candidates }, exit: EXIT.done, text: rows.length === 0 ? '没有找到新词。' : table(['新词', '次数', '篇数', '例句'], rows) }
  },
  import: async (session, [file = '']) => {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Refusal('NO_SUCH_FILE', { file })
    })
    const { words: added, off, groups, errors, undo } = await session.call('lexicon.import', { text, dry: false })
    const [first] = errors
    if (first !== undefined) throw new Refusal('MALFORMED', { file, line: String(first.line), reason: first.reason })
    return changed({ undo, count: added + off + groups }, '导入')
  },
  export: async (session) => {
    const value = await session.call('lexicon.text', {})
    return { value, exit: EXIT.done, text: value.text }
  },
}

const listOf = (typed: string | undefined): string[] => (typed ?? '').split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '')

function listed(all: readonly Word[]): Outcome {
  const rows = all.map(({ text, source, on, frequency, note }) => [text, SOURCES[source], on ? '' : '已关掉', frequency === null ? '—' : String(frequency), note])
  return { value: { total: all.length, words: all }, exit: EXIT.done, text: all.length === 0 ? '没有这样的词。' : `${table(['词', '来源', '状态', '词频', '备注'], rows)}\n\n${all.length} 个词` }
}

const changed = ({ undo, count }: { readonly undo: string; readonly count: number }, done: string): Outcome => ({ value: { changed: count, undo }, exit: EXIT.done, text: count === 0 ? '没有变化。' : `已${done} ${count} 项。` })
