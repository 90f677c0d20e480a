/**
 * Finds spans again after an edit (decision 0630): text that a diff carried over keeps its spans;
 * a span whose text was moved is looked for by its words and what stood around them.
 */
import { diffArrays } from 'diff'
import { z } from 'zod'
import type { Span } from '../../contract/entry.ts'
import { Span as SpanShape } from '../../contract/span.ts'

/** A stretch that both texts share: ordered and disjoint in both. */
export interface Kept {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** Above these a rewritten stretch counts as new: the diff is quadratic in what differs. */
const LINE_EDITS = 2000
const CHARACTER_EDITS = 400
const CHARACTERS = 20_000
/** Shorter agreements inside a rewritten line are chance. */
const SHORTEST = 3

export function keptRuns(before: string, after: string): readonly Kept[] {
  const head = sharedHead(before, after)
  const tail = sharedTail(before, after, head)
  const runs: Kept[] = []
  push(runs, { before: 0, after: 0, length: head })
  for (const run of middleRuns(before.slice(head, before.length - tail), after.slice(head, after.length - tail))) push(runs, { before: run.before + head, after: run.after + head, length: run.length })
  push(runs, { before: before.length - tail, after: after.length - tail, length: tail })
  return runs
}

function push(runs: Kept[], run: Kept): void {
  const last = runs.at(-1)
  if (run.length === 0) return
  if (last && last.before + last.length === run.before && last.after + last.length === run.after) runs[runs.length - 1] = { ...last, length: last.length + run.length }
  else runs.push(run)
}

const splitsPair = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

function sharedHead(before: string, after: string): number {
  const limit = Math.min(before.length, after.length)
  let length = 0
  while (length < limit && before.charCodeAt(length) === after.charCodeAt(length)) length++
  return length > 0 && (splitsPair(before, length) || splitsPair(after, length)) ? length - 1 : length
}

function sharedTail(before: string, after: string, head: number): number {
  const limit = Math.min(before.length, after.length) - head
  let length = 0
  while (length < limit && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)) length++
  return length > 0 && (splitsPair(before, before.length - length) || splitsPair(after, after.length - length)) ? length - 1 : length
}

function* middleRuns(before: string, after: string): Generator<Kept> {
  if (before === '' || after === '') return
  const changes = diffArrays(before.split(/(?<=\n)/), after.split(/(?<=\n)/), { maxEditLength: LINE_EDITS })
  let was = 0
  let is = 0
  let removed = ''
  for (const { value, added, removed: gone } of changes ?? []) {
    const text = value.join('')
    if (gone) {
      removed = text
      was += text.length
    } else if (added) {
      if (removed !== '') yield* characterRuns(removed, text, was - removed.length, is)
      removed = ''
      is += text.length
    } else {
      removed = ''
      yield { before: was, after: is, length: text.length }
      was += text.length
      is += text.length
    }
  }
}

function* characterRuns(before: string, after: string, was: number, is: number): Generator<Kept> {
  if (before.length > CHARACTERS || after.length > CHARACTERS) return
  for (const { value, added, removed } of diffArrays(Array.from(before), Array.from(after), { maxEditLength: CHARACTER_EDITS }) ?? []) {
    const { length } = value.join('')
    if (!added && !removed && length >= SHORTEST) yield { before: was, after: is, length }
    if (!added) was += length
    if (!removed) is += length
  }
}

/** Characters of its surroundings that are kept of a passage and looked at. */
export const CONTEXT = 16
/** Characters of the surroundings by which a place must be the likelier one. */
const CLEAR = 4

/** A function from a span of `before` to the same words in `after`, or null when they cannot be told. */
export function relocator(before: string, after: string, runs: readonly Kept[] = keptRuns(before, after)): (span: Span) => Span | null {
  const runAt = (offset: number): Kept | null => runs.find((run) => run.before <= offset && offset < run.before + run.length) ?? null

  function place(offset: number): number | null {
    if (offset === 0) return 0
    const left = runAt(offset - 1)
    if (left) return offset - left.before + left.after
    const right = runAt(offset)
    return right ? offset - right.before + right.after : null
  }

  return ({ start, end }) => {
    if (start === end) {
      const at = place(start) ?? byContext(before, after, start, end)
      return at === null ? null : { start: at, end: at }
    }
    const run = runAt(start)
    if (run && end <= run.before + run.length) return { start: start - run.before + run.after, end: end - run.before + run.after }
    const at = byContext(before, after, start, end)
    return at === null ? null : { start: at, end: at + end - start }
  }
}

