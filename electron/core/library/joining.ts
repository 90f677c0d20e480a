/** The two halves of an article that a newspaper printed on two pages become one entry; the second goes to the trash, and where it came from and what people decided about it is kept. */
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import { joinContinued, type Continued, type Half } from '../cleaning/index.ts'
import { inheritHalf, type Inherited } from './exchange/inheriting.ts'
import { acceptedBefore, togetherOnShelf } from './keeping-shelf-life.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import { keepReading, present, type KeywordsOf, type Revised } from './revising.ts'
import { mergeSegments } from './segments.ts'
import type { Shelf } from './shelf.ts'
import { outline, paragraphsOf, type EntryState, type StoredNotice, type StoredPicture } from './state.ts'
import { capture, touchedBy } from './steps.ts'
import { tagAnew } from './tagging.ts'

export interface Fitting {
  readonly first: StoredEntry
  readonly second: StoredEntry
  readonly confidence: number
  readonly reasons: readonly string[]
}

const half = ({ titleIsProvisional, title, body, paragraphs, pictures, incompleteReason, source, date, references }: EntryState): Half => ({
  title: titleIsProvisional ? null : title, incompleteReason, source, date, body, references,
  paragraphs: paragraphsOf(body, paragraphs),
  pictures: pictures.flatMap(({ id, alt, at }) => (at === null ? [] : [{ id, alt, ...at }])),
})

/** Halves that fit, the surest first; each is offered once. `of` are entries whose other half is looked for; null looks for all. */
export function fittingHalves({ reads }: Shelf, of: ReadonlySet<number> | null): readonly Fitting[] {
  const halves = reads.entries.storedMany(reads.entries.halves())
  const pairs = halves.flatMap((first) =>
    halves.flatMap((second): Fitting[] => {
      if (first === second || (of !== null && !of.has(first.seq) && !of.has(second.seq))) return []
      const joined = joinContinued(half(first.state), half(second.state))
      return joined ? [{ first, second, confidence: joined.confidence, reasons: joined.reasons }] : []
    }),
  )
  const taken = new Set<string>()
  return pairs.toSorted((a, b) => b.confidence - a.confidence || a.first.seq - b.first.seq || a.second.seq - b.second.seq).filter(({ first, second }) => {
    const [before, behind] = [`${first.seq} goes on`, `${second.seq} comes on`]
    if (taken.has(before) || taken.has(behind)) return false
    taken.add(before).add(behind)
    return true
  })
}

/** Throws INVALID_INPUT where they don't fit. */
export function joinHalves(shelf: Shelf, firstId: EntryId, secondId: EntryId, by: string, keywordsOf: KeywordsOf): Revised & Pick<Inherited, 'carried'> {
  return shelf.connection.write(() => {
    const { clock, reads, writes } = shelf
    const first = present(shelf, firstId)
    const second = present(shelf, secondId)
    const joined = joinContinued(half(first.state), half(second.state))
    if (joined === null) throw new Refusal('INVALID_INPUT', { reason: '这两篇的“下转”“上接”、版次、日期或题目对不上，没有合并' })
    const at = clock.at()
    const undo = clock.id()
    const revision = first.revision + 1
    const steps = { first: capture(shelf, first, { text: true, removed: null }), second: capture(shelf, second, { text: false, removed: false }) }
    keepReading(shelf, first)
    const state = together(first, second, joined, keywordsOf)
    writes.entries.replace(first.seq, revision, revision, at, state)
    const changed = tagAnew(shelf, { seq: first.seq, state }, first.state)
    const { words, carried, lost } = inheritHalf(shelf, { ...first, state }, second)
    writes.stories.addOrigin({ entry: first.seq, id: second.id, document: second.document, file: second.original?.file ?? null, title: second.state.title, source: second.state.source, date: second.state.date, at, by })
    writes.stories.inheritOrigins(first.seq, second.seq)
    writes.entries.remove(second.seq, at)
    writes.history.add(undo, at, 'join', second.state.title, [touchedBy(first, revision, revision, { ...steps.first, words }), touchedBy(second, second.revision, second.content, steps.second)])
    return { entry: reads.entries.stored(first.id) ?? first, lost: [...changed, ...lost, ...togetherOnShelf(first.state, second.state).lost, ...acceptedBefore(first, second)], undo, carried }
  })
}

/** Ties to the second original are kept where it is the same file; its notices tell of it all the same. */
function together(first: StoredEntry, second: StoredEntry, joined: Continued, keywordsOf: KeywordsOf): EntryState {
  const [a, b] = [first.state, second.state]
  const shift = joined.body.length - b.body.length
  const moved = <T extends { readonly start: number; readonly end: number }>({ start, end }: T) => ({ start: start + shift, end: end + shift })
  const oneFile = first.document !== null && first.document === second.document
  const goesOn = oneFile && (first.original?.raw.end ?? 0) <= (second.original?.raw.start ?? 0)
  const mine = (id: string): string => `${second.seq}:${id}`
  return {
    ...a,
    ...togetherOnShelf(a, b).life,
    body: joined.body,
    paragraphs: joined.paragraphs.map(outline),
    references: [...joined.references],
    pictures: [...a.pictures, ...b.pictures.map((picture): StoredPicture => ({ ...picture, id: mine(picture.id), at: picture.at && moved(picture.at) }))],
    segments: goesOn ? mergeSegments([...a.segments, ...b.segments.map(({ body, raw }) => ({ body: moved(body), raw }))]) : a.segments,
    notices: [...a.notices, ...b.notices.map((notice): StoredNotice => ({
      ...notice, id: mine(notice.id), raw: oneFile ? notice.raw : null, at: notice.at && moved(notice.at),
      ...(notice.restored ? { restored: { ...notice.restored, segments: goesOn ? notice.restored.segments : [], spans: notice.restored.spans.map(({ id, at }) => ({ id: mine(id), at })), pictures: notice.restored.pictures.map(({ id, at }) => ({ id: mine(id), at })) } } : {}),
    }))],
    authors: [...a.authors, ...b.authors.filter((author) => !a.authors.some(({ name, role }) => name === author.name && role === author.role))],
    editorNote: a.editorNote ?? b.editorNote,
    incomplete: joined.incompleteReason !== null,
    incompleteReason: joined.incompleteReason,
    disagreements: [...a.disagreements, ...b.disagreements],
    keywords: [...keywordsOf(a.titleIsProvisional ? '' : a.title, joined.body)],
  }
}
