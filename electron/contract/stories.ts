/** 同源: entries that tell the same story, reposted under another title, shortened, in 繁体 or broken into other lines. */
import { z } from 'zod'
import { EntryId, EntrySummary, Source, StatedDate } from './entry.ts'
import { LostSpan } from './library.ts'
import { method } from './method.ts'
import { Signature } from './practice-tag.ts'

/** `contained`: share of the shorter text that stands in the longer one; `same`: word for word, whatever the script, line breaks and punctuation. */
export const Likeness = z.strictObject({ contained: z.number().min(0).max(1), same: z.boolean() })
export type Likeness = z.infer<typeof Likeness>

/** An entry beside the one asked about. `separate`: a person has said that both are kept. */
export const SameStory = Likeness.extend({ entry: EntrySummary, separate: z.boolean(), characters: z.int().min(0) })
export type SameStory = z.infer<typeof SameStory>

/** Where a merged entry came from: its story is read in another entry now. `file` is null for one that was written here. */
export const OtherOrigin = z.strictObject({ id: EntryId, title: z.string(), source: Source, date: StatedDate, file: z.string().nullable(), mergedAt: z.string(), by: z.string() })
export type OtherOrigin = z.infer<typeof OtherOrigin>

/** Two entries on which nobody has decided; `newer` came in later. */
export const StoryPair = Likeness.extend({ newer: EntrySummary, older: EntrySummary })
export type StoryPair = z.infer<typeof StoryPair>

const Pair = z.strictObject({ a: EntryId, b: EntryId })
export const storyMethods = {
  /** Of one entry: what tells the same, the likest first, and what was merged into it. */
  'stories.of': method(z.strictObject({ id: EntryId }), z.strictObject({ others: z.array(SameStory), origins: z.array(OtherOrigin) })),
  /** Of many at once, for a list: only what waits for a decision. */
  'stories.waiting': method(z.strictObject({ ids: z.array(EntryId).max(2000) }), z.array(z.strictObject({ id: EntryId, other: EntryId, title: z.string(), contained: z.number(), same: z.boolean() }))),
  'stories.open': method(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }), z.strictObject({ total: z.int(), pairs: z.array(StoryPair) })),
  /** `other` goes to the trash; where it came from, and what people decided about it, is kept with `keep`: so many words were `carried`, those that could not be are `lost`. The undo brings it back. */
  'stories.merge': method(z.strictObject({ keep: EntryId, other: EntryId, by: Signature }), z.strictObject({ undo: z.string(), carried: z.int(), lost: z.array(LostSpan) })),
  /** Both are kept and no longer offered; `stories.reopen` takes that back. */
  'stories.separate': method(Pair.extend({ by: Signature }), z.strictObject({})),
  'stories.reopen': method(Pair, z.strictObject({})),
} as const
