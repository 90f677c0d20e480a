/** Entries with their tags, as the comparing room wants them. */
import type { PracticeId, PracticeTag } from '../../contract/practice-tag.ts'
import { comparedTag, type ComparedEntry, type ComparedTag } from '../comparing/index.ts'
import { practiceTag, type ComparedRow, type Library } from '../library/index.ts'

/** With the tag as the window shows it, for the evidence drawer. */
type Tags = ReadonlyMap<PracticeId, ComparedTag & { readonly whole: PracticeTag }>
export interface Compared extends ComparedEntry {
  readonly tags: Tags
}

/** So many entries stay read: a board is asked for again with every change on it, and its sentences are most of the work. */
const MOST_KEPT = 4000
const NONE: Tags = new Map()

/** What entries show, by their place in the library. An entry is read once, and again only when its tags have changed, which its stamp tells. */
export function openCompared({ reads, rules }: Pick<Library, 'reads' | 'rules'>, most = MOST_KEPT): (rows: readonly ComparedRow[]) => ReadonlyMap<number, Compared> {
  const kept = new Map<number, { readonly stamp: number; readonly tags: Tags }>()

  const read = (rows: readonly ComparedRow[], stamps: ReadonlyMap<number, number>): void => {
    if (rows.length === 0) return
    const seqs = rows.map(({ seq }) => seq)
    const passages = Map.groupBy(reads.practices.passagesOfMany(seqs), ({ seq }) => seq)
    const bodies = reads.entries.bodies(seqs)
    const tags = Map.groupBy(reads.practices.tagsOfMany(seqs), ({ seq }) => seq)
    for (const { seq, id, title } of rows) {
      const text = { title, body: bodies.get(seq) ?? '' }
      const own = passages.get(seq)?.map(({ passage }) => passage) ?? []
      const whole = tags.get(seq)?.map(({ tag }) => practiceTag(tag, text, own)) ?? []
      kept.delete(seq)
      kept.set(seq, { stamp: stamps.get(seq) ?? 0, tags: new Map(whole.map((tag) => [tag.id, { ...comparedTag(id, tag), whole: tag }])) })
    }
  }

  return (rows) => {
    const bySeq = new Map(rows.map((row) => [row.seq, row]))
    const seqs = [...bySeq.keys()]
    const stamps = reads.practices.stamps(seqs)
    read([...bySeq.values()].filter(({ seq }) => kept.get(seq)?.stamp !== stamps.get(seq)), stamps)
    const outdated = reads.practices.outdated(rules().rules, seqs)
    const found = new Map([...bySeq].map(([seq, { id, origin, incomplete }]) => [seq, { id, origin, incomplete, current: !outdated.has(seq), tags: kept.get(seq)?.tags ?? NONE }]))
    for (const seq of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(seq)
    }
    return found
  }
}
