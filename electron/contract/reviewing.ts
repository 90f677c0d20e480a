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

/** A table as reading found it, for a person to judge: how it would be read, the words at the head of its columns ('' where there is none), and its first rows. */
export const ColumnGuess = z.strictObject({ guess: Columns, header: z.array(z.string().max(201)).max(200), sample: z.array(z.array(z.string().max(201)).max(200)).max(5) })
export type ColumnGuess = z.infer<typeof ColumnGuess>

/** How a person wants a file read; null leaves it to the rules. Kept with the document, so that later readings go the same way. */
export const ReadOptions = z.strictObject({
  encoding: Encoding.nullable(),
  columns: Columns.nullable(),
  /** Where articles begin in the original text, ascending; the first is 0. */
  boundaries: z.array(z.int().min(0)).min(1).max(5000).nullable(),
  /** Ids of cleaning rules that are switched off for this file. */
  off: z.array(z.string().max(60)).max(100),
})
export type ReadOptions = z.infer<typeof ReadOptions>
export const BY_RULES: ReadOptions = { encoding: null, columns: null, boundaries: null, off: [] }

/** Where an article begins, and how sure that is: 1 is certain. */
export const Boundary = z.strictObject({
  at: z.int().min(0),
  confidence: z.number().min(0).max(1),
  basis: z.enum(['start', 'row', 'bookmark', 'chapter', 'contents', 'heading', 'byline', 'person']),
  /** A Chinese sentence that a person can check. */
  reason: z.string(),
})
export type Boundary = z.infer<typeof Boundary>
