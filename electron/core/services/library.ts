import { join } from 'node:path'
import type { libraryMethods } from '../../contract/library.ts'
import type { Context, Service } from './context.ts'

export function libraryService({ library }: Context): Service<Extract<keyof typeof libraryMethods, 'library.state'>> {
  return {
    'library.state': async () => ({
      state: 'open',
      folder: library.folder,
      ...library.reads.entries.counts(),
      bytes: (await library.files.size(join(library.folder, 'library.db'))) ?? 0,
      createdAt: library.createdAt,
      schema: library.schema,
    }),
  }
}
