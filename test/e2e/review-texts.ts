import { utils, write } from '@e965/xlsx'

/** A collection of forty cases of our own writing, as somebody would hand it in. */
const PLACES = ['柳坝镇', '白石街道', '青禾镇', '榆溪街道', '沅平镇', '东川街道', '南桥镇', '北塘街道'] as const
const THINGS = ['晒账日', '楼道公约', '板凳会', '流动调解车', '红黑榜'] as const

export const CASES = 40

const article = (n: number): string => {
  const place = PLACES[n % PLACES.length] ?? ''
  const thing = THINGS[Math.floor(n / PLACES.length) % THINGS.length] ?? ''
  return [
    `# ${place}的“${thing}”`,
    `${place}从前年起办起“${thing}”，第${String(n + 1)}次清点时，参加的居民有${String(120 + n * 7)}户。网格员把大家说的话记在本子上，村民小组长逐条回话，回不了的当场说明缘由。`,
    `一年下来，${place}用“${thing}”化解矛盾纠纷${String(30 + n)}件，办结率超过九成。社区治理的这条办法写进了居民公约，每月第一个星期六照着做一遍，谁都可以来看，谁都可以来问。`,
  ].join('\n\n')
}
export const COLLECTION = `${Array.from({ length: CASES }, (_, n) => article(n)).join('\n\n')}\n`

/** One of hundreds of short files, of which none tells what another tells. */
export const note = (n: number): string => `青禾镇第${String(n)}号档案：${PLACES[n % PLACES.length] ?? ''}的水井\n\n第${String(n)}号水井${String(1900 + (n % 90))}年开挖，深${String(8 + (n * 7) % 23)}米，归${String(11 + (n * 13) % 61)}户合用，井台由第${String(n * 31)}号石料砌成。\n`

const TOLD = '网格员每周二在议事亭听居民说事，能办的当天就办，办不了的登记清楚，三日之内给答复。'
const SHEETS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  统计: [['街道', '办结率'], ['青禾街道', '97.6%'], ['白石镇', '95%']],
  去年: [['标题', '日期', '来源', '正文'], ['议事亭', '2024-03-05', '青禾日报', TOLD], ['板凳会', '2024-03-06', '青禾晚报', TOLD]],
  今年: [['案例汇编（二）'], ['名称', '要点'], ['院坝会', '坐下来说'], ['小马扎', '搬着说']],
}
function workbook(): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(SHEETS)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}
/** A workbook of a statistic and of two lists with heads of their own, of which only the second tells its texts at length. */
export const WORKBOOK = workbook()
