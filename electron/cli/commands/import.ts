import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { randomUUID } from 'node:crypto'
import { EXIT, ImportOutput, type Exit } from '../../contract/cli.ts'
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import { Encoding } from '../../contract/format.ts'
import type { Batch, BatchFile, BatchId } from '../../contract/importing.ts'
import { Grant } from '../../contract/library.ts'
import { PackName } from '../../contract/packing.ts'
import { Columns, RowField, type ReadOptions } from '../../contract/reviewing.ts'
import { ReportFormat } from '../../contract/reporting.ts'
import type { GrantedPath, GrantedPaths } from '../../core/host.ts'
import { usage, type Command, type Outcome, type Surroundings } from '../command.ts'
import type { Session } from '../session.ts'
import { KINDS, table } from '../table.ts'
import { safe } from '../width.ts'

export const importPaths: Command = {
  typed: 'import 文件或文件夹... [--encoding 编码] [--columns table|字段,…] [--report 报告.md|报告.xlsx]',
  does: '导入文档、网页、表格、压缩包；文件夹连同其中的文件夹；--encoding 指定文本编码，--columns 指定表格整张成一篇（table）或各列是什么（如 title,body,-,date，首行是表头），--report 写出每个文件的去留',
  options: ['report', 'encoding', 'columns'],
  least: 1,
  most: Infinity,
  output: ImportOutput,
  run: async (around) => {
    const report = reportFor(around)
    const options = howToRead(around)
    const { granted, missing } = await look(around)
    const session = await around.session()
    const files = granted.size === 0 ? [] : await importGranted(session, granted, report, options, around)
    return outcome(files, missing)
  },
}

/** Throws USAGE. */
export function howToRead({ line: { values } }: Pick<Surroundings, 'line'>): Pick<ReadOptions, 'encoding' | 'columns'> {
  const encoding = Encoding.nullable().safeParse(values.encoding?.toLowerCase() ?? null)
  if (!encoding.success) throw usage(`--encoding 只能是 ${Encoding.options.join('、')}，不能是“${values.encoding}”`)
  if (values.columns === undefined) return { encoding: encoding.data, columns: null }
  if (values.columns === 'table') return { encoding: encoding.data, columns: { as: 'table' } }
  const fields = values.columns.split(/[,，]/u).map((typed) => (typed.trim() === '-' ? null : typed.trim()))
  const columns = Columns.safeParse({ as: 'rows', header: 0, fields })
  if (!columns.success) throw usage(`--columns 应是 table，或用逗号分开的字段（${RowField.options.join('、')}；- 表示不取）`)
  return { encoding: encoding.data, columns: columns.data }
}

/** A report asked for, checked before anything is imported. */
interface Report {
  readonly file: string
  readonly name: string
  readonly format: ReportFormat
}

function reportFor({ line: { values }, path }: Surroundings): Report | null {
  if (values.report === undefined) return null
  const file = path(values.report)
  const [, stem = '', ending = ''] = /^(.+)\.(md|xlsx)$/i.exec(basename(file)) ?? []
  const name = PackName.safeParse(stem)
  const format = ReportFormat.safeParse(ending.toLowerCase())
  if (!name.success || !format.success) throw usage('用 --report 写明报告的文件名，以 .md 或 .xlsx 结尾')
  return { file, name: name.data, format: format.data }
}

async function write(session: Session, id: BatchId, { file, name, format }: Report): Promise<void> {
  const folder = Grant.parse(randomUUID())
  await session.call('import.report', { id, format, name, folder }, new Map([[folder, { path: dirname(file), name: basename(dirname(file)), folder: true, temporary: false }]]))
}

interface Failed {
  readonly file: string
  readonly fault: Fault
}

/** Paths that are there, as grants; and those that are not. */
async function look({ line, path }: Surroundings): Promise<{ readonly granted: GrantedPaths; readonly missing: readonly Failed[] }> {
  const granted = new Map<Grant, GrantedPath>()
  const missing: Failed[] = []
  for (const typed of line.rest) {
    const at = path(typed)
    const found = await stat(at).catch(() => null)
    if (found === null) missing.push({ file: typed, fault: fault('NO_SUCH_FILE', { file: typed }) })
    else granted.set(Grant.parse(randomUUID()), { path: at, name: basename(at), folder: found.isDirectory(), temporary: false })
  }
  return { granted, missing }
}

async function importGranted(session: Session, granted: GrantedPaths, report: Report | null, options: ReturnType<typeof howToRead>, { progress }: Surroundings): Promise<readonly BatchFile[]> {
  const ended = new Map<BatchId, Batch>()
  let wake = (): void => undefined
  session.on('import.progress', ({ done, total, current }) => progress.show(done, total, current))
  session.on('import.finished', (batch) => {
    ended.set(batch.id, batch)
    wake()
  })
  const { id } = await session.call('import.start', { grants: [...granted.keys()], confirmed: true, options }, granted)
  while (!ended.has(id)) await new Promise<void>((resolve) => (wake = resolve))
  const why = ended.get(id)?.fault
  const files = await filesOf(session, id)
  // What could be stored before the disk filled up is stored and listed; the rest is told once.
  if (why && files.length === 0) throw new Refusal(why.code, why.details)
  if (report !== null) await write(session, id, report)
  return files
}

async function filesOf(session: Session, id: BatchId): Promise<readonly BatchFile[]> {
  const files: BatchFile[] = []
  for (;;) {
    const page = await session.call('import.files', { id, offset: files.length, limit: 500 })
    files.push(...page.files)
    if (page.files.length < 500) return files.sort((a, b) => a.n - b.n)
  }
}

function outcome(files: readonly BatchFile[], missing: readonly Failed[]): Outcome {
  const imported = files.flatMap(({ file, entries }) => entries.map(({ id, ordinal, kind, title }) => ({ id, file, ordinal, kind, title })))
  const duplicates = files.flatMap(({ file, duplicateOf }) => (duplicateOf === null ? [] : [{ file, id: duplicateOf }]))
  const faults: readonly Failed[] = [...missing, ...files.flatMap(({ file, fault: why }) => (why ? [{ file, fault: why }] : []))]
  const failed = faults.map(({ file, fault: { code, message } }) => ({ file, code, message }))
  const exit: Exit = failed.length === 0 ? EXIT.done : imported.length + duplicates.length === 0 ? EXIT.failed : EXIT.partly
  const value: ImportOutput = { imported, duplicates, failed }
  return { value, exit, text: words(value), fault: exit === EXIT.failed ? faults[0]?.fault : undefined }
}

function words({ imported, duplicates, failed }: ImportOutput): string {
  const cases = imported.filter(({ kind }) => kind === 'case').length
  const parts = [`导入 ${imported.length} 条（案例 ${cases}，其他 ${imported.length - cases}），重复 ${duplicates.length} 个文件，未导入 ${failed.length} 个文件`]
  if (imported.length > 0) parts.push(table(['编号', '类型', '标题', '文件'], imported.map(({ id, kind, title, file, ordinal }) => [id, KINDS[kind], title, ordinal > 1 ? `${file} 第 ${ordinal} 篇` : file])))
  if (duplicates.length > 0) parts.push(['已导入过：', ...duplicates.map(({ file, id }) => `  ${safe(file)}（${id}）`)].join('\n'))
  if (failed.length > 0) parts.push(['未导入：', ...failed.map(({ message }) => `  ${safe(message)}`)].join('\n'))
  return parts.join('\n\n')
}
