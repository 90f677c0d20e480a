import { EXIT, SimilarOutput } from '../../contract/cli.ts'
import { usage, type Command } from '../command.ts'
import { ready } from '../ready.ts'
import { dateText, placeName } from '../table.ts'
import { safe } from '../width.ts'
import { presentId } from './show.ts'

const MOST = 50

export const similar: Command = {
  typed: 'similar 编号 [--limit 条数]',
  does: '列出与一个条目最相近的案例，以及共有的关键词与做法',
  options: ['limit'],
  least: 1,
  most: 1,
  output: SimilarOutput,
  run: async ({ line: { values, rest }, session: open, progress }) => {
    const limit = limitOf(values.limit, 6)
    const session = await open()
    await ready(session, progress)
    const found = await session.call('search.similar', { id: await presentId(session, rest[0]), limit })
    const value: SimilarOutput = { similar: found.map(({ entry: { id, title, place: { province, city, district }, date }, ...alike }) => ({ id, title, place: { province, city, district }, date, ...alike })) }
    const { practices: all } = await session.call('practices.list', {})
    const lines = value.similar.map(({ id, title, place, date, score, keywords, practices }, i) => {
      const shared = [...keywords, ...practices.map((practice) => all.find(({ id: own }) => own === practice)?.zh ?? practice)]
      return `${i + 1}. ${safe(title)}\n   ${id} · ${safe(placeName(place))} · ${dateText(date.value) ?? '—'} · 相近 ${Math.round(score * 100)}%\n   共有：${safe(shared.join('、'))}`
    })
    return { value, exit: EXIT.done, text: lines.length === 0 ? '没有相近的案例。' : lines.join('\n\n') }
  },
}

export function limitOf(typed: string | undefined, otherwise: number): number {
  const limit = typed === undefined ? otherwise : Number(typed)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw usage(`--limit 应是 1 到 ${MOST} 的整数，不能是“${typed}”`)
  return limit
}
