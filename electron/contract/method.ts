import type { z } from 'zod'

/** One method of the contract: what goes in, what comes out. Both are checked at the border, on every host. */
export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { readonly input: I; readonly output: O } => ({ input, output })
