/** 同源: fingerprints, pairs, and the origins of merged entries. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { EntryId, Source, StatedDate } from '../../../contract/entry.ts'
import type { OtherOrigin } from '../../../contract/stories.ts'

/** Two entries that tell the same, by their place in the library. */
export interface Pair {
  readonly older: number
  readonly newer: number
  readonly contained: number
  readonly same: boolean
  readonly separate: boolean
}
interface PairRow { readonly older: number; readonly newer: number; readonly contained: number; readonly same: number; readonly separate_at: string | null }
/** As the history keeps it while a merger is undone. */
export const KeptOrigin = z.strictObject({ former: EntryId, document: z.int().nullable(), file: z.string().nullable(), title: z.string(), source: z.string(), date: z.string(), merged_at: z.string(), merged_by: z.string() })
export type KeptOrigin = z.infer<typeof KeptOrigin>
interface OriginRow { readonly former: string; readonly file: string | null; readonly title: string; readonly source: string; readonly date: string; readonly merged_at: string; readonly merged_by: string }

const EACH = '(SELECT value FROM json_each(?))'
/** Both in the library, and not in the trash. */
const PRESENT = 'FROM story_pair JOIN entry AS a ON a.seq = older AND a.removed_at IS NULL JOIN entry AS b ON b.seq = newer AND b.removed_at IS NULL'
const COLUMNS = 'older, newer, contained, same, separate_at'
const pairOf = ({ separate_at: at, same, ...row }: PairRow): Pair => ({ ...row, same: same === 1, separate: at !== null })

export function storyReads(db: Database) {
  // What has the most keys in common comes first: a formula that many texts share must not hide the one repost.
  const meet = db.prepare<[string, number, number], { entry: number }>(`SELECT entry FROM story_band WHERE key IN ${EACH} AND entry NOT IN (SELECT b.seq FROM entry AS a JOIN entry AS b ON b.seq = a.seq OR b.document = a.document WHERE a.seq = ?) GROUP BY entry ORDER BY count(*) DESC, entry LIMIT ?`)
  const unprinted = db.prepare<[number], { seq: number; body: string }>('SELECT seq, body FROM entry JOIN entry_text ON entry_text.entry = seq WHERE seq NOT IN (SELECT entry FROM story_print) ORDER BY seq LIMIT ?')
  const of = db.prepare<[number, number], PairRow>(`SELECT ${COLUMNS} ${PRESENT} WHERE older = ? OR newer = ? ORDER BY same DESC, contained DESC, newer`)
  const waiting = db.prepare<[string, string], PairRow>(`SELECT ${COLUMNS} ${PRESENT} WHERE separate_at IS NULL AND (newer IN ${EACH} OR older IN ${EACH}) ORDER BY contained DESC, older`)
  const open = db.prepare<[number, number], PairRow>(`SELECT ${COLUMNS} ${PRESENT} WHERE separate_at IS NULL ORDER BY newer DESC, contained DESC LIMIT ? OFFSET ?`)
  const pairs = db.prepare<[], [number, number]>(`SELECT older, newer ${PRESENT} WHERE separate_at IS NULL ORDER BY older, newer`).raw()
  const count = db.prepare<[], { n: number }>(`SELECT count(*) AS n ${PRESENT} WHERE separate_at IS NULL`)
  // As long as the merged entry can be seen again, it speaks for itself.
  const origins = db.prepare<[number], OriginRow>('SELECT former, file, title, source, date, merged_at, merged_by FROM entry_origin WHERE entry = ? AND former NOT IN (SELECT id FROM entry WHERE removed_at IS NULL) ORDER BY merged_at, former')

  return {
    /** Entries whose fingerprints meet these keys, the nearest first. */
    meeting: (keys: readonly number[], own: number, most: number): readonly number[] => (keys.length === 0 ? [] : meet.all(JSON.stringify(keys), own, most).map(({ entry }) => entry)),
    unprinted: (most: number) => unprinted.all(most),
    of: (seq: number): readonly Pair[] => of.all(seq, seq).map(pairOf),
    waiting: (seqs: readonly number[]): readonly Pair[] => waiting.all(JSON.stringify(seqs), JSON.stringify(seqs)).map(pairOf),
    /** All pairs that nobody has kept apart, by number. */
    pairs: (): readonly (readonly [number, number])[] => pairs.all(),
    /** The newest first. */
    open: (offset: number, limit: number): { readonly total: number; readonly pairs: readonly Pair[] } => ({ total: count.get()?.n ?? 0, pairs: open.all(limit, offset).map(pairOf) }),
    origins: (seq: number): OtherOrigin[] => origins.all(seq).map((row) => ({
      id: EntryId.parse(row.former), title: row.title, source: Source.parse(JSON.parse(row.source)), date: StatedDate.parse(JSON.parse(row.date)), file: row.file, mergedAt: row.merged_at, by: row.merged_by,
    })),
  }
}

