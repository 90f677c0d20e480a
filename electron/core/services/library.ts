import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import type { libraryMethods } from '../../contract/library.ts'
import { backup, backupTo, check } from '../library/index.ts'
import type { Context, Service } from './context.ts'

export function libraryService({ library, indexing }: Context): Service<keyof typeof libraryMethods & `library.${string}`> {
  return {
    'library.state': async () => ({
      state: 'open',
      folder: library.folder,
      ...library.reads.entries.counts(),
      bytes: ((await library.files.size(join(library.folder, 'library.db'))) ?? 0) + library.reads.documents.bytes(),
      createdAt: library.createdAt,
      schema: library.schema,
    }),
    'library.check': async () => {
      const began = performance.now()
      const findings = [...(await check(library)), indexing.check()]
      return { ok: findings.every(({ ok }) => ok), findings, tookMs: performance.now() - began }
    },
    'library.backup': ({ to }, granted) => {
      if (to === null) return backupTo(library, null)
      const place = granted.get(to)
      if (!place) throw new Refusal('NO_SUCH_GRANT')
      return place.folder ? backupTo(library, place.path) : backup(library, place.path)
    },
    'library.reindex': async () => {
      const began = performance.now()
      await indexing.index.rebuild()
      return { entries: indexing.index.count, tookMs: performance.now() - began }
    },
  }
}
