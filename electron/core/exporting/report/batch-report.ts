/** What a batch did, as tables: overview, files, articles, and every single thing that cleaning did. Pure. */
import type { EntryKind, NoticeAction } from '../../../contract/entry.ts'
import type { Batch, BatchFile } from '../../../contract/importing.ts'

/** UTF-16 units of the decoded original by what became of them; null for a file of which nothing was stored. */
export interface Characters {
  readonly kept: number
  readonly moved: number
  readonly dropped: number
  readonly repaired: number
}
export interface ReportedNotice {
  readonly rule: string
  readonly action: NoticeAction
  readonly text: string
  readonly reason: string
  readonly before: string
  readonly after: string
  readonly applied: boolean
}
export interface ReportedEntry {
  readonly id: string
  readonly ordinal: number
  readonly title: string
  readonly titleIsProvisional: boolean
  readonly kind: EntryKind
  readonly kindReason: string
  readonly place: string
  readonly date: string | null
  readonly media: string | null
  /** false once it is in the trash. */
  readonly present: boolean
  readonly notices: readonly ReportedNotice[]
}
export interface ReportedFile extends Pick<BatchFile, 'n' | 'file' | 'outcome' | 'encoding' | 'bytes' | 'fault' | 'duplicateOf' | 'members'> {
  readonly format: string | null
  readonly characters: Characters | null
  readonly entries: readonly ReportedEntry[]
}

export type Cell = string | number
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const OUTCOMES: Readonly<Record<BatchFile['outcome'], string>> = { imported: '已导入', duplicate: '重复，未再导入', failed: '未导入', skipped: '未处理', unpacked: '已解包' }
const ACTIONS: Readonly<Record<NoticeAction, string>> = { moved: '移入字段', dropped: '删去', repaired: '修复', flagged: '只作提示', inferred: '只作推断' }
const STATES: Readonly<Record<Batch['state'], string>> = { running: '进行中', paused: '已暂停', done: '已完成', cancelled: '已取消', failed: '中断' }
const NOT_STATED = '原文未述'

const remark = ({ duplicateOf, members }: ReportedFile): string => (duplicateOf !== null ? `与条目 ${duplicateOf} 相同` : members !== null ? `里面的 ${members} 个文件各自列出` : '')

/** By the clock of the office, as the window shows it. */
const localTime = (iso: string): string => new Date(iso).toLocaleString('sv-SE')

export function batchReport(batch: Batch, files: readonly ReportedFile[]): readonly Sheet[] {
  const { totals } = batch
  const sum = (of: keyof Characters): number => files.reduce((all, { characters }) => all + (characters?.[of] ?? 0), 0)
  return [
    {
      name: '概况',
      head: ['项目', '内容'],
      rows: [
        ['批次', batch.label], ['状态', STATES[batch.state]], ['开始', localTime(batch.startedAt)], ['结束', batch.finishedAt === null ? '' : localTime(batch.finishedAt)],
        ['文件', totals.files], ['已导入文件', totals.imported], ['重复文件', totals.duplicates], ['未导入文件', totals.failed], ['条目', totals.entries], ['其中案例', totals.cases],
        ['原文字数', sum('kept') + sum('moved') + sum('dropped') + sum('repaired')], ['保留字数', sum('kept')], ['移入字段字数', sum('moved')], ['删去字数', sum('dropped')], ['修复字数', sum('repaired')],
      ],
    },
    {
      name: '文件',
      head: ['序号', '文件', '结果', '格式', '编码', '字节', '条目', '案例', '保留字数', '移入字段字数', '删去字数', '修复字数', '说明'],
      rows: files.map((file) => [
        file.n, file.file, OUTCOMES[file.outcome], file.format ?? '', file.encoding ?? '', file.bytes ?? '', file.entries.length, file.entries.filter(({ kind }) => kind === 'case').length,
        ...(file.characters ? [file.characters.kept, file.characters.moved, file.characters.dropped, file.characters.repaired] : ['', '', '', '']),
        file.fault?.message ?? remark(file),
      ]),
    },
    {
      name: '条目',
      head: ['文件', '篇次', '标题', '标题来历', '类别', '理由', '地区', '日期', '来源', '编号', '现状'],
      rows: files.flatMap(({ file, entries }) => entries.map((entry): Cell[] => [
        file, entry.ordinal, entry.title, entry.titleIsProvisional ? '暂拟' : '原文', entry.kind === 'case' ? '案例' : '其他', entry.kindReason, entry.place || NOT_STATED, entry.date ?? NOT_STATED, entry.media ?? NOT_STATED, entry.id, entry.present ? '在库' : '回收站',
      ])),
    },
    {
      name: '清洗记录',
      head: ['文件', '篇次', '动作', '说明', '理由', '原文', '改为', '规则', '现状'],
      rows: files.flatMap(({ file, entries }) => entries.flatMap(({ ordinal, notices }) => notices.map((notice): Cell[] => [
        file, ordinal, ACTIONS[notice.action], notice.text, notice.reason, notice.before, notice.after, notice.rule, notice.applied ? '生效' : '已撤销',
      ]))),
    },
  ]
}
