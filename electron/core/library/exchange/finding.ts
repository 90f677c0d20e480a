/** Which entry here a line of a file means: the same text, or the same article in another state. */
import type { FileEntry } from '../../../contract/judgement-file.ts'
import { fingerprint } from '../../describing/stories/index.ts'
import type { Shelf } from '../shelf.ts'
import { bodyHash } from './gathering.ts'

export interface Found {
  readonly seq: number
  /** Its text is the very same. */
  readonly same: boolean
}

/** Of 20 keys so many are shared by texts of which one was edited; between two articles that share a paragraph it is fewer. */
const SHARED = 6
const MOST_NEAR = 8

type Told = Pick<FileEntry, 'sha256' | 'ordinal' | 'body' | 'keys' | 'title'>

/** One answer for each line, in their order. */
export function findEntries({ reads }: Pick<Shelf, 'reads'>, lines: readonly Told[]): readonly (Found | null)[] {
  const originals = Map.groupBy(reads.judgements.ofOriginals([...new Set(lines.flatMap(({ sha256 }) => sha256 ?? []))]), ({ sha256 }) => sha256)
  const titled = Map.groupBy(reads.judgements.titled([...new Set(lines.map(({ title }) => title))]), ({ title }) => title)
  // Of a collection only the article of the same number is read; an article that has another number by now is met by its fingerprint.
  const candidates = lines.map(({ sha256, ordinal, keys, title }) => [...new Set([
    ...(originals.get(sha256 ?? '') ?? []).flatMap((one) => (one.ordinal === ordinal ? [one.seq] : [])),
    ...(titled.get(title) ?? []).map(({ seq }) => seq),
    ...reads.stories.meeting(keys, 0, MOST_NEAR),
  ])])
  const bodies = reads.entries.bodies([...new Set(candidates.flat())])
  const present = new Set(reads.entries.filed([...bodies.keys()]).map(({ seq }) => seq))
  const hashes = new Map([...bodies].map(([seq, body]) => [seq, bodyHash(body)]))
  return lines.map((line, index): Found | null => {
    const among = (candidates[index] ?? []).filter((seq) => present.has(seq))
    const ofOriginal = originals.get(line.sha256 ?? '') ?? []
    const same = among.filter((seq) => hashes.get(seq) === line.body)
    const exact = same.find((seq) => ofOriginal.some((one) => one.seq === seq && one.ordinal === line.ordinal)) ?? same[0]
    if (exact !== undefined) return { seq: exact, same: true }
    const near = nearest(line, among.filter((seq) => ofOriginal.some((one) => one.seq === seq) || titled.get(line.title)?.some((one) => one.seq === seq)), bodies)
    return near === null ? null : { seq: near, same: false }
  })
}

/** Of the articles of its original, or of its title, the one that tells most nearly the same. */
function nearest({ keys }: Told, among: readonly number[], bodies: ReadonlyMap<number, string>): number | null {
  const told = new Set(keys)
  const shared = among.map((seq) => ({ seq, keys: fingerprint(bodies.get(seq) ?? '').filter((key) => told.has(key)).length }))
  const best = shared.reduce<(typeof shared)[number] | null>((most, one) => (one.keys > (most?.keys ?? SHARED - 1) ? one : most), null)
  return best?.seq ?? null
}
