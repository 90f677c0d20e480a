import { EXIT, SearchOutput } from '../../contract/cli.ts'
import type { EntryId } from '../../contract/entry.ts'
import { type Explanation, FACETS, FacetName, NO_FILTERS, type Hit, type SearchResult } from '../../contract/searching.ts'
import { usage, type Command } from '../command.ts'
import { excluded, filtersFor, labelPaths, labelsFor, practiceFor } from '../filtering.ts'
import { ready } from '../ready.ts'
import { BUNDLED, dateText, placeName } from '../table.ts'
import { safe } from '../width.ts'

const MOST = 10_000
const PAGE = 200
/** With so few hits letters may stand for sounds. */
const FEW = 3

export const search: Command = {
  typed: 'search 查询词 [--practice 做法] [--place 地名] [--not 筛选=值] [--within 先前的查询词] [--facet 筛选] [--explain] [--limit 条数]',
  does: '搜索；“引号”里的文字原样查，词与词之间可用 与、或、非，字段有 标题: 正文: 关键词: 来源: 作者: 地区: 日期: 做法: 标签: 品牌: 平台: 权利: 状态: 类型:；--explain 说明为什么在这里',
  options: ['practice', 'place', 'limit', 'not', 'within', 'facet', 'explain'],
  least: 1,
  most: Infinity,
  output: SearchOutput,
  run: async ({ line: { values, rest }, session: open, progress }) => {
    const limit = values.limit === undefined ? 20 : Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw usage(`--limit 应是 1 到 ${MOST} 的整数，不能是“${values.limit}”`)
    const facet = FacetName.optional().safeParse(values.facet)
    if (!facet.success) throw usage(`--facet 只能是 ${FACETS.join('、')} 之一，不能是“${values.facet}”`)
    const not = excluded(values.not ?? [])
    const query = rest.join(' ')
    const session = await open()
    const practice = await practiceFor(session, values.practice)
    await ready(session, progress)
    const placed = await filtersFor(session, query, values.place, practice)
    const filters = placed && { ...NO_FILTERS, ...placed, not: { ...not.values, label: await labelsFor(session, not.labels) }, within: [...(values.within ?? [])] }
    const hits: Hit[] = []
    let total = 0
    let tookMs = 0
    let first: SearchResult | null = null
    // Sounds and nearest words are learnt in the background; what is found as it stands need not wait for them.
    if (filters !== null && (await session.call('search.run', { query, filters, sort: 'relevance', facets: false, offset: 0, limit: 1 })).total < FEW) await session.call('search.learned', {})
    for (let more = filters !== null; more; ) {
      const page = await session.call('search.run', { query, filters: filters ?? NO_FILTERS, sort: 'relevance', facets: facet.data !== undefined && hits.length === 0, offset: hits.length, limit: Math.min(PAGE, limit - hits.length) })
      first ??= page
      hits.push(...page.hits)
      total = page.total
      tookMs += page.tookMs
      more = page.hits.length > 0 && hits.length < Math.min(limit, total)
    }
    const why = new Map<EntryId, Explanation>()
    if (values.explain === true && filters !== null) for (const { id } of hits) why.set(id, await session.call('search.explain', { id, query, filters }))
    const names: ReadonlyMap<string, string> = facet.data === 'label' ? await labelPaths(session) : new Map()
    const value: SearchOutput = { total, tookMs, hits: hits.map(({ id, title, score, snippets }) => ({ id, title, score, snippets: snippets.map(({ text, marks }) => ({ text, marks })), why: why.get(id) ?? null })), chips: (first?.chips ?? []).filter(({ kind, group }) => group === null && kind !== 'synonym' && kind !== 'pinyin').map(({ label }) => label), hints: first?.hints ?? [], failing: first?.help?.failing ?? [], facet: facet.data === undefined ? [] : (first?.facets[facet.data] ?? []).map(({ value, count }) => ({ value: names.get(value) ?? value, count })), alternatives: alternativesOf(first), nearest: (first?.help?.nearest ?? []).map(({ query: near, total: count }) => ({ query: near, total: count })) }
    return { value, exit: EXIT.done, text: words(value, hits) }
  },
}

