/** A core that imports a folder until it is killed; tells its parent how many files are done. */
import { join } from 'node:path'
import { Grant } from '../../../electron/contract/library.ts'
import { importEvents } from '../../../electron/contract/importing.ts'
import { openCore } from '../../../electron/core/services.ts'
import { root } from '../../shared.ts'
import { readerHere } from './fake-reader.ts'

const [library = '', source = ''] = process.argv.slice(2)
const content = join(root, 'content')
const core = await openCore(library, {
  emit: (event, value) => {
    if (event === 'import.progress') process.send?.(importEvents['import.progress'].parse(value).done)
  },
  spawnReader: () => readerHere(content),
  content,
  packPage: join(root, 'out/pack/page.html'),
  now: () => new Date(),
})
const grant = Grant.parse('grant-for-test')
await core.call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: source, name: '材料', folder: true, temporary: false }]]))
