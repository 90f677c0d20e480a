/** Which article of a new reading is which entry of the former one: by the stretch of the original they share. Pure. */
import type { Span } from '../../contract/entry.ts'
import { keptRuns, type Kept } from './anchoring.ts'

export interface Pairing {
  /** Of each former entry, the article it has become; null when there is none. */
  readonly articles: readonly (number | null)[]
  /** Articles that none of them has become. */
  readonly added: readonly number[]
}

/** Those that share the most are one another; each is one thing only. Both lists count in `text` of their own reading. */
export function pair(former: readonly Span[], next: readonly Span[], carry: (span: Span) => Span): Pairing {
  const shares = former.flatMap((span, entry) => {
    const carried = carry(span)
    return next.flatMap((raw, article) => {
      const shared = overlap(carried, raw)
      return shared > 0 ? [{ entry, article, shared }] : []
    })
  })
  const articles: (number | null)[] = former.map(() => null)
  const taken = new Set<number>()
  for (const { entry, article } of shares.toSorted((a, b) => b.shared - a.shared || a.entry - b.entry || a.article - b.article)) {
    if (articles[entry] !== null || taken.has(article)) continue
    articles[entry] = article
    taken.add(article)
  }
  return { articles, added: next.flatMap((_, article) => (taken.has(article) ? [] : [article])) }
}

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Whether two stretches are nearly the same one. */
export const nearlySame = (a: Span, b: Span): boolean => overlap(a, b) * 5 >= Math.max(a.end - a.start, b.end - b.start) * 4

/** Where a stretch of the former text is in the next: what both share stands fast, and what lies between is measured out. */
export function carrier(before: string, after: string): (span: Span) => Span {
  if (before === after) return (span) => span
  const fixed: readonly Kept[] = [...keptRuns(before, after), { before: before.length, after: after.length, length: 0 }]
  const carry = (offset: number): number => {
    const index = fixed.findIndex((run) => offset <= run.before + run.length)
    const next = fixed[index]
    if (!next) return after.length
    if (offset >= next.before) return offset - next.before + next.after
    const last = fixed[index - 1] ?? { before: 0, after: 0, length: 0 }
    const [from, to] = [last.before + last.length, last.after + last.length]
    return Math.round(to + ((offset - from) * (next.after - to)) / (next.before - from))
  }
  return ({ start, end }) => ({ start: carry(start), end: carry(end) })
}
