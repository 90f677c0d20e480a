/** What people decided about one entry, as the line of a judgements file. */
import { createHash } from 'node:crypto'
import type { FileEntry, FileFact, FileLabelled, FilePassage, FilePractice } from '../../../contract/judgement-file.ts'
import type { Label, LabelId } from '../../../contract/labels.ts'
import { labelsOf } from '../../describing/labels.ts'
import { fingerprint } from '../../describing/stories/index.ts'
import type { Signed } from '../judgements.ts'
import { judgedFacts, type FactDecision } from '../card.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Shelf } from '../shelf.ts'
import type { Decision } from '../showing.ts'
import { wordsAt } from './placing.ts'
import { sketchOfShort } from './sketch.ts'

export const bodyHash = (body: string): string => createHash('sha256').update(body, 'utf8').digest('hex')

/** `by` null: of everybody, also of those whose word came in. */
export function gather({ reads, rules }: Pick<Shelf, 'reads' | 'rules'>, { seq, original, state: { body, title } }: StoredEntry, by: ReadonlySet<string> | null): FileEntry {
  const { labelOf } = rules()
  const wanted = <T extends Signed>(all: readonly T[]): readonly T[] => newestOfEach(all.filter((one) => by === null || by.has(one.by)))
  const labelled = <T extends { readonly practice: Decision['practice'] }>({ practice }: T) => ({ practice, label: labelOf(practice) })
  const said = Map.groupBy(reads.practices.decisions(seq), ({ practice }) => practice)
  const practices = [...said.values()].flatMap((all) => wanted(all).map((one): FilePractice => ({ ...labelled(one), decision: one.decision, settles: one.settles, by: one.by, at: one.at })))
  const passages = onceEach(reads.practices.passages(seq).filter((one) => by === null || by.has(one.by)), ({ practice }) => practice).map((one): FilePassage => ({ ...labelled(one), ...wordsAt(body, one.quote, one.lost ? null : one.span.start), by: one.by, at: one.at }))
  const facts = judgedFacts(reads.facts.decisions(seq)).flatMap(({ words }) => wanted(words).map((one) => factLine(body, one)))
  const all = labelsOf(reads.taxonomy.steps())
  // One that was removed is shown nowhere.
  const labels = onceEach(reads.labels.ofEntry(seq).filter((one) => by === null || by.has(one.by)), ({ label }) => label).flatMap((one): FileLabelled[] => {
    const path = pathOf(all, one.label)
    return path.length === 0 ? [] : [{ label: one.label, path, ...wordsAt(body, one.quote, one.lost ? null : one.span.start), by: one.by, at: one.at }]
  })
  const keys = [...fingerprint(body)]
  return { sha256: original?.sha256 ?? null, ordinal: original?.ordinal ?? null, body: bodyHash(body), keys, sketch: [...sketchOfShort(body, keys.length)], title: title.slice(0, 1000), practices, passages, facts, labels }
}

const factLine = (body: string, { subject, reading, decision, found, value, basis, settles, lost, span, quote, by, at }: FactDecision): FileFact => ({ subject, reading, decision, found, value, basis, settles, ...wordsAt(body, quote, lost ? null : span.start), by, at })

/** Of a person's word here and the one that came in under their name, the newer. */
function newestOfEach<T extends Signed>(all: readonly T[]): readonly T[] {
  const newest = new Map<string, T>()
  for (const one of all) if ((newest.get(one.by)?.at ?? '') <= one.at) newest.set(one.by, one)
  return [...newest.values()]
}

/** A passage that was given here and came back is one. */
const onceEach = <T extends Signed & { readonly quote: string }>(passages: readonly T[], about: (one: T) => string): readonly T[] => [...new Map(passages.map((one) => [JSON.stringify([about(one), one.by, one.at, one.quote]), one])).values()]

function pathOf(labels: readonly Label[], id: LabelId | null): FileLabelled['path'] {
  const label = labels.find((one) => one.id === id)
  return label === undefined ? [] : [...pathOf(labels, label.parent), { name: label.name, colour: label.colour }]
}
