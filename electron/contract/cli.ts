/**
 * What the command line prints with `--json`: one object per command on stdout, or `{error}` on stderr.
 * Part of the program's public output: fields may be added, never renamed or removed.
 */
import { z } from 'zod'
import { Card, CARD, CARD_LISTS, FactJudgement } from './card.ts'
import { Disagreement } from './claim.ts'
import { CellSentence, CellState, Column, Row } from './comparing.ts'
import { AbsentField, Absence, Author, EntryId, EntryKind, Inference, Notice, Origin, Original, Paragraph, Picture, Place, ReviewState, Rights, Source, StatedDate } from './entry.ts'
import { ErrorCode } from './errors.ts'
import { BatchId } from './importing.ts'
import { CodebookItem, CodebookNote } from './codebook.ts'
import { Difference, JudgementPreview, Tally } from './judgements.ts'
import { Candidate, Word } from './lexicon.ts'
import { CheckReport, LostSpan } from './library.ts'
import { PackFile } from './packing.ts'
import { Evidence, PracticeTag, TagState } from './practice-tag.ts'
import { Practice } from './practices.ts'
import { RecleanedEntry } from './recleaning.ts'
import { Reference } from './reference.ts'
import { Explanation, FacetValue, Mark, QueryHint, Suggestion } from './searching.ts'
import { Summary } from './summary.ts'

const PlaceNames = Place.omit({ basis: true })

export const ImportOutput = z.strictObject({
  imported: z.array(z.strictObject({ id: EntryId, file: z.string(), ordinal: z.int(), kind: EntryKind, title: z.string() })),
  duplicates: z.array(z.strictObject({ file: z.string(), id: EntryId })),
  failed: z.array(z.strictObject({ file: z.string(), code: ErrorCode, message: z.string() })),
})
export type ImportOutput = z.infer<typeof ImportOutput>

export const ListOutput = z.strictObject({
  entries: z.array(z.strictObject({ id: EntryId, title: z.string(), kind: EntryKind, origin: Origin, place: PlaceNames, date: StatedDate, practices: z.array(z.string()) })),
})
export type ListOutput = z.infer<typeof ListOutput>

/** `body.slice(start, end)` is the text, in `inTitle` `title.slice(start, end)`; `trigger` is null for a passage that a person chose. */
const ShownEvidence = Evidence.pick({ start: true, end: true, text: true, trigger: true })
const ShownPractice = PracticeTag.pick({ id: true, strength: true, state: true, judgements: true, differ: true }).extend({ evidence: z.array(ShownEvidence), inTitle: z.array(ShownEvidence) })

export const ShowOutput = z.strictObject({
  id: EntryId,
  kind: EntryKind,
  title: z.string(),
  titleIsProvisional: z.boolean(),
  kicker: z.string().nullable(),
  subtitle: z.string().nullable(),
  authors: z.array(Author.pick({ name: true, role: true })),
  source: Source,
  date: StatedDate,
  place: PlaceNames,
  rights: Rights,
  incomplete: z.boolean(),
  body: z.string(),
  /** `start` and `end` are UTF-16 offsets into `body`. */
  paragraphs: z.array(Paragraph.omit({ level: true })),
  notices: z.array(Notice.pick({ rule: true, action: true, text: true, reason: true })),
  /** In the order of the taxonomy, rejected ones among them. */
  practices: z.array(ShownPractice),
  facts: Card,
  absent: z.partialRecord(AbsentField, Absence),
  editorNote: z.string().nullable(),
  inferences: z.array(Inference),
  origin: Origin,
  /** Links and footnotes; `start` and `end` are UTF-16 offsets into `body`. */
  references: z.array(Reference),
  /** Without their bytes. */
  pictures: z.array(Picture),
  disagreements: z.array(Disagreement),
  confidence: z.number(),
  confidenceReasons: z.array(z.string()),
  review: ReviewState,
  /** The file it was made of; null for what was written or is bundled. */
  original: Original.pick({ file: true, format: true, encoding: true, sha256: true, bytes: true, ordinal: true }).nullable(),
  /** Of a bundled entry: its citations, and its figures with offsets into `body`. */
  summary: Summary.nullable(),
})
export type ShowOutput = z.infer<typeof ShowOutput>

