/** The pure half of the fields of the review: people by their roles, dates as they are typed, and the change that a row makes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AuthorRole, type Author } from '../../electron/contract/entry.ts'
import { EntryChange } from '../../electron/contract/library.ts'
import { namesOf, peopleOf } from '../../renderer/src/screens/import/review/fields/people.ts'
import { changeOf, wrong } from '../../renderer/src/screens/import/review/fields/rows.ts'
import { typedDate } from '../../renderer/src/screens/import/review/fields/typed-date.ts'

const author = (name: string, role: AuthorRole, note: string | null = null): Author => ({ name, role, note })
const lines = (given: Partial<Record<AuthorRole, string>>): readonly string[] => AuthorRole.options.map((role) => given[role] ?? '')

describe('people in lines of their roles', () => {
  const before = [author('何小满', 'reporter', '青禾日报'), author('周大河', 'editor'), author('林若川', 'reporter')]
  it('are names with 、 between them', () => {
    expect([namesOf(before, 'reporter'), namesOf(before, 'editor'), namesOf(before, 'author')]).toEqual(['何小满、林若川', '周大河', ''])
  })
  it('keep their roles, their order and what is known of them besides', () => {
    expect(peopleOf(before, lines({ reporter: '何小满，白石', editor: '', photographer: ' 王 芳；王 芳' }))).toEqual([author('何小满', 'reporter', '青禾日报'), author('白石', 'reporter'), author('王 芳', 'photographer')])
  })
  it('come back as they were when nothing is written', () => {
    const names = fc.constantFrom('甲', '乙', '丙 丁', 'Li Lei')
    const people = fc.uniqueArray(fc.record({ name: names, role: fc.constantFrom(...AuthorRole.options), note: fc.constantFrom(null, '某报') }), { selector: ({ name, role }) => name + role })
    fc.assert(fc.property(people, (all) => {
      const same = peopleOf(all, AuthorRole.options.map((role) => namesOf(all, role)))
      expect(same.toSorted((a, b) => (a.role + a.name < b.role + b.name ? -1 : 1))).toEqual(all.toSorted((a, b) => (a.role + a.name < b.role + b.name ? -1 : 1)))
    }))
  })
  it('cannot be more than are kept, nor have names that are none', () => {
    expect([wrong('authors', lines({ author: Array.from({ length: 51 }, (_, n) => `第${String(n)}位`).join('、') })), wrong('authors', lines({ author: '长'.repeat(101) })), wrong('authors', lines({ author: '甲、乙' }))]).toEqual(['people', 'people', null])
  })
})

describe('a date as it is typed', () => {
  it.each([
    ['2022年9月7日', '2022-09-07'], ['2022-09-07', '2022-09-07'], ['2022/9/7', '2022-09-07'], ['2022.9', '2022-09'], ['2022年9月', '2022-09'], ['2022', '2022'], ['2022年', '2022'],
    ['2022-9-7 7:05', '2022-09-07T07:05'], ['2022-09-28T17:07', '2022-09-28T17:07'], [' 2024-02-29 ', '2024-02-29'],
    ['去年', null], ['2022-13', null], ['2023-02-29', null], ['2022-9-31', null], ['22-9-1', null], ['2022-09 17:07', null], ['2022-09-28 25:00', null], ['', null],
  ])('%s is kept as %s', (typed, kept) => {
    expect(typedDate(typed)).toBe(kept)
  })
  it('is always one that can be kept', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?( \d{1,2}:\d{2})?$/u), (typed) => {
      const date = typedDate(typed)
      if (date !== null) expect(EntryChange.safeParse({ date }).success).toBe(true)
    }))
  })
})

describe('the change that a row makes', () => {
  const part = (name: string) => ({ name, label: '', value: '', max: 10 })
  it('writes what is empty as not stated', () => {
    expect(changeOf('place', { authors: [] }, ['province', 'city', 'district'].map(part), ['浙江省', ' ', ''])).toEqual({ province: '浙江省', city: null, district: null })
    expect([changeOf('url', { authors: [] }, [part('url')], ['']), changeOf('date', { authors: [] }, [part('date')], ['']), changeOf('date', { authors: [] }, [part('date')], ['2022年9月']), changeOf('title', { authors: [] }, [part('title')], [' 新题 '])]).toEqual([{ url: null }, { date: null }, { date: '2022-09' }, { title: '新题' }])
  })
  it('is refused for no title and for no date', () => {
    expect([wrong('title', [' ']), wrong('date', ['去年']), wrong('date', ['']), wrong('media', [''])]).toEqual(['title', 'date', null, null])
  })
})
