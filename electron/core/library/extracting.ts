/** Reads an entry's text for facts and stores what it states: after every change of its text, of the rules, or of what people decided. */
import type { Extractor, FoundFact } from '../describing/facts/index.ts'
import { shownFacts, type ShownFact } from './card.ts'
import { factShifts } from './fact-shifts.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Shelf } from './shelf.ts'
import { paragraphsOf, type EntryState } from './state.ts'
import type { Group } from './tagging.ts'

/** The rules that find facts, and what tells them from others. */
export interface FactRules {
  readonly rules: string
  readonly extract: Extractor
}

/** Where nobody has loaded rules, nothing is found; the rules that come later read every text again. */
export const NO_FACTS: FactRules = { rules: '', extract: () => [] }

const MOST_READ = 16

/** Facts of an entry as they stand now: as stored, or read on the spot when its text or the rules have changed since. */
export function factsNow(shelf: Pick<Shelf, 'reads' | 'facts'>, { seq, state }: Pick<StoredEntry, 'seq' | 'state'>): readonly ShownFact[] {
  const { facts } = shelf.reads
  return facts.rules(seq) === shelf.facts().rules ? facts.shown(seq) : readFacts(shelf, { seq, state })
}

/** Reads the entry anew inside the caller's transaction. */
export function extractAnew(shelf: Shelf, entry: Pick<StoredEntry, 'seq' | 'state'>): void {
  store(shelf, entry.seq, readFacts(shelf, entry))
}

/** What was read of this very text under other rules is compared with what is read now; a first reading has nothing to be compared with. */
function store({ reads, writes, facts }: Shelf, seq: number, read: readonly ShownFact[]): void {
  const { rules } = facts()
  const former = reads.facts.rules(seq)
  const shifts = former === null || former === '' || former === rules ? [] : factShifts(reads.facts.shown(seq), read)
  writes.facts.replace(seq, rules, read)
  writes.factShifts.note(seq, rules, shifts)
}

function readFacts({ reads, facts }: Pick<Shelf, 'reads' | 'facts'>, { seq, state }: Pick<StoredEntry, 'seq' | 'state'>): readonly ShownFact[] {
  const paragraphs = paragraphsOf(state.body, state.paragraphs)
  return shownFacts(found(facts(), state, paragraphs), reads.facts.decisions(seq), state.body, paragraphs)
}

function found({ extract }: FactRules, { title, titleIsProvisional, body, date, place, authors }: EntryState, paragraphs: ReturnType<typeof paragraphsOf>): readonly FoundFact[] {
  return extract({ title: titleIsProvisional ? null : title, body, paragraphs, date: date.value, place, authors })
}

/** In one transaction, reads those entries after `after` that were read under other rules: at most 16, and no more once `milliseconds` have passed. */
export function extractStale(shelf: Shelf, after: number, milliseconds: number): Group {
  const { rules } = shelf.facts()
  return shelf.connection.write(() => {
    const until = performance.now() + milliseconds
    const seqs: number[] = []
    const failed: unknown[] = []
    let next: number | null = null
    for (const entry of shelf.reads.entries.storedMany(shelf.reads.facts.stale(rules, after, MOST_READ)).toSorted((a, b) => a.seq - b.seq)) {
      const read = attempt(() => readFacts(shelf, entry))
      if ('error' in read) failed.push(read.error)
      else {
        store(shelf, entry.seq, read.value)
        seqs.push(entry.seq)
      }
      next = entry.seq
      if (performance.now() >= until) break
    }
    return { seqs, failed, next }
  })
}

function attempt<T>(action: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: action() }
  } catch (error) {
    return { error }
  }
}
