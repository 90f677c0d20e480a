import { describe, expect, it } from 'vitest'
import type { PracticeId, Strength } from '../../../electron/contract/practice-tag.ts'
import type { FoundTag } from '../../../electron/core/describing/practices/index.ts'
import { bestFirst, shownTags, type Decision, type Passage } from '../../../electron/core/library/showing.ts'
import { grid, mediation, police } from './practice-rules.ts'

const sentence = (start: number, end: number, marks = 1) => ({ start, end, trigger: '词', marks: Array.from({ length: marks }, (_, n) => ({ start: start + n, end: start + n + 1 })) })
const found = (id: PracticeId, strength: Strength, ...evidence: ReturnType<typeof sentence>[]): FoundTag => ({ id, strength, evidence, inTitle: [] })
const passage = (practice: PracticeId, start: number, end: number, change: Partial<Passage> = {}): Passage => ({ id: `p${start}`, practice, span: { start, end }, quote: '引', prefix: '', suffix: '', lost: false, by: '李敏', at: 't1', came: false, ...change })
const decision = (practice: PracticeId, what: Decision['decision']): Decision => ({ practice, decision: what, by: '王芳', at: 't2', came: false, settles: false })

/** id, strength, state, ✓ when it counts, its sentences. */
const lines = (tags: ReturnType<typeof shownTags>): string[] => tags.map(({ id, strength, state, shown, evidence }) => `${id} ${strength} ${state} ${shown ? '✓' : '–'} ${evidence.map((one) => `${one.start}-${one.end}${one.passage === null ? '' : '⌖'}`).join(' ')}`.trimEnd())

describe('what is shown', () => {
  it.each<[string, readonly FoundTag[], readonly Passage[], readonly Decision[], readonly string[]]>([
    ['is what the rules find; what is only named does not count', [found(grid, 'primary', sentence(0, 9), sentence(9, 18)), found(mediation, 'mention', sentence(20, 30))], [], [], ['grid primary draft ✓ 0-9 9-18', 'mediation mention draft – 20-30']],
    ['counts when a person confirms what is only named', [found(mediation, 'mention', sentence(20, 30))], [], [decision(mediation, 'confirmed')], ['mediation mention confirmed ✓ 20-30']],
    ['does not count once rejected, and stays to be seen', [found(grid, 'primary', sentence(0, 9))], [], [decision(grid, 'rejected')], ['grid primary rejected – 0-9']],
    ['says that a person has looked', [], [], [decision(grid, 'rejected')], ['grid mention rejected –']],
    ['does not count without a sentence, whoever confirmed it', [], [], [decision(grid, 'confirmed')], ['grid mention confirmed –']],
    ['is one passage', [], [passage(mediation, 5, 9)], [], ['mediation secondary confirmed ✓ 5-9⌖']],
    ['is primary with two passages', [], [passage(mediation, 5, 9), passage(mediation, 10, 12)], [], ['mediation primary confirmed ✓ 5-9⌖ 10-12⌖']],
    ['is no stronger for two passages that overlap', [], [passage(mediation, 5, 9), passage(mediation, 7, 12)], [], ['mediation secondary confirmed ✓ 5-9⌖ 7-12⌖']],
    ['is primary with a sentence and a passage elsewhere', [found(mediation, 'secondary', sentence(0, 5))], [passage(mediation, 6, 9)], [], ['mediation primary confirmed ✓ 0-5 6-9⌖']],
    ['is no stronger for a passage inside the sentence', [found(mediation, 'secondary', sentence(0, 5))], [passage(mediation, 1, 4)], [], ['mediation secondary confirmed ✓ 0-5 1-4⌖']],
    ['lists a passage that is the sentence once', [found(mediation, 'secondary', sentence(0, 5))], [passage(mediation, 0, 5)], [], ['mediation secondary confirmed ✓ 0-5⌖']],
    ['is more than named once a person chose a passage', [found(mediation, 'mention', sentence(0, 5))], [passage(mediation, 6, 9)], [], ['mediation secondary confirmed ✓ 0-5 6-9⌖']],
    ['holds what its sub-practices hold', [], [passage(police, 5, 9)], [], ['grid secondary confirmed ✓ 5-9⌖', 'grid.police secondary confirmed ✓ 5-9⌖']],
    ['is still a draft where rules found the practice above', [found(grid, 'secondary', sentence(0, 4))], [passage(police, 5, 9)], [], ['grid primary draft ✓ 0-4 5-9⌖', 'grid.police secondary confirmed ✓ 5-9⌖']],
    ['holds nothing of a sub-practice that was rejected', [], [passage(police, 5, 9)], [decision(police, 'rejected')], ['grid.police secondary rejected – 5-9⌖']],
    ['holds a sub-practice that a person confirmed and the rules find no longer', [found(police, 'secondary', sentence(0, 9))], [], [decision(police, 'confirmed')], ['grid.police secondary confirmed ✓ 0-9', 'grid secondary confirmed ✓ 0-9']],
    ['keeps a lost passage without a place', [], [passage(mediation, 5, 9, { lost: true })], [], ['mediation mention confirmed –']],
  ])('%s', (_, tags, passages, decisions, expected) => {
    expect(lines(shownTags(tags, passages, decisions))).toEqual(expected)
  })

  it('is signed by whoever decided last on it', () => {
    const signed = (passages: readonly Passage[], decisions: readonly Decision[]) => shownTags([found(mediation, 'secondary', sentence(0, 5))], passages, decisions)[0]?.decided
    expect([signed([], []), signed([passage(mediation, 6, 9), passage(mediation, 10, 12, { by: '赵强', at: 't3' })], []), signed([passage(mediation, 6, 9)], [decision(mediation, 'confirmed')])]).toEqual([null, { by: '赵强', at: 't3' }, { by: '王芳', at: 't2' }])
  })

  it('keeps the wording that fired in a sentence that a person chose, too', () => {
    expect(shownTags([found(mediation, 'secondary', sentence(0, 5))], [passage(mediation, 0, 5)], [])[0]?.evidence).toEqual([{ ...sentence(0, 5), passage: 'p0' }])
  })
})

it('the best sentence is one that a person chose, then the one that says most, then the first', () => {
  const of = (start: number, marks: number, chosen = false) => ({ ...sentence(start, start + 5, marks), passage: chosen ? 'p' : null })
  expect(bestFirst([of(0, 1), of(10, 3), of(20, 3), of(30, 0, true)]).map(({ start }) => start)).toEqual([30, 10, 20, 0])
})
