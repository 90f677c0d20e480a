/** The order in which sentences are shown: the one that shows the practice best comes first. */
import type { CellSentence } from '../../contract/comparing.ts'
import type { Evidence, Strength } from '../../contract/practice-tag.ts'
import type { ComparedTag } from './entry.ts'
import type { Voice } from './voice.ts'

/** A sentence that ends as one does; sub-heads, items and cells of tables rarely do. */
const WHOLE = /[。！？!?；;…]["”’」』）)】\]]*$/u
const STRENGTHS: readonly Strength[] = ['primary', 'secondary', 'mention']

interface Ranked extends CellSentence {
  /** Compared from left to right; less is better. */
  readonly rank: readonly number[]
}

/** Sentences of the body, best first. Bundled summaries give none. */
export function bestFirst(voices: readonly Voice[]): readonly CellSentence[] {
  const ranked = spans(voices, ({ evidence }) => evidence, (tag, { text, passage, marks, start }) => [
    passage !== null || WHOLE.test(text) ? 0 : 1,
    passage !== null ? 0 : 1,
    tag.state === 'confirmed' ? 0 : 1,
    STRENGTHS.indexOf(tag.strength),
    -marks.length,
    start,
  ])
  return ranked.sort(inOrder).map(bare)
}

/** The same of stated titles. */
export function titlesOf(voices: readonly Voice[]): readonly CellSentence[] {
  return spans(voices, ({ inTitle }) => inTitle, (tag, { start }) => [tag.state === 'confirmed' ? 0 : 1, STRENGTHS.indexOf(tag.strength), start]).sort(inOrder).map(bare)
}

/** A passage that a person chose and a rule found, too, is one sentence. What today's rules have not seen shows nothing. */
function spans(voices: readonly Voice[], of: (tag: ComparedTag) => readonly Evidence[], rank: (tag: ComparedTag, span: Evidence) => readonly number[]): Ranked[] {
  const found = new Map<string, Ranked>()
  for (const { entry, tag, says } of voices) {
    if (tag === null || says === 'nothing' || entry.origin === 'bundled') continue
    for (const span of of(tag)) {
      const ranked: Ranked = { entryId: entry.id, start: span.start, end: span.end, text: span.text, rank: rank(tag, span) }
      const key = `${entry.id} ${span.start} ${span.end}`
      const same = found.get(key)
      if (same === undefined || inOrder(ranked, same) < 0) found.set(key, ranked)
    }
  }
  return [...found.values()]
}

/** Equal ranks in the order in which the entries came into the library, which their ids keep. */
function inOrder(a: Ranked, b: Ranked): number {
  const at = a.rank.findIndex((value, index) => value !== b.rank[index])
  const byRank = at === -1 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0)
  return byRank || (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : a.end - b.end)
}

const bare = ({ entryId, start, end, text }: Ranked): CellSentence => ({ entryId, start, end, text })
