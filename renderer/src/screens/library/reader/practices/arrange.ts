/** How the tags of one entry are laid out: each practice with its sub-practices, what people rejected apart, and all sentences in the order of the text. */
import type { Evidence, PracticeId, PracticeTag } from '../../../../../../electron/contract/practice-tag.ts'
import { topOf } from '../../../../app/practice-colours.ts'

export interface Group {
  /** A practice, or a sub-practice whose practice has no tag of its own. */
  readonly tag: PracticeTag
  /** Its sentences that none of `subs` shows: a practice holds the sentences of its sub-practices too. */
  readonly own: readonly Evidence[]
  readonly subs: readonly PracticeTag[]
}

export interface Arranged {
  readonly groups: readonly Group[]
  readonly rejected: readonly PracticeTag[]
}

/** `tags` are in the order of the taxonomy. */
export function arrange(tags: readonly PracticeTag[]): Arranged {
  const standing = tags.filter(({ state }) => state !== 'rejected')
  const heads = standing.filter(({ id }) => topOf(id) === id || !standing.some((other) => other.id === topOf(id)))
  const groups = heads.map((tag): Group => {
    const subs = topOf(tag.id) === tag.id ? standing.filter(({ id }) => id !== tag.id && topOf(id) === tag.id) : []
    const shown = new Set(subs.flatMap(({ evidence }) => evidence.map(placeOf)))
    return { tag, subs, own: tag.evidence.filter((one) => !shown.has(placeOf(one))) }
  })
  return { groups, rejected: tags.filter(({ state }) => state === 'rejected') }
}

const placeOf = ({ start, end }: Evidence): string => `${String(start)}-${String(end)}`

/** How many sentences a tag rests on, its title among them. */
export const sentencesOf = ({ evidence, inTitle }: Pick<PracticeTag, 'evidence' | 'inTitle'>): number => evidence.length + inTitle.length

/** One sentence of the body, and what it shows. */
export interface Step {
  readonly start: number
  readonly end: number
  readonly practices: readonly PracticeId[]
}

/** Every sentence that stands for something, once, in the order of the text: what one steps through while reading. Of a sub-practice and its practice, the sub-practice is named. */
export function stepsOf(tags: readonly PracticeTag[]): readonly Step[] {
  const byPlace = new Map<string, Step>()
  for (const { id, evidence } of tags.filter(({ state }) => state !== 'rejected')) {
    for (const one of evidence) {
      const before = byPlace.get(placeOf(one))?.practices ?? []
      byPlace.set(placeOf(one), { start: one.start, end: one.end, practices: [...before.filter((other) => other !== topOf(id)), id] })
    }
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The step to go to from `at` (null: nowhere yet), round and round. */
export function nextStep(steps: readonly Step[], at: { readonly start: number; readonly end: number } | null, by: 1 | -1): Step | undefined {
  if (at === null) return steps.at(by === 1 ? 0 : -1)
  const here = steps.findIndex(({ start, end }) => start === at.start && end === at.end)
  if (here >= 0) return steps[(here + by + steps.length) % steps.length]
  return by === 1 ? (steps.find(({ start }) => start >= at.start) ?? steps[0]) : (steps.findLast(({ start }) => start < at.start) ?? steps.at(-1))
}
