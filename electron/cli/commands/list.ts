import { EXIT, ListOutput } from '../../contract/cli.ts'
import { EntryKind } from '../../contract/entry.ts'
import { NO_FILTERS, type Hit } from '../../contract/searching.ts'
import { usage, type Command } from '../command.ts'
import { filtersFor, practiceFor } from '../filtering.ts'
import { ready } from '../ready.ts'
import { dateText, kindName, placeName, table } from '../table.ts'

const PAGE = 200

export const list: Command = {
  typed: 'list [--practice 做法] [--place 地名] [--kind case|other]',
  does: '列出条目，最近导入的在前',
  options: ['practice', 'place', 'kind'],
  least: 0,
  most: 0,
  output: ListOutput,
  run: async ({ line: { values }, session: open, progress }) => {
    const kind = EntryKind.optional().safeParse(values.kind)
    if (!kind.success) throw usage(`--kind 只能是 case 或 other，不能是“${values.kind}”`)
    const session = await open()
    const practice = await practiceFor(session, values.practice)
    await ready(session, progress)
    const filters = await filtersFor(session, '', values.place, practice)
    const hits: Hit[] = []
    for (let total = filters === null ? 0 : Infinity; hits.length < total; ) {
      const page = await session.call('search.run', { query: '', filters: { ...NO_FILTERS, ...filters, kind: kind.data ? [kind.data] : [] }, sort: 'imported', facets: false, offset: hits.length, limit: PAGE })
      hits.push(...page.hits)
      total = page.hits.length === 0 ? 0 : page.total
    }
    const value: ListOutput = { entries: hits.map(({ id, title, kind: is, origin, place: { province, city, district }, date, practices }) => ({ id, title, kind: is, origin, place: { province, city, district }, date, practices })) }
    const rows = value.entries.map((entry) => [entry.id, kindName(entry), entry.title, placeName(entry.place), dateText(entry.date.value) ?? '—'])
    return { value, exit: EXIT.done, text: rows.length === 0 ? '没有条目。' : `${table(['编号', '类型', '标题', '地点', '日期'], rows)}\n\n共 ${rows.length} 条` }
  },
}
