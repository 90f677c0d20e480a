import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BatchId } from '../../../electron/contract/importing.ts'
import { disk, entryOf, openLibrary, storeFiles, type FileLayer, type Library } from '../../../electron/core/library/index.ts'
import { emptyFolder } from './folder.ts'
import { preparedFile } from './prepared.ts'

const batch = BatchId.parse('B1')
const startBatch = (library: Library): void => library.connection.write(() => library.writes.batches.add(batch, '测试', 3, library.clock.at()))

/** A disk that writes down what it was asked, in order, next to the statements of the database. */
function journaled(folder: string): { readonly files: FileLayer; readonly trace: (sql: string) => void; readonly log: string[] } {
  const log: string[] = []
  const short = (path: string): string => path.slice(folder.length + 1).replaceAll('\\', '/').replace(/\.incoming-.*/, 'TEMPORARY')
  const files: FileLayer = {
    ...disk,
    writeNew: (path, bytes) => (log.push(`write ${short(path)}`), disk.writeNew(path, bytes)),
    sync: (path) => (log.push(`sync ${short(path)}`), disk.sync(path)),
    rename: (from, to) => (log.push(`rename ${short(from)} ${short(to)}`), disk.rename(from, to)),
    syncFolder: (path) => (log.push(`sync folder ${short(path)}`), disk.syncFolder(path)),
  }
  return { files, log, trace: (sql) => void (/^(COMMIT|INSERT INTO entry )/.test(sql.trim()) && log.push(sql.trim().split('(')[0]?.trim() ?? '')) }
}

describe('storing an imported file', () => {
  it('has the original on the disk for good before the row commits', async () => {
    const folder = await emptyFolder()
    const { files, trace, log } = journaled(folder)
    const library = await openLibrary(folder, { files, trace })
    startBatch(library)
    const { prepared, bytes } = preparedFile('甲.txt', ['第一段。\n第二段。'])
    log.length = 0
    await storeFiles(library, batch, [{ n: 1, prepared, bytes }])
    const hash = prepared.sha256
    expect(log).toEqual([
      'write originals/TEMPORARY',
      'sync originals/TEMPORARY',
      `rename originals/TEMPORARY originals/${hash.slice(0, 2)}/${hash}`,
      `sync folder originals/${hash.slice(0, 2)}`,
      'sync folder originals',
      'INSERT INTO entry',
      'COMMIT',
    ])
    expect(await disk.read(join(folder, 'originals', hash.slice(0, 2), hash))).toEqual(Buffer.from(bytes))
    await library.close()
  })

  it('keeps every article of the file with exactly its text', async () => {
    const library = await openLibrary(await emptyFolder())
    startBatch(library)
    const { prepared, bytes } = preparedFile('甲.txt', ['第一段。\n第二段。', '另一篇。'])
    const [stored] = await storeFiles(library, batch, [{ n: 1, prepared, bytes }])
    if (stored?.outcome !== 'imported') throw new Error('not imported')
    const entries = stored.entries.map(({ id }) => library.reads.entries.stored(id)).flatMap((entry) => (entry ? [entryOf(entry)] : []))
    expect(entries.map(({ title, body, paragraphs, original }) => ({ title, body, lines: paragraphs.map((p) => p.text), ordinal: original?.ordinal, raw: original?.raw }))).toEqual([
      { title: '甲之1', body: '第一段。\n第二段。', lines: ['第一段。', '第二段。'], ordinal: 1, raw: { start: 0, end: 9 } },
      { title: '甲之2', body: '另一篇。', lines: ['另一篇。'], ordinal: 2, raw: { start: 11, end: 15 } },
    ])
    await library.close()
  })
})
