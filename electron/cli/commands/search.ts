import { EXIT, SearchOutput } from '../../contract/cli.ts'
import { NO_FILTERS, type Hit, type SearchResult } from '../../contract/searching.ts'
import { usage, type Command } from '../command.ts'
import { filtersFor, practiceFor } from '../filtering.ts'
import { ready } from '../ready.ts'
import { BUNDLED, dateText, placeName } from '../table.ts'
import { safe } from '../width.ts'

const MOST = 10_000
const PAGE = 200
/** With so few hits letters may stand for sounds. */
const FEW = 3

export const search: Command = {
  typed: 'search 查询词 [--practice 做法] [--place 地名] [--limit 条数]',
  does: '搜索；“引号”里的文字原样查，词与词之间可用 与、或、非',
  options: ['practice', 'place', 'limit'],
  least: 1,
  most: Infinity,
  output: SearchOutput,
  run: async ({ line: { values, rest }, session: open, parts, progress }) => {
    const practice = practiceFor(parts, values.practice)
    const limit = values.limit === undefined ? 20 : Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw usage(`--limit 应是 1 到 ${MOST} 的整数，不能是“${values.limit}”`)
    const query = rest.join(' ')
    const session = await open()
    await ready(session, progress)
    const filters = await filtersFor(session, query, values.place, practice)
    const hits: Hit[] = []
    let total = 0
    let tookMs = 0
    let first: SearchResult | null = null
    // Sounds and nearest words are learnt in the background; what is found as it stands need not wait for them.
    if (filters !== null && (await session.call('search.run', { query, filters: { ...NO_FILTERS, ...filters }, sort: 'relevance', offset: 0, limit: 1 })).total < FEW) await session.call('search.learned', {})
    for (let more = filters !== null; more; ) {
      const page = await session.call('search.run', { query, filters: { ...NO_FILTERS, ...filters }, sort: 'relevance', offset: hits.length, limit: Math.min(PAGE, limit - hits.length) })
      first ??= page
      hits.push(...page.hits)
      total = page.total
      tookMs += page.tookMs
      more = page.hits.length > 0 && hits.length < Math.min(limit, total)
    }
    const value: SearchOutput = { total, tookMs, hits: hits.map(({ id, title, score, snippets }) => ({ id, title, score, snippets: snippets.map(({ text, marks }) => ({ text, marks })) })), alternatives: alternativesOf(first), nearest: (first?.help?.nearest ?? []).map(({ query: near, total: count }) => ({ query: near, total: count })) }
    return { value, exit: EXIT.done, text: words(value, hits) }
  },
}

const alternativesOf = (found: SearchResult | null): SearchOutput['alternatives'] =>
  (found?.chips ?? []).flatMap(({ kind, word, alternatives }) => ((kind === 'synonym' || kind === 'pinyin') && word !== null ? [{ word, kind, words: alternatives }] : []))

function words({ total, tookMs, alternatives, nearest }: SearchOutput, hits: readonly Hit[]): string {
  if (hits.length === 0) return ['没有找到。', ...nearest.map(({ query, total: count }) => `您是不是要找：${safe(query)}（${count} 条）`)].join('\n')
  const also = alternatives.map(({ word, kind, words: others }) => `${safe(word)}${kind === 'pinyin' ? '（拼音）' : '（同义）'}：也找 ${safe(others.join('、'))}`)
  const blocks = hits.map((hit, index) => {
    const about = [placeName(hit.place), hit.media ?? '—', dateText(hit.date.value) ?? '—'].join(' · ')
    return [`${index + 1}. ${safe(hit.title)}${hit.origin === 'bundled' ? `（${BUNDLED}）` : ''}`, `   ${hit.id} · ${safe(about)}`, ...hit.snippets.map(({ text, marks }) => `   ${safe(marked(text, marks)).replaceAll('\n', ' ')}`)].join('\n')
  })
  return [...(also.length > 0 ? [also.join('\n')] : []), ...blocks, `共 ${total} 条，用时 ${Math.round(tookMs)} 毫秒${hits.length < total ? `；此处为前 ${hits.length} 条` : ''}`].join('\n\n')
}

/** Marks become brackets, which stay in a file or a message. */
function marked(text: string, marks: readonly (readonly [number, number])[]): string {
  let out = ''
  let at = 0
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`
    at = end
  }
  return out + text.slice(at)
}