export const SearchOutput = z.strictObject({
  total: z.int(),
  tookMs: z.number(),
  hits: z.array(z.strictObject({ id: EntryId, title: z.string(), score: z.number(), snippets: z.array(z.strictObject({ text: z.string(), marks: z.array(Mark) })), why: Explanation.nullable() })),
  /** What the query was understood as, and what is to be said about it. */
  chips: z.array(z.string()),
  hints: z.array(z.strictObject({ hint: QueryHint, detail: z.string() })),
  /** When nothing was found: parts of the query that nothing holds. */
  failing: z.array(z.string()),
  /** The values of the facet that was asked for. */
  facet: z.array(FacetValue),
  /** What words of the query were taken for as well. */
  alternatives: z.array(z.strictObject({ word: z.string(), kind: z.enum(['synonym', 'pinyin']), words: z.array(z.string()) })),
  /** When nothing was found: queries near to this one, and how many each finds. */
  nearest: z.array(z.strictObject({ query: z.string(), total: z.int() })),
})
export type SearchOutput = z.infer<typeof SearchOutput>

const InEntry = { entry: z.strictObject({ id: EntryId, title: z.string(), place: PlaceNames, date: StatedDate }) }
/** Facts of one kind across the library, newest entries first; `start` and `end` are UTF-16 offsets into the body of their entry. */
export const FactsOutput = z.strictObject({ kind: z.enum(CARD_LISTS), facts: z.array(z.union(Object.values(CARD).map(({ element }) => element.extend(InEntry)))) })
export type FactsOutput = z.infer<typeof FactsOutput>

export const SimilarOutput = z.strictObject({ similar: z.array(z.strictObject({ id: EntryId, title: z.string(), place: PlaceNames, date: StatedDate, score: z.number(), keywords: z.array(z.string()), practices: z.array(z.string()) })) })
export type SimilarOutput = z.infer<typeof SimilarOutput>

export const SuggestOutput = z.strictObject({ suggestions: z.array(Suggestion) })
export type SuggestOutput = z.infer<typeof SuggestOutput>

export const PracticesOutput = z.strictObject({ practices: z.array(Practice) })
export type PracticesOutput = z.infer<typeof PracticesOutput>

export const SegmentOutput = z.strictObject({ tokens: z.array(z.strictObject({ text: z.string(), start: z.int(), end: z.int() })) })
export type SegmentOutput = z.infer<typeof SegmentOutput>

const Tokens = SegmentOutput.shape.tokens
/** Of `codebook export` the file; of `import` what it changed, or (`dryRun`) would: `step` names it in the record of changes, `changed` counts the entries whose practices change. */
export const CodebookOutput = z.union([
  z.strictObject({ file: z.string(), practices: z.int(), labels: z.int() }),
  z.strictObject({ dryRun: z.boolean(), step: z.string().nullable(), items: z.array(CodebookItem), same: z.int(), notes: z.array(CodebookNote), changed: z.int() }),
])
export type CodebookOutput = z.infer<typeof CodebookOutput>

/** Of `words list` the words found; of a change how many words it was about and `undo`, which names it as the window's history does; of `words try` how a text is cut before and after; of `words candidates` new words; of `words export` the list as text. */
export const WordsOutput = z.union([
  z.strictObject({ total: z.int(), words: z.array(Word) }),
  z.strictObject({ changed: z.int(), undo: z.string() }),
  z.strictObject({ before: Tokens, after: Tokens }),
  z.strictObject({ total: z.int(), candidates: z.array(Candidate) }),
  z.strictObject({ text: z.string(), words: z.int(), off: z.int(), groups: z.int() }),
])
export type WordsOutput = z.infer<typeof WordsOutput>

