import { describe, expect, it } from 'vitest'
import { judge, type Article, type Fixture, type Yield } from '../../scripts/fixtures/judge.ts'

const article: Article = { title: '小网格大效能', beside: '', body: '网格员　走访\n居民。', date: '2022-09-28T17:07', media: '齐点 淄博', authors: ['周青'], editors: ['王某'], rules: ['reading.foreign'] }
const good: Yield = { stored: [{ name: '包.zip/a.txt', encoding: 'gb18030', articles: [article] }], refused: [], ms: 10, megabytes: 100 }
const refusedWith = (...codes: readonly string[]): Yield => ({ ...good, stored: [], refused: codes.map((code) => ({ name: 'a', code })) })
const failures = (fixture: Partial<Fixture>, found: Yield = good): readonly string[] => judge({ file: 'a', kind: 'txt', expect: 'ok', ...fixture }, found).failures.map((failure) => failure.split(':')[0] ?? '')

describe('a fixture is held against what became of it', () => {
  it('blanks apart, in title and body; what must be absent only in the body', () => {
    expect(failures({ text: ['网格员走访居民', '小网格大效能'], not: ['小网格大效能'], title: '小网格大效能', date: '2022-09-28', source: '齐点淄博', author: '周青', editor: '王某', encoding: 'gb18030', names: ['a.txt'], articlesMin: 1, warn: 'MIXED_ENCODING' })).toEqual([])
  })
  it.each<[Partial<Fixture>, readonly string[]]>([
    [{ text: ['没有'] }, ['text']],
    [{ not: ['走访居民', '\n', '\uFEFF'] }, ['absent', 'absent']],
    [{ title: '另一个', date: '2022-09-27', source: '别处', author: '王某', editor: '周青', encoding: 'big5' }, ['encoding', 'title', 'date', 'source', 'author', 'editor']],
    [{ names: ['b.txt'], articlesMin: 2, warn: 'CSV' }, ['articles', 'names', 'warning']],
    [{ expect: 'refuse', error: 'BOMB' }, ['refused']],
    [{ expect: 'partial', hostile: true }, ['partial']],
  ])('%j', (fixture, lacking) => {
    expect(failures(fixture)).toEqual(lacking)
  })
  it('a refusal must have the right code and leave nothing', () => {
    expect(failures({ expect: 'refuse', error: 'BOMB' }, refusedWith('BOMB'))).toEqual([])
    expect(failures({ expect: 'refuse', error: 'BOMB' }, refusedWith('CORRUPT'))).toEqual(['refused'])
    expect(failures({ expect: 'refuse', error: 'BOMB' }, { ...refusedWith('BOMB'), stored: good.stored })).toEqual(['refused'])
    expect(failures({ text: ['网格员'] }, refusedWith('CORRUPT'))).toEqual(['imported', 'text'])
    expect(failures({ expect: 'partial', error: 'BAD_NAME', text: ['走访'] }, { ...refusedWith('BAD_NAME'), stored: good.stored })).toEqual([])
  })
  it('either may be, but never a crash, a minute or a gigabyte', () => {
    expect(failures({ expect: 'either', text: ['没有'] })).toEqual([])
    expect(failures({ expect: 'either' }, refusedWith('READER_TIMEOUT'))).toEqual(['alive'])
    expect(failures({ expect: 'either', maxMs: 1000 }, { ...good, ms: 2001, megabytes: 513 })).toEqual(['time', 'memory'])
  })
})
