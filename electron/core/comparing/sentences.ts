/** The order in which sentences are shown: the one that shows the practice best comes first. */
import type { CellSentence } from '../../contract/comparing.ts'
import type { EntryId } from '../../contract/entry.ts'
import type { Evidence, PracticeTag, Strength } from '../../contract/practice-tag.ts'

/** A sentence that ends as one does; sub-heads, items and cells of tables rarely do. */
const WHOLE = /[。！？!?；;…]["”’」』）)】\]]*$/u
const STRENGTHS: readonly Strength[] = ['primary', 'secondary', 'mention']

export interface Ranked {
  readonly sentence: CellSentence
  /** It ends as a sentence does, or a person chose it. */
  readonly whole: boolean
  /** Less is better: what a person chose, then what a person confirmed, then by strength. */
  readonly worth: number
  readonly marks: number
}

/** The spans of one tag, best first. */
export function ranked(entryId: EntryId, { state, strength }: Pick<PracticeTag, 'state' | 'strength'>, spans: readonly Evidence[]): readonly Ranked[] {
  const worth = (state === 'confirmed' ? 0 : STRENGTHS.length) + STRENGTHS.indexOf(strength)
  return spans
    .map(({ start, end, text, marks, passage }): Ranked => ({ sentence: { entryId, start, end, text }, whole: passage !== null || WHOLE.test(text), worth: passage === null ? worth : -1, marks: marks.length }))
    .sort(inOrder)
}

/** The best of several tags in one order, at most `limit`. Each list is in order already, so that a short answer looks at little of them. */
export function best(lists: readonly (readonly Ranked[])[], limit: number): CellSentence[] {
  const found: Ranked[] = []
  if (limit === Infinity) found.push(...lists.flat().sort(inOrder))
  else for (const list of lists) add(found, list, limit)
  return found.map(({ sentence }) => sentence)
}

/** Puts those of `list` that are among the best into `found`. */
function add(found: Ranked[], list: readonly Ranked[], limit: number): void {
  for (const one of list) {
    const last = found.at(-1)
    if (found.length >= limit && (last === undefined || inOrder(last, one) < 0)) return
    let at = found.length
    for (let before = found[at - 1]; before !== undefined && inOrder(one, before) < 0; before = found[at - 1]) at--
    found.splice(at, 0, one)
    if (found.length > limit) found.pop()
  }
}

/** Equal ones in the order of the text; then the entry that came into the library earlier, which its id tells. */
function inOrder(a: Ranked, b: Ranked): number {
  const byRank = Number(b.whole) - Number(a.whole) || a.worth - b.worth || b.marks - a.marks || a.sentence.start - b.sentence.start
  if (byRank !== 0) return byRank
  const [here, there] = [a.sentence.entryId, b.sentence.entryId]
  return here < there ? -1 : here > there ? 1 : a.sentence.end - b.sentence.end
}
