import { CARD_LISTS, type CardFact, type CardList } from '../../contract/card.ts'
import { EXIT, FactsOutput } from '../../contract/cli.ts'
import { FACT_KINDS, type FactKind } from '../../contract/fact.ts'
import { usage, type Command } from '../command.ts'
import { filtersFor, practiceFor } from '../filtering.ts'
import { factsReady } from '../ready.ts'
import { placeName, table } from '../table.ts'

const PAGE = 1000
/** As the command line and the card name them. */
const NAMES: Readonly<Record<CardList, readonly [FactKind, string]>> = {
  indicators: ['indicator', '数据'], formulas: ['formula', '提法'], brands: ['brand', '调解品牌'], platforms: ['platform', '平台'], mechanisms: ['mechanism', '机制'], honours: ['honour', '荣誉'], people: ['person', '人物'],
  quotes: ['quote', '引语'], policies: ['policy', '文件'], places: ['place', '地点'], problems: ['problem', '问题'], leads: ['lead', '牵头与协同'], spread: ['spread', '推广'], limits: ['limit', '局限与成本'],
}

export const facts: Command = {
  typed: 'facts --kind 种类 [--query 文字] [--place 地名] [--practice 做法] [--all]',
  does: `列出各案例的一种事实及其句子，--all 连计为“其他”的条目一并列出；种类：${CARD_LISTS.join('、')}`,
  options: ['kind', 'query', 'place', 'practice', 'all'],
  least: 0,
  most: 0,
  output: FactsOutput,
  run: async ({ line: { values }, session: open, progress }) => {
    const list = listNamed(values.kind)
    const session = await open()
    const practice = await practiceFor(session, values.practice)
    await factsReady(session, progress)
    const filters = values.place === undefined ? { place: [null] } : await filtersFor(session, '', values.place, [])
    const rows: FactsOutput['facts'] = []
    for (const place of filters?.place ?? []) {
      const query = { kind: NAMES[list][0], text: values.query ?? '', name: null, of: values.all === true ? null : 'case' as const, place, practice: practice[0] ?? null }
      for (let offset = 0, total = Infinity; offset < total; offset += PAGE) {
        const page = await session.call('facts.list', { query, sort: 'entry', offset, limit: PAGE })
        rows.push(...page.rows.map(({ entry: { id, title, place: { province, city, district }, date }, fact }) => ({ entry: { id, title, place: { province, city, district }, date }, ...fact })))
        total = page.total
      }
    }
    const value: FactsOutput = { kind: list, facts: rows }
    const lines = rows.map((row) => [called(row), row.entry.title, placeName(row.entry.place), row.sentence])
    return { value, exit: EXIT.done, text: lines.length === 0 ? '没有这种事实（原文未述）。' : `${table([NAMES[list][1], '条目', '地点', '句子'], lines, 100)}\n\n共 ${lines.length} 条` }
  },
}

function listNamed(typed: string | undefined): CardList {
  const list = CARD_LISTS.find((name) => name === typed || NAMES[name][0] === typed || `${NAMES[name][0]}s` === typed || NAMES[name][1] === typed)
  if (list === undefined) throw usage(typed === undefined ? `没有写 --kind；种类有 ${CARD_LISTS.join('、')}` : `--kind 不能是“${typed}”；种类有 ${CARD_LISTS.join('、')}，或 ${FACT_KINDS.join('、')}`)
  return list
}

/** What a fact is called in one line. */
function called(fact: CardFact): string {
  if ('measures' in fact) return `${fact.measures} ${fact.value}`
  if ('speaker' in fact) return fact.speaker ?? '未指明'
  return 'title' in fact ? fact.title : fact.name
}