/** The one place in `after` that has the quote and clearly more of its surroundings than any other place. */
function byContext(before: string, after: string, start: number, end: number): number | null {
  const quote = before.slice(start, end)
  const left = before.slice(Math.max(0, start - CONTEXT), start)
  const right = before.slice(end, end + CONTEXT)
  if (quote === '') return unique(after, left + right, left.length) ?? unique(after, left, left.length) ?? unique(after, right, 0)
  return placeOf(after, quote, left, right)
}

/** Words of a body that somebody chose, with what finds them again. `span` is where they stand, or stood before they were lost. */
export const Anchored = z.strictObject({ span: SpanShape, quote: z.string(), prefix: z.string(), suffix: z.string(), lost: z.boolean() })
export type Anchored = Readonly<z.infer<typeof Anchored>>
type Words = Omit<Anchored, 'lost'>

export const anchored = (body: string, span: Span): Words => ({
  span,
  quote: body.slice(span.start, span.end),
  prefix: body.slice(Math.max(0, span.start - CONTEXT), span.start),
  suffix: body.slice(span.end, span.end + CONTEXT),
})

/** Where words that were lost stand now: just where they stood, in the same surroundings, or in the one place that is clearly the likelier. */
export function standsAt(after: string, { span, quote, prefix, suffix }: Words): Span | null {
  const stood = prefix + quote + suffix
  const at = after.startsWith(stood, span.start - prefix.length) ? span.start : placeOf(after, quote, prefix, suffix)
  return at === null ? null : { start: at, end: at + quote.length }
}

/** What comes back, where its words stand by now. What has no words stands nowhere, and is never lost. */
export function placed<T extends Anchored>(body: string, one: T): T {
  return one.span.start === one.span.end ? one : at(body, one, standsAt(body, one))
}

const at = <T extends Anchored>(body: string, one: T, there: Span | null): T => (there === null ? { ...one, lost: true } : { ...one, ...anchored(body, there), lost: false })

/** A function that says where words chosen in `before` stand in `after`. Those that are gone are lost, and looked for again with every later change. `stood` is where history says that they stood in this very text. */
export function carrier(before: string, after: string): <T extends Anchored>(one: T, stood?: Span) => T {
  let find: ((span: Span) => Span | null) | null = null
  return (one, stood) => {
    if (one.span.start === one.span.end) return one
    const isThere = (span: Span | null | undefined): span is Span => !!span && after.slice(span.start, span.end) === one.quote
    if (isThere(stood)) return at(after, one, stood)
    const found = one.lost ? null : (find ??= relocator(before, after))(one.span)
    return at(after, one, isThere(found) ? found : standsAt(after, one))
  }
}

function placeOf(after: string, quote: string, left: string, right: string): number | null {
  let best: number | null = null
  let [most, second] = [-1, -1]
  for (let at = after.indexOf(quote), seen = 0; at >= 0 && seen < 200; at = after.indexOf(quote, at + 1), seen++) {
    const score = sharedTail(left, after.slice(Math.max(0, at - CONTEXT), at), 0) + sharedHead(right, after.slice(at + quote.length, at + quote.length + CONTEXT))
    if (score > most) [best, most, second] = [at, score, most]
    else second = Math.max(second, score)
  }
  const alone = second < 0
  return (alone ? most >= CLEAR || quote.length >= 8 : most - second >= CLEAR) ? best : null
}

/** Where `text` stands, moved on by `by`, when it stands in one place only and is long enough to mean something. */
function unique(within: string, text: string, by: number): number | null {
  const at = text.length < 8 ? -1 : within.indexOf(text)
  return at < 0 || within.includes(text, at + 1) ? null : at + by
}
