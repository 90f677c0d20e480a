/** The dictionary (词典): the words that texts are cut into, built-in and a person's own, and what a change of them would do. */
import { z } from 'zod'
import { method } from './method.ts'

/** `mined`: found in the library and accepted by a person. */
export const WordSource = z.enum(['builtin', 'user', 'mined'])
export type WordSource = z.infer<typeof WordSource>

export const MOST_WORD_CHARACTERS = 20
const Text = z.string().max(200)
const Texts = z.array(Text).min(1).max(5000)
const Frequency = z.int().min(1).max(999_999_999)
const Note = z.string().trim().max(200)

/** `frequency` null: high enough that the word stays whole. `tag` is the field of a built-in word. `at` is when a person last changed it. */
export const Word = z.strictObject({
  text: z.string(),
  frequency: Frequency.nullable(),
  tag: z.string().nullable(),
  source: WordSource,
  /** An off word is never taken for one word. */
  on: z.boolean(),
  note: z.string(),
  at: z.string().nullable(),
})
export type Word = z.infer<typeof Word>

export const WordInput = z.strictObject({ text: Text, frequency: Frequency.nullable().default(null), note: Note.default('') })
export type WordInput = z.infer<typeof WordInput>

/** A change that is not made yet: words to be added, words to be taken out, words that may not stand as one. */
export const Draft = z.strictObject({ add: z.array(WordInput).max(5000).default([]), remove: z.array(Text).max(5000).default([]), off: z.array(Text).max(5000).default([]) })
export type Draft = z.infer<typeof Draft>

const Cut = z.strictObject({ text: z.string(), start: z.int().min(0), end: z.int().min(0) })

/** Keywords of entries follow a change in the background: `done` of `total` entries looked at, `changed` have other keywords now, `skipped` could not be cut. */
export const Rekeying = z.strictObject({ state: z.enum(['ready', 'running']), done: z.int(), total: z.int(), changed: z.int(), skipped: z.int() })
export type Rekeying = z.infer<typeof Rekeying>

export const WordCounts = z.strictObject({ all: z.int(), builtin: z.int(), user: z.int(), mined: z.int(), off: z.int() })
export type WordCounts = z.infer<typeof WordCounts>
/** `undo` names the change for `history.undo`; '' when nothing changed. */
const Changed = z.strictObject({ undo: z.string(), count: z.int() })

export const lexiconMethods = {
  /** `query` is part of the word, its pinyin or initials are not looked at. Own words first, the newest of them before the others. */
  'lexicon.words': method(
    z.strictObject({ query: z.string().max(200), source: WordSource.nullable(), on: z.boolean().nullable(), offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), counts: WordCounts, words: z.array(Word) }),
  ),
  /** Adds words, or changes frequency and note of a person's own. Refused as a whole when one of them can't be a word or is built in. */
  'lexicon.put': method(z.strictObject({ words: z.array(WordInput).min(1).max(5000) }), Changed),
  /** Takes a person's own words out; what was built in can only be switched off. */
  'lexicon.remove': method(z.strictObject({ texts: Texts }), Changed),
  /** A word that is not in the dictionary can be switched off, too: it may then not stand as one. */
  'lexicon.switch': method(z.strictObject({ texts: Texts, on: z.boolean() }), Changed),
  /** How a text is cut before and after `draft`; with an empty one, without and with all that was changed in this library. */
  'lexicon.try': method(z.strictObject({ text: z.string().max(10_000), draft: Draft }), z.strictObject({ before: z.array(Cut), after: z.array(Cut) })),
  'lexicon.state': method(z.strictObject({}), z.strictObject({ rekeying: Rekeying })),
} as const

export const lexiconEvents = { 'lexicon.changed': z.strictObject({}), 'lexicon.rekeying': Rekeying } as const
