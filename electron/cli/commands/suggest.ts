import { EXIT, SuggestOutput } from '../../contract/cli.ts'
import type { Suggestion } from '../../contract/searching.ts'
import type { Command } from '../command.ts'
import { ready } from '../ready.ts'
import { table } from '../table.ts'
import { limitOf } from './similar.ts'

const FROM: Readonly<Record<Suggestion['from'], string>> = { title: '标题', dictionary: '词典', keyword: '关键词', practice: '做法', label: '标签', place: '地区', name: '名称', recent: '最近搜索' }

export const suggest: Command = {
  typed: 'suggest 文字 [--limit 条数]',
  does: '按文字、拼音或首字母给出搜索建议',
  options: ['limit'],
  least: 1,
  most: Infinity,
  output: SuggestOutput,
  run: async ({ line: { values, rest }, session: open, progress }) => {
    const limit = limitOf(values.limit, 8)
    const session = await open()
    await ready(session, progress)
    await session.call('search.learned', {})
    const value: SuggestOutput = { suggestions: await session.call('search.suggest', { text: rest.join(' '), limit }) }
    return { value, exit: EXIT.done, text: value.suggestions.length === 0 ? '没有建议。' : table(['建议', '来自', '查询'], value.suggestions.map(({ text, from, query }) => [text, FROM[from], query]), 100) }
  },
}
