import { expect, it } from 'vitest'
import { cellOf } from '../../../electron/core/comparing/index.ts'
import { create, decide, edit, type Library } from '../../../electron/core/library/index.ts'
import { openCompared } from '../../../electron/core/services/compared.ts'
import { library } from '../library/imported.ts'
import { grid, mediation, rulesWith } from '../library/practice-rules.ts'

const words = (): readonly string[] => []

async function open() {
  let rules = rulesWith('r1')
  const opened = await library({ rules: () => rules })
  return { opened, change: (name: string) => { rules = rulesWith(name) } }
}
const add = (opened: Library, body: string, title = '手记') => create(opened, title, body, words)
function stateOf(opened: Library, seqs: readonly { readonly id: string }[], compared = openCompared(opened), practice = grid) {
  const rows = seqs.flatMap(({ id }) => opened.reads.compared.entry(id) ?? [])
  return cellOf(practice, '甲', [...compared(rows, [practice]).values()], Infinity)
}

it('what was read under other rules is not checked, but for what people decided', async () => {
  const { opened, change } = await open()
  const shows = add(opened, '网格员上门。')
  const silent = add(opened, '河堤修好了。')
  const confirmed = add(opened, '网格长回访。')
  const rejected = add(opened, '网格布晾在院里。')
  decide(opened, { id: confirmed.id, practice: grid, by: '李敏' }, 'confirmed')
  decide(opened, { id: rejected.id, practice: grid, by: '李敏' }, 'rejected')
  const states = () => [shows, silent, confirmed, rejected].map((one) => stateOf(opened, [one]).state)
  expect(states()).toEqual(['evidence', 'not-stated', 'evidence', 'not-stated'])
  change('r2')
  expect(states()).toEqual(['not-checked', 'not-checked', 'evidence', 'not-stated'])
})

it('an entry is read again when its tags have changed, and only then', async () => {
  const { opened } = await open()
  const read: number[][] = []
  const { practices } = opened.reads
  const watched = { ...opened, reads: { ...opened.reads, practices: { ...practices, tagsFor: (seqs: readonly number[], ids: readonly string[]) => {
    read.push([...seqs])
    return practices.tagsFor(seqs, ids)
  } } } }
  const compared = openCompared(watched)
  const [first, second] = [add(opened, '网格员上门。'), add(opened, '调解员回访。')]
  const lead = () => stateOf(opened, [first, second], compared).lead
  expect([lead(), lead(), read]).toEqual(['网格员上门。', '网格员上门。', [[first.seq, second.seq]]])
  edit(opened, first.id, 1, { body: '先说一句。网格员又上门。' }, words)
  expect([lead(), read.length]).toEqual(['网格员又上门。', 2])
  edit(opened, first.id, 2, { media: '青山日报' }, words)
  decide(opened, { id: second.id, practice: grid, by: '李敏' }, 'rejected')
  lead()
  expect(read).toEqual([[first.seq, second.seq], [first.seq], [second.seq]])
})

it('an entry that was read for one practice is read for another', async () => {
  const { opened } = await open()
  const compared = openCompared(opened)
  const both = add(opened, '网格员上门。调解员回访。')
  const leads = () => [grid, mediation, grid].map((practice) => stateOf(opened, [both], compared, practice).lead)
  expect(leads()).toEqual(['网格员上门。', '调解员回访。', '网格员上门。'])
  edit(opened, both.id, 1, { body: '调解员又回访。' }, words)
  expect(leads()).toEqual([null, '调解员又回访。', null])
})

it('answers the same however few entries it keeps', async () => {
  const { opened } = await open()
  const all = ['网格员上门。', '河堤修好了。', '网格长回访，网格员记账。'].map((body, n) => add(opened, body, `手记${n}`))
  const [few, many] = [openCompared(opened, 1), openCompared(opened)]
  for (const some of [all, all.slice(1), all, all.slice(0, 1)]) expect(stateOf(opened, some, few)).toEqual(stateOf(opened, some, many))
})
