import { Refusal } from '../../contract/errors.ts'
import type { BatchId, importMethods } from '../../contract/importing.ts'
import type { Grant } from '../../contract/library.ts'
import type { GrantedPath, GrantedPaths } from '../host.ts'
import type { Imports } from '../jobs/index.ts'
import { removeBatch } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { documentText } from './original.ts'

export function importService({ library, changed }: Context, imports: Imports): Service<keyof typeof importMethods> {
  const { reads } = library
  const known = (id: BatchId) => {
    const batch = reads.batches.get(id)
    if (batch === null) throw new Refusal('NO_SUCH_BATCH', { id })
    return batch
  }

  return {
    'import.start': ({ grants, confirmed }, granted) => imports.start(grants.map((grant) => resolve(granted, grant)), confirmed),
    'import.paste': ({ text, name }) => imports.paste(text, name),
    'import.cancel': ({ id }) => imports.cancel(id),
    'import.batches': () => reads.batches.all(),
    'import.files': ({ id, offset, limit }) => ({ batch: known(id), files: reads.batches.files(id, offset, limit) }),
    'import.review': async ({ id, n }) => {
      known(id)
      const file = reads.batches.file(id, n)
      const document = file?.document == null ? null : reads.documents.get(file.document)
      if (file === null || document === null) throw new Refusal('NO_SUCH_FILE', { file: file?.file ?? String(n) })
      return { file: document.name, encoding: document.encoding, text: await documentText(library, document.seq), accounts: [...document.accounts], entries: file.entries }
    },
    'import.undo': ({ id }) => {
      const moved = removeBatch(library, id)
      changed(moved.ids)
      return { removed: moved.ids.length, undo: moved.undo }
    },
  }
}

function resolve(granted: GrantedPaths, grant: Grant): GrantedPath {
  const found = granted.get(grant)
  if (!found) throw new Refusal('NO_SUCH_GRANT')
  return found
}
