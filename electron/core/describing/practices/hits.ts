/** Where the triggers of all practices stand in a text: negatives taken away first, the longest hit of each practice kept. */
import type { Practice } from '../../../contract/practices.ts'
import type { Span } from '../../../contract/entry.ts'
import { createPatternFinder } from './pattern-finder.ts'
import { plain, plainText } from './plain.ts'
import { createScanner } from './scan.ts'

export interface Hit extends Span {
  /** Index of the practice in the taxonomy. */
  readonly practice: number
  /** null for strong triggers and patterns, which fire alone; else the weak trigger, of which a sentence needs two different ones. */
  readonly weak: string | null
}

interface Trigger {
  readonly practice: number
  readonly kind: 'strong' | 'weak' | 'negative'
  readonly word: string
  /** A trigger that stands in quotes (“派”单) fires in quotes only. */
  readonly quoted: boolean
}

const QUOTE = /["'“”‘’「」『』＂＇]/

/** Finds the hits of a text, ordered by practice and place; offsets are into the text as given. */
export function createFinder(practices: readonly Practice[]): (text: string, units: readonly Span[]) => readonly Hit[] {
  const triggers = practices.flatMap(({ strong, weak }, practice) => [
    ...strong.map((word): readonly [string, Trigger] => [plainText(word), { practice, kind: 'strong', word, quoted: QUOTE.test(word) }]),
    ...weak.map((word): readonly [string, Trigger] => [plainText(word), { practice, kind: 'weak', word, quoted: QUOTE.test(word) }]),
  ])
  // What does not count for a practice does not count for its sub-practices.
  const negatives = practices.flatMap(({ id, negative }, practice) =>
    [practice, ...practices.flatMap(({ parent }, child) => (parent === id ? [child] : []))].flatMap((concerned) =>
      negative.map((word): readonly [string, Trigger] => [plainText(word), { practice: concerned, kind: 'negative', word, quoted: false }]),
    ),
  )
  const scan = createScanner([...triggers, ...negatives])
  const findPatterns = createPatternFinder(practices.flatMap(({ patterns }, practice) => patterns.map((source) => [source, practice] as const)))

  return (text, units) => {
    const { text: folded, span } = plain(text)
    // Of hundreds of practices a text shows a few.
    const found = new Map<number, Found>()
    const foundOf = (practice: number): Found => {
      const there = found.get(practice)
      if (there !== undefined) return there
      const made: Found = { hits: [], patterns: [], against: [] }
      found.set(practice, made)
      return made
    }
    const inUnit = unitFinder(units)
    for (const { value, start, end } of scan(folded)) {
      const [from, to] = span(start, end)
      if (value.kind === 'negative') foundOf(value.practice).against.push({ start: from, end: to })
      else if (inUnit(from, to) && (!value.quoted || QUOTE.test(text.slice(Math.max(0, from - 1), to + 1)))) foundOf(value.practice).hits.push({ practice: value.practice, weak: value.kind === 'weak' ? value.word : null, start: from, end: to })
    }
    for (const { value: practice, words } of findPatterns(text, units)) foundOf(practice).patterns.push(words)
    const showing = [...found].filter(([, { hits, patterns }]) => hits.length + patterns.length > 0).sort(([a], [b]) => a - b)
    const taken = new Uint16Array(showing.length === 0 ? 0 : text.length)
    return showing.flatMap(([practice, one]) => standing(practice, one, taken))
  }
}

interface Found {
  readonly hits: Hit[]
  /** The words of each match of a pattern. */
  readonly patterns: (readonly Span[])[]
  readonly against: Span[]
}

/** Whether [start, end) lies in one unit: what runs over the end of a sentence is no wording. Asked in rising order of `start`. */
function unitFinder(units: readonly Span[]): (start: number, end: number) => boolean {
  let at = 0
  return (start, end) => {
    for (let unit = units[at]; unit !== undefined && unit.end <= start; unit = units[at]) at++
    const unit = units[at]
    return unit !== undefined && unit.start <= start && end <= unit.end
  }
}

/**
 * The hits of one practice that no negative touches; of overlapping ones the longest, of equal ones that which fires alone, then the first.
 * A pattern falls as a whole when a negative touches one of its words. `taken` is written to.
 */
function standing(practice: number, { hits, patterns, against }: Found, taken: Uint16Array): readonly Hit[] {
  const [negative, kept] = [practice * 2 + 1, practice * 2 + 2]
  for (const { start, end } of against) taken.fill(negative, start, end)
  const allowed = ({ start, end }: Span): boolean => against.length === 0 || !taken.subarray(start, end).includes(negative)
  const length = ({ start, end }: Span): number => end - start
  const all = [...hits.filter(allowed), ...patterns.filter((words) => words.every(allowed)).flatMap((words) => words.map(({ start, end }): Hit => ({ practice, weak: null, start, end })))]
  const standing: Hit[] = []
  for (const hit of all.sort((a, b) => length(b) - length(a) || Number(a.weak !== null) - Number(b.weak !== null) || a.start - b.start)) {
    // What was kept before is as long or longer: where it overlaps, it covers one end.
    if (taken[hit.start] === kept || taken[hit.end - 1] === kept) continue
    taken.fill(kept, hit.start, hit.end)
    standing.push(hit)
  }
  return standing.sort((a, b) => a.start - b.start)
}
