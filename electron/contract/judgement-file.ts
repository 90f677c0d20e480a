/**
 * A judgements file (意见文件): what people of one library decided, for another library. UTF-8, one JSON object a line, each line ended by '\n'.
 * The first line is the head, then comes one line for each entry, and the last line is the SHA-256 of everything before it.
 * Of articles it holds the title, for people's eyes, and the words that a judgement is about; nothing else.
 */
import { z } from 'zod'
import { Basis } from './basis.ts'
import { FactValue } from './fact.ts'
import { LabelDefinition, LabelId } from './labels.ts'
import { PracticeId, Signature } from './practice-tag.ts'

export const JUDGEMENTS_FORMAT = 'shanzhi-judgements'
/** Grows when older programs could misread a file. */
export const JUDGEMENTS_VERSION = 2
export const JUDGEMENTS_ENDING = '.judgements'
export const MOST_JUDGEMENT_BYTES = 64 * 1024 * 1024
export const MOST_JUDGED_ENTRIES = 100_000

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** UTC, always as long: moments are compared as text. */
const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

export const FileHead = z.strictObject({ format: z.literal(JUDGEMENTS_FORMAT), version: z.int().min(1), made: Moment, entries: z.int().min(0).max(MOST_JUDGED_ENTRIES), judgements: z.int().min(0) })
export type FileHead = z.infer<typeof FileHead>
export const FileEnd = z.strictObject({ end: Sha256 })

const signed = { by: Signature, at: Moment }
/** `quote` stands at `start` of the body (null once an edit took it away); of the `of` places where the body has these words it is number `nth`, counted from 0. */
const Words = { start: z.int().min(0).nullable(), quote: z.string().max(200_000), nth: z.int().min(0), of: z.int().min(0) }

/** `label` is what the practice is called there. */
const ofPractice = { practice: PracticeId, label: z.string().max(200) }
export const FilePractice = z.strictObject({ ...ofPractice, decision: z.enum(['confirmed', 'rejected']), settles: z.boolean(), ...signed })
export type FilePractice = z.infer<typeof FilePractice>
export const FilePassage = z.strictObject({ ...ofPractice, ...Words, quote: Words.quote.min(1), ...signed })
export type FilePassage = z.infer<typeof FilePassage>
/** A passage that a person gave an own label (标签); `path` is what the label and those above it are called there, from the top. What a label means travels in the codebook. */
export const FileLabelled = z.strictObject({ label: LabelId, path: z.array(LabelDefinition.pick({ name: true, colour: true })).min(1).max(10), ...Words, quote: Words.quote.min(1), ...signed })
export type FileLabelled = z.infer<typeof FileLabelled>
/** `found` is what the rules called it, `reading` tells which of several readings of these words it was ('' of the only one), `subject` names what a person added; an author's words are empty. */
export const FileFact = z.strictObject({ subject: z.string().max(100), reading: z.string().max(100).default(''), decision: z.enum(['confirmed', 'rejected', 'changed', 'added']), found: z.string().max(500), value: FactValue, basis: Basis, settles: z.boolean(), ...Words, ...signed })
export type FileFact = z.infer<typeof FileFact>

/** `sha256` and `ordinal` tell which article of which original it is, `body` is the SHA-256 of its clean text, `keys` its fingerprint, `sketch` what a text has that is too short for one: by these it is known again. */
export const FileEntry = z.strictObject({
  sha256: Sha256.nullable(),
  ordinal: z.int().min(1).nullable(),
  body: Sha256,
  keys: z.array(z.int().min(0)).max(100),
  sketch: z.array(z.int().min(0).max(4095)).max(400).default([]),
  title: z.string().max(1000),
  practices: z.array(FilePractice).max(10_000),
  passages: z.array(FilePassage).max(10_000),
  facts: z.array(FileFact).max(10_000),
  labels: z.array(FileLabelled).max(10_000).default([]),
})
export type FileEntry = z.infer<typeof FileEntry>

export const countOf = ({ practices, passages, facts, labels }: Pick<FileEntry, 'practices' | 'passages' | 'facts' | 'labels'>): number => practices.length + passages.length + facts.length + labels.length
