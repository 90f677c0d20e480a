/** What readings under new rules changed of facts (有哪些变化), kept until somebody has looked at it. */
import { z } from 'zod'
import { EntrySummary } from './entry.ts'
import { FactKind } from './fact.ts'
import { FactRow } from './facts.ts'
import { method } from './method.ts'

/** `unfound`: a person decided on it, and the rules find it no longer. What was confirmed stays (`after`), what was rejected has nothing to stand on any more. */
export const FactShift = z.strictObject({
  entry: EntrySummary,
  kind: FactKind,
  how: z.enum(['added', 'gone', 'changed', 'unfound']),
  before: FactRow.shape.fact.nullable(),
  after: FactRow.shape.fact.nullable(),
})
export type FactShift = z.infer<typeof FactShift>

export const factShiftMethods = {
  /** Those that nobody has looked at yet, or those that somebody has (`seen`), which stay until the rules change again. Newest entries first; `last` names the newest change. */
  'facts.shifts': method(z.strictObject({ seen: z.boolean(), offset: z.int().min(0), limit: z.int().min(1).max(200) }), z.strictObject({ total: z.int(), entries: z.int(), last: z.int(), shifts: z.array(FactShift) })),
  /** All up to `last` were looked at (`seen`), or that is taken back. */
  'facts.look': method(z.strictObject({ last: z.int().min(0), seen: z.boolean() }), z.strictObject({})),
} as const
