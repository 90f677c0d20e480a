import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelPassage } from '../../electron/contract/labels.ts'
import { PracticeTag } from '../../electron/contract/practice-tag.ts'
import { notesOf } from '../../renderer/src/screens/library/reader/margin/notes.ts'
import { piled, stacked } from '../../renderer/src/screens/library/reader/margin/stack.ts'

const tag = (id: string, evidence: readonly (readonly [number, number, string | null])[], state: 'draft' | 'confirmed' | 'rejected' = 'draft'): PracticeTag =>
  PracticeTag.parse({ id, strength: 'primary', state, decided: state === 'confirmed' ? { by: '李敏', at: '' } : null, inTitle: [], lost: [], judgements: [], differ: false, evidence: evidence.map(([start, end, passage]) => ({ start, end, text: '字'.repeat(end - start), trigger: passage === null ? '网格' : null, marks: [], passage })) })
const labelled = (id: string, start: number, end: number, lost = false): LabelPassage => ({ id, label: 'L1' as LabelPassage['label'], start, end, text: '', lost, by: '王芳', at: '' })
const said = (notes: ReturnType<typeof notesOf>): string[] => notes.map(({ of, start, end, by }) => `${of.id} ${start}-${end} ${by ?? 'rules'}`)

describe('what stands in the margin', () => {
  const tags = [tag('grid', [[0, 5, null], [8, 12, 'P1']], 'confirmed'), tag('grid.police', [[0, 5, null], [8, 12, 'P1']], 'confirmed'), tag('smart', [[20, 25, 'P2']], 'rejected')]

  it('is what people gave passages, the sub-practice for its practice, nothing rejected and nothing lost', () => {
    expect(said(notesOf(tags, [labelled('a', 8, 12), labelled('b', 2, 4), labelled('c', 0, 1, true)], false))).toEqual(['L1 2-4 王芳', 'grid.police 8-12 李敏', 'L1 8-12 王芳'])
  })

  it('is what rules found, too, when that is asked for', () => {
    expect(said(notesOf(tags, [], true))).toEqual(['grid.police 0-5 rules', 'grid.police 8-12 李敏'])
  })
})

describe('where it stands', () => {
  it('keeps its place, or stands right under the one before it', () => {
    expect(stacked([0, 5, 100, 101], 20, 4)).toEqual([0, 24, 100, 124])
  })

  it('never lies over another, and never above its passage', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 80 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 10 }), (given, height, gap) => {
      const tops = given.toSorted((a, b) => a - b)
      const placed = stacked(tops, height, gap)
      expect(placed.every((top, index) => top >= (tops[index] ?? 0) && (index === 0 || top >= (placed[index - 1] ?? 0) + height + gap))).toBe(true)
      const piles = piled(tops, tops, height, gap)
      expect(piles.flatMap(({ items }) => items)).toEqual(tops)
      expect(piles.every(({ top }, index) => index === 0 || top >= (piles[index - 1]?.top ?? 0) + height + gap)).toBe(true)
    }))
  })
})
