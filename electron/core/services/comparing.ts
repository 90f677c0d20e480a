/** Boards: what their units stand for is read from the library, what the cells say is decided by the comparing room. */
import type { CellEntry, Column, compareMethods, Row, Unit } from '../../contract/comparing.ts'
import { Refusal } from '../../contract/errors.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import { cellOf, choosePlaces, distinct, levelOf, matrixOf, placeLabels, placeNamed, spoken, unitId, voicesOf } from '../comparing/index.ts'
import type { ComparedRow } from '../library/index.ts'
import { openCompared, type Compared } from './compared.ts'
import type { Context, Service } from './context.ts'
import { openPlaces } from './places.ts'

/** Of several places of one name, so many are listed. */
const MOST_LISTED = 12

export function compareService({ library, practices, ports }: Context): Service<keyof typeof compareMethods> {
  const { compared, entries } = library.reads
  const comparedOf = openCompared(library)
  const places = openPlaces(ports.content, compared.places)

  /** Boards outlive a practice's id: what was merged or moved is shown as what it lives on in. */
  const rowOf = (asked: PracticeId): Row => {
    const id = practices.current(asked)
    const practice = practices.known(id)
    if (practice === null) throw new Refusal('NO_SUCH_PRACTICE', { practice: asked })
    return { id, label: practice.label }
  }
  const firstLevel = (): readonly PracticeId[] => practices.taxonomy().practices.flatMap(({ id, parent }) => (parent === null ? [id] : []))

  /** A unit that is gone keeps its column, and has no entries; for one that was merged away stands the entry that was kept. */
  const lookUp = (unit: Unit): Pick<Column, 'missing' | 'mergedInto'> & { readonly rows: readonly ComparedRow[]; readonly label: string | null } => {
    if (unit.kind === 'place') {
      const rows = compared.cases(unit.path)
      return { rows, missing: rows.length === 0 && !places.isKnown(unit.path), mergedInto: null, label: null }
    }
    const row = compared.entry(unit.id)
    if (row !== null && !row.removed) return { rows: [row], missing: false, mergedInto: null, label: row.title }
    const kept = compared.keeper(unit.id)
    if (kept === null) return { rows: [], missing: true, mergedInto: null, label: row?.title ?? unit.id }
    return { rows: [kept.row], missing: false, mergedInto: { id: kept.row.id, title: kept.row.title }, label: kept.former }
  }
  const columnsOf = (units: readonly Unit[]): readonly { readonly column: Column; readonly rows: readonly ComparedRow[] }[] => {
    const labels = placeLabels(units.flatMap((unit) => (unit.kind === 'place' ? [unit.path] : [])))
    return units.map((unit) => {
      const { rows, missing, mergedInto, label } = lookUp(unit)
      const id = unitId(unit)
      const bundled = rows.filter(({ origin }) => origin === 'bundled').length
      return { rows, column: { id, label: label ?? labels.get(id) ?? id, level: unit.kind === 'place' ? levelOf(unit.path) : 'entry', unit, entries: rows.length - bundled, bundled, others: unit.kind === 'place' ? compared.others(unit.path) : 0, missing, mergedInto } }
    })
  }
  const present = (rows: readonly ComparedRow[], known: ReadonlyMap<number, Compared>): readonly Compared[] => rows.flatMap(({ seq }) => known.get(seq) ?? [])

  const resolve = (name: string): Unit => {
    const typed = name.trim()
    if (/^[0-9A-Za-z]{26}$/.test(typed)) {
      const row = compared.entry(typed.toUpperCase())
      if (row === null || row.removed) throw new Refusal('NO_SUCH_ENTRY', { id: typed })
      return { kind: 'entry', id: row.id }
    }
    const found = placeNamed(typed, places.known())
    if (found === null) throw new Refusal('NO_SUCH_PLACE', { place: typed })
    if ('path' in found) return { kind: 'place', path: found.path }
    const listed = found.ambiguous.map(spoken)
    const more = listed.length > MOST_LISTED ? `等 ${listed.length} 处` : ''
    throw new Refusal('AMBIGUOUS_PLACE', { place: typed, paths: `${listed.slice(0, MOST_LISTED).join('、')}${more}`, example: listed[0] ?? '' })
  }

  return {
    'compare.run': ({ units, rows, sentences }) => {
      const asked = (rows === null ? firstLevel() : [...new Set(rows.map(practices.current))]).map(rowOf)
      const columns = columnsOf(distinct(units))
      const known = comparedOf(columns.flatMap((one) => one.rows), asked.map(({ id }) => id))
      return matrixOf(columns.map((one) => ({ column: one.column, entries: present(one.rows, known) })), asked, sentences ?? Infinity)
    },
    'compare.cell': ({ unit, practice }) => {
      const row = rowOf(practice)
      const { rows } = lookUp(unit)
      const known = comparedOf(rows, [row.id])
      const all = present(rows, known)
      const tags = new Map(all.map((entry) => [entry.id, entry.tags.get(row.id)?.whole ?? null]))
      const summaries = new Map(entries.summaries(rows.map(({ seq }) => seq)).map(({ seq: _seq, ...summary }) => [summary.id, summary]))
      const behind = voicesOf(row.id, all).flatMap(({ entry: { id }, unchecked }): CellEntry[] => {
        const entry = summaries.get(id)
        return entry ? [{ entry, tag: tags.get(id) ?? null, unchecked }] : []
      })
      return { cell: cellOf(row.id, unitId(unit), all, Infinity), entries: behind }
    },
    'compare.places': ({ query, limit }) => {
      const counts = places.counts()
      return choosePlaces(query, places.known(), (path) => counts.get(path) ?? { entries: 0, bundled: 0 }, limit).map((found) => ({ ...found, level: levelOf(found.path) }))
    },
    'compare.resolve': ({ names }) => [...distinct(names.map(resolve))],
  }
}
