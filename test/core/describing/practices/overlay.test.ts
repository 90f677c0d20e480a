import { describe, expect, it } from 'vitest'
import type { Practice } from '../../../../electron/contract/practices.ts'
import { PracticeId } from '../../../../electron/contract/practice-tag.ts'
import type { TaxonomyChange } from '../../../../electron/contract/taxonomy.ts'
import { overlaid, ownId } from '../../../../electron/core/describing/practices/index.ts'

const id = (text: string): PracticeId => PracticeId.parse(text)
const practice = (name: string, label: string, change: Partial<Practice> = {}): Practice => ({
  id: id(name), parent: name.includes('.') ? id(name.slice(0, name.indexOf('.'))) : null, label, zh: label, en: label, labelEn: label, definition: '', counts: [], countsNot: [], question: '', strong: [], weak: [], patterns: [], negative: [], ...change,
})
const SHIPPED = [
  practice('grid', '网格化治理'), practice('grid.police', '警网融合', { strong: ['警网融合'], weak: ['网格警务', '警格'] }), practice('grid.loop', '闭环处置', { strong: ['闭环'] }),
  practice('smart', '智慧治理'), practice('smart.data', '数据共享', { strong: ['数据共享', '一网通'], negative: ['数据造假'] }),
]
const after = (...changes: readonly TaxonomyChange[]) => overlaid(SHIPPED, changes)
const ids = (...changes: readonly TaxonomyChange[]): string[] => after(...changes).practices.map((one) => one.id)
const add: TaxonomyChange = { type: 'add', id: id('grid.owna'), parent: id('grid'), label: '板凳会', zh: '板凳议事会', definition: '坐下来议事', strong: ['板凳会'], weak: [] }

describe('the taxonomy with what people changed', () => {
  it('is the shipped one where nobody changed anything', () => {
    expect(after().practices).toEqual(SHIPPED)
    expect(after().aliasOf(id('grid.police'))).toBe('grid.police')
  })

  it('takes a practice at the end of its siblings', () => {
    expect(ids(add)).toEqual(['grid', 'grid.police', 'grid.loop', 'grid.owna', 'smart', 'smart.data'])
    expect(ids({ ...add, id: id('owna'), parent: null })).toEqual(['grid', 'grid.police', 'grid.loop', 'smart', 'smart.data', 'owna'])
  })

  it('names, defines and gives words', () => {
    const changes: TaxonomyChange[] = [
      { type: 'rename', id: id('grid.loop'), label: '五步闭环', zh: '五步闭环处置' }, { type: 'define', id: id('grid.loop'), definition: '从发现到归档', counts: ['写明步骤'], countsNot: ['只说闭环'] },
      { type: 'words', id: id('grid.loop'), list: 'strong', add: ['归档评价'], remove: ['闭环'] },
    ]
    expect(after(...changes).practices[2]).toEqual({ ...SHIPPED[2], label: '五步闭环', zh: '五步闭环处置', definition: '从发现到归档', counts: ['写明步骤'], countsNot: ['只说闭环'], strong: ['归档评价'] })
  })

  it('moves a practice under another, where its decisions follow it', () => {
    const { practices, aliasOf } = after({ type: 'move', id: id('grid.police'), parent: id('smart') })
    expect(practices.map((one) => one.id)).toEqual(['grid', 'grid.loop', 'smart', 'smart.data', 'smart.police'])
    expect(aliasOf(id('grid.police'))).toBe('smart.police')
    const back = after({ type: 'move', id: id('grid.police'), parent: id('smart') }, { type: 'move', id: id('smart.police'), parent: id('grid') })
    expect([back.practices.map((one) => one.id), back.aliasOf(id('grid.police')), back.aliasOf(id('smart.police'))]).toEqual([['grid', 'grid.loop', 'grid.police', 'smart', 'smart.data'], 'grid.police', 'grid.police'])
  })

  it('remembers what people gave up, as it was called last, and where it lives on', () => {
    expect(after().former).toEqual([])
    expect(after({ type: 'rename', id: id('grid.police'), label: '警格合一', zh: '警格合一' }, { type: 'merge', id: id('grid.police'), into: id('smart.data') }, { type: 'retire', id: id('grid.loop') }).former).toEqual([
      { id: 'grid.police', label: '警格合一', now: 'smart.data' }, { id: 'grid.loop', label: '闭环处置', now: null },
    ])
    expect(after({ type: 'merge', id: id('grid.police'), into: id('smart.data') }, { type: 'retire', id: id('smart.data') }).former.map(({ id: one, now }) => [one, now])).toEqual([['grid.police', null], ['smart.data', null]])
    expect(after({ type: 'move', id: id('grid.police'), parent: id('smart') }, { type: 'move', id: id('smart.police'), parent: id('grid') }).former).toEqual([{ id: 'smart.police', label: '警网融合', now: 'grid.police' }])
  })

  it('merges words, each once, and drops negatives that would silence them', () => {
    const { practices, aliasOf } = after({ type: 'words', id: id('grid.police'), list: 'weak', add: ['一网通'], remove: [] }, { type: 'merge', id: id('grid.police'), into: id('smart.data') })
    expect(practices.find((one) => one.id === 'smart.data')).toMatchObject({ strong: ['数据共享', '一网通', '警网融合'], weak: ['网格警务', '警格'], negative: ['数据造假'] })
    expect(aliasOf(id('grid.police'))).toBe('smart.data')
  })

  it.each<[string, TaxonomyChange, string]>([
    ['a name that is there', { ...add, label: '警网融合' }, '已有一项做法叫“警网融合”'],
    ['a third level', { ...add, parent: id('grid.police') }, '做法只有两级：新的做法不能放在子做法之下'],
    ['a practice with others below it', { type: 'retire', id: id('grid') }, '“网格化治理”还有子做法，请先移走、合并或停用它们'],
    ['one that is not there', { type: 'retire', id: id('nothing') }, '没有编号为“nothing”的做法，可能已合并、移动或停用'],
    ['itself', { type: 'merge', id: id('grid.loop'), into: id('grid.loop') }, '不能把一项做法并入它自己'],
    ['a word twice', { type: 'words', id: id('grid.loop'), list: 'weak', add: ['“闭环”'], remove: [] }, '““闭环””已经在触发词里'],
    ['a word that a negative silences', { type: 'words', id: id('smart.data'), list: 'negative', add: ['共享'], remove: [] }, '排除词“共享”使“数据共享”永远不能命中'],
    ['where it is already', { type: 'move', id: id('grid.loop'), parent: id('grid') }, '“闭环处置”已在那里'],
    ['a long name on the first level', { ...add, parent: null, label: '七个字的一级名称' }, '一级做法的短名最多 6 个字'],
  ])('refuses %s', (_, change, reason) => {
    expect(() => after(change)).toThrow(reason)
  })

  it('gives ids of letters alone, none twice', () => {
    expect([0, 1, 25, 26, 27, 702].map((n) => ownId(null, n))).toEqual(['owna', 'ownb', 'ownz', 'ownaa', 'ownab', 'ownaaa'])
    expect(ownId(id('grid'), 0)).toBe('grid.owna')
  })
})
