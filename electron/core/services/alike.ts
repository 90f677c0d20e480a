import { PracticeId } from '../../contract/practice-tag.ts'
import type { Similar } from '../../contract/searching.ts'
import type { Library } from '../library/index.ts'
import type { Indexing } from './indexing.ts'

/** Similar cases of one entry. Other prints of its story are not news, and of several prints of another one the best stands for all. */
export function alike({ reads }: Library, { index }: Indexing, seq: number, limit: number): Similar[] {
  const others = (pairs: ReturnType<typeof reads.stories.of>, of: number): number[] => pairs.filter(({ separate }) => !separate).map(({ older, newer }) => (older === of ? newer : older))
  const told = new Set(others(reads.stories.of(seq), seq))
  // As many again for those that are left out.
  const found = index.similar(seq, limit * 2 + told.size)
  const kept = found.filter((one) => {
    if (told.has(one.seq)) return false
    for (const other of others(reads.stories.of(one.seq), one.seq)) told.add(other)
    return true
  })
  const summaries = new Map(reads.entries.summaries(kept.map((one) => one.seq)).map(({ seq: number, ...entry }) => [number, entry]))
  return kept.flatMap(({ seq: number, keywords, practices, score }): Similar[] => {
    const entry = summaries.get(number)
    return entry ? [{ entry, keywords: [...keywords], practices: practices.map((id) => PracticeId.parse(id)), score }] : []
  }).slice(0, limit)
}
