import { EXIT, RecleanOutput } from '../../contract/cli.ts'
import { Refusal } from '../../contract/errors.ts'
import type { RecleanedEntry, RecleanedFile, Recleaning } from '../../contract/recleaning.ts'
import type { Command, Outcome, Surroundings } from '../command.ts'
import type { Session } from '../session.ts'
import { safe } from '../width.ts'
import { presentIds } from './show.ts'

const PAGE = 20
const BECOMES = { same: '不变', changed: '有变化', added: '新增', gone: '不再有' } as const

export const reclean: Command = {
  typed: 'reclean [编号...] [--dry-run]',
  does: '按新规则重新识别、清洗以前导入的文件；人改过的不动；--dry-run 只列出会有什么变化',
  options: ['dry-run'],
  least: 0,
  most: Infinity,
  output: RecleanOutput,
  run: async (around) => {
    const session = await around.session()
    const ids = around.line.rest.length === 0 ? null : await presentIds(session, around.line.rest)
    return around.line.values['dry-run'] === true ? look(session, ids, around) : apply(session, ids, around)
  },
}

type Ids = Awaited<ReturnType<typeof presentIds>> | null

async function look(session: Session, ids: Ids, { progress }: Surroundings): Promise<Outcome> {
  const files: RecleanedFile[] = []
  for (let total = Infinity; files.length < total; ) {
    const page = await session.call('reclean.preview', { ids: ids && [...ids], offset: files.length, limit: PAGE })
    total = page.files.length === 0 ? files.length : page.total
    files.push(...page.files)
    progress.show(files.length, page.total, '重新识别')
  }
  const failed = files.flatMap(({ file, fault }) => (fault ? [{ file, code: fault.code, message: fault.message }] : []))
  const entries = files.flatMap(({ file, entries: all }) => all.map(({ id, title, becomes, changes, body, kept }) => ({ file, id, title, becomes, changes, body, kept })))
  const differing = files.flatMap(({ entries: all }) => all.filter(({ becomes }) => becomes !== 'same'))
  return {
    value: { dryRun: true, files: files.length, changed: differing.length, failed, entries, lost: [], lostTotal: 0, undo: null } satisfies RecleanOutput,
    exit: failed.length === 0 ? EXIT.done : EXIT.partly,
    text: [`${files.length} 个文件可以重新识别，${differing.length} 条会有变化`, ...differing.map(words), ...failed.map(({ message }) => `· ${safe(message)}`)].join('\n'),
  }
}

function words({ title, becomes, changes, body, kept }: RecleanedEntry): string {
  const parts = [
    ...changes.map(({ field, before, after }) => `    ${field}：“${safe(before)}” → “${safe(after)}”`),
    ...(body === null ? [] : [`    正文：增 ${body.added} 字，减 ${body.removed} 字`]),
    ...kept.map(({ field }) => `    ${field}：保留人改过的内容`),
  ]
  return [`· ${BECOMES[becomes]}：${safe(title)}`, ...parts].join('\n')
}

async function apply(session: Session, ids: Ids, { progress }: Surroundings): Promise<Outcome> {
  let last: Recleaning | null = null
  let wake = (): void => undefined
  session.on('reclean.progress', (work) => {
    progress.show(work.done, work.total, '重新识别')
    last = work
    if (work.state === 'ready') wake()
  })
  const ended = new Promise<void>((resolve) => (wake = resolve))
  const begun = await session.call('reclean.apply', { ids: ids && [...ids] })
  if (begun.state === 'running') await ended
  const work: Recleaning = last ?? begun
  if (work.fault !== null && work.changed === 0) throw new Refusal(work.fault.code, work.fault.details)
  return {
    value: { dryRun: false, files: work.done, changed: work.changed, failed: [], entries: [], lost: work.lost.first, lostTotal: work.lost.total, undo: work.undo === '' ? null : work.undo } satisfies RecleanOutput,
    exit: work.failed === 0 && work.fault === null ? EXIT.done : EXIT.partly,
    text: [`已重新识别 ${work.done} 个文件，${work.changed} 条有变化${work.failed > 0 ? `，${work.failed} 个文件没有读成，保持原样` : ''}`, ...lostWords(work.lost), ...(work.fault === null ? [] : [safe(work.fault.message)])].join('\n'),
  }
}

const lostWords = ({ total, first }: Recleaning['lost']): readonly string[] =>
  total === 0 ? [] : [`有 ${total} 处人的判断没能重新定位${total > first.length ? `，先列 ${first.length} 处` : ''}：`, ...first.map(({ label, quote }) => `· ${safe(label)}${quote === '' ? '' : `：“${safe(quote)}”`}`)]
