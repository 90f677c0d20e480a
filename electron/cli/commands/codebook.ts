import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { CodebookOutput, EXIT } from '../../contract/cli.ts'
import { CodebookFormat, type CodebookNote, type CodebookPlan } from '../../contract/codebook.ts'
import { Refusal } from '../../contract/errors.ts'
import { Grant } from '../../contract/library.ts'
import { PackName } from '../../contract/packing.ts'
import { Signature } from '../../contract/practice-tag.ts'
import { usage, type Command } from '../command.ts'
import { safe } from '../width.ts'

/** What comes in otherwise than the file says. */
const WHY: Readonly<Record<CodebookNote['why'], string>> = { shortened: '太长，截短', namesake: '与同级的重名，加了序号', 'too-deep': '下面层级太深，提上来', set: '是类目的分组（Set），没有导入，再导出时也不在', heading: '在文件里不许标注（isCodable），这里可以标注，再导出时也写作可以标注' }
const DONE: Readonly<Record<CodebookPlan['items'][number]['what'][number], string>> = { added: '新增', renamed: '改名', redefined: '改定义', words: '改词', recoloured: '改颜色' }

/** 编码表: practices and labels with what they mean, written as a file or taken in from one. */
export const codebook: Command = {
  typed: 'codebook export 文件|import 文件 [--by 署名] [--dry-run]',
  does: '编码表：export 写成 .qdc（REFI-QDA）或 .csv；import 导入别处的编码表，合为一步改动，可在“改动记录”里撤销，--dry-run 只看会改什么',
  options: ['by', 'dry-run'],
  least: 2,
  most: 2,
  output: CodebookOutput,
  run: async ({ line: { rest: [action = '', typed = ''], values }, session: open, path }) => {
    const file = path(typed)
    if (action === 'export') {
      const format = CodebookFormat.safeParse(extname(file).slice(1).toLowerCase())
      const name = PackName.safeParse(basename(file, extname(file)))
      if (!format.success || !name.success) throw usage('文件名要以 .qdc 或 .csv 结尾')
      const folder = Grant.parse(randomUUID())
      const session = await open()
      const value = await session.call('codebook.export', { name: name.data, folder, format: format.data }, new Map([[folder, { path: dirname(file), name: basename(dirname(file)), folder: true, temporary: false }]]))
      return { value, exit: EXIT.done, text: `已写好：${value.file}（做法 ${value.practices} 项，标签 ${value.labels} 个）` }
    }
    if (action !== 'import') throw usage(`codebook 后面应是 export 或 import，不能是“${action}”`)
    const dryRun = values['dry-run'] === true
    const by = Signature.safeParse(values.by ?? '命令行')
    if (!by.success) throw usage('--by 后面要写署名，最多 50 个字')
    const bytes = await readFile(file).catch(() => {
      throw new Refusal('NO_SUCH_FILE', { file })
    })
    const incoming = { file: basename(file), base64: bytes.toString('base64') }
    const session = await open()
    const { step, plan } = dryRun ? { step: null, plan: await session.call('codebook.preview', incoming) } : await session.call('codebook.import', { ...incoming, by: by.data })
    const lines = plan.items.map(({ kind, name, above, what }) => `${what.map((one) => DONE[one]).join('、')}  ${kind === 'practice' ? '做法' : '标签'}  ${safe([...above, name].join(' › '))}`)
    lines.push(...plan.notes.map(({ name, why }) => `· “${safe(name)}”${WHY[why]}`))
    const value = { dryRun, step, items: plan.items, same: plan.same, notes: plan.notes, changed: plan.effects.changed }
    return { value, exit: EXIT.done, text: [...lines, `${dryRun ? '会改' : '已改'} ${plan.items.length} 项，${plan.same} 项不变；${plan.effects.changed} 篇的做法${dryRun ? '会变' : '有变'}`].join('\n') }
  },
}
