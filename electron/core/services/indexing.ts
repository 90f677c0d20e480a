/** The index beside the library: fed with every change, level again in the background after a crash or a full disk. */
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '../../contract/errors.ts'
import type { CheckReport } from '../../contract/library.ts'
import type { CorePorts } from '../host.ts'
import { guarded, type Library, type StoredArticle } from '../library/index.ts'
import { asideOf, indexText, openIndex, portions, type IndexEntry, type KnownWords, type OwnLabel, type SearchIndex, type Tagged } from '../searching/index.ts'
import { outline } from '../trouble.ts'
import type { Lexicon } from './lexicon.ts'

export interface Indexing {
  readonly index: SearchIndex
  /** Throws LIBRARY_CORRUPT where the index could not read the library: its answers would be silently short. */
  readonly search: SearchIndex['search']
  /** The same for all that is found, for how much that is, and for why. */
  readonly all: SearchIndex['all']
  readonly total: SearchIndex['total']
  readonly explain: SearchIndex['explain']
  /** Brings these entries up to date: changed, removed or brought back. Many at once are done in the background. */
  readonly refresh: (ids: readonly string[]) => void
  /** These entries show other practices than before, or have other labels; their words are the same. */
  readonly retag: (seqs: readonly number[]) => void
  /** These entries have other keywords than before. Answers whether the index has followed. */
  readonly rekey: (seqs: readonly number[]) => boolean
  /** What an import has stored, with the tokens its helper made, in portions between which whoever asks goes first. What was changed or taken away since then is as the library has it. */
  readonly add: (stored: readonly StoredArticle[]) => Promise<void>
  readonly check: () => CheckReport['findings'][number]
  /** Resolves once nothing reads the library any more. */
  readonly close: () => Promise<void>
}

const GROUP = 64
const AT_ONCE = 256

