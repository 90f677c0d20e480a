/** What a bundled summary (内置摘要) rests on: the sources it was made from, and which figure comes from which. */
import { z } from 'zod'
import { Span } from './span.ts'

/** A source as far as it is stated; null reads 原文未述. */
export const Citation = z.strictObject({ id: z.string(), title: z.string().nullable(), media: z.string().nullable(), date: z.string().nullable(), page: z.string().nullable(), authors: z.array(z.string()) })
export type Citation = z.infer<typeof Citation>

/** A figure in the summary's body and the citation it comes from. */
export const Figure = z.strictObject({ ...Span.shape, text: z.string(), citation: z.string() })
export type Figure = z.infer<typeof Figure>

export const Summary = z.strictObject({ key: z.string(), citations: z.array(Citation), figures: z.array(Figure) })
export type Summary = z.infer<typeof Summary>
