/** Which entry here a line of a file means: the same text, or the same article in another state. */
import type { FileEntry } from '../../../contract/judgement-file.ts'
import { fingerprint } from '../../describing/stories/index.ts'
import type { MergedAway } from '../repositories/judgements.ts'
import type { Shelf } from '../shelf.ts'
import { bodyHash } from './gathering.ts'
import { sketchesShare, sketchOf } from './sketch.ts'

export interface Found {
  readonly seq: number
  /** Its text is the very same. */
  readonly same: boolean
}

/** Of 20 keys so many are shared by texts of which one was edited; between two articles that share a paragraph it is fewer. */
const SHARED = 6
const MOST_NEAR = 8
/** So much of a short text is there still. */
const LIKE = 0.5
/** A short text does not become longer by an edit. */
const LONGEST = 2000

type Told = Pick<FileEntry, 'sha256' | 'ordinal' | 'body' | 'keys' | 'sketch' | 'title' | 'passages' | 'facts' | 'labels'>

interface Candidate {
  readonly seq: number
  readonly body: string
  /** The article of the same number of the same original. */
  readonly ofOriginal: boolean
  readonly titled: boolean
}

/** One answer for each line, in their order. An entry that was merged away is met in the one that was kept, unless it is here still, or its very text is. */
export function findEntries(shelf: Pick<Shelf, 'reads'>, lines: readonly Told[]): readonly (Found | null)[] {
  const { reads } = shelf
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
  const keeperOf = keepers(shelf, lines)
  return lines.map((line, index): Found | null => {
    const among = (candidates[index] ?? []).filter((seq) => present.has(seq))
    const ofOriginal = originals.get(line.sha256 ?? '') ?? []
    const same = among.filter((seq) => hashes.get(seq) === line.body)
    const exact = same.find((seq) => ofOriginal.some((one) => one.seq === seq && one.ordinal === line.ordinal)) ?? same[0]
    if (exact !== undefined) return { seq: exact, same: true }
    const kept = keeperOf(line)
    const near = kept.sure ?? nearest(line, among.map((seq): Candidate => ({
      seq, body: bodies.get(seq) ?? '', ofOriginal: ofOriginal.some((one) => one.seq === seq && one.ordinal === line.ordinal), titled: titled.get(line.title)?.some((one) => one.seq === seq) === true,
    })).filter((one) => one.titled || ofOriginal.some(({ seq }) => seq === one.seq))) ?? kept.likely()
    return near === null ? null : { seq: near, same: false }
  })
}

interface Kept {
  /** The trash has the very text of the line. */
  readonly sure: number | null
  readonly likely: () => number | null
}

/** Which entry was kept when the one that a line means was merged into it. */
function keepers({ reads }: Pick<Shelf, 'reads'>, lines: readonly Told[]): (line: Told) => Kept {
  const all = reads.judgements.mergedAway([...new Set(lines.flatMap(({ sha256 }) => sha256 ?? []))], [...new Set(lines.map(({ title }) => title))])
  if (all.length === 0) return () => ({ sure: null, likely: () => null })
  const [originals, titled] = [Map.groupBy(all, ({ sha256 }) => sha256), Map.groupBy(all, ({ title }) => title)]
  const bodies = reads.entries.bodies([...new Set(all.flatMap(({ seq, former }) => (former === null ? [seq] : [seq, former])))])
  const textOf = ({ seq, former }: MergedAway): string => bodies.get(former ?? seq) ?? ''
  return (line) => {
    const ofOriginal = ({ sha256, ordinal, former }: MergedAway): boolean => sha256 !== null && sha256 === line.sha256 && (former === null || ordinal === line.ordinal)
    const meant = [...new Set([...(line.sha256 === null ? [] : (originals.get(line.sha256) ?? []).filter(ofOriginal)), ...(titled.get(line.title) ?? [])])]
    return {
      sure: meant.find((one) => one.former !== null && bodyHash(textOf(one)) === line.body)?.seq ?? null,
      // Once it is gone for ever there is no text to be compared with: its original and its title tell it.
      likely: () => nearest(line, meant.map((one): Candidate => ({ seq: one.seq, body: textOf(one), ofOriginal: ofOriginal(one), titled: one.title === line.title })))
        ?? meant.find((one) => one.former === null && ofOriginal(one) && one.title === line.title)?.seq ?? null,
    }
  }
}

/** Of the articles of its original, or of its title, the one that tells most nearly the same. Texts that are too short for that are told by other means. */
function nearest(line: Told, among: readonly Candidate[]): number | null {
  const told = new Set(line.keys)
  const shared = among.map((one) => {
    const keys = fingerprint(one.body)
    return { ...one, keys, by: keys.filter((key) => told.has(key)).length }
  })
  const best = shared.reduce<(typeof shared)[number] | null>((most, one) => (one.by > (most?.by ?? SHARED - 1) ? one : most), null)
  if (best !== null) return best.seq
  const short = shared.filter(({ keys }) => keys.length < SHARED || told.size < SHARED)
  const likely = short.filter((one) => isLikely(line, one))
  return new Set(likely.map(({ seq }) => seq)).size === 1 || likely[0]?.ofOriginal === true ? (likely[0]?.seq ?? null) : null
}

/** A short text is meant when place and title agree, however much of it was written anew; of the same place or title, when most of it is there, or, where a file does not tell that, the words that were judged. */
function isLikely({ sketch, passages, facts, labels }: Told, { body, ofOriginal, titled }: Candidate): boolean {
  if (body.length > LONGEST) return false
  if (ofOriginal && titled) return true
  if (sketch.length > 0) return sketchesShare(sketch, sketchOf(body)) >= LIKE
  const quotes = [...passages, ...facts, ...labels].flatMap(({ quote }) => (quote === '' ? [] : [quote]))
  const there = quotes.filter((quote) => body.includes(quote)).length
  return there > 0 && there * 2 >= quotes.length
}
