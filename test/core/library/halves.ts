/** The two halves of an article that a newspaper printed on two pages. */
import type { EntryId } from '../../../electron/contract/entry.ts'
import { storeFiles, type Library } from '../../../electron/core/library/index.ts'
import { batch, entriesOf } from './imported.ts'
import { preparedFile } from './prepared.ts'

const HALVES = [
  { name: '一版.txt', body: '网格员把事情说完，老马调解室', page: '01', why: '原文标有“下转四版”，后文登在另一版，不在这里' },
  { name: '四版.txt', body: '开了门，网格员又来。', page: '04', why: '原文标有“上接第1版”，前文登在另一版，不在这里' },
] as const
export const HALF_TITLE = '凉亭'

export async function storeHalves(opened: Library): Promise<readonly [EntryId, EntryId]> {
  const from = opened.reads.batches.get(batch)?.totals.done ?? 0
  const [first, second] = entriesOf(await storeFiles(opened, batch, HALVES.map(({ name, body, page, why }, index) => {
    const file = preparedFile(name, [body])
    return { n: from + index + 1, ...file, prepared: { ...file.prepared, articles: file.prepared.articles.map((one) => ({ ...one, article: { ...one.article, incomplete: true, incompleteReason: why, source: { media: '沅平日报', page, url: null }, title: HALF_TITLE }, description: { ...one.description, title: HALF_TITLE } })) } }
  })))
  if (first === undefined || second === undefined) throw new Error('both halves are stored')
  return [first.id, second.id]
}
