/** The queue of a batch: every article in the order of the files, a page at a time, and who waits next. */
import { describe, expect, it } from 'vitest'
import type { EntryId } from '../../../electron/contract/entry.ts'
import type { BatchId } from '../../../electron/contract/importing.ts'
import { accept, openLibrary, remove, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { batch, entriesOf, importTexts, library } from './imported.ts'
import { manyEntries } from './many.ts'

const texts = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${name}第${String(n + 1)}篇，说一件只有它说的事。`)

async function threeFiles(): Promise<{ readonly kept: Library; readonly ids: readonly EntryId[] }> {
  const kept = await library()
  const stored = await importTexts(kept, { '甲.txt': texts('甲', 2), '乙.txt': texts('乙', 1), '丙.txt': texts('丙', 3) })
  return { kept, ids: entriesOf(stored).map(({ id }) => id) }
}
const at = (ids: readonly EntryId[], n: number): EntryId => {
  const id = ids[n]
  if (id === undefined) throw new Error(`no article ${String(n)}`)
  return id
}

describe('the queue of a batch', () => {
  it('follows the files and their articles, page by page', async () => {
    const { kept, ids } = await threeFiles()
    const whole = kept.reads.queue.page(batch, 0, 200)
    expect(whole.items.map(({ n, file, of, first, entry }) => [n, file, of, first, entry.ordinal])).toEqual([[1, '甲.txt', 2, true, 1], [1, '甲.txt', 2, false, 2], [2, '乙.txt', 1, true, 1], [3, '丙.txt', 3, true, 1], [3, '丙.txt', 3, false, 2], [3, '丙.txt', 3, false, 3]])
    expect(whole.items.map(({ entry }) => entry.id)).toEqual(ids)
    const pages = [0, 2, 4, 6].map((offset) => kept.reads.queue.page(batch, offset, 2))
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6, 6])
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items)
  })

  it('counts what waits, was taken in and was skipped', async () => {
    const { kept, ids } = await threeFiles()
    accept(kept, [at(ids, 0), at(ids, 2)])
    remove(kept, [at(ids, 4), at(ids, 2)])
    const { total, waiting, accepted, skipped } = kept.reads.queue.page(batch, 0, 1)
    expect({ total, waiting, accepted, skipped }).toEqual({ total: 6, waiting: 3, accepted: 1, skipped: 2 })
    expect(kept.reads.batches.get(batch)?.totals.waiting).toBe(3)
  })

  it('knows the place of each article, and of none that is not in it', async () => {
    const { kept, ids } = await threeFiles()
    expect(ids.map((id) => kept.reads.queue.place(batch, id)?.index)).toEqual([0, 1, 2, 3, 4, 5])
    expect(kept.reads.queue.place(batch, at(ids, 3))?.item).toEqual(kept.reads.queue.page(batch, 3, 1).items[0])
    expect(kept.reads.queue.place('B2' as BatchId, at(ids, 3))).toBeNull()
    expect(kept.reads.queue.page('B2' as BatchId, 0, 5)).toEqual({ total: 0, waiting: 0, accepted: 0, skipped: 0, items: [] })
  })

  it('says who waits next: behind, or else from the beginning, and never the article itself', async () => {
    const { kept, ids } = await threeFiles()
    accept(kept, [at(ids, 1), at(ids, 2)])
    const next = (from: number | null): number | undefined => kept.reads.queue.next(batch, from === null ? null : at(ids, from))?.index
    expect([next(null), next(0), next(2), next(4), next(5)]).toEqual([0, 3, 3, 5, 0])
    accept(kept, ids.slice(0, 5))
    expect([next(null), next(0), next(5)]).toEqual([5, 5, undefined])
  })

  it('holds thousands of files, and hands out any page of them', async () => {
    const folder = await emptyFolder()
    await manyEntries(folder, 2500)
    const many = await openLibrary(folder)
    try {
      const [found] = many.reads.batches.all()
      const id = found?.id ?? batch
      const { total, waiting, items } = many.reads.queue.page(id, 2400, 200)
      expect([total, waiting, items.length, items[0]?.n, items.at(-1)?.file]).toEqual([2500, 2500, 100, 2401, '第2500份.txt'])
      const last = items.at(-1)?.entry.id
      expect(last === undefined ? null : many.reads.queue.place(id, last)?.index).toBe(2499)
    } finally {
      await many.close()
    }
  })
})
