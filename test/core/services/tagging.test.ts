import { expect, it, vi } from 'vitest'
import { create } from '../../../electron/core/library/index.ts'
import { startTagging } from '../../../electron/core/services/tagging.ts'
import { library } from '../library/imported.ts'
import { rulesWith } from '../library/practice-rules.ts'
import { testPorts } from './ports.ts'

it('goes on after a text that the rules cannot read, counts it, and logs where it failed without a word of it', async () => {
  let rules = rulesWith('r1')
  const opened = await library({ rules: () => rules })
  for (const name of ['甲', '乙', '丙']) create(opened, name, `${name}村的网格员每天走访。`, () => [])
  const { tag } = rules
  rules = {
    ...rulesWith('r2'),
    tag: (article) => {
      if (article.body.startsWith('乙')) throw new RangeError(`too deep in ${article.body}`)
      return tag(article)
    },
  }
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { ports, heard } = testPorts()
  const retagged: number[] = []
  const run = startTagging(opened, { taxonomy: () => ({ rules: 'r2', practices: [] }) }, { retag: (seqs) => void retagged.push(...seqs) }, ports, () => undefined)
  await vi.waitFor(() => expect(run.state()).toEqual({ state: 'ready', done: 2, total: 3, skipped: 1 }))
  expect(heard.at(-1)).toEqual({ event: 'practices.tagging', value: { state: 'ready', done: 2, total: 3, skipped: 1 } })
  expect(retagged).toEqual([1, 3])
  const lines = logged.mock.calls.map(([line]) => String(line))
  expect([lines.length, lines[0]?.split('\n')[0], lines[0]?.includes('乙')]).toEqual([1, 'practices: a text was skipped: RangeError', false])
  await run.close()
})
