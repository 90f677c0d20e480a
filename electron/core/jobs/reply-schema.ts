/** What a reading helper may hand back. It has parsed a hostile file: nothing it says is believed unseen. */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Disagreement } from '../../contract/claim.ts'
import { Absence, AbsentField, Author, EntryKind, Inference, Notice, Paragraph, PictureMime, Place, RightsLevel, Source, Span, StatedDate } from '../../contract/entry.ts'
import { ERRORS, Fault, fault } from '../../contract/errors.ts'
import { Encoding, Format } from '../../contract/format.ts'
import { Account } from '../../contract/importing.ts'
import { PracticeId, Strength } from '../../contract/practice-tag.ts'
import { PlacedPicture, Reference } from '../../contract/reference.ts'
import { Boundary, ReadOptions, SheetGuess } from '../../contract/reviewing.ts'
import type { ReaderRequest } from '../host.ts'
import { MAX_MEMBER, MAX_MEMBERS } from '../reading/index.ts'
import type { Portion } from './portion.ts'
import type { PreparedFile } from './prepared.ts'
import type { ReadOutcome, UnpackOutcome } from './reader-pool.ts'

const Segment = z.strictObject({ body: Span, raw: Span })

const Article = z.strictObject({
  ordinal: z.int().min(1),
  raw: Span,
  title: z.string().nullable(),
  kicker: z.string().nullable(),
  subtitle: z.string().nullable(),
  authors: z.array(Author),
  source: Source,
  date: StatedDate,
  rightsStatement: z.string().nullable(),
  editorNote: z.string().nullable(),
  statedPlace: z.string().max(1000).nullable(),
  incomplete: z.boolean(),
  incompleteReason: z.string().nullable(),
  body: z.string(),
  paragraphs: z.array(Paragraph),
  references: z.array(Reference),
  pictures: z.array(PlacedPicture),
  segments: z.array(Segment),
  notices: z.array(Notice),
  disagreements: z.array(Disagreement).max(200),
  offers: z.array(Inference).max(20),
  boundary: Boundary,
  confidence: z.number().min(0).max(1),
  confidenceReasons: z.array(z.string()).max(50),
})

const Found = z.strictObject({ start: z.int().min(0), end: z.int().min(0), trigger: z.string().min(1), marks: z.array(Span) })
const Practices = z.array(z.strictObject({ id: PracticeId, strength: Strength, evidence: z.array(Found), inTitle: z.array(Found) })).max(200)

const Description = z.strictObject({
  title: z.string().min(1),
  titleIsProvisional: z.boolean(),
  kind: EntryKind,
  kindReason: z.string(),
  place: Place,
  rightsLevel: RightsLevel,
  inferences: z.array(Inference).max(100),
  absent: z.partialRecord(AbsentField, Absence),
  keywords: z.array(z.string()).max(20),
  practices: Practices,
})

const Index = z.strictObject({ title: z.string(), keywords: z.string(), body: z.string(), notes: z.string(), characters: z.string() })

/** One beyond this is no illustration of a text. */
const MAX_PICTURE_BYTES = 20 * 1024 * 1024
const Picture = z.strictObject({
  id: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(1000),
  mime: PictureMime,
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= MAX_PICTURE_BYTES),
})

const File = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  format: Format,
  decoding: z.strictObject({ label: Encoding, by: z.enum(['bom', 'declared', 'strict', 'score', 'given']), unsure: z.boolean() }).nullable(),
  cleaner: z.int().min(0),
  rules: z.string(),
  accounts: z.array(Account),
  text: z.string().nullable(),
  boundaries: z.array(Boundary),
  options: ReadOptions,
  sheets: z.array(SheetGuess),
  pictures: z.array(Picture),
  articles: z.array(z.strictObject({ article: Article, description: Description, index: Index, fingerprint: z.array(z.int().min(0)).max(64) })),
}) satisfies z.ZodType<PreparedFile>

