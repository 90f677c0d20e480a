/** Review (核对): how a file was read and divided, and reading it again another way. */
import { z } from 'zod'
import { Encoding } from './format.ts'

/** What a column of a table holds when each row is an article; null leaves it out of the fields (its words stay in the body). */
export const RowField = z.enum(['title', 'kicker', 'subtitle', 'body', 'author', 'editor', 'media', 'page', 'url', 'date', 'place', 'rights', 'keywords'])
export type RowField = z.infer<typeof RowField>

/** A table read as one article, or each row below `header` (0-based; null where there is none) as an article. */
export const Columns = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('table') }),
  z.strictObject({ as: z.literal('rows'), header: z.int().min(0).nullable(), fields: z.array(RowField.nullable()).min(1).max(200) }),
])
export type Columns = z.infer<typeof Columns>

const Cell = z.string().max(201)
/** A table as reading takes it: a list of articles or not, the words at the head of its columns ('' where there is none), and its first rows as they stand, the head and what is above it included. */
export const ColumnGuess = z.strictObject({ guess: Columns, header: z.array(Cell).max(200), rows: z.array(z.array(Cell).max(200)).max(20) })
export type ColumnGuess = z.infer<typeof ColumnGuess>

/** A sheet of a workbook, or the one table of a list, and how it was read. */
export const SheetGuess = ColumnGuess.extend({ name: z.string().max(300), columns: Columns })
export type SheetGuess = z.infer<typeof SheetGuess>

/** How a person wants a file read; null leaves it to the rules. Kept with the document, so that later readings go the same way. */
export const ReadOptions = z.strictObject({
  encoding: Encoding.nullable(),
  /** What the columns of its tables are: of the first, and of those that have the same head. */
  columns: Columns.nullable(),
  /** Of single tables, in the order of the file; null, and what is not there, is left to `columns` and to the rules. */
  sheets: z.array(Columns.nullable()).max(30).default([]),
  /** Where articles begin in the original text, ascending; the first is 0. */
  boundaries: z.array(z.int().min(0)).min(1).max(5000).nullable(),
  /** Ids of cleaning rules that are switched off for this file. */
  off: z.array(z.string().max(60)).max(100),
})
export type ReadOptions = z.infer<typeof ReadOptions>
export const BY_RULES: ReadOptions = { encoding: null, columns: null, sheets: [], boundaries: null, off: [] }

/** Where an article begins, and how sure that is: 1 is certain. */
export const Boundary = z.strictObject({
  at: z.int().min(0),
  confidence: z.number().min(0).max(1),
  basis: z.enum(['start', 'row', 'bookmark', 'chapter', 'contents', 'heading', 'byline', 'person']),
  /** A Chinese sentence that a person can check. */
  reason: z.string(),
})
export type Boundary = z.infer<typeof Boundary>
