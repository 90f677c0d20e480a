import type { Entry } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { libraryMethods, OriginalView } from '../../contract/library.ts'
import { create, edit, emptyTrash, isWholeLine, joinHalves, lostFigures, READ_AT_ONCE, remove, restore, switchNotice, undo, wholeEntry, type Revised, type StoredEntry } from '../library/index.ts'
import type { Context, Service } from './context.ts'
import { documentText } from './original.ts'

type Methods = Service<Extract<keyof typeof libraryMethods, `entries.${string}` | `trash.${string}` | 'history.undo'>>

export interface AfterUndo {
  /** Goes on reading texts for practices, where an undo has left some unread. */
  readonly readOn: () => void
  /** Takes a change of the dictionary back and answers what it was; null when the token names none. */
  readonly undoWords: (token: string) => string | null
}

export function entriesService({ library, indexing, ports, changed, keywordsOf }: Context, { readOn, undoWords }: AfterUndo): Methods {
  const { reads } = library
  const stored = (id: string): StoredEntry => {
    const entry = reads.entries.stored(id)
    if (entry === null) throw new Refusal('NO_SUCH_ENTRY', { id })
    return entry
  }
  const whole = (entry: StoredEntry): Entry => wholeEntry(library, entry)
  const revised = ({ entry, lost, undo: token }: Revised) => {
    changed([entry.id])
    return { entry: whole(entry), lost: [...lost], undo: token }
  }

  return {
    'entries.get': ({ id }) => whole(stored(id)),
    'entries.history': ({ id }) => reads.history.ofEntry(stored(id).id),
    'entries.original': async ({ id }): Promise<OriginalView> => {
      const { document, original, state } = stored(id)
      if (document === null || original === null) throw new Refusal('NO_SUCH_FILE', { file: state.title })
      const { file, encoding, raw } = original
      return { file, encoding, text: await documentText(library, document), range: raw, segments: state.segments }
    },
    'entries.picture': async ({ id, picture }) => {
      const found = stored(id).state.pictures.find((one) => one.id === picture)
      if (!found) throw new Refusal('NO_SUCH_PICTURE', { picture })
      return { mime: found.mime, base64: Buffer.from(await library.originals.read(found.sha256, found.name)).toString('base64') }
    },
    'entries.create': ({ title, body }) => {
      const entry = create(library, title, body, keywordsOf)
      changed([entry.id])
      return whole(entry)
    },
    'entries.edit': ({ id, revision, change }) => {
      const former = stored(id)
      const before = former.origin === 'bundled' ? whole(former).summary : null
      const { lost, ...result } = revised(edit(library, id, revision, change, keywordsOf))
      return { ...result, lost: [...lost, ...lostFigures(before, result.entry.summary)] }
    },
    'entries.setNotice': async ({ id, notice, applied }) => {
      const { document, state } = stored(id)
      const raw = state.notices.find((one) => one.id === notice)?.raw
      const isLine = !applied && document !== null && raw != null && isWholeLine(await documentText(library, document), raw)
      return revised(switchNotice(library, id, notice, applied, isLine, keywordsOf))
    },
    'entries.joinContinued': ({ first, second, by }) => {
      const done = joinHalves(library, first, second, by, keywordsOf)
      changed([second])
      return { ...revised(done), carried: done.carried }
    },
    'entries.remove': ({ ids }) => {
      const moved = remove(library, ids)
      changed(moved.ids)
      return { removed: moved.ids.length, undo: moved.undo }
    },
    'entries.restore': ({ ids }) => {
      const moved = restore(library, ids)
      changed(moved.ids)
      return { restored: moved.ids.length }
    },
    'history.undo': ({ undo: token }) => {
      const words = undoWords(token)
      if (words !== null) return { label: words, ids: [], left: 0, lost: [] }
      const { label, ids, left, lost } = undo(library, token)
      changed(ids)
      if (ids.length > READ_AT_ONCE) readOn()
      return { label, ids: [...ids], left, lost: [...lost] }
    },
    'trash.list': () => reads.entries.trash(),
    'trash.empty': async ({ ids }) => {
      const erased = await emptyTrash(library, ids)
      indexing.index.erased()
      ports.emit('library.changed', { ids })
      return { erased }
    },
  }
}
