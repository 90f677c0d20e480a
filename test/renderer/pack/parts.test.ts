/** The parts of the pack's page that are functions of values. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackData } from '../../../electron/contract/pack-page.ts'
import { facetsOf, placesOf } from '../../../renderer/src/pack/filters.ts'
import { marked } from '../../../renderer/src/pack/marked.ts'
import { count, find, marksIn } from '../../../renderer/src/pack/occurrences.ts'
import { pieces } from '../../../renderer/src/pack/pieces.ts'
import { snippetOf } from '../../../renderer/src/pack/snippet.ts'
import { vocabularyOf } from '../../../renderer/src/pack/vocabulary.ts'

describe('pieces of a text', () => {
  it('are cut wherever something begins or ends, and know where they lie', () => {
    const layers = [{ name: 'lit', spans: [[2, 8]] as const, first: 0 }, { name: 'hit', spans: [[0, 1], [4, 10]] as const, first: 3 }]
    expect(pieces(0, 12, layers)).toEqual([
      { start: 0, end: 1, within: [{ name: 'hit', n: 3, last: true }] },
      { start: 1, end: 2, within: [] },
      { start: 2, end: 4, within: [{ name: 'lit', n: 0, last: false }] },
      { start: 4, end: 8, within: [{ name: 'lit', n: 0, last: true }, { name: 'hit', n: 4, last: false }] },
      { start: 8, end: 10, within: [{ name: 'hit', n: 4, last: true }] },
      { start: 10, end: 12, within: [] },
    ])
  })

  it('are together all of the text, for spans that begin before it or end behind it, too', () => {
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })).map(([start, length]) => [start, start + length] as const)
    fc.assert(fc.property(fc.array(span, { maxLength: 5 }), fc.nat(20), fc.integer({ min: 1, max: 30 }), (spans, start, length) => {
      const found = pieces(start, start + length, spans.map((one) => ({ name: 'hit', spans: [one], first: 0 })))
      expect(found.map((piece) => [piece.start, piece.end]).flat()).toEqual(found.flatMap((piece, n) => [n === 0 ? start : found[n - 1]?.end, piece.end]))
      expect(found.at(-1)?.end).toBe(start + length)
    }))
  })
})

describe('occurrences', () => {
  it.each<[text: string, term: string, at: number]>([
    ['12345热线', '12345', 0],
    ['12345热线', '2345', -1],
    ['办结97.6%', '97', -1],
    ['办结97.6%', '97.6', 2],
    ['e治理与智治理', '治理', 1],
    ['调解', '', -1],
  ])('in %s of %s: %i', (text, term, at) => {
    expect(find(text, term)).toBe(at)
  })

  it('are counted without overlapping, up to a number', () => {
    expect([count('治治治治', '治治', 9), count('治治治治', '治', 3)]).toEqual([2, 3])
  })

  it('are marked in the text as it was written', () => {
    const text = '推進 網格\n化，Ｅ治理'
    expect(marksIn(text, ['网格化', 'e治理']).map(([start, end]) => text.slice(start, end))).toEqual(['網格\n化', 'Ｅ治理'])
    expect(marksIn('警网融合', ['警网', '网融合'])).toEqual([[0, 4]])
  })
})

describe('marked text', () => {
  const sign = (piece: string, n: number): string => `[${String(n)}:${piece}]`
  it.each<[marks: readonly (readonly [number, number])[], shown: string]>([
    [[], '警网融合进小区'],
    [[[0, 4]], '[0:警网融合]进小区'],
    [[[0, 3], [2, 4], [5, 7]], '[0:警网融][1:合]进[2:小区]'],
    [[[0, 4], [1, 3]], '[0:警网融合]进小区'],
  ])('%j', (marks, shown) => {
    expect(marked('警网融合进小区', marks, sign).join('')).toBe(shown)
  })
})

describe('the piece of a body that a list shows', () => {
  it('begins with the sentence of the first hit', () => {
    const body = '第一句话说得很长很长。第二句里有调解二字。第三句。'
    expect(snippetOf(body, [[16, 18]])).toEqual({ text: '…第二句里有调解二字。第三句。', marks: [[6, 8]] })
  })

  it('begins with the body where nothing is marked, and cuts no character in two', () => {
    expect(snippetOf('短文。', [])).toEqual({ text: '短文。', marks: [] })
    const { text } = snippetOf('𠮷'.repeat(80), [[51, 52]])
    expect([text.startsWith('…'), text.endsWith('…'), text.isWellFormed()]).toEqual([true, true, true])
  })
})

describe('the vocabulary of the index', () => {
  const { cut } = vocabularyOf(new Map([['矛盾', 9], ['纠纷', 9], ['矛盾纠纷', 30], ['化解', 20], ['网格', 50], ['网格员', 20], ['员', 1], ['97.6%', 1]]))
  it.each<[text: string, words: readonly string[]]>([
    ['矛盾纠纷化解', ['矛盾纠纷', '化解']],
    ['网格员化解矛盾', ['网格员', '化解', '矛盾']],
    ['火星上的网格', ['火星上的', '网格']],
    ['97.6%的网格', ['97.6%', '的', '网格']],
    ['，。', []],
    ['', []],
  ])('cuts %s', (text, words) => {
    expect(cut(text)).toEqual(words)
  })
})

describe('facets', () => {
  const entry = (tags: readonly [string, 'primary' | 'mention', boolean][], place: readonly [string | null, string | null, string | null]) => ({ tags: tags.map(([practice, strength, confirmed]) => ({ practice, strength, confirmed, body: [], title: [] })), place })
  // No more of an entry than facets are counted by.
  const data = {
    practices: [{ id: 'grid', parent: null }, { id: 'grid.police', parent: 'grid' }, { id: 'law', parent: null }],
    entries: [entry([['grid.police', 'primary', false]], ['北京市', '北京市', '朝阳区']), entry([['law', 'mention', false], ['grid', 'mention', true]], ['安徽省', '淮南市', null]), entry([], [null, null, null])],
  } as unknown as Pick<PackData, 'entries' | 'practices'>
  const { filter, places } = facetsOf(data)
  const hits = [0, 1, 2].map((at) => ({ at, score: 0, missing: [] }))

  it('count a practice with what its parts show, and no mere mention that nobody confirmed', () => {
    expect([...filter(hits, { practices: new Set(), places: new Set() }).practices]).toEqual([['grid.police', 1], ['grid', 2]])
  })

  it('know a place in every depth, a municipality once, and what is not stated', () => {
    expect(places).toEqual(['北京市', '北京市/朝阳区', '安徽省', '安徽省/淮南市', ''])
    expect(placesOf({ place: [null, '淮南市', null] })).toEqual(['淮南市'])
  })

  it('are counted as if nothing were chosen in them', () => {
    const { hits: left, places: counts, practices } = filter(hits, { practices: new Set(['grid']), places: new Set(['安徽省']) })
    expect([left.map(({ at }) => at), [...counts], [...practices]]).toEqual([[1], [['北京市', 1], ['北京市/朝阳区', 1], ['安徽省', 1], ['安徽省/淮南市', 1]], [['grid', 1]]])
  })
})