const alternativesOf = (found: SearchResult | null): SearchOutput['alternatives'] =>
  (found?.chips ?? []).flatMap(({ kind, word, alternatives }) => ((kind === 'synonym' || kind === 'pinyin') && word !== null ? [{ word, kind, words: alternatives }] : []))

/** Names of the parts of a score. */
const PARTS: Readonly<Record<Explanation['parts'][number]['part'], string>> = { words: '词句', title: '标题', keywords: '关键词', together: '相近', phrase: '原话', boundary: '成词', freshness: '日期' }

/** What was not understood as it was typed. */
const HINTS: Readonly<Record<SearchOutput['hints'][number]['hint'], (detail: string) => string>> = {
  soft: (detail) => `没有同时包含全部词的条目，以下按相关程度排列：${detail}`,
  'no-words': (detail) => `查询里没有可搜索的字词：${detail}`,
  unbalanced: (detail) => `引号或括号没有成对，已按字面搜索：${detail}`,
  truncated: () => '查询过长，已整段按原话搜索',
  'unknown-field': (detail) => `没有这个字段，已按字面搜索：${detail}`,
  'unknown-value': (detail) => `这个字段没有这样的值，已按字面搜索：${detail}`,
  'stray-operator': (detail) => `“${detail}”前后缺少词语，已按普通字词搜索`,
}

function words({ total, tookMs, alternatives, nearest, chips, hints, failing, facet, hits: found }: SearchOutput, hits: readonly Hit[]): string {
  const understood = [...hints.map(({ hint, detail }) => HINTS[hint](safe(detail))), ...(chips.length > 1 ? [`理解为：${chips.map(safe).join('｜')}`] : [])]
  const near = nearest.map(({ query, total: count }) => `您是不是要找：${safe(query)}（${count} 条）`)
  const missing = failing.length > 0 ? [`没有条目含有：${failing.map(safe).join('、')}`] : []
  if (hits.length === 0) return ['没有找到。', ...near, ...understood, ...missing].join('\n')
  const also = alternatives.map(({ word, kind, words: others }) => `${safe(word)}${kind === 'pinyin' ? '（拼音）' : '（同义）'}：也找 ${safe(others.join('、'))}`)
  const blocks = hits.map((hit, index) => {
    const about = [placeName(hit.place), hit.media ?? '—', dateText(hit.date.value) ?? '—'].join(' · ')
    return [`${index + 1}. ${safe(hit.title)}${hit.origin === 'bundled' ? `（${BUNDLED}）` : ''}`, `   ${hit.id} · ${safe(about)}`, ...hit.snippets.map(({ text, marks, cutBefore, cutAfter }) => `   ${cutBefore ? '…' : ''}${safe(marked(text, marks)).replaceAll('\n', ' ')}${cutAfter ? '…' : ''}`), ...whyHere(found[index]?.why ?? null)].join('\n')
  })
  const counts = facet.map(({ value, count }) => `${value === '' ? '原文未述' : safe(value)} ${count}`)
  return [...understood, ...(also.length > 0 ? [also.join('\n')] : []), ...(near.length > 0 ? [[...missing, ...near].join('\n')] : []), ...blocks, ...(counts.length > 0 ? [counts.join('\n')] : []), `共 ${total} 条，用时 ${Math.round(tookMs)} 毫秒${hits.length < total ? `；此处为前 ${hits.length} 条` : ''}`].join('\n\n')
}

const whyHere = (why: Explanation | null): string[] => (why === null || why.parts.length === 0 ? [] : [`   得分 ${why.score}：${why.parts.map(({ part, value, detail }) => `${PARTS[part]} ${value}${detail === '' ? '' : `（${safe(detail)}）`}`).join('，')}`])

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
