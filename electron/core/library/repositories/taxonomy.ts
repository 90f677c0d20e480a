/** What people changed in the taxonomy, and what the last reading under it changed. */
import type { Database } from 'better-sqlite3'
import { PracticeId } from '../../../contract/practice-tag.ts'
import { StepChange, type TaxonomyStep } from '../../../contract/taxonomy.ts'

interface StepRow {
  readonly id: string
  readonly at: string
  readonly signed: string
  readonly change: string
}

const stepOf = ({ id, at, signed, change }: StepRow): TaxonomyStep => ({ id, at, by: signed, change: StepChange.parse(JSON.parse(change)) })

export function taxonomyReads(db: Database) {
  const steps = db.prepare<[], StepRow>('SELECT id, at, signed, change FROM taxonomy_step ORDER BY seq')
  const mark = db.prepare<[], { mark: string }>("SELECT count(*) || '/' || coalesce(max(seq), 0) AS mark FROM taxonomy_step")
  const next = db.prepare<[], { n: number }>("SELECT coalesce(max(seq), 0) AS n FROM sqlite_sequence WHERE name = 'taxonomy_step'")
  const counted = db.prepare<[], { n: number }>('SELECT count(DISTINCT entry) AS n FROM practice_shift JOIN entry ON entry.seq = practice_shift.entry WHERE removed_at IS NULL')
  const shifted = db.prepare<[number, number], { entry: number; shifts: string }>(`SELECT practice_shift.entry, json_group_array(json_array(practice, gained)) AS shifts FROM practice_shift JOIN entry ON entry.seq = practice_shift.entry
    WHERE removed_at IS NULL GROUP BY practice_shift.entry ORDER BY count(*) DESC, practice_shift.entry DESC LIMIT ? OFFSET ?`)

  return {
    /** Oldest first. */
    steps: (): TaxonomyStep[] => steps.all().map(stepOf),
    /** Another one whenever a step was added or dropped. */
    mark: (): string => mark.get()?.mark ?? '',
    /** How many steps there ever were: no id is given twice. */
    ever: (): number => next.get()?.n ?? 0,
    shiftCount: (): number => counted.get()?.n ?? 0,
    shifts: (offset: number, limit: number) =>
      shifted.all(limit, offset).map((row) => {
        const pairs = JSON.parse(row.shifts) as readonly (readonly [string, number])[]
        const of = (gained: number): PracticeId[] => pairs.flatMap(([practice, is]) => (is === gained ? [PracticeId.parse(practice)] : []))
        return { seq: row.entry, gained: of(1), lost: of(0) }
      }),
  }
}

export function taxonomyWrites(db: Database) {
  const add = db.prepare<[string, string, string, string]>('INSERT INTO taxonomy_step (id, at, signed, change) VALUES (?, ?, ?, ?)')
  const drop = db.prepare<[string]>('DELETE FROM taxonomy_step WHERE id = ?')
  const forget = db.prepare<[string]>('DELETE FROM practice_shift WHERE rules <> ?')
  const shift = db.prepare<[number, string, number, string]>('INSERT INTO practice_shift (entry, practice, gained, rules) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET gained = excluded.gained, rules = excluded.rules')

  return {
    add: ({ id, at, by, change }: TaxonomyStep): void => void add.run(id, at, by, JSON.stringify(change)),
    /** Answers whether it was there. */
    drop: (id: string): boolean => drop.run(id).changes === 1,
    /** What an entry shows under `rules` and did not before, and the reverse; what other rules shifted is forgotten. */
    shift: (seq: number, rules: string, before: readonly string[], after: readonly string[]): void => {
      forget.run(rules)
      for (const practice of after) if (!before.includes(practice)) shift.run(seq, practice, 1, rules)
      for (const practice of before) if (!after.includes(practice)) shift.run(seq, practice, 0, rules)
    },
  }
}
