/** Passages that people gave a label. */
import type { Database } from 'better-sqlite3'
import { LabelId } from '../../../contract/labels.ts'
import type { Anchored } from '../anchoring.ts'
import type { Signed } from '../judgements.ts'
import { anchoredOf, anchoredWrites, type AnchoredRow } from './anchored-rows.ts'
import { VISIBLE } from './visible.ts'

export interface LabelledPassage extends Anchored, Signed {
  readonly id: string
  readonly label: LabelId
}

interface Row extends AnchoredRow {
  readonly label: string
  readonly came: number
}

const labelledOf = (row: Row): LabelledPassage => ({ label: LabelId.parse(row.label), came: row.came === 1, ...anchoredOf(row) })
const passageOf = (row: Row): LabelledPassage & { readonly seq: number } => ({ seq: row.entry, ...labelledOf(row) })

const IN_ORDER = 'lost, span_start, span_end, label_passage.id'
const SHOWN = `FROM label_passage JOIN entry ON entry.seq = label_passage.entry WHERE removed_at IS NULL AND ${VISIBLE}`

export function labelReads(db: Database) {
  const ofEntry = db.prepare<[number], Row>(`SELECT * FROM label_passage WHERE entry = ? ORDER BY ${IN_ORDER}`)
  const ofMany = db.prepare<[string], Row>('SELECT * FROM label_passage WHERE entry IN (SELECT value FROM json_each(?))')
  const one = db.prepare<[string], Row>('SELECT * FROM label_passage WHERE id = ?')
  const counts = db.prepare<[], { label: string; n: number }>(`SELECT label, count(*) AS n ${SHOWN} GROUP BY label`)
  const counted = db.prepare<[string], { total: number; entries: number }>(`SELECT count(*) AS total, count(DISTINCT label_passage.entry) AS entries ${SHOWN} AND label = ?`)
  const given = db.prepare<[string], { entry: number; label: string }>('SELECT DISTINCT entry, label FROM label_passage WHERE entry IN (SELECT value FROM json_each(?)) ORDER BY entry, label')
  const page = db.prepare<[string, number, number], Row>(`SELECT label_passage.* ${SHOWN} AND label = ? ORDER BY label_passage.entry DESC, ${IN_ORDER} LIMIT ? OFFSET ?`)

  return {
    /** In the order of the text; those whose words are gone come last. */
    ofEntry: (seq: number): LabelledPassage[] => ofEntry.all(seq).map(labelledOf),
    ofMany: (seqs: readonly number[]) => ofMany.all(JSON.stringify(seqs)).map(passageOf),
    passage: (id: string): (LabelledPassage & { readonly seq: number }) | null => {
      const row = one.get(id)
      return row ? passageOf(row) : null
    },
    /** Ids of the labels of each entry; an entry without any is left out. */
    given: (seqs: readonly number[]): ReadonlyMap<number, readonly string[]> => new Map([...Map.groupBy(given.all(JSON.stringify(seqs)), ({ entry }) => entry)].map(([entry, rows]) => [entry, rows.map(({ label }) => label)])),
    /** How many passages each label has in entries that can be seen. */
    counts: (): ReadonlyMap<string, number> => new Map(counts.all().map(({ label, n }) => [label, n])),
    count: (label: LabelId) => counted.get(label) ?? { total: 0, entries: 0 },
    /** Newest entries first. */
    page: (label: LabelId, offset: number, limit: number) => page.all(label, limit, offset).map(passageOf),
  }
}

export type LabelReads = ReturnType<typeof labelReads>

export function labelWrites(db: Database) {
  const { add, move, drop } = anchoredWrites(db, 'label_passage', ['label', 'came'])
  // The index tells by it that the entry is filed otherwise; rules '' say that the text is still to be read for practices.
  const stamp = db.prepare<[number]>("INSERT INTO practice_state (entry, rules, stamp) VALUES (?, '', 1) ON CONFLICT (entry) DO UPDATE SET stamp = stamp + 1")
  return {
    add: (seq: number, { label, came, ...words }: LabelledPassage): void => {
      add(seq, words, { label, came: came ? 1 : 0 })
      stamp.run(seq)
    },
    move,
    drop: (seq: number, id: string): void => {
      drop(id)
      stamp.run(seq)
    },
  }
}
