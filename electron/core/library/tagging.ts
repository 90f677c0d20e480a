/** Reads an entry's text for practices and stores what it shows: after every change of its text, of the rules, or of what people decided. */
import type { Span } from '../../contract/entry.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import type { FoundTag, Tagger } from '../describing/practices/index.ts'
import { relocator } from './anchoring.ts'
import { carryWords, evidenceOf } from './carrying.ts'
import { type Held, stillThere } from './held.ts'
import type { Shelf } from './shelf.ts'
import { decisionsThatCount, setAside, shownTags, type ShownEvidence, type ShownTag } from './showing.ts'
import { paragraphsOf, type EntryState } from './state.ts'

/** The rules of the taxonomy at work, and their digest. */
export interface PracticeRules {
  readonly rules: string
  /** Every practice, in order. */
  readonly ids: readonly PracticeId[]
  /** What people call it. */
  readonly labelOf: (id: PracticeId) => string
  readonly tag: Tagger
  /** Where a practice of earlier days lives on: merged into another, or moved. */
  readonly aliasOf: (id: PracticeId) => PracticeId
}

/** Where nobody has loaded a taxonomy, nothing is found; the rules that come later read every text again. */
export const NO_RULES: PracticeRules = { rules: '', ids: [], labelOf: (id) => id, tag: () => [], aliasOf: (id) => id }

const MOST_TAGGED = 16

type Read = Pick<EntryState, 'kind' | 'title' | 'titleIsProvisional' | 'body' | 'paragraphs'>

const NOTHING_HELD: Held = { passages: [], tags: [] }

/** Whether the rules are given another text to read, or are told otherwise that it is a case. */
export const readsOtherwise = (a: Read, b: Read): boolean => a.kind !== b.kind || a.body !== b.body || a.title !== b.title || a.titleIsProvisional !== b.titleIsProvisional || JSON.stringify(a.paragraphs) !== JSON.stringify(b.paragraphs)

/**
 * Tags the entry anew inside the caller's transaction. `before` is the text its present evidence and passages were found in, when that has changed.
 * `held` is what history kept of this very text, when it comes back.
 * Answers what people chose or confirmed and what is not there any more.
 */
export function tagAnew(shelf: Shelf, { seq, state }: { readonly seq: number; readonly state: Read }, before: Read = state, held: Held = NOTHING_HELD): readonly LostSpan[] {
  const { reads, writes } = shelf
  const rules = shelf.rules()
  const known = new Set<string>(rules.ids)
  const everybody = reads.practices.decisions(seq).map((decision) => ({ ...decision, practice: rules.aliasOf(decision.practice) }))
  const lost = carryWords(shelf, seq, before.body, state.body, held)
  const placed = reads.practices.passages(seq).map((passage) => ({ ...passage, practice: rules.aliasOf(passage.practice) }))
  const everyDecision = decisionsThatCount(placed, everybody)
  const found = read(rules, state)
  const confirmed = new Set(everyDecision.flatMap(({ practice, decision }) => (decision === 'confirmed' ? [practice] : [])))
  const missed = [...confirmed].filter((id) => !found.some((tag) => tag.id === id))
  const present = missed.length === 0 ? [] : reads.practices.tags(seq)
  const kept = missed.flatMap((id) => {
    const remembered = held.tags.find((tag) => tag.id === id)
    if (remembered) return [keep(shelf, stillThere(remembered, state), state, state)]
    return present.filter((tag) => tag.id === id).map((tag) => keep(shelf, tag, before, state))
  })
  const keptTags = kept.map(({ tag }) => tag)
  const aside = everyDecision.flatMap((decision) => keptTags.filter(({ id, evidence, inTitle }) => id === decision.practice && !known.has(id) && evidence.length + inTitle.length > 0).map((tag) => setAside(tag, decision)))
  const shown = shownTags([...found, ...keptTags.filter(({ id }) => known.has(id))], placed.filter(({ practice }) => known.has(practice)), everybody.filter(({ practice }) => known.has(practice)))
  writes.practices.replace(seq, rules.rules, [...shown, ...aside])
  return [...lost, ...kept.flatMap((one) => one.lost)]
}

