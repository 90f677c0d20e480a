/** What a batch that was stopped half-way has still to do. Pure. */
import { BY_RULES, type ReadOptions } from '../../contract/reviewing.ts'
import type { StoredSource } from '../library/index.ts'
import type { Left } from './ports.ts'
import type { SourceFile } from './scan.ts'

/** A file with its place in the batch, and the place of the archive that it came out of. */
export interface NumberedSource extends SourceFile {
  readonly n: number
  readonly archive: number | null
}

export interface Rest {
  /** Files to read, and archives to open again because some of their members were not reached. */
  readonly sources: readonly NumberedSource[]
  /** What is accounted for; archives that are opened again among it. */
  readonly settled: ReadonlySet<number>
  /** Of archives that were opened before: their members in the order in which they come out. */
  readonly members: ReadonlyMap<number, readonly StoredSource[]>
  /** Members that are archives themselves and have to be opened again. */
  readonly again: ReadonlySet<number>
  /** How the files are read. */
  readonly options: ReadOptions
}

export const EVERYTHING: Omit<Rest, 'sources'> = { settled: new Set(), members: new Map(), again: new Set(), options: BY_RULES }

/** Copies of members don't outlive a run, so an archive with members that were not reached is opened again, and with it the one it lies in. */
export function restOf({ sources, settled, options }: Left): Rest {
  const byNumber = new Map(sources.map((source) => [source.n, source]))
  const again = new Set<number>()
  for (const { n, archive } of sources) {
    if (settled.has(n)) continue
    for (let at = archive; at !== null && !again.has(at); at = byNumber.get(at)?.archive ?? null) again.add(at)
  }
  const members = new Map<number, StoredSource[]>()
  for (const source of sources) if (source.archive !== null) members.set(source.archive, [...(members.get(source.archive) ?? []), source])
  return {
    sources: sources.filter(({ n, archive }) => archive === null && (!settled.has(n) || again.has(n))).map(({ n, name, path, temporary }) => ({ n, name, path, temporary, archive: null, bytes: null, fault: null, nesting: 0 })),
    settled, members, again, options,
  }
}
