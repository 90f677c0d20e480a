/** Judgements (意见) of several people: which differ, and their exchange between two libraries. */
import { z } from 'zod'
import { CARD, type CardList } from './card.ts'
import { EntrySummary } from './entry.ts'
import { FactKind } from './fact.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { PackChoice, PackName } from './packing.ts'
import { PracticeId, PracticeTag, Signature } from './practice-tag.ts'

/** `here` of them were given in this library, the others came in. */
export const Signer = z.strictObject({ by: z.string(), judgements: z.int(), here: z.int() })
export type Signer = z.infer<typeof Signer>

/** null: all of them. */
export const JudgementChoice = z.strictObject({ entries: PackChoice.nullable(), by: z.array(Signature).min(1).max(1000).nullable() })
export type JudgementChoice = z.infer<typeof JudgementChoice>

/**
 * What a file would bring. `fresh`: nobody here has judged it; `agree` and `differ`: with what counts here; `known`: it is here already; `older`: the same person has said something newer;
 * `foreign`: about a practice that this library's taxonomy calls otherwise, which is left out.
 */
export const Tally = z.strictObject({ fresh: z.int(), agree: z.int(), differ: z.int(), known: z.int(), older: z.int(), foreign: z.int() })
export type Tally = z.infer<typeof Tally>
export const emptyTally = (): Tally => ({ fresh: 0, agree: 0, differ: 0, known: 0, older: 0, foreign: 0 })

const Verdict = z.enum(['confirmed', 'rejected', 'changed', 'added'])
const Word = z.strictObject({ by: z.string(), at: z.string(), decision: Verdict })
/** One thing that is judged otherwise here: a practice by its id, or a fact by its kind and name. */
export const Difference = z.strictObject({ title: z.string(), practice: PracticeId.nullable(), fact: z.strictObject({ kind: FactKind, name: z.string() }).nullable(), ours: Word, theirs: Word })
export type Difference = z.infer<typeof Difference>

/** Of entries, `same` have the same text here, `edited` come from the same original or tell the same, but their text differs; titles and differences are the first hundred. */
export const JudgementPreview = z.strictObject({
  file: z.string(),
  made: z.string(),
  signers: z.array(z.strictObject({ by: z.string(), judgements: z.int() })),
  entries: z.strictObject({ total: z.int(), same: z.int(), edited: z.int(), unmatched: z.int() }),
  unmatched: z.array(z.string()),
  judgements: Tally,
  differences: z.array(Difference),
  /** Labels (标签) that nobody here has: they would be made. */
  newLabels: z.array(z.string()),
})
export type JudgementPreview = z.infer<typeof JudgementPreview>

const elements = Object.values(CARD).map(({ element }) => element)
const CardListName = z.enum(Object.keys(CARD) as [CardList, ...CardList[]])
/** An entry on which people differ, and on what. */
export const DifferingEntry = z.strictObject({ entry: EntrySummary, practices: z.array(PracticeTag), facts: z.array(z.strictObject({ list: CardListName, fact: z.union(elements) })) })
export type DifferingEntry = z.infer<typeof DifferingEntry>

/** How far an import has come: entries of the library that the file is about. */
export const judgementEvents = { 'judgements.progress': z.strictObject({ done: z.int(), total: z.int() }) } as const

export const judgementMethods = {
  /** Who has judged anything in this library, most first. */
  'judgements.signers': method(z.strictObject({}), z.strictObject({ signers: z.array(Signer) })),
  /** Entries on which people differ, those with the newest word first; `items` is how many things they differ on in all. */
  'judgements.differing': method(z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(100) }), z.strictObject({ total: z.int(), items: z.int(), entries: z.array(DifferingEntry) })),
  /** Writes `name`.judgements into the folder. Never overwrites. Refused with NO_JUDGEMENTS where the choice holds none. */
  'judgements.export': method(z.strictObject({ choice: JudgementChoice, name: PackName, folder: Grant }), z.strictObject({ file: z.string(), bytes: z.int(), entries: z.int(), judgements: z.int() })),
  'judgements.preview': method(z.strictObject({ file: Grant }), JudgementPreview),
  /** In portions, told by `judgements.progress`; where one fails, no word of it is there; labels that were made stay. One step of history: `undo` names it, '' where there was nothing new. */
  'judgements.import': method(z.strictObject({ file: Grant }), z.strictObject({ added: z.int(), entries: z.int(), judgements: Tally, undo: z.string() })),
} as const
