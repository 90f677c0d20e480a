/** Comparing (对照): practice × unit, each cell with a state and the sentences it rests on. Cells come from imported and written text; bundled summaries are at most 仅提及. */
import { z } from 'zod'
import { EntryId, EntrySummary } from './entry.ts'
import { method } from './method.ts'
import { PracticeId, PracticeTag } from './practice-tag.ts'

/** One column of a board: a place with everything below it ('province/city'), or one entry. */
export const Unit = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('place'), path: z.string().min(1).max(200) }), z.strictObject({ kind: z.literal('entry'), id: EntryId })])
export type Unit = z.infer<typeof Unit>

/** 有据 (a primary or secondary span) · 仅提及 (mentions only) · 原文未述 (whole text there, nothing found) · 未核对 (no original, an incomplete text, or rules changed since). */
export const CellState = z.enum(['evidence', 'mention', 'not-stated', 'not-checked'])
export type CellState = z.infer<typeof CellState>

export const ColumnLevel = z.enum(['province', 'city', 'district', 'entry'])
/**
 * `id` is the place's path or the entry's id. `entries` are the cases that can give evidence, `bundled` our own summaries of the place.
 * `others` are entries of the place that count as 其他: they are no cases and give no evidence, but a person should know that they are there.
 * `missing`: the entry is in the trash or erased, or the place is neither in the list of divisions nor stated by any entry; the unit stays, its cells are 未核对.
 * `mergedInto`: the entry was merged into this one, or joined to it, which is read in its place until that is undone.
 */
export const Column = z.strictObject({ id: z.string(), label: z.string(), level: ColumnLevel, unit: Unit, entries: z.int(), bundled: z.int(), others: z.int(), missing: z.boolean(), mergedInto: z.strictObject({ id: EntryId, title: z.string() }).nullable() })
export type Column = z.infer<typeof Column>
export const Row = z.strictObject({ id: PracticeId, label: z.string() })
export type Row = z.infer<typeof Row>

/** `text` is the exact slice of the entry's body. */
export const CellSentence = z.strictObject({ entryId: EntryId, start: z.int(), end: z.int(), text: z.string() })
export type CellSentence = z.infer<typeof CellSentence>

export const Cell = z.strictObject({
  row: PracticeId,
  /** The column's id. */
  column: z.string(),
  state: CellState,
  /** A person has looked: every tag behind evidence is confirmed, or every text behind 原文未述 was said to be silent. Else 自动检出，待核. */
  confirmed: z.boolean(),
  /** The best sentence, to show in the cell; null without one. */
  lead: z.string().nullable(),
  /** Those the state rests on, best first, at most as many as were asked for. A bundled summary gives none. */
  sentences: z.array(CellSentence),
  /** How many there are. */
  total: z.int(),
  /** Stated titles that show the practice; `start` and `end` are offsets into the title. The only spans of a practice that no sentence of the body shows. */
  titles: z.array(CellSentence),
})
export type Cell = z.infer<typeof Cell>

export const Matrix = z.strictObject({ columns: z.array(Column), rows: z.array(Row), cells: z.array(Cell) })
export type Matrix = z.infer<typeof Matrix>

/** Why an entry of the cell can't say 有据 or 原文未述; null when it says one of them or 仅提及. `lost`: an edit took away the words that a person confirmed. */
export const Unchecked = z.enum(['bundled', 'incomplete', 'rules-changed', 'lost'])
export type Unchecked = z.infer<typeof Unchecked>
export const CellEntry = z.strictObject({ entry: EntrySummary, tag: PracticeTag.nullable(), unchecked: Unchecked.nullable() })
export type CellEntry = z.infer<typeof CellEntry>

export const BoardId = z.string().min(1).max(64).brand('BoardId')
export type BoardId = z.infer<typeof BoardId>
/** `rows` null means all practices of the taxonomy's first level. `damaged`: parts of it can't be read; what can be is here, and the rest goes with the next save. */
export const Board = z.strictObject({ id: BoardId, title: z.string(), units: z.array(Unit), rows: z.array(PracticeId).nullable(), createdAt: z.string(), updatedAt: z.string(), damaged: z.boolean() })
export type Board = z.infer<typeof Board>

/** `path` is a unit's; `label` says the place with what lies above it. */
export const PlaceChoice = z.strictObject({ path: z.string(), label: z.string(), level: ColumnLevel, entries: z.int(), bundled: z.int() })
export type PlaceChoice = z.infer<typeof PlaceChoice>

/** On one board. */
export const MOST_UNITS = 100
const Units = z.array(Unit).max(MOST_UNITS)
export const compareMethods = {
  /** `sentences` limits those of one cell, null gives all; `total` of each cell counts all. A unit given twice is one column. Throws NO_SUCH_PRACTICE. */
  'compare.run': method(z.strictObject({ units: Units, rows: z.array(PracticeId).max(100).nullable(), sentences: z.int().min(0).nullable() }), Matrix),
  /** One cell with all its sentences and every entry of the unit, for the evidence drawer: those that show it first. Throws NO_SUCH_PRACTICE. */
  'compare.cell': method(z.strictObject({ unit: Unit, practice: PracticeId }), z.strictObject({ cell: Cell, entries: z.array(CellEntry) })),
  /** Places to choose from: those whose name holds `query`, with their cases and our summaries of them; places that have some come first. */
  'compare.places': method(z.strictObject({ query: z.string().max(100), limit: z.int().min(1).max(200) }), z.array(PlaceChoice)),
  /** Units as a person names them: 淮北, 淮北市, 安徽淮北, a path, an entry's id. Throws NO_SUCH_PLACE, AMBIGUOUS_PLACE, NO_SUCH_ENTRY. */
  'compare.resolve': method(z.strictObject({ names: z.array(z.string().max(200)).max(100) }), Units),
} as const

export const boardMethods = {
  /** The one changed last comes first. */
  'boards.list': method(z.strictObject({}), z.array(Board)),
  /** Makes a board (id null) or changes one. Throws NO_SUCH_BOARD. */
  'boards.save': method(z.strictObject({ id: BoardId.nullable(), title: z.string().trim().min(1).max(200), units: Units, rows: z.array(PracticeId).max(100).nullable() }), Board),
  /** Answers the board that is gone; `boards.restore` puts it back as it was. Throws NO_SUCH_BOARD. */
  'boards.remove': method(z.strictObject({ id: BoardId }), z.strictObject({ board: Board })),
  'boards.restore': method(z.strictObject({ board: Board }), Board),
} as const
