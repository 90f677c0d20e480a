/** What boards read: the cases of a place, and an entry that was chosen itself. */
import type { Database } from 'better-sqlite3'
import { EntryId, Origin } from '../../../contract/entry.ts'
import { VISIBLE } from './visible.ts'

export interface ComparedRow {
  readonly seq: number
  readonly id: EntryId
  readonly origin: Origin
  readonly title: string
  readonly incomplete: boolean
  readonly removed: boolean
}
export interface StatedPlace {
  /** 'province/city/district' as far as it is stated. */
  readonly path: string
  /** Imported or written cases at this very place. */
  readonly entries: number
  readonly bundled: number
}

interface Row { readonly seq: number; readonly id: string; readonly origin: string; readonly title: string; readonly incomplete: number; readonly removed_at: string | null }

const COLUMNS = 'seq, id, origin, title, incomplete, removed_at'
/** The place itself and all below it, by how many levels its path names. */
const LEVELS = ['province = ?', 'province = ? AND city IS ?', 'province = ? AND city IS ? AND district = ?']
const CASES = `kind = 'case' AND removed_at IS NULL AND ${VISIBLE}`

const comparedOf = (row: Row): ComparedRow => ({ seq: row.seq, id: EntryId.parse(row.id), origin: Origin.parse(row.origin), title: row.title, incomplete: row.incomplete === 1, removed: row.removed_at !== null })

const levelsOf = (path: string): readonly (string | null)[] => path.split('/').map((level) => (level === '' ? null : level))

export function comparedReads(db: Database) {
  const byId = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM entry WHERE id = ?`)
  const keeper = db.prepare<[string], Row & { readonly former: string }>(`SELECT ${COLUMNS.split(', ').map((name) => `entry.${name}`).join(', ')}, entry_origin.title AS former FROM entry_origin JOIN entry ON entry.seq = entry_origin.entry AND removed_at IS NULL WHERE entry_origin.former = ? ORDER BY merged_at DESC LIMIT 1`)
  const cases = LEVELS.map((at) => db.prepare<(string | null)[], Row>(`SELECT ${COLUMNS} FROM entry WHERE ${CASES} AND ${at} ORDER BY seq`))
  const others = LEVELS.map((at) => db.prepare<(string | null)[], { count: number }>(`SELECT count(*) AS count FROM entry WHERE kind = 'other' AND removed_at IS NULL AND ${VISIBLE} AND ${at}`))
  const places = db.prepare<[], { province: string; city: string | null; district: string | null; entries: number; bundled: number }>(`SELECT province, city, district, count(*) FILTER (WHERE origin <> 'bundled') AS entries, count(*) FILTER (WHERE origin = 'bundled') AS bundled
    FROM entry WHERE ${CASES} AND province IS NOT NULL GROUP BY province, city, district`)

  return {
    /** Also one that lies in the trash. */
    entry: (id: string): ComparedRow | null => {
      const row = byId.get(id)
      return row ? comparedOf(row) : null
    },
    /** Which entry stands for one that was merged away, and what that was called. */
    keeper: (id: string): { readonly row: ComparedRow; readonly former: string } | null => {
      const row = keeper.get(id)
      return row ? { row: comparedOf(row), former: row.former } : null
    },
    /** Cases at the place or below it, in the order in which they came. An empty level of the path is one that is not stated. */
    cases: (path: string): ComparedRow[] => {
      const levels = levelsOf(path)
      return cases[levels.length - 1]?.all(...levels).map(comparedOf) ?? []
    },
    /** How many entries of the place, or below it, are no cases. */
    others: (path: string): number => {
      const levels = levelsOf(path)
      return others[levels.length - 1]?.get(...levels)?.count ?? 0
    },
    /** Every place with cases whose province is stated. */
    places: (): StatedPlace[] =>
      places.all().map(({ province, city, district, entries, bundled }) => ({ path: [province, city ?? '', district ?? ''].join('/').replace(/\/+$/, ''), entries, bundled })),
  }
}
