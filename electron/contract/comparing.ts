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
/** `id` is the place's path or the entry's id. `entries` are the cases that can give evidence, `bundled` our own summaries of the place. */
export const Column = z.strictObject({ id: z.string(), label: z.string(), level: ColumnLevel, unit: Unit, entries: z.int(), bundled: z.int() })
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
  /** The sentence to show in the cell; null without one. */
  lead: z.string().nullable(),
  /** Best first, at most as many as were asked for. */
  sentences: z.array(CellSentence),
  /** How many there are. */
  total: z.int(),
})
export type Cell = z.infer<typeof Cell>

export const Matrix = z.strictObject({ columns: z.array(Column), rows: z.array(Row), cells: z.array(Cell) })
export type Matrix = z.infer<typeof Matrix>

/** Why an entry of the cell gives no verdict; null when it does. */
export const Unchecked = z.enum(['bundled', 'incomplete', 'rules-changed'])
export const CellEntry = z.strictObject({ entry: EntrySummary, tag: PracticeTag.nullable(), unchecked: Unchecked.nullable() })
export type CellEntry = z.infer<typeof CellEntry>

export const BoardId = z.string().min(1).max(64).brand('BoardId')
export type BoardId = z.infer<typeof BoardId>
/** `rows` null means all practices of the taxonomy's first level. */
export const Board = z.strictObject({ id: BoardId, title: z.string(), units: z.array(Unit), rows: z.array(PracticeId).nullable(), createdAt: z.string(), updatedAt: z.string() })
export type Board = z.infer<typeof Board>

const Units = z.array(Unit).max(100)
export const compareMethods = {
  /** `sentences` limits those of one cell; `total` of each cell counts all. Throws NO_SUCH_PLACE, NO_SUCH_ENTRY, NO_SUCH_PRACTICE. */
  'compare.run': method(z.strictObject({ units: Units, rows: z.array(PracticeId).max(100).nullable(), sentences: z.int().min(0).max(10_000) }), Matrix),
  /** One cell with every entry behind it, for the evidence drawer. */
  'compare.cell': method(z.strictObject({ unit: Unit, practice: PracticeId }), z.strictObject({ cell: Cell, entries: z.array(CellEntry) })),
  /** Places to choose from: those whose name holds `query`, with how many cases they have; places with cases first. */
  'compare.places': method(z.strictObject({ query: z.string().max(100), limit: z.int().min(1).max(200) }), z.array(z.strictObject({ path: z.string(), label: z.string(), level: ColumnLevel, entries: z.int() }))),
  'boards.list': method(z.strictObject({}), z.array(Board)),
  /** Makes a board (id null) or changes one. */
  'boards.save': method(z.strictObject({ id: BoardId.nullable(), title: z.string().trim().min(1).max(200), units: Units, rows: z.array(PracticeId).max(100).nullable() }), Board),
  'boards.remove': method(z.strictObject({ id: BoardId }), z.strictObject({ board: Board })),
} as const
