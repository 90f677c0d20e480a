/** Imports eight files at a time until it is killed; tells its parent after each group. */
import { BatchId } from '../../../electron/contract/importing.ts'
import { openLibrary, storeFiles } from '../../../electron/core/library/index.ts'
import { preparedFile } from './prepared.ts'

const library = await openLibrary(process.argv[2] ?? '')
const batch = BatchId.parse('EVER')
library.connection.write(() => library.writes.batches.add(batch, '不停', 1_000_000, library.clock.at()))
for (let group = 0; ; group++) {
  const files = Array.from({ length: 8 }, (_, index) => ({ n: group * 8 + index + 1, ...preparedFile(`${group}-${index}.txt`, [`第 ${group} 组第 ${index} 份。\n${'内容。'.repeat(500)}`]) }))
  await storeFiles(library, batch, files)
  process.send?.(group + 1)
}
