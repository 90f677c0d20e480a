/** Judgements of several people across entries: who gave them, where they differ, and which entry another library means. */
import type { Database } from 'better-sqlite3'
import type { Signer } from '../../../contract/judgements.ts'
import { VISIBLE } from './visible.ts'

const EACH = '(SELECT value FROM json_each(?))'
const ALL = 'SELECT entry, signed, at, came FROM practice_decision UNION ALL SELECT entry, signed, at, came FROM practice_passage UNION ALL SELECT entry, signed, at, came FROM fact_decision UNION ALL SELECT entry, signed, at, came FROM label_passage'
const DIFFERING = 'SELECT entry FROM practice_tag WHERE differ = 1 UNION ALL SELECT entry FROM fact WHERE differ = 1'
const PRESENT = `JOIN entry ON entry.seq = judged.entry WHERE removed_at IS NULL AND ${VISIBLE}`

export interface OfOriginal {
  readonly sha256: string
  readonly ordinal: number | null
  readonly seq: number
}

/** An entry that became part of another: by a merger, or as the second half of an article. */
export interface MergedAway {
  /** The entry that was kept. */
  readonly seq: number
  readonly title: string
  readonly sha256: string | null
  /** Where the trash still has it: its place there, and its number in its original. */
  readonly former: number | null
  readonly ordinal: number | null
}

export function judgementReads(db: Database) {
  const signers = db.prepare<[], { by: string; judgements: number; here: number }>(`SELECT signed AS by, count(*) AS judgements, sum(came = 0) AS here FROM (${ALL}) AS judged ${PRESENT} GROUP BY signed ORDER BY judgements DESC, signed`)
  const judged = db.prepare<{ readonly by: string | null; readonly ids: string | null }, { entry: number }>(`SELECT DISTINCT judged.entry FROM (${ALL}) AS judged ${PRESENT} AND (@by IS NULL OR signed IN (SELECT value FROM json_each(@by))) AND (@ids IS NULL OR entry.id IN (SELECT value FROM json_each(@ids))) ORDER BY judged.entry`)
  const count = db.prepare<[], { entries: number; items: number }>(`SELECT count(DISTINCT judged.entry) AS entries, count(*) AS items FROM (${DIFFERING}) AS judged ${PRESENT}`)
  const differing = db.prepare<[number, number], { entry: number }>(`SELECT judged.entry FROM (SELECT DISTINCT entry FROM (${DIFFERING})) AS judged ${PRESENT} ORDER BY (SELECT max(at) FROM (${ALL}) AS word WHERE word.entry = judged.entry) DESC, judged.entry DESC LIMIT ? OFFSET ?`)
  const everyDiffering = db.prepare<[], { entry: number }>(`SELECT DISTINCT entry FROM (${DIFFERING})`)
  const originals = db.prepare<[string], OfOriginal>(`SELECT document.sha256, entry.ordinal, entry.seq FROM document JOIN entry ON entry.document = document.seq WHERE removed_at IS NULL AND document.sha256 IN ${EACH} ORDER BY entry.seq`)
  const titled = db.prepare<[string], { title: string; seq: number }>(`SELECT title, seq FROM entry WHERE removed_at IS NULL AND title IN ${EACH} ORDER BY seq`)
  const merged = db.prepare<[string, string], MergedAway>(`SELECT kept.seq, entry_origin.title, document.sha256, gone.seq AS former, gone.ordinal FROM entry_origin JOIN entry AS kept ON kept.seq = entry_origin.entry AND kept.removed_at IS NULL LEFT JOIN entry AS gone ON gone.id = entry_origin.former LEFT JOIN document ON document.seq = entry_origin.document
    WHERE (gone.seq IS NULL OR gone.removed_at IS NOT NULL) AND (document.sha256 IN ${EACH} OR entry_origin.title IN ${EACH}) ORDER BY kept.seq, merged_at, entry_origin.former`)
  const withdrawn = db.prepare<[number], { item: string; signed: string }>('SELECT item, signed FROM word_withdrawn WHERE entry = ?')

  return {
    signers: (): Signer[] => signers.all(),
    /** Entries on which one of these (null: anybody) has judged something. */
    judged: (by: readonly string[] | null, ids: readonly string[] | null): readonly number[] => judged.all({ by: by && JSON.stringify(by), ids: ids && JSON.stringify(ids) }).map(({ entry }) => entry),
    differing: (offset: number, limit: number) => ({ total: count.get()?.entries ?? 0, items: count.get()?.items ?? 0, seqs: differing.all(limit, offset).map(({ entry }) => entry) }),
    /** Every one of them, those in the trash among them. */
    everyDiffering: (): readonly number[] => everyDiffering.all().map(({ entry }) => entry),
    ofOriginals: (hashes: readonly string[]): readonly OfOriginal[] => originals.all(JSON.stringify(hashes)),
    /** Entries of these originals or titles that another stands for now. */
    mergedAway: (hashes: readonly string[], titles: readonly string[]): readonly MergedAway[] => merged.all(JSON.stringify(hashes), JSON.stringify(titles)),
    /** Passages that people took away: they are not brought in again. */
    withdrawn: (seq: number): readonly { readonly item: string; readonly by: string }[] => withdrawn.all(seq).map(({ item, signed }) => ({ item, by: signed })),
    titled: (titles: readonly string[]) => titled.all(JSON.stringify(titles)),
  }
}

export function judgementWrites(db: Database) {
  const practices = db.prepare<[number]>("UPDATE practice_state SET rules = '' WHERE entry = ?")
  const facts = db.prepare<[number]>("UPDATE fact_state SET rules = '' WHERE entry = ?")
  const note = db.prepare<[number, string, string, string]>('INSERT OR REPLACE INTO word_withdrawn (entry, item, signed, at) VALUES (?, ?, ?, ?)')
  const forget = db.prepare<[number, string, string]>('DELETE FROM word_withdrawn WHERE entry = ? AND item = ? AND signed = ?')
  const inherit = db.prepare<[number, number]>('INSERT OR IGNORE INTO word_withdrawn (entry, item, signed, at) SELECT ?, item, signed, at FROM word_withdrawn WHERE entry = ?')
  return {
    /** What people took away from an entry stays away from the one that stands for it now. */
    inheritWithdrawn: (to: number, from: number): void => void inherit.run(to, from),
    withdrawn: (seq: number, item: string, by: string, at: string): void => void note.run(seq, item, by, at),
    /** It stands again. */
    said: (seq: number, item: string, by: string): void => void forget.run(seq, item, by),
    /** The entry is to be read again in the background: others than before judge it. */
    unread: (seq: number): void => {
      practices.run(seq)
      facts.run(seq)
    },
  }
}
