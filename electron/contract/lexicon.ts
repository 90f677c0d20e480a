/** The dictionary (词典): the words that texts are cut into, built-in and a person's own, and what a change of them would do. */
import { z } from 'zod'
import { EntryId } from './entry.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { PackName } from './packing.ts'
import { Mark } from './searching.ts'

/** `mined`: found in the library and accepted by a person. */
export const WordSource = z.enum(['builtin', 'user', 'mined'])
export type WordSource = z.infer<typeof WordSource>

export const MOST_WORD_CHARACTERS = 20
const Text = z.string().trim().max(200)
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

/** Words that stand for each other in a search: `same` both ways, `narrower` the first for those after it. */
export const Group = z.strictObject({ id: z.string(), relation: z.enum(['same', 'narrower']), words: z.array(z.string()), source: z.enum(['builtin', 'user']), on: z.boolean(), at: z.string().nullable() })
export type Group = z.infer<typeof Group>
const GroupWords = z.array(z.string().trim().max(200)).min(1).max(100)

/** What a draft would do. No text is ever indexed again for it. */
export const Effects = z.strictObject({
  /** Entries that hold one of its words, and titles among them. */
  entries: z.int(),
  titles: z.int(),
  /** How many of these were looked at (the newest), and how many of those would get other keywords. */
  looked: z.int(),
  rekeyed: z.int(),
  textsIndexed: z.literal(0),
  examples: z.array(z.strictObject({ id: EntryId, title: z.string(), gained: z.array(z.string()), lost: z.array(z.string()) })),
})
export type Effects = z.infer<typeof Effects>

/** What came in by text. With errors nothing was taken in at all. */
export const WordsImport = z.strictObject({ words: z.int(), off: z.int(), groups: z.int(), same: z.int(), errors: z.array(z.strictObject({ line: z.int(), reason: z.string() })), undo: z.string() })
export type WordsImport = z.infer<typeof WordsImport>

/** Looking for new words: `share` of it is done. */
export const Mining = z.strictObject({ state: z.enum(['ready', 'running']), share: z.number().min(0).max(1) })
export type Mining = z.infer<typeof Mining>

/** A word that no dictionary has, found in the library. `example` is a slice of the entry's body from `start` on; `mark` is where the word stands in it. */
export const Candidate = z.strictObject({
  text: z.string(),
  /** How often it stands, in how many entries, and how often in quotation marks. */
  count: z.int(),
  entries: z.int(),
  quoted: z.int(),
  /** Logarithms: how much more often its characters stand side by side than by chance; how many neighbours it has before and behind. */
  cohesion: z.number(),
  left: z.number(),
  right: z.number(),
  score: z.number(),
  examples: z.array(z.strictObject({ id: EntryId, title: z.string(), text: z.string(), start: z.int().min(0), mark: Mark })),
})
export type Candidate = z.infer<typeof Candidate>

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
  /** One word: how it is cut now, what stands for it in a search, and in how many entries and titles it stands; `word` is null when no dictionary of ours has it. */
  'lexicon.word': method(z.strictObject({ text: Text }), z.strictObject({ word: Word.nullable(), cut: z.array(z.string()), alternatives: z.array(z.string()), groups: z.array(Group), entries: z.int(), titles: z.int() })),
  /** What `draft` would change; cutting is done for the newest entries that hold its words. */
  'lexicon.effects': method(z.strictObject({ draft: Draft }), Effects),
  /** Own groups first. `query` is part of one of the words. */
  'lexicon.groups': method(z.strictObject({ query: z.string().max(200), source: z.enum(['builtin', 'user']).nullable(), offset: z.int().min(0), limit: z.int().min(1).max(500) }), z.strictObject({ total: z.int(), groups: z.array(Group) })),
  /** A new group (`id` null), or another wording of an own one. */
  'lexicon.putGroup': method(z.strictObject({ id: z.string().nullable(), relation: z.enum(['same', 'narrower']), words: GroupWords }), Changed),
  'lexicon.removeGroup': method(z.strictObject({ id: z.string() }), Changed),
  'lexicon.switchGroup': method(z.strictObject({ id: z.string(), on: z.boolean() }), Changed),
  /** What people of this library changed, as text that `import` reads. */
  'lexicon.text': method(z.strictObject({}), z.strictObject({ text: z.string(), words: z.int(), off: z.int(), groups: z.int() })),
  /** The same as a file `name`.txt in the folder. Never overwrites. */
  'lexicon.export': method(z.strictObject({ name: PackName, folder: Grant }), z.strictObject({ file: z.string() })),
  /** Takes words and groups in, all or, where a line has an error, none. `dry` only tells what it would do. */
  'lexicon.import': method(z.strictObject({ text: z.string().max(2_000_000), dry: z.boolean() }), WordsImport),
  /** What the last search for new words found and nobody has decided on, best first; `found` is when that was and how many entries it read, null before the first. */
  'lexicon.candidates': method(
    z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(100) }),
    z.strictObject({ total: z.int(), found: z.strictObject({ at: z.string(), entries: z.int() }).nullable(), candidates: z.array(Candidate) }),
  ),
  /** Looks for new words in the background; while it does, it answers as it is. */
  'lexicon.mine': method(z.strictObject({}), Mining),
  'lexicon.stopMining': method(z.strictObject({}), Mining),
  /** Into the dictionary. */
  'lexicon.accept': method(z.strictObject({ texts: Texts }), Changed),
  /** Never to be offered again. */
  'lexicon.reject': method(z.strictObject({ texts: Texts }), Changed),
  /** What was turned down, the last first. */
  'lexicon.rejected': method(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(500) }), z.strictObject({ total: z.int(), words: z.array(z.strictObject({ text: z.string(), at: z.string() })) })),
  /** May be offered again. */
  'lexicon.reconsider': method(z.strictObject({ texts: Texts }), Changed),
  'lexicon.state': method(z.strictObject({}), z.strictObject({ rekeying: Rekeying, mining: Mining })),
} as const

export const lexiconEvents = { 'lexicon.changed': z.strictObject({}), 'lexicon.rekeying': Rekeying, 'lexicon.mining': Mining } as const
