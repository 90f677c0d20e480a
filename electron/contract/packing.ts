/** The portable pack (便携包): cases, practices and search in one HTML file that opens without this program. */
import { z } from 'zod'
import { EntryId } from './entry.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { Filters } from './searching.ts'

/** More than this in one file opens too slowly on an office PC; a larger choice is split into several files. */
export const MOST_PACKED = 1000

/** Bytes of UTF-8: systems allow 255 for a file's name, and `-12.html` and the mark of an unfinished file come after it. */
const LONGEST_NAME = 200
/** A file name without its ending that every system takes: none of the signs and device names that Windows keeps for itself, no full stop at the end. */
export const PackName = z.string().trim().min(1).max(100)
  .regex(/^[^/\\:*?"<>|\u0000-\u001f\u007f]*[^/\\:*?"<>|\u0000-\u001f\u007f.]$/)
  .refine((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) && new TextEncoder().encode(name).length <= LONGEST_NAME)

/** Entries by name, or all that a search finds. */
export const PackChoice = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ids'), ids: z.array(EntryId).min(1).max(100_000) }),
  z.strictObject({ by: z.literal('search'), query: z.string().max(1_000_000), filters: Filters }),
])
export type PackChoice = z.infer<typeof PackChoice>

/** A leader's endorsement (批示肯定) that goes out with an entry: such words age. */
export const Endorsement = z.strictObject({ id: EntryId, title: z.string(), name: z.string(), sentence: z.string() })

/** `restricted` entries forbid copying: they go in with title, source and practices, their text stays out. `parts` is how many files it takes. `retired` are out of use (停用), `recheck` are to be checked first (待核, or their 复核日期 has passed). Of many endorsements the first hundred are listed. */
export const PackPlan = z.strictObject({ entries: z.int(), characters: z.int(), restricted: z.int(), internal: z.int(), parts: z.int(), retired: z.int(), recheck: z.int(), endorsed: z.int(), endorsements: z.array(Endorsement) })
export type PackPlan = z.infer<typeof PackPlan>

export const PackFile = z.strictObject({ file: z.string(), bytes: z.int(), entries: z.int() })
export type PackFile = z.infer<typeof PackFile>

export const packMethods = {
  'pack.plan': method(z.strictObject({ choice: PackChoice }), PackPlan),
  /**
   * Writes `name`.html, or `name`-1.html, `name`-2.html … where `split` is true and one file would hold too much (else TOO_MANY_ENTRIES). Never overwrites; all files or none.
   * `plain` leaves the data unpacked, for browsers older than Chromium 80.
   */
  'pack.write': method(z.strictObject({ choice: PackChoice, title: z.string().trim().min(1).max(200), name: PackName, folder: Grant, split: z.boolean(), plain: z.boolean().default(false) }), z.strictObject({ files: z.array(PackFile) })),
} as const
