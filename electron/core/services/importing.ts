import { Refusal } from '../../contract/errors.ts'
import type { BatchId, ContinuedPair, importMethods, Review } from '../../contract/importing.ts'
import type { queueMethods } from '../../contract/queue.ts'
import { BY_RULES } from '../../contract/reviewing.ts'
import type { Grant } from '../../contract/library.ts'
import type { GrantedPath, GrantedPaths } from '../host.ts'
import type { Imports } from '../jobs/index.ts'
import { accept, acceptAbove, fittingHalves, remove, removeBatch, surelyPending, type Judged, type Library } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { documentText } from './original.ts'
import { reviewAccounts, reviewRules, type Reviewed } from './review.ts'

export function importService({ library, changed }: Context, imports: Imports): Service<keyof typeof importMethods | keyof typeof queueMethods> {
  const { reads } = library
  const known = (id: BatchId) => {
    const batch = reads.batches.get(id)
    if (batch === null) throw new Refusal('NO_SUCH_BATCH', { id })
    return batch
  }

  const judged = ({ ids, undo }: Judged) => {
    changed(ids)
    return { count: ids.length, undo }
  }

  return {
    'import.start': ({ grants, confirmed, options }, granted) => imports.start(grants.map((grant) => resolve(granted, grant)), confirmed, { ...BY_RULES, ...options }),
    'import.paste': ({ text, html, name }) => imports.paste(text, name, html),
    'import.cancel': ({ id }) => imports.cancel(id),
    'import.pause': ({ id }) => imports.pause(id),
    'import.resume': ({ id }) => imports.resume(id),
    'import.batches': () => reads.batches.all(),
    'import.files': ({ id, offset, limit }) => ({ batch: known(id), files: reads.batches.files(id, offset, limit) }),
    'import.queue': ({ id, offset, limit }) => reads.queue.page(known(id).id, offset, limit),
    'import.place': ({ id, entry }) => reads.queue.place(known(id).id, entry),
    'import.next': ({ id, entry }) => reads.queue.next(known(id).id, entry),
    'import.review': ({ id, n }) => reviewOf(library, id, n),
    'import.pending': ({ offset, limit }) => reads.batches.pending(offset, limit),
    'import.continued': ({ id, entry }) => {
      if (id !== null) known(id)
      const pairs = fittingHalves(library, entry !== null ? new Set(reads.entries.seqs([entry])) : id === null ? null : new Set(reads.batches.presentEntries(id)))
      const summaries = new Map(reads.entries.summaries(pairs.flatMap(({ first, second }) => [first.seq, second.seq])).map(({ seq, ...summary }) => [seq, summary]))
      return pairs.flatMap(({ first, second, confidence, reasons }): ContinuedPair[] => {
        const [one, other] = [summaries.get(first.seq), summaries.get(second.seq)]
        return one && other ? [{ first: one, second: other, confidence, reasons: [...reasons] }] : []
      })
    },
    'import.accept': ({ ids }) => judged(accept(library, ids)),
    'import.skip': ({ ids }) => judged(remove(library, ids)),
    'import.acceptAbove': ({ id, confidence, dry }) => (dry ? { count: surelyPending(library, id, confidence).length, undo: '' } : judged(acceptAbove(library, id, confidence))),
    'import.undo': ({ id }) => {
      const moved = removeBatch(library, id)
      changed(moved.ids)
      return { removed: moved.ids.length, undo: moved.undo }
    },
  }
}

export async function reviewOf(library: Library, id: BatchId, n: number): Promise<Review> {
  const { reads } = library
  if (reads.batches.get(id) === null) throw new Refusal('NO_SUCH_BATCH', { id })
  const file = reads.batches.file(id, n)
  const document = file?.document == null ? null : reads.documents.get(file.document)
  if (file === null || document === null) throw new Refusal('NO_SUCH_FILE', { file: file?.file ?? String(n) })
  const { name, format, encoding, options, sheets, boundaries } = document
  const articles = new Map(file.entries.map(({ ordinal, id: entry }): [number, Reviewed] => [ordinal, { id: entry, notices: reads.entries.stored(entry)?.state.notices ?? [] }]))
  return {
    file: name, format, encoding, options, sheets: [...sheets], boundaries: [...boundaries], rules: reviewRules(articles.values(), options),
    text: await documentText(library, document.seq), accounts: reviewAccounts(document.accounts, articles), entries: file.entries,
  }
}

function resolve(granted: GrantedPaths, grant: Grant): GrantedPath {
  const found = granted.get(grant)
  if (!found) throw new Refusal('NO_SUCH_GRANT')
  return found
}
