/** A library with some imported entries. */
import { BatchId } from '../../../electron/contract/importing.ts'
import { openLibrary, storeFiles, type Library, type LibraryOptions, type StoredFile } from '../../../electron/core/library/index.ts'
import { onTestFinished } from 'vitest'
import { emptyFolder } from './folder.ts'
import { preparedFile } from './prepared.ts'

export const batch = BatchId.parse('B1')

/** Open until the test ends. */
export async function library(options: LibraryOptions = {}, folder?: string): Promise<Library> {
  const opened = await openLibrary(folder ?? (await emptyFolder()), options)
  onTestFinished(() => opened.close())
  if (opened.reads.batches.get(batch) === null) opened.connection.write(() => opened.writes.batches.add(batch, '测试', 3, opened.clock.at()))
  return opened
}

/** One file per name, each with the texts given. */
export async function importTexts(into: Library, texts: Readonly<Record<string, readonly string[]>>): Promise<readonly StoredFile[]> {
  const from = into.reads.batches.get(batch)?.totals.done ?? 0
  return storeFiles(into, batch, Object.entries(texts).map(([name, bodies], index) => ({ n: from + index + 1, ...preparedFile(name, bodies) })))
}

export const entriesOf = (stored: readonly StoredFile[]) => stored.flatMap((file) => (file.outcome === 'imported' ? file.entries : []))
