/** Entries with their tags, as the comparing room wants them. */
import type { PracticeId, PracticeTag } from '../../contract/practice-tag.ts'
import { comparedTag, type ComparedEntry, type ComparedTag } from '../comparing/index.ts'
import { practiceTag, type ComparedRow, type Library } from '../library/index.ts'

/** With the tag as the window shows it, for the evidence drawer. */
interface WholeTag extends ComparedTag {
  readonly whole: PracticeTag
}
export interface Compared extends ComparedEntry {
  readonly tags: ReadonlyMap<PracticeId, WholeTag>
}

/** What has been read of an entry: these practices, as they were when its tags bore this stamp. */
interface Kept {
  readonly stamp: number | undefined
  readonly practices: Set<PracticeId>
  readonly tags: Map<PracticeId, WholeTag>
}

/** So many entries stay read: a board is asked for again with every change on it, and its sentences are most of the work. */
const MOST_KEPT = 4000

/**
 * What entries show of these practices, by their place in the library.
 * An entry is read once for each practice, and again only when its tags have changed, which its stamp tells.
 */
export function openCompared({ reads, rules }: Pick<Library, 'reads' | 'rules'>, most = MOST_KEPT): (rows: readonly ComparedRow[], practices: readonly PracticeId[]) => ReadonlyMap<number, Compared> {
  const kept = new Map<number, Kept>()

  const keep = ({ seq }: ComparedRow, stamp: number | undefined): Kept => {
    const known = kept.get(seq)
    const entry = known !== undefined && known.stamp === stamp ? known : { stamp, practices: new Set<PracticeId>(), tags: new Map<PracticeId, WholeTag>() }
    // What was asked for last stands last, and goes last.
    if (known !== undefined) kept.delete(seq)
    kept.set(seq, entry)
    return entry
  }
  const read = (entries: ReadonlyMap<number, { readonly row: ComparedRow; readonly entry: Kept }>, practices: readonly PracticeId[]): void => {
    if (entries.size === 0) return
    const seqs = [...entries.keys()]
    const passages = Map.groupBy(reads.practices.passagesOfMany(seqs), ({ seq }) => seq)
    const found = reads.practices.tagsFor(seqs, practices)
    const bodies = reads.entries.bodies([...new Set(found.map(({ seq }) => seq))])
    for (const { seq, tag } of found) {
      const { row, entry } = entries.get(seq) ?? {}
      if (row === undefined || entry === undefined) continue
      const whole = practiceTag(tag, { title: row.title, body: bodies.get(seq) ?? '' }, passages.get(seq)?.map(({ passage }) => passage) ?? [], [])
      entry.tags.set(tag.id, { ...comparedTag(row.id, whole), whole })
    }
    for (const { entry } of entries.values()) for (const practice of practices) entry.practices.add(practice)
  }

  return (rows, practices) => {
    const bySeq = new Map(rows.map((row) => [row.seq, row]))
    const seqs = [...bySeq.keys()]
    const stamps = reads.practices.stamps(seqs)
    const all = new Map([...bySeq].map(([seq, row]) => [seq, { row, entry: keep(row, stamps.get(seq)) }]))
    read(new Map([...all].filter(([, { entry }]) => practices.some((practice) => !entry.practices.has(practice)))), practices)
    const outdated = reads.practices.outdated(rules().rules, seqs)
    for (const seq of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(seq)
    }
    return new Map([...all].map(([seq, { row: { id, origin, incomplete }, entry }]) => [seq, { id, origin, incomplete, current: !outdated.has(seq), tags: entry.tags }]))
  }
}
