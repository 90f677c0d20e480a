import { describe, expect, it } from 'vitest'
import { citation, sourceOf } from '../../renderer/src/parts/citation.ts'

const base = {
  title: '一网联动解民忧',
  titleIsProvisional: false,
  authors: [{ name: '李明', role: 'reporter', note: null }, { name: '王芳', role: 'correspondent', note: null }, { name: '赵六', role: 'editor', note: null }],
  source: { media: '某某日报', page: '01', url: null },
  date: { value: '2023-05-04T08:30', precision: 'minute', basis: 'stated' },
  incomplete: false,
} as const

describe('a citation', () => {
  it('names writers, not editors, and the page of a paper', () => {
    expect(citation({ ...base, authors: [...base.authors] }, '原文未述')).toBe('李明, 王芳. 一网联动解民忧[N]. 某某日报, 2023-05-04(01).')
  })
  it('says what the text does not state', () => {
    expect(citation({ ...base, authors: [], source: { media: null, page: null, url: null }, date: { value: null, precision: null, basis: null } }, '原文未述')).toBe('原文未述. 一网联动解民忧[N]. 原文未述, 原文未述.')
  })
  it('of a summary’s source says what that source states, and no more', () => {
    const source = { id: 'bao', title: null, media: '某网', date: '2022-09-28T17:07', page: null, authors: [] }
    expect(citation(sourceOf(source, '原文未述'), '原文未述')).toBe('原文未述. 原文未述[N]. 某网, 2022-09-28.')
    expect(citation(sourceOf({ ...source, title: '题名', page: '01', authors: ['甲', '乙'] }, '原文未述'), '原文未述')).toBe('甲, 乙. 题名[N]. 某网, 2022-09-28(01).')
  })
  it('brackets a provisional title, shortens many names, and is online with an address', () => {
    const authors = ['甲', '乙', '丙', '丁'].map((name) => ({ name, role: 'author' as const, note: null }))
    expect(citation({ ...base, titleIsProvisional: true, authors, source: { media: '某网', page: null, url: 'https://example.invalid/1' } }, '原文未述')).toBe('甲, 乙, 丙, et al. [一网联动解民忧][EB/OL]. 某网, 2023-05-04. https://example.invalid/1.')
  })
})