/** The rules could not read a text: a fault of ours, which must not keep others from being read. Its cause may quote the text. */
class Unreadable extends Error {}

function read(rules: PracticeRules, { title, titleIsProvisional, body, paragraphs, kind }: Read): readonly FoundTag[] {
  try {
    return rules.tag({ title: titleIsProvisional ? null : title, body, paragraphs: paragraphsOf(body, paragraphs), kind })
  } catch (error) {
    throw new Unreadable('', { cause: error })
  }
}

/** What a person confirmed stays with its sentences, though the rules no longer find it, as far as they stand in the text. */
function keep(shelf: Shelf, { id, strength, evidence, inTitle }: ShownTag, before: Read, after: Read): { readonly tag: FoundTag; readonly lost: readonly LostSpan[] } {
  const find = before.body === after.body ? (span: Span) => span : relocator(before.body, after.body)
  const lost: LostSpan[] = []
  const own = evidence.flatMap((one) => {
    if (one.trigger === null) return []
    const at = find(one)
    if (at === null) lost.push({ what: 'evidence', label: evidenceOf(shelf, id), quote: before.body.slice(one.start, one.end) })
    return at === null ? [] : [moved(one, one.trigger, at)]
  })
  const titled = before.title === after.title ? inTitle.map((one) => moved(one, one.trigger ?? '', one)) : []
  return { tag: { id, strength: own.length + titled.length === 0 ? 'mention' : strength, evidence: own, inTitle: titled }, lost }
}

const moved = ({ start, marks }: ShownEvidence, trigger: string, at: Span) => ({ start: at.start, end: at.end, trigger, marks: marks.map((mark) => ({ start: mark.start - start + at.start, end: mark.end - start + at.start })) })

export interface Group {
  /** Read anew. */
  readonly seqs: readonly number[]
  /** Why others could not be: they stay as they were, under the rules they were read with. */
  readonly failed: readonly unknown[]
  /** Where the next group begins; null when nothing is left. */
  readonly next: number | null
}

/** In one transaction, tags anew those entries after `after` that were read under other rules: at most 16, and no more once `milliseconds` have passed. */
export function tagStale(shelf: Shelf, after: number, milliseconds: number): Group {
  const { rules } = shelf.rules()
  return shelf.connection.write(() => {
    const stale = shelf.reads.practices.stale(rules, after, MOST_TAGGED)
    const until = performance.now() + milliseconds
    const seqs: number[] = []
    const failed: unknown[] = []
    let next: number | null = null
    for (const seq of stale) {
      const [entry] = shelf.reads.entries.readable([seq])
      try {
        if (entry) retag(shelf, entry, rules)
        seqs.push(seq)
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        failed.push(error.cause)
      }
      next = seq
      if (performance.now() >= until) break
    }
    return { seqs, failed, next }
  })
}

/** Reads an entry under new rules, and notes what it shows otherwise. */
function retag(shelf: Shelf, entry: { readonly seq: number; readonly state: Read }, rules: string): void {
  const shown = (): readonly PracticeId[] => shelf.reads.practices.shown([entry.seq]).get(entry.seq) ?? []
  const before = shown()
  // Read for the first time, or to be read again under the rules it was read under: what shifts then is no work of new rules.
  const first = shelf.reads.practices.stamps([entry.seq]).get(entry.seq) === undefined || !shelf.reads.practices.outdated('', [entry.seq]).has(entry.seq)
  tagAnew(shelf, entry)
  if (!first) shelf.writes.taxonomy.shift(entry.seq, rules, before, shown())
}

/** What an import stores: rules only, nobody has decided anything yet. */
export function tagImported({ writes }: Shelf, seq: number, rules: string, found: readonly FoundTag[]): void {
  writes.practices.replace(seq, rules, shownTags(found, [], []))
}
