import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { EXIT, PackOutput } from '../../contract/cli.ts'
import { Refusal } from '../../contract/errors.ts'
import { Grant } from '../../contract/library.ts'
import { PackName, type PackChoice } from '../../contract/packing.ts'
import { NO_FILTERS } from '../../contract/searching.ts'
import { usage, type Command } from '../command.ts'
import { filtersFor, practiceFor } from '../filtering.ts'
import { ready } from '../ready.ts'
import { safe } from '../width.ts'

const ENDING = /\.html$/i

export const pack: Command = {
  typed: 'pack --out 文件.html [--query 查询词] [--place 地名] [--practice 做法] [--title 标题] [--split] [--plain]',
  does: '把条目写成便携包：一个网页文件，不用本程序就能打开、搜索；--split 分成几个，--plain 照顾旧浏览器',
  options: ['out', 'query', 'place', 'practice', 'title', 'split', 'plain'],
  least: 0,
  most: 0,
  output: PackOutput,
  run: async ({ line: { values }, path, session: open, progress }) => {
    if (values.out === undefined || !ENDING.test(values.out)) throw usage('用 --out 写明便携包的文件名，以 .html 结尾')
    const file = path(values.out)
    const name = PackName.safeParse(basename(file).replace(ENDING, ''))
    if (!name.success) throw usage(`“${basename(file)}”不能作文件名`)
    const title = values.title?.trim() || name.data
    if (title.length > 200) throw usage('--title 不能超过 200 个字')
    const query = values.query ?? ''
    const session = await open()
    const practice = await practiceFor(session, values.practice)
    await ready(session, progress)
    const filters = await filtersFor(session, query, values.place, practice)
    if (filters === null) throw new Refusal('NOTHING_TO_PACK')
    const choice: PackChoice = { by: 'search', query, filters: { ...NO_FILTERS, ...filters } }
    const plan = await session.call('pack.plan', { choice })
    const folder = Grant.parse(randomUUID())
    const value = await session.call('pack.write', { choice, title, name: name.data, folder, split: values.split === true, plain: values.plain === true }, new Map([[folder, { path: dirname(file), name: basename(dirname(file)), folder: true, temporary: false }]]))
    const files = value.files.map((one) => `已写好：${one.file}（${one.entries} 条，${(one.bytes / 1048576).toFixed(1)} MB）`)
    const withheld = plan.restricted > 0 ? [`其中 ${plan.restricted} 条限制转载，只带标题、出处与做法，不带正文。`] : []
    const internal = plan.internal > 0 ? [`其中 ${plan.internal} 条标为内部资料，请注意分发范围。`] : []
    const aged = [plan.retired > 0 ? `其中 ${plan.retired} 条已停用，请确认是否还要带出去。` : '', plan.recheck > 0 ? `其中 ${plan.recheck} 条待核，或已过复核日期。` : '', plan.endorsed > 0 ? `文中有 ${plan.endorsed} 处领导批示或肯定，可能已不合时宜，请逐条看过：${plan.endorsements.map(({ title, name }) => `\n· ${safe(title)}：${safe(name)}`).join('')}` : ''].filter((line) => line !== '')
    return { value, exit: EXIT.done, text: [...files, ...withheld, ...internal, ...aged].join('\n') }
  },
}
