import { describe, expect, it } from 'vitest'
import { emptyCard } from '../../electron/contract/card.ts'
import { EntryId, type Entry } from '../../electron/contract/entry.ts'
import { changeOf, draftOf } from '../../renderer/src/screens/library/reader/draft.ts'

const entry: Entry = {
  id: EntryId.parse('01M80H1J6M5S0FX20JG8EX02J2'), kind: 'case', kindReason: '', origin: 'imported', revision: 3, title: '网格里的一天', titleIsProvisional: false,
  kicker: null, subtitle: null, authors: [{ name: '李明', role: 'reporter', note: null }], source: { media: '某报', page: null, url: null },
  date: { value: '2023-05', precision: 'month', basis: 'stated' }, place: { province: '某省', city: '某市', district: null, basis: 'inferred' }, rights: { level: 'open', statement: null }, status: 'active', reviewBy: null,
  incomplete: false, incompleteReason: null, editorNote: null, body: '甲。\n乙。', paragraphs: [], notices: [], inferences: [], keywords: [], absent: {}, references: [], pictures: [], disagreements: [], review: 'accepted', confidence: 1, confidenceReasons: [], original: null,
  createdAt: '', updatedAt: '', practices: [], summary: null, facts: emptyCard(),
}

describe('an edit', () => {
  it('changes nothing when nothing was touched', () => {
    expect(changeOf(entry, draftOf(entry))).toEqual({})
  })
  it('sends only what differs, and null for an emptied field', () => {
    expect(changeOf(entry, { ...draftOf(entry), media: ' ', district: '某区', body: '甲。', authors: [] })).toEqual({ media: null, district: '某区', body: '甲。', authors: [] })
  })
  it('shows a time of day as one writes it, and takes it so', () => {
    const timed: Entry = { ...entry, date: { value: '2022-09-28T17:07', precision: 'minute', basis: 'stated' } }
    expect([draftOf(timed).date, changeOf(timed, draftOf(timed))]).toEqual(['2022-09-28 17:07', {}])
    expect(changeOf(timed, { ...draftOf(timed), date: '2022-09-28 18:30' })).toEqual({ date: '2022-09-28T18:30' })
  })
  it('takes no blanks round a value for a change', () => {
    expect(changeOf(entry, { ...draftOf(entry), media: ' 某报 ', title: '网格里的一天 ' })).toEqual({})
  })
})
