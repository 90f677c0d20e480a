/** A change of the dictionary (词典): all of its rows or none, kept so that it can be taken back (decision 0590). */
import { Refusal } from '../../contract/errors.ts'
import { foldText } from '../language/index.ts'
import type { GroupRow, LexiconChange, RejectedRow, WordRow } from './repositories/lexicon.ts'
import type { Shelf } from './shelf.ts'

/** Rows to be written; null takes a row away. A row that stands already as it is to be is left alone. */
export interface LexiconRows {
  readonly words?: ReadonlyMap<string, Omit<WordRow, 'key' | 'at'> | null>
  readonly groups?: ReadonlyMap<string, Omit<GroupRow, 'key' | 'at'> | null>
  readonly rejected?: ReadonlyMap<string, Omit<RejectedRow, 'key' | 'at'> | null>
}

export interface LexiconChanged {
  /** Names the change; '' when nothing was different. */
  readonly undo: string
  /** Rows that are other than before. */
  readonly count: number
}

/** What a word is keyed by. */
export const wordKey = foldText

export function changeLexicon(shelf: Shelf, label: string, rows: LexiconRows): LexiconChanged {
  const { clock, connection, reads: { lexicon } } = shelf
  return connection.write(() => {
    const at = clock.at()
    const changed: LexiconChange = {
      words: differing(rows.words, at, lexicon.word),
      groups: differing(rows.groups, at, lexicon.group),
      rejected: differing(rows.rejected, at, lexicon.rejectedOne),
    }
    return settle(shelf, at, label, changed)
  })
}

/** Brings back what the change `id` found. Refused as a whole when one of its rows has changed since. null when `id` is no change of the dictionary. */
export function undoLexicon(shelf: Shelf, id: string): string | null {
  const { clock, connection, reads: { lexicon } } = shelf
  return connection.write(() => {
    const found = lexicon.change(id)
    if (found === null) return null
    const { words, groups, rejected } = found.changed
    const changed: LexiconChange = {
      words: back(words, lexicon.word),
      groups: back(groups, lexicon.group),
      rejected: back(rejected, lexicon.rejectedOne),
    }
    settle(shelf, clock.at(), found.label, changed)
    return found.label
  })
}

interface Changed<Row> {
  readonly key: string
  readonly before: Row | null
  readonly after: Row | null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function differing<Row extends { readonly key: string; readonly at: string }>(wanted: ReadonlyMap<string, Omit<Row, 'key' | 'at'> | null> | undefined, at: string, read: (key: string) => Row | null): (Changed<Row> & { after: Row | null })[] {
  return [...(wanted ?? [])].flatMap(([key, row]) => {
    const before = read(key)
    // The two that are left out of `row` are put in here; TypeScript can't follow that through a generic Omit.
    const after = row === null ? null : ({ ...row, key, at } as unknown as Row)
    return same(before && sorted({ ...before, at }), after && sorted(after)) ? [] : [{ key, before, after }]
  })
}

const sorted = (row: object): unknown => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))

function back<Row extends object>(changes: readonly Changed<Row>[], read: (key: string) => Row | null): (Changed<Row> & { after: Row | null })[] {
  return changes.map(({ key, before, after }) => {
    const now = read(key)
    if (!same(now && sorted(now), after && sorted(after))) throw new Refusal('INVALID_INPUT', { reason: '词典在这一步之后又改过，无法撤销；请在“词典”里直接改回' })
    return { key, before: now, after: before }
  })
}

function settle({ clock, writes: { lexicon } }: Shelf, at: string, label: string, changed: LexiconChange): LexiconChanged {
  const count = changed.words.length + changed.groups.length + changed.rejected.length
  if (count === 0) return { undo: '', count }
  for (const { key, after } of changed.words) lexicon.word(key, after)
  for (const { key, after } of changed.groups) lexicon.group(key, after)
  for (const { key, after } of changed.rejected) lexicon.rejected(key, after)
  lexicon.pend(changed.words.flatMap(cutOtherwise))
  const undo = clock.id()
  lexicon.keep(undo, at, label, changed)
  return { undo, count }
}

/** Texts that hold one of these are cut otherwise than before. */
function cutOtherwise({ before, after }: Changed<WordRow>): readonly string[] {
  const cuts = (row: WordRow | null): unknown => row && [row.text, row.enabled, row.enabled ? row.frequency : null]
  return same(cuts(before), cuts(after)) ? [] : [...new Set([before, after].flatMap((row) => (row === null ? [] : [row.text])))]
}
