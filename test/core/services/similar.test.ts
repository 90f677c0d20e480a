import { expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { LANTERN_LANE } from '../../fixtures/stories/texts.ts'
import { openedCore } from './opened.ts'

async function open() {
  const { call } = await openedCore()
  const paste = async (text: string): Promise<EntryId> => {
    const { id } = await call('import.paste', { text, name: '粘贴.txt' })
    for (;;) {
      const { batch, files } = await call('import.files', { id, offset: 0, limit: 10 })
      const entry = files[0]?.entries[0]?.id
      if (batch.state !== 'running' && entry) return entry
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return { call, paste }
}

const PARKING = '槐树小区停车议事\n\n槐树小区的停车难让网格员跑了不少腿。议事会上，楼栋长与物业企业坐到一张桌子前，划出错时停车的车位，停车难有了着落。'
const PARKING_TOO = '柳林小区错时停车\n\n柳林小区车位紧张，停车难是老问题。网格员请来物业企业和楼栋长开议事会，错时停车的办法定了下来。'
const TREES = '全市春季植树\n\n植树活动在城郊举行，五百人带着铁锹上山，种下松树与柏树。'

it('cases that share words and practices are told, best first; other texts are not', async () => {
  const { call, paste } = await open()
  const [first, second] = [await paste(PARKING), await paste(PARKING_TOO), await paste(TREES)]
  const similar = await call('search.similar', { id: first })
  expect(similar.map(({ entry }) => entry.id)).toEqual([second])
  expect(similar[0]?.keywords).toEqual(expect.arrayContaining(['错时', '停车难', '议事会']))
  expect(similar[0]?.score).toBeGreaterThan(0.06)
  expect(similar).toEqual(await call('search.similar', { id: first }))
})

it('other prints of the same story are no similar cases', async () => {
  const { call, paste } = await open()
  const first = await paste(LANTERN_LANE)
  const repost = await paste(`老巷议事有新招\n\n${LANTERN_LANE.split('\n').slice(1, 5).join('\n')}`)
  expect(await call('search.similar', { id: first })).toEqual([])
  await call('stories.separate', { a: first, b: repost, by: '沈知行' })
  expect((await call('search.similar', { id: first })).map(({ entry }) => entry.id)).toEqual([repost])
})

it('an entry that is not there is refused', async () => {
  const { call } = await open()
  await expect(call('search.similar', { id: 'e_000000000000000000000000' as EntryId })).rejects.toMatchObject({ code: expect.any(String) })
})
