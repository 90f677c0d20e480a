/** Two entries that tell the same become one, and two halves of an article, with where both came from and what people decided; one undo parts them again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Entry, EntryId } from '../../electron/contract/entry.ts'
import { PracticeId } from '../../electron/contract/practice-tag.ts'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { LANTERN_LANE } from '../fixtures/stories/texts.ts'
import { valueOf } from './choose.ts'
import { onEachHost } from './launch.ts'
import { importTexts, openWindow, reaches, type Shelf } from './library-page.ts'

const KEPT = '灯笼巷：一盏灯照亮一张网'
const REPOST = '老巷议事有新招'
const SUPPLIED = '街道平安办供稿'
const LAMP = '灯不在亮，在有人应。'
const HALF = '凉亭里的议事会（续）'
const VERDICT = '小事不出村'
const TEXTS = [
  { name: '灯笼巷.txt', text: LANTERN_LANE },
  { name: '转载.txt', text: `${REPOST}\n\n${LANTERN_LANE.split('\n').slice(1).join('\n')}\n（${SUPPLIED}）` },
  { name: '一版.txt', text: `凉亭里的议事会\n沅平日报 2024-03-05 01版\n青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，谁家有难处都能当面讲清楚，三个月来（下转四版）\n` },
  { name: '四版.txt', text: `${HALF}\n沅平日报 2024-03-05 04版\n（上接第1版）办成了四十多件实事。村民都说，${VERDICT}，大事有人管，心里踏实多了。\n` },
]
const party = PracticeId.parse('party')

onEachHost('merging', (kind) => {
  let shelf: Shelf
  beforeAll(async () => {
    shelf = await openWindow(kind)
    valueOf(await shelf.app.call('bundled.remove', {}))
    await importTexts(shelf.app, TEXTS)
    await reaches(shelf.total, '4 条')
    valueOf(await shelf.app.call('person.set', { name: '韩江雪' }))
  })
  afterAll(() => shelf.app.close())

  const entries = async (): Promise<readonly Entry[]> => {
    const { hits } = valueOf(await shelf.app.call('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 50 }))
    return Promise.all(hits.map(async ({ id }) => valueOf(await shelf.app.call('entries.get', { id }))))
  }
  const holding = async (has: string): Promise<Entry> => {
    const found = (await entries()).find((one) => one.body.includes(has))
    if (found === undefined) throw new Error(`no entry has “${has}”`)
    return found
  }
  const choose = async ({ id, body, revision }: Entry, words: string): Promise<void> => {
    const start = body.indexOf(words)
    valueOf(await shelf.app.call('practices.addPassage', { id, revision, practice: party, span: { start, end: start + words.length }, by: '赵强' }))
  }
  const passages = async (id: EntryId): Promise<readonly string[]> => valueOf(await shelf.app.call('entries.get', { id })).practices.flatMap(({ evidence }) => evidence.flatMap(({ passage, text }) => (passage === null ? [] : [text])))
  const words = async (id: EntryId): Promise<readonly string[]> => valueOf(await shelf.app.call('entries.get', { id })).practices.find((one) => one.id === party)?.judgements.map(({ by, decision }) => `${by} ${decision}`).toSorted() ?? []
  const opens = async (title: string): Promise<void> => {
    await shelf.page.getByRole('option', { name: title }).click()
    await shelf.reader.getByRole('heading', { level: 1, name: title }).waitFor()
  }
  const undone = async (message: string): Promise<void> => {
    const { page } = shelf
    await page.locator('.ant-notification-notice', { hasText: message }).getByRole('button', { name: '撤销' }).click()
    await page.getByText(`已撤销：${message}`).waitFor()
  }

  it('two that tell the same keep both origins and everybody’s judgements, and what could not go along is listed', async () => {
    const { app, page, reader } = shelf
    const [kept, repost] = [(await entries()).find(({ title }) => title === KEPT), await holding(SUPPLIED)]
    if (kept === undefined) throw new Error('the first entry is not here')
    valueOf(await app.call('practices.decide', { id: repost.id, practice: party, decision: 'rejected', by: '王芳' }))
    await choose(repost, LAMP)
    await choose(repost, SUPPLIED)
    await opens(KEPT)
    const offer = reader.getByRole('region', { name: `与“${REPOST}”同源` })
    await offer.getByRole('button', { name: '合并，留这一篇' }).click()
    const told = page.getByRole('dialog', { name: '有 1 条意见没有带过来' })
    await told.getByText(SUPPLIED).waitFor()
    expect(await told.getByRole('listitem').allTextContents()).toEqual([`“党建引领”的依据：${SUPPLIED}`])
    await told.getByRole('button', { name: '确定' }).click()
    await told.waitFor({ state: 'hidden' })
    await reader.getByRole('region', { name: '同源的其他来历' }).getByText(REPOST).waitFor()
    await reaches(shelf.total, '3 条')
    expect([await words(kept.id), await passages(kept.id)]).toEqual([['王芳 rejected', '赵强 confirmed'], [LAMP]])

    await undone('已合并，两处来历都保留；带过来 2 条意见')
    await reaches(shelf.total, '4 条')
    await offer.waitFor()
    expect([await words(kept.id), await passages(kept.id), await words(repost.id), (await passages(repost.id)).toSorted()]).toEqual([[], [], ['王芳 rejected', '赵强 confirmed'], [LAMP, SUPPLIED].toSorted()])
  })

  it('the halves of an article are offered to each other, joined with what people said of both, and parted by undo', async () => {
    const { reader } = shelf
    const second = await holding(VERDICT)
    await choose(second, VERDICT)
    await opens(HALF)
    await reader.getByRole('region', { name: /是一篇的两半$/ }).getByRole('button', { name: '接成一篇' }).click()
    await reaches(shelf.total, '3 条')
    await reader.getByText('三个月来办成了四十多件实事').waitFor()
    const joined = await holding(VERDICT)
    expect([joined.id === second.id, joined.incomplete, await passages(joined.id)]).toEqual([false, false, [VERDICT]])
    await undone('已接成一篇，两处来历都保留；带过来 1 条意见')
    await reaches(shelf.total, '4 条')
    expect([await passages(joined.id), await passages(second.id)]).toEqual([[], [VERDICT]])
  })
})
