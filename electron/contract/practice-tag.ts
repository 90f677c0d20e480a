/** What an entry shows of a practice (做法), and the sentences (依据) that show it. */
import { z } from 'zod'
import { Span } from './span.ts'

/** A practice, 'grid', or one of its sub-practices, 'grid.police'. */
export const PracticeId = z.string().regex(/^[a-z]+(\.[a-z]+)?$/).brand('PracticeId')
export type PracticeId = z.infer<typeof PracticeId>

/** Title, sub-head or two sentences: primary. One sentence: secondary. Only an item of a list: mention (仅提及). */
export const Strength = z.enum(['primary', 'secondary', 'mention'])
export type Strength = z.infer<typeof Strength>

/** Detected and not yet looked at, confirmed by a person, or rejected by one. */
export const TagState = z.enum(['draft', 'confirmed', 'rejected'])
export type TagState = z.infer<typeof TagState>

/** 署名: asked once, kept on this computer, written beside every decision. */
export const Signature = z.string().trim().min(1).max(50)

/** The person (署名) who decided, and when. */
export const Decided = z.strictObject({ by: z.string(), at: z.string() })
export type Decided = z.infer<typeof Decided>

/** What one person says of a practice of an entry; who chose a passage for it has confirmed it. */
export const Judgement = Decided.extend({
  decision: z.enum(['confirmed', 'rejected']),
  /** By an exchange, from another library. */
  came: z.boolean(),
  /** Given to settle what people differ on (以此为准): older words to the contrary are no open question any more. */
  settles: z.boolean(),
  /** The one it is shown under: the newest given in this library, or, where nobody here has said anything, the newest that came in. */
  counts: z.boolean(),
})
export type Judgement = z.infer<typeof Judgement>

/**
 * One sentence, or the passage a person chose: `body.slice(start, end) === text`.
 * `trigger` is the wording that fired, as it stands in the text (several are joined by ' + '), `marks` where it stands; null and [] for a passage in which no rule fired.
 */
export const Evidence = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  trigger: z.string().nullable(),
  marks: z.array(Span),
  /** Names a person's passage, so that it can be taken back; null for what a rule found. */
  passage: z.string().nullable(),
})
export type Evidence = z.infer<typeof Evidence>

export const PracticeTag = z.strictObject({
  id: PracticeId,
  strength: Strength,
  state: TagState,
  decided: Decided.nullable(),
  /** In the order of the text. */
  evidence: z.array(Evidence),
  /** The same in the stated title; offsets are into `title`. A provisional title is ours and shows nothing. */
  inTitle: z.array(Evidence),
  /** Passages a person chose whose words an edit took away. */
  lost: z.array(z.strictObject({ passage: z.string(), quote: z.string() })),
  /** Everybody's word on it, the one that counts first. */
  judgements: z.array(Judgement),
  /** People judge it differently (意见不一). */
  differ: z.boolean(),
})
export type PracticeTag = z.infer<typeof PracticeTag>
