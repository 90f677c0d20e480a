/** Where something stands in a text. */
import { z } from 'zod'

/** Half-open range in UTF-16 code units. */
export const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>