const Refused = z.strictObject({ id: z.int(), ok: z.literal(false), fault: Fault, rss: z.number().optional() })
const Reply = z.discriminatedUnion('ok', [z.strictObject({ id: z.int(), ok: z.literal(true), file: File, rss: z.number().optional() }), Refused])

const MemberName = z.string().min(1).max(1000)
const Taken = z.strictObject({
  members: z.array(z.strictObject({ name: MemberName.refine((name) => !/^\/|\0|(?:^|\/)\.\.(?:\/|$)/.test(name)), bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_MEMBER) })).max(MAX_MEMBERS),
  refused: z.array(z.strictObject({ name: MemberName, fault: Fault })).max(MAX_MEMBERS),
  next: z.int().min(1).max(MAX_MEMBERS).nullable(),
}) satisfies z.ZodType<Portion>
const PortionReply = z.discriminatedUnion('ok', [z.strictObject({ id: z.int(), ok: z.literal(true), portion: Taken, rss: z.number().optional() }), Refused])

/** The reply as it may be stored, or null when it is not one. The sentence of a fault is written anew from its code. */
export function parseReply(reply: unknown, { name, options }: Pick<ReaderRequest, 'name' | 'options'>): ReadOutcome | null {
  const parsed = Reply.safeParse(reply)
  if (!parsed.success) return null
  const { data } = parsed
  if (!data.ok) return { ok: false, fault: sentenceOf(data.fault, name) }
  const { file } = data
  return file.name === name && isDeepStrictEqual(file.options, options) && file.boundaries.length >= file.articles.length && file.articles.every(({ article, description }) => sound(article) && showing(article, description)) ? { ok: true, file } : null
}

/** The portion of an archive that was asked for, or null. It goes on behind where it began, so that it comes to an end. */
export function parsePortion(reply: unknown, name: string, from: number): UnpackOutcome | null {
  const parsed = PortionReply.safeParse(reply)
  if (!parsed.success) return null
  if (!parsed.data.ok) return { ok: false, fault: sentenceOf(parsed.data.fault, name) }
  const { members, refused, next } = parsed.data.portion
  if (next !== null && next <= from) return null
  return { ok: true, portion: { members, next, refused: refused.map((one) => ({ name: one.name, fault: sentenceOf(one.fault, one.name) })) } }
}

const sentenceOf = ({ code, details }: Fault, name: string): Fault => fault(code, known(code, details, name))

/** Only the details that the sentence names, cut short: no text leaves a helper through an error. */
function known(code: keyof typeof ERRORS, details: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const wanted = [...ERRORS[code].zh.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]))
  return Object.fromEntries(wanted.map((key) => [key, key === 'file' ? name : (details[key] ?? '…').slice(0, 200)]))
}

/** Paragraphs must stand in the body where they say, and so must what refers to it: everything later trusts these offsets. */
function sound({ body, paragraphs, references, pictures, segments }: z.output<typeof Article>): boolean {
  const inside = ({ start, end }: z.output<typeof Span>): boolean => start <= end && end <= body.length
  const shown = new Map(paragraphs.flatMap(({ kind, start, end }): [number, number][] => (kind === 'picture' ? [[start, end]] : [])))
  return paragraphs.every(({ text, start, end }) => end - start === text.length && body.startsWith(text, start)) && segments.every(({ body: span }) => inside(span)) && references.every(inside) && pictures.every(({ start, end }) => shown.get(start) === end)
}

/** Each practice once; every sentence, and in it every mark, inside its text. */
function showing({ body }: z.output<typeof Article>, { title, titleIsProvisional, practices }: z.output<typeof Description>): boolean {
  const inside = ({ start, end, marks }: z.output<typeof Found>, text: string): boolean => start < end && end <= text.length && marks.every((mark) => start <= mark.start && mark.start < mark.end && mark.end <= end)
  return new Set(practices.map(({ id }) => id)).size === practices.length && practices.every(({ evidence, inTitle }) => evidence.every((one) => inside(one, body)) && inTitle.every((one) => inside(one, titleIsProvisional ? '' : title)))
}
