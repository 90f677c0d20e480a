import { BatchId } from '../../../electron/contract/importing.ts'
import { GROUP, disk, openLibrary, storeFiles } from '../../../electron/core/library/index.ts'
import { preparedFile } from './prepared.ts'

/** Makes a library of `count` entries, each of one line, as an import stores them. Forcing every file to the disk is left out: nothing tests that here. */
export async function manyEntries(folder: string, count: number): Promise<void> {
  const library = await openLibrary(folder, { files: { ...disk, sync: () => Promise.resolve(), syncFolder: () => Promise.resolve() } })
  const batch = BatchId.parse('MANY')
  library.connection.write(() => library.writes.batches.add(batch, '大批', count, library.clock.at()))
  for (let from = 0; from < count; from += GROUP) {
    await storeFiles(library, batch, Array.from({ length: Math.min(GROUP, count - from) }, (_, n) => ({ n: from + n + 1, ...preparedFile(`第${String(from + n + 1)}份.txt`, [`第${String(from + n + 1)}份的正文。`]) })))
  }
  await library.close()
}