/** Of `judgements list` the entries on which people differ, of `export` the file (`file` is the whole path), of `import` what it brought, or would bring with `--dry-run`; `undo` names the change, '' where there was none. */
export const JudgementsOutput = z.union([
  z.strictObject({ total: z.int(), items: z.int(), entries: z.array(z.strictObject({ id: EntryId, title: z.string(), practices: z.array(PracticeTag.pick({ id: true, state: true, judgements: true })), facts: z.array(z.strictObject({ kind: z.enum(CARD_LISTS), name: z.string(), state: TagState, judgements: z.array(FactJudgement) })) })) }),
  z.strictObject({ file: z.string(), bytes: z.int(), entries: z.int(), judgements: z.int() }),
  z.strictObject({ dryRun: z.boolean(), file: z.string(), entries: JudgementPreview.shape.entries, judgements: Tally, unmatched: z.array(z.string()), differences: z.array(Difference), newLabels: z.array(z.string()), undo: z.string() }),
])
export type JudgementsOutput = z.infer<typeof JudgementsOutput>

/** `lead` is the first of `sentences`; their `start` and `end` are UTF-16 offsets into the entry's body, those of `titles` into its title. */
export const CompareOutput = z.strictObject({
  columns: z.array(Column.pick({ id: true, label: true, level: true, entries: true, bundled: true, others: true })),
  rows: z.array(Row),
  cells: z.array(z.strictObject({ row: z.string(), column: z.string(), state: CellState, confirmed: z.boolean(), lead: z.string().nullable(), sentences: z.array(CellSentence), titles: z.array(CellSentence) })),
})
export type CompareOutput = z.infer<typeof CompareOutput>

/** `undo` names the change, as the window's history does. */
export const EditOutput = z.strictObject({ id: EntryId, revision: z.int(), changed: z.array(z.string()), lost: z.array(LostSpan), undo: z.string() })
/** What waits for its review, the oldest batch first; `confidence` is how sure the rules are of the article. */
export const ReviewOutput = z.strictObject({
  total: z.int(),
  entries: z.array(z.strictObject({ id: EntryId, title: z.string(), kind: EntryKind, confidence: z.number(), reasons: z.array(z.string()), file: z.string(), batch: BatchId })),
})
export type ReviewOutput = z.infer<typeof ReviewOutput>
/** `count` is how many were not so before; `undo` names the change, '' when there is none. */
export const JudgeOutput = z.strictObject({ count: z.int(), undo: z.string() })
export type JudgeOutput = z.infer<typeof JudgeOutput>
export const RemoveOutput = z.strictObject({ removed: z.array(EntryId), undo: z.string() })
export const ReindexOutput = z.strictObject({ entries: z.int(), tookMs: z.number() })
export const CheckOutput = CheckReport
/** With `--dry-run` what would change, file by file; else how many did, and `undo` names the change. */
export const RecleanOutput = z.strictObject({
  dryRun: z.boolean(),
  files: z.int(),
  changed: z.int(),
  failed: z.array(z.strictObject({ file: z.string(), code: ErrorCode, message: z.string() })),
  entries: z.array(z.strictObject({ file: z.string(), ...RecleanedEntry.omit({ notices: true }).shape })),
  /** Words of people that lost their place; past the first two hundred they are only counted, in `lostTotal`. */
  lost: z.array(LostSpan),
  lostTotal: z.int(),
  undo: z.string().nullable(),
})
export type RecleanOutput = z.infer<typeof RecleanOutput>
export const BackupOutput = z.strictObject({ file: z.string(), bytes: z.int() })
/** `file` is the whole path. */
export const PackOutput = z.strictObject({ files: z.array(PackFile) })
export const RestoreOutput = z.strictObject({ folder: z.string(), originals: z.int() })

/** On stderr; `file` is the file or folder concerned, if any. */
export const CliError = z.strictObject({ error: z.strictObject({ code: ErrorCode, message: z.string(), file: z.string().nullable() }) })

/** 0 done (also when nothing is found), 1 failed, 2 partly failed, 64 the command was not understood. */
export const EXIT = { done: 0, failed: 1, partly: 2, usage: 64 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]
