/** Where a value comes from: the text says it, a rule concluded it, or a person decided it. */
import { z } from 'zod'

export const Basis = z.enum(['stated', 'inferred', 'user'])
export type Basis = z.infer<typeof Basis>
