/** Between the rows of practices and their values. Evidence is stored without its text, which the body holds. */
import { z } from 'zod'
import { type Evidence, type Judgement, PracticeId, type PracticeTag, Strength, TagState } from '../../../contract/practice-tag.ts'
import { bestFirst, type Decision, type Passage, type ShownEvidence, type ShownTag } from '../showing.ts'
import { anchoredOf, type AnchoredRow } from './anchored-rows.ts'

export interface TagRow {
  readonly entry: number
  readonly practice: string
  readonly strength: string
  readonly state: string
  readonly shown: number
  readonly differ: number
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly evidence: string
  readonly in_title: string
}
export interface PassageRow extends AnchoredRow {
  readonly practice: string
  readonly came: number
}
export interface DecisionRow { readonly entry: number; readonly practice: string; readonly decision: string; readonly signed: string; readonly at: string; readonly came: number; readonly settles: number }

/** [start, end, trigger, marks, passage]. */
const Stored = z.array(z.tuple([z.int(), z.int(), z.string().nullable(), z.array(z.tuple([z.int(), z.int()])), z.string().nullable()]))

const packed = (evidence: readonly ShownEvidence[]): string => JSON.stringify(evidence.map(({ start, end, trigger, marks, passage }) => [start, end, trigger, marks.map((mark) => [mark.start, mark.end]), passage]))

export const evidenceOf = (json: string): ShownEvidence[] =>
  Stored.parse(JSON.parse(json)).map(([start, end, trigger, marks, passage]) => ({ start, end, trigger, marks: marks.map(([from, to]) => ({ start: from, end: to })), passage }))

export const tagOf = (row: TagRow): ShownTag => ({
  id: PracticeId.parse(row.practice),
  strength: Strength.parse(row.strength),
  state: TagState.parse(row.state),
  decided: row.decided_by === null || row.decided_at === null ? null : { by: row.decided_by, at: row.decided_at },
  shown: row.shown === 1,
  differ: row.differ === 1,
  evidence: evidenceOf(row.evidence),
  inTitle: evidenceOf(row.in_title),
})

export const passageOf = (row: PassageRow): Passage => ({ practice: PracticeId.parse(row.practice), came: row.came === 1, ...anchoredOf(row) })

export const decisionOf = (row: DecisionRow): Decision => ({ practice: PracticeId.parse(row.practice), decision: row.decision === 'confirmed' ? 'confirmed' : 'rejected', by: row.signed, at: row.at, came: row.came === 1, settles: row.settles === 1 })

/** The parameters of the writing statement. */
export function tagParameters(entry: number, tag: ShownTag): Readonly<Record<string, string | number | null>> {
  const lead = bestFirst(tag.evidence)[0] ?? null
  return {
    entry, practice: tag.id, strength: tag.strength, state: tag.state, shown: tag.shown ? 1 : 0, differ: tag.differ ? 1 : 0, decided_by: tag.decided?.by ?? null, decided_at: tag.decided?.at ?? null,
    sentences: tag.evidence.length, lead_start: lead?.start ?? null, lead_end: lead?.end ?? null, evidence: packed(tag.evidence), in_title: packed(tag.inTitle),
  }
}

/** Evidence as it is shown: with its exact slice of `text`. */
export const slices = (evidence: readonly ShownEvidence[], text: string): Evidence[] =>
  evidence.map(({ start, end, trigger, marks, passage }) => ({ start, end, text: text.slice(start, end), trigger, marks: [...marks], passage }))

export const practiceTag = ({ id, strength, state, decided, differ, evidence, inTitle }: ShownTag, text: { readonly title: string; readonly body: string }, passages: readonly Passage[], judgements: readonly Judgement[]): PracticeTag => ({
  id, strength, state, decided, differ,
  judgements: [...judgements],
  evidence: slices(evidence, text.body),
  inTitle: slices(inTitle, text.title),
  lost: passages.flatMap(({ practice, lost, id: passage, quote }) => (lost && practice === id ? [{ passage, quote }] : [])),
})
