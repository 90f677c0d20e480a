import { describe, expect, it } from 'vitest'
import { EntryId } from '../../electron/contract/entry.ts'
import type { Hit } from '../../electron/contract/searching.ts'
import { pagesFor, sheetOf } from '../../renderer/src/screens/library/sheet.ts'

const idOf = (n: number): EntryId => EntryId.parse(String(n).padStart(26, '0'))
const hit = (n: number): Hit => ({
  id: idOf(n), kind: 'case', origin: 'imported', title: `题目 ${String(n)}`, titleIsProvisional: false, place: { province: null, city: null, district: null, basis: null },
  date: { value: null, precision: null, basis: null }, media: null, incomplete: false, rightsLevel: 'open', status: 'active', practices: [], score: 0, titleMarks: [], snippets: [], occurrences: 0, missing: [], alike: [],
})
const page = (from: number, count: number): Hit[] => Array.from({ length: count }, (_, i) => hit(from + i))

describe('a list known in pages', () => {
  it('has holes where no page is known', () => {
    const sheet = sheetOf(10, 95, new Map([[0, page(0, 10)], [4, page(40, 10)]]))
    expect([0, 9, 10, 40, 49, 50, 94].map((at) => sheet.hitAt(at)?.title ?? null)).toEqual(['题目 0', '题目 9', null, '题目 40', '题目 49', null, null])
    expect([sheet.indexOf(idOf(42)), sheet.indexOf(idOf(10)), sheet.count]).toEqual([42, -1, 95])
  })

  it('ends where a page ends early, whatever was estimated', () => {
    expect(sheetOf(10, 95, new Map([[0, page(0, 10)], [2, page(20, 3)]])).count).toBe(23)
    expect(sheetOf(10, 95, new Map([[0, []]])).count).toBe(0)
    expect(sheetOf(10, 0, new Map()).count).toBe(0)
  })

  it('goes on behind a head, which ends where sight does', () => {
    const sheet = sheetOf(10, 95, new Map([[0, page(0, 4)]]), true)
    expect([sheet.count, sheet.hitAt(3)?.title, sheet.hitAt(4)]).toEqual([95, '题目 3', undefined])
  })

  it.each([[0, 7, [0]], [0, 12, [0]], [3, 30, [0, 1]], [60, 71, [1]], [60, 80, [1, 2]], [120, 240, [2, 3, 4, 5]]])('rows %d to %d are on the pages %j of fifty', (from, to, expected) => {
    expect(pagesFor(from, to, 50)).toEqual(expected)
  })
})
