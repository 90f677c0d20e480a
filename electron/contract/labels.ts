/** Own labels (标签): what people call passages besides practices. Each has a place in the codebook, and stands in the margin beside what it was given to. */
import { z } from 'zod'
import { EntryId, EntrySummary, Span } from './entry.ts'
import { method } from './method.ts'
import { Decided, Signature } from './practice-tag.ts'

export const LabelId = z.string().regex(/^[\w-]{1,64}$/).brand('LabelId')
export type LabelId = z.infer<typeof LabelId>

/** The window knows what each looks like, light and dark. */
export const LABEL_COLOURS = ['blue', 'orange', 'teal', 'yellow', 'red', 'pink', 'violet', 'brown', 'green', 'lime', 'grey'] as const
export const LabelColour = z.enum(LABEL_COLOURS)
export type LabelColour = z.infer<typeof LabelColour>

const Sentences = z.array(z.string().trim().min(1).max(500)).max(20)

export const LabelDefinition = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** The label it stands under. */
  parent: LabelId.nullable(),
  colour: LabelColour,
  definition: z.string().trim().max(2000),
  counts: Sentences,
  countsNot: Sentences,
})
export type LabelDefinition = z.infer<typeof LabelDefinition>

/** `by` and `at` are those of its last change. */
export const Label = LabelDefinition.extend({ id: LabelId, ...Decided.shape })
export type Label = z.infer<typeof Label>

/** How a label was and how it became: made where it was not (null), taken away where it is no longer. */
export const LabelChange = z.strictObject({ type: z.literal('label'), id: LabelId, before: LabelDefinition.nullable(), after: LabelDefinition.nullable() })
export type LabelChange = z.infer<typeof LabelChange>

/** What a person gave a label: `body.slice(start, end) === text`. `lost`: an edit took the words away; `text` still says which they were. */
export const LabelPassage = z.strictObject({ id: z.string(), label: LabelId, start: z.int().min(0), end: z.int().min(0), text: z.string(), lost: z.boolean(), ...Decided.shape })
export type LabelPassage = z.infer<typeof LabelPassage>

export const LabelledSentence = z.strictObject({ entry: EntrySummary, passage: LabelPassage })
export type LabelledSentence = z.infer<typeof LabelledSentence>

export const labelMethods = {
  /** Each followed by those that stand under it. `passages` counts those in entries that are not in the trash. */
  'labels.list': method(z.strictObject({}), z.array(z.strictObject({ label: Label, passages: z.int() }))),
  /** Makes a label (`id` null) or changes one; one step of the record of changes. Throws NO_SUCH_LABEL, and INVALID_INPUT with the reason. */
  'labels.put': method(z.strictObject({ id: LabelId.nullable(), label: LabelDefinition, by: Signature }), z.strictObject({ label: Label, step: z.string() })),
  /** Its passages are kept, and come back when the step is taken back. */
  'labels.remove': method(z.strictObject({ id: LabelId, by: Signature }), z.strictObject({ step: z.string() })),
  /** In the order of the text; those whose words are gone come last. */
  'labels.ofEntry': method(z.strictObject({ id: EntryId }), z.array(LabelPassage)),
  'labels.passages': method(z.strictObject({ label: LabelId, offset: z.int().min(0), limit: z.int().min(1).max(200) }), z.strictObject({ total: z.int(), entries: z.int(), passages: z.array(LabelledSentence) })),
  /** Throws STALE_REVISION, EMPTY_PASSAGE, NO_SUCH_LABEL; INVALID_INPUT where the person gave it to just this passage before. `undo` names it in the history. */
  'labels.addPassage': method(z.strictObject({ id: EntryId, revision: z.int(), label: LabelId, span: Span, by: Signature }), z.strictObject({ passage: z.string(), undo: z.string() })),
  'labels.removePassage': method(z.strictObject({ id: EntryId, passage: z.string(), by: Signature }), z.strictObject({ undo: z.string() })),
} as const
