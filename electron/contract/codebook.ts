/** The codebook (编码表): practices and own labels with what they mean, as a file for other programs and other offices, and back. */
import { z } from 'zod'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { PackName } from './packing.ts'
import { Signature } from './practice-tag.ts'
import { Preview } from './taxonomy.ts'

/** REFI-QDA (NVivo, MAXQDA, ATLAS.ti), or a table. */
export const CodebookFormat = z.enum(['qdc', 'csv'])
export type CodebookFormat = z.infer<typeof CodebookFormat>

/** A file that comes in; its name says what it is. */
const Incoming = { file: z.string().trim().min(1).max(300), base64: z.base64().max(6_000_000) }

/** What an import does to one practice or label. `was` is its former name where that changes. */
export const CodebookItem = z.strictObject({
  kind: z.enum(['practice', 'label']),
  name: z.string(),
  /** The names above it, from the top. */
  above: z.array(z.string()),
  what: z.array(z.enum(['added', 'renamed', 'redefined', 'words', 'recoloured'])).min(1),
  was: z.string().nullable(),
})
export type CodebookItem = z.infer<typeof CodebookItem>

/** Why something of the file comes in otherwise than it stands there. */
export const CodebookNote = z.strictObject({ name: z.string(), why: z.enum(['shortened', 'namesake', 'too-deep', 'set', 'heading']) })
export type CodebookNote = z.infer<typeof CodebookNote>

export const CodebookPlan = z.strictObject({
  items: z.array(CodebookItem),
  /** Those that stay as they are. */
  same: z.int(),
  notes: z.array(CodebookNote),
  /** What becomes of the practices of the library's entries. */
  effects: Preview,
})
export type CodebookPlan = z.infer<typeof CodebookPlan>

export const codebookMethods = {
  'codebook.text': method(z.strictObject({ format: CodebookFormat }), z.strictObject({ text: z.string(), practices: z.int(), labels: z.int() })),
  'codebook.export': method(z.strictObject({ name: PackName, folder: Grant, format: CodebookFormat }), z.strictObject({ file: z.string(), practices: z.int(), labels: z.int() })),
  /** What taking the file in would do, before anything is done. Throws NOT_A_CODEBOOK, TOO_BIG, and INVALID_INPUT where the whole would not fit. */
  'codebook.preview': method(z.strictObject(Incoming), CodebookPlan),
  /** One step of the record of changes; `step` is null where nothing changes. The library is read again in the background. */
  'codebook.import': method(z.strictObject({ ...Incoming, by: Signature }), z.strictObject({ step: z.string().nullable(), plan: CodebookPlan })),
} as const
