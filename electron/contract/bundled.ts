/** Bundled content (内置摘要): our own summaries, labelled 内置摘要·非原文. Their figures open a citation, never a sentence dressed up as evidence. */
import { z } from 'zod'
import { Span } from './span.ts'
import { method } from './method.ts'

/** A source as far as it is stated; null reads 原文未述. */
export const Citation = z.strictObject({ id: z.string(), title: z.string().nullable(), media: z.string().nullable(), date: z.string().nullable(), page: z.string().nullable(), authors: z.array(z.string()) })
export type Citation = z.infer<typeof Citation>

/** A figure in the summary's body and the citation it comes from. */
export const Figure = z.strictObject({ ...Span.shape, text: z.string(), citation: z.string() })
export type Figure = z.infer<typeof Figure>

export const Summary = z.strictObject({ key: z.string(), citations: z.array(Citation), figures: z.array(Figure) })
export type Summary = z.infer<typeof Summary>

export const bundledMethods = {
  'bundled.state': method(z.strictObject({}), z.strictObject({ present: z.int(), removed: z.int() })),
  /** Moves all of them to the trash in one step; one undo brings them back. */
  'bundled.remove': method(z.strictObject({}), z.strictObject({ removed: z.int(), undo: z.string() })),
  /** Brings back those that were removed. */
  'bundled.restore': method(z.strictObject({}), z.strictObject({ restored: z.int() })),
} as const
