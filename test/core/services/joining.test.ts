import { expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openedCore } from './opened.ts'

const FIRST = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，谁家有难处都能当面讲清楚，讲清楚了就有人去办，三个月来'
const SECOND = '办成了四十多件实事。村民都说，小事不出村，大事有人管，心里踏实多了。'
const half = (head: string, text: string): string => `凉亭里的议事会\n${head}\n${text}\n`

/** Both halves in a library, and a text that is whole. */
async function imported() {
  const { call, heard } = await openedCore()
  const paste = async (text: string, name: string) => {
    const { id } = await call('import.paste', { text, name })
    while (!heard.some(({ event, value }) => event === 'import.finished' && typeof value === 'object' && value !== null && 'id' in value && value.id === id)) await new Promise((resolve) => setTimeout(resolve, 5))
    const [entry] = (await call('import.files', { id, offset: 0, limit: 10 })).files.flatMap(({ entries }) => entries)
    if (!entry) throw new Error('nothing imported')
    return { batch: id, id: entry.id }
  }
  const first = await paste(half('沅平日报 2024-03-05 01版', `${FIRST}（下转四版）`), '一版.txt')
  const whole = await paste(half('沅平日报 2024-03-05 02版', SECOND), '二版.txt')
  const second = await paste(half('沅平日报 2024-03-05 04版', `（上接第1版）${SECOND}`), '四版.txt')
  return { call, first, second, whole }
}

it('the halves of an article on two pages are offered when the second is imported, joined as one entry with both origins, and parted by one undo', async () => {
  const { call, first, second, whole } = await imported()
  const before = [await call('entries.get', { id: first.id }), await call('entries.get', { id: second.id })]
  const offered = await call('import.continued', { id: second.batch })
  expect(offered).toMatchObject([{ first: { id: first.id }, second: { id: second.id }, confidence: 0.99 }])
  expect([await call('import.continued', { id: whole.batch }), (await call('import.continued', { id: null })).length]).toEqual([[], 1])
  for (const { id } of [first, second]) expect(await call('import.continued', { id: null, entry: id })).toEqual(offered)
  expect(await call('import.continued', { id: null, entry: whole.id })).toEqual([])

  const { entry, lost, undo } = await call('entries.joinContinued', { first: first.id, second: second.id, by: '李敏' })
  expect([entry.body, entry.incomplete, entry.incompleteReason, lost]).toEqual([FIRST + SECOND, false, null, []])
  expect(entry.notices.filter(({ rule }) => rule === 'page-jump').map(({ raw, at }) => [raw === null, at])).toEqual([[false, { start: FIRST.length, end: FIRST.length }], [true, { start: FIRST.length, end: FIRST.length }]])
  expect((await call('stories.of', { id: first.id })).origins).toMatchObject([{ id: second.id, file: '四版.txt', by: '李敏', source: { page: expect.stringContaining('4') } }])
  expect([(await call('trash.list', {})).map((item) => item.entry.id), await call('import.continued', { id: null })]).toEqual([[second.id], []])
  expect((await call('library.check', {})).ok).toBe(true)

  expect((await call('history.undo', { undo })).ids).toEqual([first.id, second.id])
  const after = [await call('entries.get', { id: first.id }), await call('entries.get', { id: second.id })]
  expect(after.map((one) => ({ ...one, revision: 0, updatedAt: '' }))).toEqual(before.map((one) => ({ ...one, revision: 0, updatedAt: '' })))
  expect(await call('trash.list', {})).toEqual([])
})