export interface MergedOrigin extends Omit<OtherOrigin, 'mergedAt'> {
  readonly entry: number
  readonly document: number | null
  readonly at: string
}

export function storyWrites(db: Database) {
  const print = db.prepare<[number, string]>('INSERT OR REPLACE INTO story_print (entry, keys) VALUES (?, ?)')
  const band = db.prepare<[number, string]>('INSERT OR IGNORE INTO story_band (entry, key) SELECT ?, value FROM json_each(?)')
  const pair = db.prepare<[number, number, number, number]>(`INSERT INTO story_pair (older, newer, contained, same) VALUES (?, ?, ?, ?)
    ON CONFLICT (older, newer) DO UPDATE SET contained = excluded.contained, same = excluded.same`)
  const decide = db.prepare<[string | null, string | null, number, number]>('UPDATE story_pair SET separate_by = ?, separate_at = ? WHERE older = ? AND newer = ?')
  const origin = db.prepare<[number, string, number | null, string | null, string, string, string, string, string]>('INSERT OR REPLACE INTO entry_origin (entry, former, document, file, title, source, date, merged_at, merged_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const inherit = db.prepare<[number, number]>('INSERT OR IGNORE INTO entry_origin (entry, former, document, file, title, source, date, merged_at, merged_by) SELECT ?, former, document, file, title, source, date, merged_at, merged_by FROM entry_origin WHERE entry = ?')

  const drop = db.prepare<[number, string, number], KeptOrigin>('DELETE FROM entry_origin WHERE entry = ? AND former IN (SELECT ? UNION SELECT former FROM entry_origin WHERE entry = ?) RETURNING former, document, file, title, source, date, merged_at, merged_by')

  const unprint = db.prepare<[number]>('DELETE FROM story_print WHERE entry = ?')
  const unpair = db.prepare<[number, number]>('DELETE FROM story_pair WHERE separate_at IS NULL AND (older = ? OR newer = ?)')

  return {
    /** Its fingerprint and the pairs on which nobody has decided go. */
    forget: (seq: number): void => {
      unprint.run(seq)
      unpair.run(seq, seq)
    },
    print: (seq: number, keys: readonly number[]): void => {
      const json = JSON.stringify(keys)
      print.run(seq, json)
      band.run(seq, json)
    },
    pair: ({ older, newer, contained, same }: Omit<Pair, 'separate'>): void => void pair.run(older, newer, contained, same ? 1 : 0),
    /** null takes the decision back. Answers whether there is such a pair. */
    separate: (older: number, newer: number, decided: { readonly by: string | null; readonly at: string } | null): boolean => decide.run(decided?.by ?? null, decided?.at ?? null, older, newer).changes === 1,
    addOrigin: ({ entry, document, id, file, title, source, date, at, by }: MergedOrigin): void => void origin.run(entry, id, document, file, title, JSON.stringify(source), JSON.stringify(date), at, by),
    /** They are two again: `to` no longer stands for `from`, nor for what was merged into that. Answers what says that it did. */
    dropOrigins: (to: number, from: { readonly seq: number; readonly id: string }): KeptOrigin | null => drop.all(to, from.id, from.seq).find(({ former }) => former === from.id) ?? null,
    putOrigin: (to: number, { former, document, file, title, source, date, merged_at: at, merged_by: by }: KeptOrigin): void => void origin.run(to, former, document, file, title, source, date, at, by),
    /** What was merged into `from` came with it. */
    inheritOrigins: (to: number, from: number): void => void inherit.run(to, from),
  }
}
