/** The board (对照板) one is putting together: places and entries are added to it from anywhere in the window; the 对照 screen shows it. */
import { create } from 'zustand'
import { MOST_UNITS, type Board, type BoardId, type Unit } from '../../../electron/contract/comparing.ts'
import type { PracticeId } from '../../../electron/contract/practice-tag.ts'
import type { FormerPractice } from '../../../electron/contract/practices.ts'

interface Draft {
  /** null until it was saved. */
  readonly id: BoardId | null
  readonly title: string
  readonly units: readonly Unit[]
  /** null: all practices of the first level. */
  readonly rows: readonly PracticeId[] | null
  /** Whether it differs from what was saved. */
  readonly changed: boolean
  /** Something of what was saved could not be read. */
  readonly damaged: boolean
}
interface DraftActions {
  /** Answers false when the unit is on the board already, or the board is full. */
  readonly add: (unit: Unit) => boolean
  readonly remove: (unit: Unit) => void
  /** Moves a unit to the left (-1) or to the right (1). */
  readonly move: (unit: Unit, by: -1 | 1) => void
  readonly show: (rows: readonly PracticeId[] | null) => void
  readonly rename: (title: string) => void
  readonly load: (board: Board) => void
  /** Shows a board that was removed again; a change that nobody has saved is not given up for it. */
  readonly bringBack: (board: Board) => void
  readonly clear: () => void
}

const EMPTY: Draft = { id: null, title: '', units: [], rows: null, changed: false, damaged: false }

/** Whether something would be lost. */
export const isUnsaved = ({ changed, units }: Pick<Draft, 'changed' | 'units'>): boolean => changed && units.length > 0

/** Chosen rows that the taxonomy has, also under another id by now, and what those are called that it has no more: a board outlives them. */
export function knownRows(rows: readonly PracticeId[] | null, { practices, former }: KnownPractices): { readonly known: readonly PracticeId[] | null; readonly gone: readonly Gone[] } {
  const ids = new Set(practices.map(({ id }) => id))
  const earlier = new Map(former.map((one) => [one.id, one]))
  const today = (rows ?? []).map((id) => (ids.has(id) ? id : (earlier.get(id)?.now ?? id)))
  const gone = today.filter((id) => !ids.has(id)).map((id): Gone => ({ id, label: earlier.get(id)?.label ?? null }))
  return { known: rows && [...new Set(today.filter((id) => ids.has(id)))], gone }
}

/** `label`: what people called it until they retired it; null for one that this taxonomy never had. */
interface Gone {
  readonly id: PracticeId
  readonly label: string | null
}
interface KnownPractices {
  readonly practices: readonly { readonly id: PracticeId }[]
  readonly former: readonly FormerPractice[]
}

/** Equal for the same place or entry. */
export const unitKey = (unit: Unit): string => (unit.kind === 'place' ? unit.path : unit.id)

export const useBoard = create<Draft & DraftActions>()((set, get) => ({
  ...EMPTY,
  add: (unit) => {
    const { units } = get()
    if (units.length >= MOST_UNITS || units.some((one) => unitKey(one) === unitKey(unit))) return false
    set({ units: [...units, unit], changed: true })
    return true
  },
  remove: (unit) => set(({ units }) => ({ units: units.filter((one) => unitKey(one) !== unitKey(unit)), changed: true })),
  move: (unit, by) => set(({ units }) => {
    const at = units.findIndex((one) => unitKey(one) === unitKey(unit))
    const to = at + by
    if (at < 0 || to < 0 || to >= units.length) return {}
    const moved = units.filter((_, index) => index !== at)
    moved.splice(to, 0, unit)
    return { units: moved, changed: true }
  }),
  show: (rows) => set({ rows, changed: true }),
  rename: (title) => set({ title, changed: true }),
  load: ({ id, title, units, rows, damaged }) => set({ id, title, units, rows, changed: false, damaged }),
  bringBack: (board) => { if (!isUnsaved(get())) get().load(board) },
  clear: () => set(EMPTY),
}))
