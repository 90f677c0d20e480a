/** What a stretch of the body points at, and where pictures stand in it. Offsets count in the body. */
import { z } from 'zod'

/** `link`: an address; `note`: the label of a footnote; `note-text`: the text of the footnote with that label, a paragraph of kind `note`. */
export const Reference = z.strictObject({
  kind: z.enum(['link', 'note', 'note-text']),
  start: z.int().min(0),
  end: z.int().min(0),
  target: z.string().min(1).max(4000),
})
export type Reference = z.infer<typeof Reference>

/** The `picture` paragraph that stands for a picture; `alt` is what the file says of it, '' when nothing. */
export const PlacedPicture = z.strictObject({ id: z.string().min(1).max(200), start: z.int().min(0), end: z.int().min(0), alt: z.string() })
export type PlacedPicture = z.infer<typeof PlacedPicture>
