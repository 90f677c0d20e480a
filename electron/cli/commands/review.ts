import { EXIT, ReviewOutput } from '../../contract/cli.ts'
import type { Pending } from '../../contract/importing.ts'
import { usage, type Command } from '../command.ts'
import { KINDS, table } from '../table.ts'
import { safe } from '../width.ts'

const PAGE = 200

export const review: Command = {
  typed: 'review [--batch 批次]',
  does: '列出待核对的文章：编号、规则有几成把握、在哪个文件里',
  options: ['batch'],
  least: 0,
  most: 0,
  output: ReviewOutput,
  run: async ({ line: { values }, session: open }) => {
    const session = await open()
    const found: Pending[] = []
    for (let total = Infinity, offset = 0; offset < total; offset += PAGE) {
      const page = await session.call('import.pending', { offset, limit: PAGE })
      total = page.total
      found.push(...page.items.filter(({ batch }) => values.batch === undefined || batch === values.batch))
    }
    const value: ReviewOutput = { total: found.length, entries: found.map(({ batch, file, entry: { id, title, kind, confidence, confidenceReasons } }) => ({ id, title, kind, confidence, reasons: confidenceReasons, file, batch })) }
    return { value, exit: EXIT.done, text: value.total === 0 ? '没有待核对的文章。' : words(value) }
  },
}

function words({ entries, total }: ReviewOutput): string {
  const batches = [...Map.groupBy(entries, ({ batch }) => batch)].map(([batch, of]) => `批次 ${safe(batch)}\n${table(['编号', '把握', '类型', '标题', '文件'], of.map(({ id, confidence, kind, title, file }) => [id, share(confidence), KINDS[kind], title, file]))}`)
  return `${batches.join('\n\n')}\n\n共 ${total} 篇待核对`
}

const share = (confidence: number): string => `${Math.round(confidence * 100)}%`

/** Throws USAGE: a share from 0 to 1. */
export function shareTyped(typed: string): number {
  const found = Number(typed)
  if (typed.trim() === '' || !(found >= 0 && found <= 1)) throw usage(`--above 应是 0 到 1 之间的数，例如 0.9，不能是“${typed}”`)
  return found
}
