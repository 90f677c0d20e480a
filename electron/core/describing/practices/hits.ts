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
    const found = practices.map((): Found => ({ hits: [], against: [] }))
    const inUnit = unitFinder(units)
    for (const { value, start, end } of scan(folded)) {
      const [from, to] = span(start, end)
      if (value.kind === 'negative') found[value.practice]?.against.push({ start: from, end: to })
      else if (inUnit(from, to) && (!value.quoted || QUOTE.test(text.slice(Math.max(0, from - 1), to + 1)))) found[value.practice]?.hits.push({ practice: value.practice, weak: value.kind === 'weak' ? value.word : null, start: from, end: to })
    }
    for (const { value: practice, start, end } of findPatterns(text, units)) found[practice]?.hits.push({ practice, weak: null, start, end })
    const taken = new Uint8Array(text.length)
    return found.flatMap((one, practice) => (one.hits.length === 0 ? [] : standing(one, taken, practice * 2 + 1)))
  }
}

interface Found {
  readonly hits: Hit[]
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
 * `taken` is written to: `mark` for what a negative covers, `mark + 1` for what a hit covers.
 */
function standing({ hits, against }: Found, taken: Uint8Array, mark: number): readonly Hit[] {
  for (const { start, end } of against) taken.fill(mark, start, end)
  const length = ({ start, end }: Span): number => end - start
  const allowed = against.length === 0 ? hits : hits.filter(({ start, end }) => !taken.subarray(start, end).includes(mark))
  const kept: Hit[] = []
  for (const hit of [...allowed].sort((a, b) => length(b) - length(a) || Number(a.weak !== null) - Number(b.weak !== null) || a.start - b.start)) {
    // What was kept before is as long or longer: where it overlaps, it covers one end.
    if (taken[hit.start] === mark + 1 || taken[hit.end - 1] === mark + 1) continue
    taken.fill(mark + 1, hit.start, hit.end)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.start - b.start)
}