it('what does not fit is not joined', async () => {
  const { call, first, whole } = await imported()
  await expect(call('entries.joinContinued', { first: first.id, second: whole.id, by: '李敏' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

/** What people said of the first half and of the second, by name. */
async function judged() {
  const both = await imported()
  const { call, second } = both
  const { revision, body } = await call('entries.get', { id: second.id })
  const span = { start: body.indexOf('小事不出村'), end: body.indexOf('小事不出村') + 5 }
  const practice = PracticeId.parse('mediation')
  const label = (await call('labels.put', { id: null, label: { name: '凉亭', parent: null, colour: 'teal', definition: '', counts: [], countsNot: [] }, by: '李敏' })).label.id
  const passages = async (id: EntryId) => (await call('entries.get', { id })).practices.flatMap(({ evidence }) => evidence.flatMap(({ passage, text, start }) => (passage === null ? [] : [`${text}@${start}`])))
  const facts = async (id: EntryId) => (await call('entries.get', { id })).facts.brands.map(({ name, start, decided }) => `${decided?.by ?? ''} ${name}@${start}`)
  const labels = async (id: EntryId) => (await call('labels.ofEntry', { id })).map(({ text, start, by }) => `${by} ${text}@${start}`)
  const said = async (id: EntryId) => [...await passages(id), ...await facts(id), ...await labels(id)]
  return { ...both, revision, span, practice, label, said }
}

it('what people said of the second half goes along to its words in the whole, and back with it', async () => {
  const { call, first, second, revision, span, practice, label, said } = await judged()
  await call('practices.addPassage', { id: second.id, revision, practice, span, by: '李敏' })
  await call('facts.add', { id: second.id, revision, span, value: { kind: 'brand', of: { name: '凉亭议事', kind: 'method', place: null } }, by: '王芳' })
  await call('labels.addPassage', { id: second.id, revision, label, span, by: '赵强' })
  const apart = await said(second.id)
  const { carried, lost, undo, entry } = await call('entries.joinContinued', { first: first.id, second: second.id, by: '李敏' })
  const there = entry.body.indexOf('小事不出村')
  expect([carried, lost, await said(first.id)]).toEqual([3, [], [`小事不出村@${there}`, `王芳 凉亭议事@${there}`, `赵强 小事不出村@${there}`]])
  expect((await call('library.check', {})).ok).toBe(true)

  // What is said at the second half while both are one goes back with it.
  const cool = { start: entry.body.indexOf('心里踏实'), end: entry.body.indexOf('心里踏实') + 4 }
  await call('labels.addPassage', { id: first.id, revision: entry.revision, label, span: cool, by: '赵强' })
  expect(await call('history.undo', { undo })).toMatchObject({ left: 0 })
  expect([await said(first.id), await said(second.id)]).toEqual([[], [...apart, `赵强 心里踏实@${cool.start - there + span.start}`]])

  // And goes along again, with what was said meanwhile.
  const back = await call('entries.get', { id: second.id })
  await call('facts.add', { id: second.id, revision: back.revision, span: { start: span.start, end: span.start + 2 }, value: { kind: 'brand', of: { name: '小事', kind: 'method', place: null } }, by: '王芳' })
  const [again] = await call('entries.history', { id: first.id })
  await call('history.undo', { undo: again?.id ?? '' })
  expect(await said(first.id)).toEqual([`小事不出村@${there}`, `王芳 小事@${there}`, `王芳 凉亭议事@${there}`, `赵强 小事不出村@${there}`, `赵强 心里踏实@${cool.start}`])
  const [more] = await call('entries.history', { id: first.id })
  expect(await call('history.undo', { undo: more?.id ?? '' })).toMatchObject({ left: 0 })
  expect([await said(first.id), (await said(second.id)).length]).toEqual([[], 5])
})

it('of one person’s words on both halves the newer counts, and the other is told', async () => {
  const { call, first, second, practice } = await judged()
  const twice = async (id: EntryId, decision: 'confirmed' | 'rejected') => {
    const { revision, body } = await call('entries.get', { id })
    await call('practices.addPassage', { id, revision, practice, span: { start: 0, end: body.indexOf('，') }, by: '赵强' })
    await call('practices.decide', { id, practice, decision, by: '李敏' })
  }
  await twice(second.id, 'confirmed')
  await twice(first.id, 'rejected')
  const { lost, carried } = await call('entries.joinContinued', { first: first.id, second: second.id, by: '李敏' })
  expect([carried, lost]).toEqual([1, [{ what: 'word', label: '李敏对“调解品牌”的前一次判断', quote: '' }]])
  expect((await call('entries.get', { id: first.id })).practices.find(({ id }) => id === practice)?.judgements.map(({ by, decision }) => `${by} ${decision}`)).toEqual(['李敏 rejected', '赵强 confirmed'])
})