export function openIndexing(library: Library, ports: CorePorts, { segmenter, thesaurus }: Lexicon, practicesNamed: (text: string) => readonly string[], labels: () => readonly OwnLabel[], words: () => KnownWords): Indexing {
  const { entries, practices, facts, stories, labels: passages } = library.reads
  // Damage of library.db must not pass for damage of search.db, which would be begun anew for nothing.
  const fromLibrary = <T>(read: () => T): T => guarded(library.folder, read)
  const tagged = (seqs: readonly number[]): Tagged[] => {
    const shown = practices.shown(seqs)
    const stamps = practices.stamps(seqs)
    const named = facts.named(seqs)
    const grown = facts.stamps(seqs)
    const given = passages.given(seqs)
    return entries.filed(seqs).map(({ seq, rights, status, review, keywords }) => ({ ...(named.get(seq) ?? UNTOLD), seq, keywords, tags: (stamps.get(seq) ?? 0) + (grown.get(seq) ?? 0), practices: shown.get(seq) ?? [], labels: given.get(seq) ?? [], rights, status, review }))
  }
  const index = openIndex(join(library.folder, 'search.db'), {
    library: {
      texts: (seqs) => fromLibrary(() => entries.texts(seqs).map((row) => ({ ...row, ...asideOf(row) }))),
      // A text that cannot be read ahead is told of when somebody asks for it: the index itself lacks nothing.
      readOn: entries.readOn,
      revisions: () => fromLibrary(entries.indexed),
      load: (seqs) => fromLibrary(() => entries.indexable(seqs).map(indexEntry)),
      tagged: (seqs) => fromLibrary(() => tagged(seqs)),
      stories: () => fromLibrary(stories.pairs),
    },
    segmenter,
    thesaurus,
    practicesNamed,
    labels,
    differing: library.reads.judgements.everyDiffering,
    words,
    onState: (state) => ports.emit('index.state', state),
    onFailed: report,
  })
  let closed = false
  let unread: Refusal | null = null
  let work: Promise<void> = Promise.resolve()
  const catchUp = (): void => void (work = index.catchUp().catch(report))

  /** The truth is stored already: an index that cannot follow (a full disk) is behind, and nothing worse. */
  function report(error: unknown): void {
    if (closed) return
    // Told by every search from now on.
    if (error instanceof Refusal && error.code === 'LIBRARY_CORRUPT') unread = error
    else console.error(`index: ${outline(error)}`)
  }
  function follow(action: () => void): boolean {
    try {
      action()
      return true
    } catch (error) {
      report(error)
      return false
    }
  }
  const trusted = (): SearchIndex => {
    if (unread) throw unread
    return index
  }
  const inGroups = <T>(all: readonly T[], put: (group: readonly T[]) => void): void => {
    for (let at = 0; at < all.length; at += GROUP) put(all.slice(at, at + GROUP))
  }

  /** Others go first between the rows of an import and their index: a batch may have been taken back or accepted by then. */
  function asTheyAreNow(stored: readonly IndexEntry[]): IndexEntry[] {
    const seqs = stored.map(({ seq }) => seq)
    const filed = new Map(entries.filed(seqs).map((one) => [one.seq, one]))
    const stamps = practices.stamps(seqs)
    const [same, changed] = divided(stored, ({ seq, revision, review, status, tags }) => {
      const now = filed.get(seq)
      return now?.revision === revision && now.review === review && now.status === status && stamps.get(seq) === tags
    })
    return changed.length === 0 ? [...stored] : [...stored.filter(({ seq }) => same.includes(seq)), ...entries.indexable(changed).map(indexEntry)]
  }

  catchUp()
  return {
    index,
    search: (request) => trusted().search(request),
    all: (request) => trusted().all(request),
    total: (request) => trusted().total(request),
    explain: (seq, request) => trusted().explain(seq, request),
    refresh: (ids) => {
      if (ids.length > AT_ONCE) return catchUp()
      void follow(() => {
        const seqs = entries.seqs(ids)
        const present = entries.filed(seqs)
        const known = new Set(present.map(({ seq }) => seq))
        index.remove(seqs.filter((seq) => !known.has(seq)))
        const [same, other] = divided(present, ({ seq, revision }) => index.revisionOf(seq) === revision)
        index.retag(tagged(same))
        inGroups(entries.indexable(other).map(indexEntry), (group) => index.put(group))
      })
    },
    retag: (seqs) => void follow(() => index.retag(tagged(seqs))),
    rekey: (seqs) => follow(() => index.rekey(tagged(seqs))),
    add: async (stored) => {
      for (const portion of portions(stored.map(importedEntry))) {
        if (closed) return
        void follow(() => index.add(asTheyAreNow(portion)))
        await breathe()
      }
    },
    check: () => {
      try {
        const { missing, behind, extra } = index.difference()
        const count = missing.length + behind.length + extra.length
        index.verify()
        return { check: 'index', ok: count === 0, count, detail: count === 0 ? `${index.count} 个条目都能搜到` : `${count} 个条目与索引不一致，请重建索引` }
      } catch (error) {
        return { check: 'index', ok: false, count: index.count, detail: error instanceof Refusal ? '资料库已损坏，无法与索引核对' : '索引已损坏，请重建索引' }
      }
    },
    close: async () => {
      closed = true
      index.close()
      await work
    },
  }
}

function divided<T extends { readonly seq: number }>(rows: readonly T[], test: (row: T) => boolean): [number[], number[]] {
  const seqs = (kept: boolean): number[] => rows.filter((row) => test(row) === kept).map(({ seq }) => seq)
  return [seqs(true), seqs(false)]
}

/** What names no brand, no platform and nobody, or was not read for facts yet. */
const UNTOLD = { brands: [], platforms: [], people: [] } as const

type Indexable = ReturnType<Library['reads']['entries']['indexable']>[number]

const indexEntry = ({ seq, revision, kind, origin, title, place, date, media, authors, keywords, body, practices, brands, platforms, people, labels, tags, rightsLevel, status, review, ...fields }: Indexable): IndexEntry => ({
  brands, platforms, people, labels, keywords, seq, revision, kind, origin, title, place, practices, tags, rights: rightsLevel, status, review, date: date.value, source: media, authors: authors.map(({ name }) => name), index: indexText({ title, keywords, body, ...asideOf({ ...fields, media, authors }) }),
})

const importedEntry = ({ seq, revision, prepared: { article, description, index } }: StoredArticle): IndexEntry => ({
  ...UNTOLD, labels: [], seq, revision, rights: description.rightsLevel, status: 'active', review: 'pending', kind: description.kind, origin: 'imported', title: description.title, place: description.place, date: article.date.value, source: article.source.media, authors: article.authors.map(({ name }) => name), index,
  tags: 1, keywords: description.keywords, practices: description.practices.flatMap(({ id, strength }) => (strength === 'mention' ? [] : [id])),
})
