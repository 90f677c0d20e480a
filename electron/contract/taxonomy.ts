/** Changes of the taxonomy (做法分类) that people make: an overlay over what the program ships, step by step, each of which can be taken back. */
import { z } from 'zod'
import { EntrySummary } from './entry.ts'
import { LabelChange } from './labels.ts'
import { method } from './method.ts'
import { PracticeId, Signature } from './practice-tag.ts'

const Label = z.string().trim().min(2).max(8)
const Full = z.string().trim().min(2).max(40)
const Words = z.array(z.string().trim().min(2).max(20)).max(50)
const Sentences = z.array(z.string().trim().min(1).max(500)).max(20)

export const TaxonomyChange = z.discriminatedUnion('type', [
  /** `id` is given by the library; what a caller sends there is not looked at. `guid`: how a codebook of another program names it. */
  z.strictObject({ type: z.literal('add'), id: PracticeId, guid: z.guid().optional(), parent: PracticeId.nullable(), label: Label, zh: Full, definition: z.string().trim().max(2000), strong: Words, weak: Words }),
  z.strictObject({ type: z.literal('rename'), id: PracticeId, label: Label, zh: Full }),
  /** What counts as the practice and what does not. */
  z.strictObject({ type: z.literal('define'), id: PracticeId, definition: z.string().trim().max(2000), counts: Sentences, countsNot: Sentences }),
  /** Under another practice, or among the practices of the first level (null). */
  z.strictObject({ type: z.literal('move'), id: PracticeId, parent: PracticeId.nullable() }),
  /** Its words, and what people decided on it, go to `into`. */
  z.strictObject({ type: z.literal('merge'), id: PracticeId, into: PracticeId }),
  z.strictObject({ type: z.literal('retire'), id: PracticeId }),
  z.strictObject({ type: z.literal('words'), id: PracticeId, list: z.enum(['strong', 'weak', 'negative']), add: Words, remove: Words }),
])
export type TaxonomyChange = z.infer<typeof TaxonomyChange>

/** All that an import of a codebook (编码表) changed: one step. */
export const CodebookChange = z.strictObject({ type: z.literal('codebook'), file: z.string().max(300), practices: z.array(TaxonomyChange).max(2000), labels: z.array(LabelChange).max(5000) })
export type CodebookChange = z.infer<typeof CodebookChange>

/** What one step of the record of changes (改动记录) did, to practices or to own labels. */
export const StepChange = z.discriminatedUnion('type', [...TaxonomyChange.options, LabelChange, CodebookChange])
export type StepChange = z.infer<typeof StepChange>

export const TaxonomyStep = z.strictObject({ id: z.string(), at: z.string(), by: z.string(), change: StepChange })
export type TaxonomyStep = z.infer<typeof TaxonomyStep>

/** What an entry shows that it did not show before, or shows no longer. */
export const Shift = z.strictObject({ entry: EntrySummary, gained: z.array(PracticeId), lost: z.array(PracticeId) })
export type Shift = z.infer<typeof Shift>
/** `looked` of `candidates` entries were read anew; where there are more, the counts are of those that were. */
export const Preview = z.strictObject({ candidates: z.int(), looked: z.int(), changed: z.int(), shifts: z.array(Shift) })
export type TaxonomyPreview = z.infer<typeof Preview>

export const taxonomyMethods = {
  /** Newest first; those taken back are gone. */
  'taxonomy.steps': method(z.strictObject({}), z.array(TaxonomyStep)),
  /** What would change in the library, before anything does; the first hundred entries. Throws INVALID_INPUT as `taxonomy.change` does. */
  'taxonomy.preview': method(z.strictObject({ change: TaxonomyChange }), Preview),
  /** The library is read again in the background; what people decided stays. Throws INVALID_INPUT with the reason. */
  'taxonomy.change': method(z.strictObject({ change: TaxonomyChange, by: Signature }), TaxonomyStep),
  /** Refused with INVALID_INPUT where a later step rests on this one. */
  'taxonomy.undo': method(z.strictObject({ step: z.string() }), z.strictObject({})),
  /** What the last reading under new rules changed, entries with most changes first. */
  'taxonomy.shifts': method(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }), z.strictObject({ total: z.int(), shifts: z.array(Shift) })),
} as const
