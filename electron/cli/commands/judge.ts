/** 收录 and 跳过. */
import { EXIT, JudgeOutput } from '../../contract/cli.ts'
import { Refusal } from '../../contract/errors.ts'
import { BatchId } from '../../contract/importing.ts'
import { usage, type Command } from '../command.ts'
import { shareTyped } from './review.ts'
import { presentIds } from './show.ts'

export const accept: Command = {
  typed: 'accept 编号... | --above 0.9 [--batch 批次]',
  does: '收录待核对的文章：指名的，或有这么多把握的全部',
  options: ['above', 'batch'],
  least: 0,
  most: Infinity,
  output: JudgeOutput,
  run: async ({ line: { rest, values }, session: open }) => {
    if ((rest.length > 0) === (values.above !== undefined)) throw usage('accept 要么写编号，要么写 --above')
    if (values.batch !== undefined && values.above === undefined) throw usage('--batch 只和 --above 一起用')
    const confidence = values.above === undefined ? null : shareTyped(values.above)
    const session = await open()
    const judged = confidence === null
      ? await session.call('import.accept', { ids: await presentIds(session, rest) })
      : await session.call('import.acceptAbove', { id: values.batch === undefined ? null : batchTyped(values.batch), confidence })
    return { value: judged satisfies JudgeOutput, exit: EXIT.done, text: `已收录 ${judged.count} 篇` }
  },
}

export const skip: Command = {
  typed: 'skip 编号...',
  does: '跳过待核对的文章：移入回收站（可在窗口里恢复）',
  options: [],
  least: 1,
  most: Infinity,
  output: JudgeOutput,
  run: async ({ line, session: open }) => {
    const session = await open()
    const judged = await session.call('import.skip', { ids: await presentIds(session, line.rest) })
    return { value: judged satisfies JudgeOutput, exit: EXIT.done, text: `已跳过 ${judged.count} 篇` }
  },
}

/** Throws NO_SUCH_BATCH. */
function batchTyped(typed: string): BatchId {
  const found = BatchId.safeParse(typed)
  if (!found.success) throw new Refusal('NO_SUCH_BATCH', { id: typed })
  return found.data
}
