/** What a file states about an article, and where it says so: two that disagree are both kept, and the field is marked. */
import { z } from 'zod'
import { Span } from './span.ts'

export const ClaimField = z.enum(['title', 'kicker', 'subtitle', 'author', 'reporter', 'correspondent', 'photographer', 'editor', 'reviewer', 'media', 'page', 'url', 'date', 'place', 'rights', 'note', 'keywords'])
export type ClaimField = z.infer<typeof ClaimField>

/**
 * In the order in which they are believed: a person; the head of a Markdown file, a row's column; meta tags of government pages (GB/T 42147);
 * labels printed beside the text; properties of an office document; headings of the page; Open Graph and JSON-LD; a page's <title>; the file's name.
 */
export const ClaimFrom = z.enum(['person', 'front-matter', 'column', 'government-meta', 'printed', 'properties', 'heading', 'open-graph', 'json-ld', 'page-title', 'file-name'])
export type ClaimFrom = z.infer<typeof ClaimFrom>

/** `raw` is where the decoded original says so; null when that is outside its text. */
export const Claim = z.strictObject({ field: ClaimField, value: z.string().min(1).max(20_000), from: ClaimFrom, raw: Span.nullable() })
export type Claim = z.infer<typeof Claim>

/** A claim that was not taken, beside the value the field has. */
export const Disagreement = z.strictObject({ field: ClaimField, taken: z.string(), takenFrom: ClaimFrom, other: z.string(), otherFrom: ClaimFrom })
export type Disagreement = z.infer<typeof Disagreement>
