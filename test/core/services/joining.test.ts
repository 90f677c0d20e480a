import { expect, it } from 'vitest'
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

it('what people said of words of the second half stays with it, and is told', async () => {
  const { call, first, second } = await imported()
  const { revision, body } = await call('entries.get', { id: second.id })
  const span = { start: body.indexOf('小事不出村'), end: body.indexOf('小事不出村') + 5 }
  await call('practices.addPassage', { id: second.id, revision, practice: 'mediation', span, by: '李敏' })
  await call('facts.add', { id: second.id, revision, span, value: { kind: 'brand', of: { name: '凉亭议事', kind: 'method', place: null } }, by: '李敏' })
  const { lost } = await call('entries.joinContinued', { first: first.id, second: second.id, by: '李敏' })
  expect(lost.map(({ what, quote }) => [what, quote])).toEqual([['passage', '小事不出村'], ['fact', '小事不出村']])
  expect(lost[1]?.label).toBe('凉亭议事')
})
