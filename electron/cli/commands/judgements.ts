import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { EXIT, type JudgementsOutput as Output, JudgementsOutput } from '../../contract/cli.ts'
import { JUDGEMENTS_ENDING } from '../../contract/judgement-file.ts'
import type { DifferingEntry, Tally } from '../../contract/judgements.ts'
import { Grant } from '../../contract/library.ts'
import { PackName } from '../../contract/packing.ts'
import { usage, type Command, type Outcome, type Surroundings } from '../command.ts'
import { factsReady, ready } from '../ready.ts'
import { safe } from '../width.ts'
import { judgementWords, presentIds } from './show.ts'

const PAGE = 100

/** 意见: what follows `judgements` says what is to be done. */
export const judgements: Command = {
  typed: 'judgements list|export 文件 [编号...] [--by 署名,署名]|import 文件 [--dry-run]',
  does: '意见交换：export 把各人的判断写成 .judgements 文件（不含文章）；import 导入另一个资料库的意见，各留署名，不改本库的判断，--dry-run 只看会带来什么；list 列出意见不一之处',
  options: ['by', 'dry-run'],
  least: 0,
  most: Infinity,
  output: JudgementsOutput,
  run: async (around) => {
    const [action, ...rest] = around.line.rest
    const actions = 'list（列出意见不一之处）、export（写成文件）或 import（导入文件）'
    if (action === undefined) throw usage(`judgements 后面要写做什么：${actions}`)
    const act = ACTIONS[action]
    if (act === undefined) throw usage(`judgements 后面应是 ${actions}，不能是“${action}”`)
    if (action !== 'export' && around.line.values.by !== undefined) throw usage('--by 只用于 judgements export')
    if (action !== 'import' && around.line.values['dry-run'] === true) throw usage('--dry-run 只用于 judgements import')
    if (action !== 'list' && rest[0] === undefined) throw usage(`judgements ${action} 后面要写文件`)
    if ((action === 'list' && rest.length > 0) || (action === 'import' && rest.length > 1)) throw usage('命令 judgements 的参数太多')
    return act(around, rest)
  },
}

type Act = (around: Surroundings, rest: readonly string[]) => Promise<Outcome>

const ACTIONS: Readonly<Record<string, Act>> = {
  list: async ({ session: open, progress }) => {
    const session = await open()
    await ready(session, progress)
    await factsReady(session, progress)
    const found: DifferingEntry[] = []
    for (;;) {
      const page = await session.call('judgements.differing', { offset: found.length, limit: PAGE })
      found.push(...page.entries)
      if (page.entries.length === 0 || found.length >= page.total) return listed(found, page.items)
    }
  },
  export: async ({ session: open, path, line }, [typed = '', ...typedIds]) => {
    const file = path(typed)
    if (!file.endsWith(JUDGEMENTS_ENDING)) throw usage(`文件名要以 ${JUDGEMENTS_ENDING} 结尾`)
    const name = PackName.safeParse(basename(file, JUDGEMENTS_ENDING))
    if (!name.success) throw usage(`“${basename(file)}”不能作文件名`)
    const by = (line.values.by ?? '').split(/[,，、]/).map((one) => one.trim()).filter((one) => one !== '')
    const session = await open()
    const ids = typedIds.length === 0 ? null : await presentIds(session, typedIds)
    const folder = Grant.parse(randomUUID())
    const value = await session.call('judgements.export', { choice: { entries: ids && { by: 'ids', ids }, by: by.length === 0 ? null : by }, name: name.data, folder }, new Map([[folder, { path: dirname(file), name: basename(dirname(file)), folder: true, temporary: false }]]))
    return { value: value satisfies Output, exit: EXIT.done, text: `已写好：${value.file}（${value.entries} 条的 ${value.judgements} 条意见）` }
  },
  import: async ({ session: open, path, line, progress }, [typed = '']) => {
    const file = path(typed)
    const session = await open()
    await ready(session, progress)
    const grant = Grant.parse(randomUUID())
    const granted = new Map([[grant, { path: file, name: basename(file), folder: false, temporary: false }]])
    const preview = await session.call('judgements.preview', { file: grant }, granted)
    const dryRun = line.values['dry-run'] === true
    session.on('judgements.progress', ({ done, total }) => progress.show(done, total, '导入意见'))
    const imported = dryRun ? null : await session.call('judgements.import', { file: grant }, granted)
    const { entries, unmatched, differences, newLabels } = preview
    const { judgements: tally, undo } = imported ?? { judgements: preview.judgements, undo: '' }
    if (undo !== '') await ready(session, progress)
    const value: Output = { dryRun, file, entries, judgements: tally, unmatched, differences, newLabels, undo }
    const lines = [
      `文件里有 ${entries.total} 条：${entries.same} 条正文相同，${entries.edited} 条正文不同，${entries.unmatched} 条没有对上`,
      `${dryRun ? '会带来' : undo === '' ? '没有新的意见；' : '已导入：'}${tallyWords(tally)}`,
      ...(newLabels.length === 0 ? [] : [`${dryRun ? '会新建' : '新建了'}标签：${newLabels.map(safe).join('、')}`]),
      ...differences.map(({ title, practice, fact, ours, theirs }) => `· ${safe(title)} ${practice ?? safe(fact?.name ?? '')}：${judgementWords({ ...ours, came: false })}；${judgementWords({ ...theirs, came: true })}`),
      ...unmatched.map((title) => `· 没有对上：${safe(title)}`),
      ...(unmatched.length === 0 ? [] : ['没有对上的，本库没有，或者在回收站里；或者是不到一百字的短文，题目和正文都改写过。后一种，把本库那一篇的题目改成这里的样子，再导入一次。']),
    ]
    return { value, exit: EXIT.done, text: lines.join('\n') }
  },
}

const tallyWords = ({ fresh, agree, differ, known, older, foreign }: Tally): string =>
  [`本库没人判断过的 ${fresh} 条`, `一致 ${agree} 条`, `不一 ${differ} 条`, `已有 ${known} 条`, ...(older > 0 ? [`同一人后来改过或收回的 ${older} 条`] : []), ...(foreign > 0 ? [`本库没有这项做法的 ${foreign} 条`] : [])].join('，')

function listed(found: readonly DifferingEntry[], items: number): Outcome {
  const entries = found.map(({ entry, practices, facts }) => ({
    id: entry.id, title: entry.title,
    practices: practices.map(({ id, state, judgements: all }) => ({ id, state, judgements: all })),
    facts: facts.map(({ list, fact }) => ({ kind: list, name: 'measures' in fact ? fact.measures : 'title' in fact ? fact.title : 'name' in fact ? fact.name : fact.text, state: fact.state, judgements: fact.judgements })),
  }))
  const text = entries.flatMap(({ id, title, practices, facts }) => [
    `${id}  ${safe(title)}`,
    ...practices.map((one) => `    ${one.id}：${one.judgements.map(judgementWords).join('；')}`),
    ...facts.map((one) => `    ${safe(one.name)}：${one.judgements.map(judgementWords).join('；')}`),
  ])
  return { value: { total: entries.length, items, entries } satisfies Output, exit: EXIT.done, text: entries.length === 0 ? '没有意见不一之处。' : [...text, '', `${entries.length} 条里有 ${items} 处意见不一`].join('\n') }
}
